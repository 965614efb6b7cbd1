package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

// shadow settles the time before the term in which the agreement is practised.
func (c *checker) shadow(s *syntax.Shadow, a *settled.Agreement) {
	first := c.date(&s.From)
	if !first.IsSet() || !a.First.IsSet() || s.Start.Hole != nil {
		return
	}
	if first >= a.First {
		c.ShadowInTerm(first)
		return
	}
	a.Shadow = &machine.Shadow{First: first, Late: s.Start.Word == syntax.OrLastSignature}
}
