package render

import (
	"fmt"

	"concordat/engine/machine"
)

// socialReturn is what is thought to come back, and how it is worked out.
func (c *contractor) socialReturn(p *part, r *machine.SocialReturn) {
	out := c.rule(p, r.Title, r.Name)
	first, share, drop := "discounted too", "what others caused", "second"
	if r.FirstFull {
		first = "counted in full"
	}
	if r.Own {
		share = "what this work caused"
	}
	if r.DropFirst {
		drop = "first"
	}
	rates := "the rate of this agreement"
	if r.RatesOf != "" {
		rates = r.RatesOf
	}
	out.rules(
		"It is reported, and nobody is paid by it.",
		fmt.Sprintf("The model is: %s.", r.Model),
		fmt.Sprintf("It looks at %d years from %s, discounted at %s; the first year is %s.", r.Years, c.m.YearStart.Label(r.From), rates, first),
		fmt.Sprintf("Attribution is %s. Benefits drop off from the %s year.", share, drop),
		"Cashable benefits, capacity and social benefits are reported apart.")
	t := table{head: []string{"Benefit", "Kind", "Quantity", "One is worth", "Deadweight", "Displacement", "Attribution", "Drop off", "Lasts"}}
	for i := range r.Benefits {
		b := &r.Benefits[i]
		quantity := "`" + b.Measure + "` for " + c.m.YearStart.Label(b.Period)
		if b.Quantity != nil {
			quantity = b.Quantity.String()
		}
		t.rows = append(t.rows, []string{b.Title, string(b.Kind), quantity, fmt.Sprintf("%s (%s)", b.Proxy, b.Source), percent(b.Deadweight), percent(b.Displacement),
			percent(b.Attribution), percent(b.DropOff) + " a year", fmt.Sprintf("%d years", b.Lasts)})
	}
	out.body = append(out.body, t)
	for _, x := range r.PutIn {
		how := "in money"
		if x.InKind {
			how = "in kind"
		}
		out.rules(fmt.Sprintf("`%s` puts in %s in %s, %s: %s.", x.Party, x.Sum, c.m.YearStart.Label(x.Year), how, x.Says))
	}
	for _, words := range r.Told {
		out.rules("Not put in pounds: " + words + ".")
	}
}
