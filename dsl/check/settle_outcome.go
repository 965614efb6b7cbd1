package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

func (c *checker) outcome(b *syntax.Block, o *settled.Outcome) {
	if w := syntax.One[*syntax.Weight](b, "weight"); w != nil {
		o.Weight, _ = c.percent(&w.Part)
		if g, ok := c.find(&w.Of, "gainshare", "scorecard").(*settled.Gainshare); ok {
			o.Of = g
			g.Outcomes = append(g.Outcomes, o)
		}
	}
	if f := syntax.One[*syntax.Family](b, "family"); f != nil {
		o.Family = string(f.Is.Word)
	}
	for _, v := range syntax.All[*syntax.Says](b, "improves") {
		o.Improves = append(o.Improves, text(&v.Text))
	}
	if len(o.Measures) == 0 && len(b.Blocks) == 0 {
		c.OutcomeEmpty(o)
	}
}

// weightOf settles a measure's weight, which is a part of the outcome that the
// measure stands in.
func (c *checker) weightOf(b *syntax.Block, m *settled.Measure) {
	w := syntax.One[*syntax.Weight](b, "weight")
	if w == nil || m.Outcome == nil {
		return
	}
	m.Weight, _ = c.percent(&w.Part)
	if o := one[*settled.Outcome](c, &w.Of, "outcome"); o != nil && o.Name != m.Outcome.Name {
		c.WeightElsewhere(&w.Of, m)
	}
}

// weights finds outcomes whose measures, and gainshares whose outcomes, do not
// make up the whole.
func (c *checker) weights() {
	for _, o := range c.Agreement.Outcomes {
		sum, known := value.Num{}, len(o.Measures) > 0
		for _, m := range o.Measures {
			sum, known = sum.Add(m.Weight), known && m.Weight.Sign() > 0
		}
		if known && !sum.Equal(value.Int(1)) && c.readInside(o) {
			c.MeasuresNotWhole(o, sum)
		}
	}
	for _, g := range c.Agreement.Gainshares {
		sum, known := value.Num{}, len(g.Outcomes) > 0
		for _, o := range g.Outcomes {
			sum, known = sum.Add(o.Weight), known && o.Weight.Sign() > 0
		}
		switch {
		case known && !sum.Equal(value.Int(1)) && !c.Broken:
			c.OutcomesNotWhole(g, sum)
		case len(g.Outcomes) == 0 && g.Cost == nil && !c.Broken && !c.drafted:
			c.NothingScored(g)
		}
	}
}

// readInside reports whether everything that stands in an outcome could be read.
func (c *checker) readInside(o *settled.Outcome) bool {
	p := c.names[o.Name]
	return p != nil && c.strayLines(p.at) == 0 && !slices.ContainsFunc(p.at.Blocks, func(b *syntax.Block) bool { return b.Def == nil })
}
