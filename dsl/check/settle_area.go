package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

func (c *checker) area(b *syntax.Block, x *settled.Area) {
	if ages := syntax.One[*syntax.Ages](b, "ages"); ages != nil {
		x.Ages = c.ages(ages)
	}
	if leads := syntax.One[*syntax.Leads](b, "lead"); leads != nil {
		c.leads(leads, x)
	}
	for _, with := range syntax.All[*syntax.LeadsWith](b, "with") {
		if p := one[*settled.Party](c, &with.Party, "party"); p != nil {
			x.With = append(x.With, settled.Helper{Party: p, For: with.For.Text})
		}
	}
	if reports := syntax.One[*syntax.Name](b, "reports to"); reports != nil {
		x.Reports = c.named([]*syntax.Ident{&reports.Name}, aGroup|aBody)
	}
}

func (c *checker) ages(v *syntax.Ages) (out machine.Ages) {
	if v.All {
		return out
	}
	out.From, _ = c.count(v.From)
	if v.To != nil {
		out.To, _ = c.count(v.To)
	}
	if v.Some != nil {
		out.Some, _ = c.count(v.Some)
	}
	switch {
	case out.From > 0 && out.To > 0 && out.To < out.From:
		c.AgesBackwards(v.To.At, out)
	case out.From > 0 && out.Some >= out.From:
		c.AgesWithin(v.Some.At, out)
	}
	return out
}

// leads settles who leads an area. Wherever one leads there is no second, and
// where they lead by place no place is left out.
func (c *checker) leads(v *syntax.Leads, x *settled.Area) {
	whole := true
	for _, l := range v.Leads {
		if c.isRole(&l.Party) {
			c.LeadByRole(&l.Party)
			return
		}
		lead := settled.Lead{Said: x.Said("lead"), Party: one[*settled.Party](c, &l.Party, "party"), Place: one[*settled.Place](c, l.Place, "place")}
		lead.At = l.Party.At
		if lead.Party == nil || l.Place != nil && lead.Place == nil {
			whole = false
			continue
		}
		if i := slices.IndexFunc(x.Leads, lead.Meets); i >= 0 {
			c.LeadTwice(x, lead, x.Leads[i])
			whole = false
			continue
		}
		x.Leads = append(x.Leads, lead)
	}
	if !whole || len(x.Leads) == 0 || x.Leads[0].Place == nil {
		return
	}
	for _, p := range c.Agreement.Places {
		if !slices.ContainsFunc(x.Leads, func(l settled.Lead) bool { return l.Place == p }) {
			c.LeadMissing(x, p)
		}
	}
}

// isRole reports whether a name is no name but what several parties may be.
func (c *checker) isRole(name *syntax.Ident) bool {
	return name.Hole == nil && c.names[name.Name] == nil && slices.Contains(syntax.RoleWord("").Phrases(), name.Name)
}
