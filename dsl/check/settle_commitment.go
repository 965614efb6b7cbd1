package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

func (c *checker) commitment(b *syntax.Block, x *settled.Commitment) {
	if every := syntax.One[*syntax.Every](b, "every"); every != nil && every.Cycle.Hole == nil && every.Cycle.Word != syntax.Yearly {
		c.NotOffered(every.Cycle.At, "committing a sum for a "+string(every.Cycle.Word), "write `every year`")
	}
	if spent := syntax.One[*syntax.Spent](b, "spent"); spent != nil {
		x.Spent = string(spent.Where.Word)
		if spent.Where.Word == syntax.SpentWhereGiven && len(c.Agreement.Places) == 0 && !c.nameless["place"] && !c.lost["place"] {
			c.SpentNowhere(x)
		}
	}
	whole := true
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Gives)
		if !ok {
			whole = whole && s.Def != nil && s.Def.Keyword != "gives"
			continue
		}
		whole = c.gives(v, c.said(&x.Head, s), x) && whole
	}
	if whole && b.Find("gives") != nil {
		c.everybodyGives(x)
	}
}

// gives settles one line: a party's sum for one year, or for every year of the
// term. It reports whether the line says what it must.
func (c *checker) gives(v *syntax.Gives, said settled.Said, x *settled.Commitment) bool {
	p := one[*settled.Party](c, &v.Party, "party")
	sum, ok := c.money(&v.Sum)
	ok = ok || v.Sum.Hole != nil
	years := c.Agreement.Periods(value.Year)
	switch {
	case p == nil || !ok:
		return false
	case v.Period != nil && v.Period.Hole != nil:
		return false
	case v.Period != nil:
		y := periodOf(v.Period)
		if y.Kind != value.Year || years != nil && !slices.Contains(years, y) {
			c.GivesOutside(v.Period.At, y)
			return false
		}
		years = []value.Period{y}
	}
	for _, y := range years {
		if first := x.Gift(p, y); first != nil {
			c.GivesTwice(p, y, said, first.Said)
			return false
		}
		x.Gives = append(x.Gives, settled.Gift{Said: said, Party: p, Period: y, Sum: sum})
	}
	return true
}

// everybodyGives finds commissioners without a sum for a year of the term.
func (c *checker) everybodyGives(x *settled.Commitment) {
	for _, p := range c.Agreement.Parties {
		if !slices.Contains(p.Roles, string(syntax.Commissioner)) {
			continue
		}
		for _, y := range c.Agreement.Periods(value.Year) {
			if x.Gift(p, y) == nil {
				c.GivesMissing(x, p, y)
				break
			}
		}
	}
}
