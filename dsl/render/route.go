package render

import (
	"fmt"

	"concordat/engine/machine"
)

// route says how a partner is chosen, and which threshold that rests on.
func (c *contractor) route(p *part, r *machine.Route) {
	out := c.rule(p, r.Title, r.Name)
	counts := ""
	if r.VAT != "" {
		counts = ", " + r.VAT
	}
	total := ""
	if r.Total != nil {
		total = fmt.Sprintf(" The most that it can be is %s.", r.Total)
	}
	out.rules(fmt.Sprintf("It follows from the total value of `%s`%s.%s", r.On, counts, total))
	switch {
	case len(r.Dated) > 0 && r.Begun != nil:
		t := table{head: []string{"From", "Threshold"}, right: []bool{false, true}}
		for _, d := range r.Dated {
			t.rows = append(t.rows, []string{d.From.String(), d.Sum.String()})
		}
		out.body = append(out.body, t)
		out.rules(fmt.Sprintf("Procurement begins on %s, so the threshold is %s.", r.Begun, r.Threshold))
	case r.Threshold != nil:
		out.rules(fmt.Sprintf("The threshold is %s.", r.Threshold))
	default:
		out.rules("The threshold is still to be agreed.")
	}
	for _, w := range r.Ways {
		out.rules(fmt.Sprintf("`%s`.", w.Means))
	}
	out.rules(orNothing(r.Takes, "For this total it is `%s`."))
	if r.Quotes > 0 {
		out.rules(fmt.Sprintf("It is open once %d quotes are written down in `%s`.", r.Quotes, r.Register))
	}
	out.rules(orNothing(r.Waiver, "The decision `%s` may waive it."))
}
