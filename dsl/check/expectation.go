package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// expect checks what must be so at the end of a day. What is said of the
// subject decides what it may be.
func (c *checker) expect(e *syntax.Expectation) {
	c.about(e.About)
	c.entryNumber(e)
	subject := syntax.Ident{Name: e.Subject.Name, At: e.Subject.At}
	if subject.Name == "agreement" {
		return
	}
	switch is := c.find(&subject, subjects(e)...).(type) {
	case *settled.Measure:
		c.ofMeasure(e, is)
	case *settled.Review:
		if e.Period != nil {
			c.reviewPeriod(e.Period, is)
		}
	case *settled.Gainshare:
		c.ofSettlement(e.Period, is)
	case *settled.Ratecard: // claims are settled after the term too
	default:
		if e.Period != nil && is != nil {
			c.inTerm(e.Period.At, periodOf(e.Period))
		}
	}
	c.predicate(e)
}

// subjects are the kinds of block of which something can be said.
func subjects(e *syntax.Expectation) []string {
	switch {
	case e.Person != nil:
		return []string{"price"}
	case e.ComesTo != nil:
		return []string{"social_return"}
	case e.Scores != nil:
		return []string{"gainshare", "scorecard"}
	case e.Owes != nil, e.Bears != nil, e.IsOwed != nil:
		return []string{"party", "shares"}
	case e.TakesEffect != nil:
		return []string{"notice"}
	case e.IsReminded != nil, e.IsTold != nil:
		return []string{"party", "group", "body"}
	case e.Has.Word == syntax.HasLapsed:
		return []string{"decision", "dispute"}
	case e.Is != nil && (e.Is.Band != nil || e.Is.Value != nil):
		return []string{"measure"}
	case e.Is != nil && e.Is.EscalatedTo != nil:
		return []string{"decision"}
	case e.Is != nil && e.Is.With != nil:
		return []string{"dispute"}
	}
	return []string{"measure", "decision", "review", "dispute", "notice", "contract", "rule", "gainshare", "scorecard", "ratecard", "funding", "advance", "fund", "route", "register", "process", "step"}
}

func (c *checker) ofMeasure(e *syntax.Expectation, m *settled.Measure) {
	if e.Period != nil {
		c.measurePeriod(e.Period, m, true)
	}
	if e.Is != nil && e.Is.Value != nil {
		if m.Judged != nil {
			c.JudgedFigure(e.Is.Value.At, m)
			return
		}
		c.precise(e.Is.Value, m)
	}
}

func (c *checker) ofSettlement(at *syntax.Period, g *settled.Gainshare) {
	if at == nil {
		return
	}
	p := periodOf(at)
	if p.Kind != g.Every && p.Kind != value.NoPeriod {
		c.NoSuchSettlement(at.At, p, g)
		return
	}
	c.inTerm(at.At, p)
}

func (c *checker) predicate(e *syntax.Expectation) {
	for _, debt := range []*syntax.Debt{e.Owes, e.Bears, e.IsOwed} {
		if debt == nil {
			continue
		}
		c.money(&debt.Amount)
		switch is := c.find(&debt.Under, "gainshare", "funding", "tranche", "ratecard", "advance", "fund").(type) {
		case *settled.Gainshare:
			c.ofSettlement(&debt.Period, is)
		case *settled.Funding:
			c.inTerm(debt.Period.At, periodOf(&debt.Period))
		}
	}
	for _, told := range []*syntax.Concerns{e.IsReminded, e.IsTold} {
		if told != nil {
			c.about(&syntax.About{Name: &told.Name, Period: told.Period})
		}
	}
	if e.Is == nil {
		return
	}
	if e.Is.Band != nil {
		c.band(e.Is.Band)
	}
	if e.Is.EscalatedTo != nil {
		c.find(e.Is.EscalatedTo, "group", "dispute")
	}
	if e.Is.With != nil {
		c.find(e.Is.With, "group", "body", "party")
	}
}
