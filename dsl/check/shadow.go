package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
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

// practised finds a shadow period in which nothing runs: no figure is asked for,
// and no review held, for a period that lies in it with all its days.
func (c *checker) practised() {
	if c.Agreement.Shadow == nil {
		return
	}
	runs := func(k value.PeriodKind) bool {
		return slices.ContainsFunc(c.Agreement.YearStart.Over(k, c.Agreement.Shadow.First, c.Agreement.First.AddDays(-1)), c.Agreement.Practises)
	}
	if !slices.ContainsFunc(c.Agreement.Measures, func(m *settled.Measure) bool { return runs(m.Every) }) &&
		!slices.ContainsFunc(c.Agreement.Reviews, func(r *settled.Review) bool { return runs(r.Every) }) {
		c.ShadowEmpty()
	}
}
