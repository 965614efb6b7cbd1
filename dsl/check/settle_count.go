package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Figure without bands: `count` and `cost`. Both are measures that belong to no
// outcome, so that everything that is true of a figure is true of them.

// isFigure reports whether a block of a kind is a figure, as a measure is.
func isFigure(kind string) bool { return kind == "measure" || kind == "count" || kind == "cost" }

func (c *checker) counted(b *syntax.Block, m *settled.Measure) {
	m.Means = c.prose(b, "means", &m.Head)
	if m.Keyword == "cost" {
		m.Unit, m.Places = "pounds", 2
		if of := syntax.One[*syntax.CostOf](b, "of"); of != nil {
			switch x := c.find(&of.Of, "funding", "commitment").(type) {
			case *settled.Funding:
				m.CostOf = x
			case *settled.Commitment:
				m.Under = x
			}
		}
		if v := syntax.One[*syntax.Name](b, "for"); v != nil {
			m.For = one[*settled.Outcome](c, &v.Name, "outcome")
		}
	} else {
		c.unit(b, m)
	}
	c.source(b, m)
	c.figures(b, m)
	for _, f := range m.Values {
		if f.By == nil {
			continue
		}
		f.By.Walk(func(e *machine.Expr) {
			if e.Op == machine.OpDiv && e.Args[1].Op != machine.OpConst {
				c.NotOffered(f.At, "a figure without bands that divides", "make it a measure, whose `if zero` says what follows where nothing divides it")
			}
		})
	}
}

// plain settles a figure that is written as a number or in pounds.
func (c *checker) plain(v *syntax.Value) *value.Num {
	switch {
	case v.Money != nil && v.Money.Hole == nil:
		if _, ok := c.money(v.Money); !ok {
			return nil
		}
		n, err := value.ParseNum(v.Money.Digits)
		if err == nil {
			return &n
		}
	case v.Number != nil:
		if n, ok := c.num(v.Number); ok {
			return &n
		}
	case v.Percent != nil && v.Percent.Hole == nil:
		c.TakesPercent(v)
	}
	return nil
}
