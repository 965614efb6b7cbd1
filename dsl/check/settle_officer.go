package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

func (c *checker) officer(b *syntax.Block, o *settled.Officer) {
	if v := syntax.One[*syntax.Name](b, "acts for"); v != nil {
		o.Party = one[*settled.Party](c, &v.Name, "party")
	}
	if v := syntax.One[*syntax.May](b, "may"); v != nil {
		for _, act := range v.Acts {
			if kind := machine.ActKind(act.Word); act.Hole == nil && !slices.Contains(o.May, kind) {
				o.May = append(o.May, kind)
			}
		}
	}
	if v := syntax.One[*syntax.OfficerLimit](b, "up to"); v != nil && v.Sum != nil {
		if sum, ok := c.money(v.Sum); ok {
			o.Limit = &sum
		}
	}
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Dates)
		if !ok {
			continue
		}
		said := c.said(&o.Head, s)
		from, to, ok := c.dates(v)
		if !ok {
			continue
		}
		for _, d := range o.Terms {
			if from <= d.To && d.From <= to {
				c.DelegatedTwice(o, said, d)
			}
		}
		o.Terms = append(o.Terms, settled.Delegation{Said: said, From: from, To: to})
	}
}
