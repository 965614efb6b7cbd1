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
	c.following(out, f)
	c.ceiling(out, f, f.Ceiling, "in total")
	c.ceiling(out, f, f.CeilingAYear, "in any year")
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

// following says what each year pays after the year before.
func (c *contractor) following(out *para, f *machine.Funding) {
	if f.Next == nil {
		return
	}
	out.rules(fmt.Sprintf("Each later year's sum follows from the band of `%s` in the year before it. Its instalments are held back until that band is final; "+
		"where the figure is restated, what has not been paid by then changes with it.", f.Next.Measure))
	t := table{head: []string{"After a year that is", "the next year pays"}, right: []bool{false, true}}
	for _, s := range f.Next.Steps {
		pays := ""
		switch {
		case s.Sum != nil:
			pays = s.Sum.String()
		case s.OfFirst:
			pays = percent(*s.Part) + " of the first year's sum"
		default:
			pays = percent(*s.Part) + " of that year's sum"
		}
		t.rows = append(t.rows, []string{s.Band.String(), pays})
	}
	out.body = append(out.body, t)
}

func (c *contractor) ceiling(out *para, f *machine.Funding, limit *machine.Ceiling, over string) {
	if limit == nil {
		return
	}
	out.rules(fmt.Sprintf("At most %s is paid %s.", limit.Sum, over), orNothing(limit.Unless,
		"Instalments that would go beyond it are held back until the decision `%s` names a sum that takes its place and covers them."), c.aboveCeiling(f, limit))
}

// aboveCeiling names the first instalment that waits for more than the ceiling.
func (c *contractor) aboveCeiling(f *machine.Funding, limit *machine.Ceiling) string {
	for _, s := range f.Sums {
		for _, p := range c.m.YearStart.Parts(s.Period, f.Every) {
			if taper.Above(c.m, f, p, limit.Sum, limit == f.CeilingAYear) {
				return fmt.Sprintf("The first of them is that for %s.", c.m.YearStart.Label(p))
			}
		}
	}
	return ""
}
