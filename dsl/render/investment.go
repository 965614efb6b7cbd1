package render

import (
	"fmt"

	"concordat/engine/machine"
	"concordat/engine/sums/taper"
)

// invested says what only an investment has: how its sums taper, the most that
// is paid, when payments wait, and what they are not for.
func (c *contractor) invested(out *para, f *machine.Funding) {
	out.rules(orNothing(f.Taper, "The yearly sums follow from a taper: %s."))
	if f.Ceiling != nil {
		out.rules(fmt.Sprintf("At most %s is paid in total.", f.Ceiling.Sum), orNothing(f.Ceiling.Unless,
			"Instalments that would go beyond it are held back until the decision `%s` names a sum that takes its place and covers them."), c.aboveCeiling(f))
	}
	if r := c.chart(f.Name + "/withheld"); r != nil {
		for i := range c.m.Rules {
			if c.m.Rules[i].Name == r.ID {
				out.rules(fmt.Sprintf("While %s, every instalment is held back; it is paid when that is no longer so. Before the first value nothing is held back.", condition(&c.m.Rules[i].When)))
			}
		}
	}
	for _, words := range f.Excludes {
		out.rules(fmt.Sprintf("It is not for: %s.", words))
	}
}

// aboveCeiling names the first instalment that waits for more than the ceiling.
func (c *contractor) aboveCeiling(f *machine.Funding) string {
	for _, s := range f.Sums {
		for _, p := range c.m.YearStart.Parts(s.Period, f.Every) {
			if taper.Above(c.m, f, p, f.Ceiling.Sum) {
				return fmt.Sprintf("The first of them is that for %s.", c.m.YearStart.Label(p))
			}
		}
	}
	return ""
}

func (c *contractor) route(p *part, r *machine.Route) {
	out := c.rule(p, r.Title, r.Name)
	threshold := "still to be agreed"
	if r.Threshold != nil {
		threshold = r.Threshold.String()
	}
	out.rules(fmt.Sprintf("It follows from the total value of `%s`; the threshold is %s.", r.On, threshold))
	for _, w := range r.Ways {
		out.rules(fmt.Sprintf("`%s`.", w.Means))
	}
	out.rules(orNothing(r.Takes, "For this total it is `%s`."), orNothing(r.Waiver, "The decision `%s` may waive it."))
}
