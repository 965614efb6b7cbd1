package check

import (
	"fmt"

	"concordat/dsl/expr"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// investment settles what an investment says beside any other funding.
func (c *checker) investment(b *syntax.Block, f *settled.Funding) {
	if t := syntax.One[*syntax.Taper](b, "taper"); t != nil {
		c.taper(b, t, f)
	}
	c.taperLines(b, f)
	for _, s := range b.Statements {
		if v, ok := s.Value.(*syntax.Ceiling); ok {
			c.ceiling(v, c.said(&f.Head, s), f)
		}
	}
	if v := syntax.One[*syntax.Withheld](b, "withheld"); v != nil {
		c.withheld(v, f)
	}
	for _, v := range syntax.All[*syntax.Says](b, "excludes") {
		f.Excludes = append(f.Excludes, v.Text.Value)
	}
}

// ceiling settles a ceiling over the term or in a year, and finds sums that no
// decision may ever allow.
func (c *checker) ceiling(v *syntax.Ceiling, said settled.Said, f *settled.Funding) {
	limit := &settled.Ceiling{Said: said, Unless: one[*settled.Decision](c, v.Unless, "decision")}
	place := &f.Ceiling
	if v.Over.Word == syntax.AYear {
		place = &f.AYear
	}
	if *place != nil {
		c.CeilingTwice(said, **place)
		return
	}
	*place = limit
	sum, ok := c.money(&v.Sum)
	if limit.Sum = sum; !ok || v.Over.Hole != nil {
		return
	}
	if v.Over.Word == syntax.InTotal {
		if total := f.Most(); total > sum && v.Unless == nil {
			c.CeilingBroken(f, limit, fmt.Sprintf("%s in total", total))
		}
		return
	}
	for _, s := range f.Sums {
		if s.Sum > sum && v.Unless == nil {
			c.CeilingBroken(f, limit, fmt.Sprintf("%s for %s", s.Sum, s.Period))
			return
		}
	}
}

func (c *checker) withheld(v *syntax.Withheld, f *settled.Funding) {
	if c.asksUnsettled(&v.While) {
		return
	}
	env := &expr.Env{Currency: c.Agreement.Currency, Where: fmt.Sprintf("the funding `%s`", f.Name), Measures: c.bands}
	while, found := expr.Condition(&v.While, env)
	c.Take(found)
	if !found.HasErrors() {
		f.Withheld = &settled.Withheld{Said: f.Said("withheld"), While: while, Reads: c.measuresIn(&while)}
	}
}
