package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/engine/value"
)

// SettledTwice reports share-settled.
func (c *Collector) SettledTwice(g *settled.Gainshare) {
	c.report("share-settled", g.Said("once").At, fmt.Sprintf("`%s` is settled by year and once for the term: a saving would be shared twice", g.Name),
		"take one of the two lines out", see(g.Said("every").At, "by year"))
}

// SettledOpen shows what a tenth saved in one year and as much overspent in the
// next comes to by year, and over the term.
func (c *Collector) SettledOpen(g *settled.Gainshare) {
	figures := ""
	if t := g.Cost.Targets; len(t) > 0 && t[0].Period.Kind == value.Year {
		tenth := t[0].Sum / 10
		then := "in another"
		if len(t) > 1 {
			then = "in " + c.Agreement.YearStart.Label(t[1].Period)
		}
		figures = fmt.Sprintf(": of %s saved in %s and as much overspent %s, by year `%s` pays %s and then `%s` pays %s; over the term nothing was saved, and nobody pays",
			tenth, c.Agreement.YearStart.Label(t[0].Period), then, g.Gain.From.Name(), paidOf(g.Cost.Under, tenth, t[0].Sum, g.GainCap),
			g.Pain.From.Name(), paidOf(g.Cost.Over, tenth, t[min(1, len(t)-1)].Sum, g.PainCap))
	}
	c.unsettled("share-settled", g.At, fmt.Sprintf("over what `%s` is settled is open%s", g.Name, figures), "write `every year` or `once for the term`")
}

// EndedOpen shows what an early end leaves by either reading.
func (c *Collector) EndedOpen(g *settled.Gainshare) {
	figures := ""
	if t := g.Cost.Targets; len(t) > 0 && t[0].Period.Kind == value.Year {
		tenth := t[0].Sum / 10
		figures = fmt.Sprintf(": where it ends after %s, in which %s was saved, `%s` pays %s or nothing",
			c.Agreement.YearStart.Label(t[0].Period), tenth, g.Gain.From.Name(), paidOf(g.Cost.Under, tenth, t[0].Sum, g.GainCap))
	}
	c.unsettled("share-settled", g.Said("once").At, "what is shared when the agreement ends before its term does is open"+figures,
		"write `if ended the whole years are shared` or `if ended nothing is shared`")
}

// paidOf is what is paid of an amount against a target.
func paidOf(of []settled.CostTier, amount, target value.Money, limit *value.Money) value.Money {
	sum := money(settled.SharedBy(of, amount, target))
	if limit != nil {
		sum = min(sum, *limit)
	}
	return sum
}

// TargetOfTerm reports share-settled.
func (c *Collector) TargetOfTerm(t settled.Said, g *settled.Gainshare) {
	c.report("share-settled", t.At, fmt.Sprintf("`%s` is settled every year, and a target of the whole term says nothing of a year", g.Name),
		"write a target for each year, or `once for the term`", see(g.Said("every").At, "how often it is settled"))
}

// TargetsOverlap reports share-settled.
func (c *Collector) TargetsOverlap(one, year settled.PeriodSum) {
	c.report("share-settled", one.At, "a target of the whole term stands beside one of a year: added up, that year would count twice",
		"keep the one target of the term, or one for each year", see(year.At, "the year's"))
}

// NothingToCompare reports share-settled.
func (c *Collector) NothingToCompare(g *settled.Gainshare, one settled.PeriodSum) {
	c.report("share-settled", g.Said("if ended").At, "the whole years of a term that ends early have no target of their own to be held against",
		"write a target for each year, or `if ended nothing is shared`", see(one.At, "the one target"))
}

// TargetHoldsPart reports share-settled.
func (c *Collector) TargetHoldsPart(one settled.PeriodSum, part value.Period) {
	c.report("share-settled", one.At, fmt.Sprintf("only a part of %s is in the term: what it costs is not shared, but the one target holds it", c.Agreement.YearStart.Label(part)),
		"write a target for each year: those that are not whole are left out", see(c.Agreement.Said("term").At, "the term"))
}

// TargetLeftOut reports share-settled.
func (c *Collector) TargetLeftOut(g *settled.Gainshare, t settled.PeriodSum) {
	c.report("share-settled", t.At, fmt.Sprintf("only a part of %s is in the term: it is left out, cost and target", c.Agreement.YearStart.Label(t.Period)),
		"take the line out", see(g.Said("part year").At, "what a year is that is not whole"), see(c.Agreement.Said("term").At, "the term"))
}

// MovesOther reports share-settled.
func (c *Collector) MovesOther(at diag.Span, g *settled.Gainshare) {
	write, has := "in the year it opens", "each year has a target of its own"
	if g.Cost.Targets[0].Period.Kind == value.Term {
		write, has = "for the term", "the term has one target"
	}
	c.report("share-settled", at, has, fmt.Sprintf("write `target moved by decision %s, %s`", settled.NameOf(g.Cost.Moved), write), see(g.Cost.Targets[0].At, "the target"))
}

// ModifiedOverTerm reports a share of the term that follows the score of a year.
func (c *Collector) ModifiedOverTerm(m *settled.CostModifier, g *settled.Gainshare) {
	c.NotOffered(m.At, "a share of the whole term that follows the score of a year", "take the line out, or settle `every year`")
}

// CapByYear shows both readings of a year's cap on what is settled once.
func (c *Collector) CapByYear(at diag.Span, g *settled.Gainshare, sum value.Money) {
	years := value.Money(len(c.Agreement.Periods(value.Year)))
	c.unsettled("share-settled", at, fmt.Sprintf("`%s` is settled once for the term: %s a year may be %s over its %d years, or %s", g.Name, sum, sum*years, years, sum),
		fmt.Sprintf("write the sum for the whole term: `%s in all`", sum*years), see(g.Said("once").At, "it is settled once"))
}
