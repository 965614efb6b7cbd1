package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/engine/value"
)

// PaidContradicts reports paid-contradicts.
func (c *Collector) PaidContradicts(s settled.Said, advance bool) {
	text, help := "an instalment in arrears cannot fall due on its period's first day", "write `in arrears, on its last day`"
	if advance {
		text, help = "an instalment in advance cannot fall due on its period's last day", "write `in advance, on its first day`"
	}
	c.unsettled("paid-contradicts", s.At, text, help)
}

// SumNotYear reports sum-not-year.
func (c *Collector) SumNotYear(at diag.Span) {
	c.unsettled("sum-not-year", at, "a sum is for a whole financial year; instalments follow from it", "write the year alone: `sum 2015/16 £…`")
}

// SumTwice reports sum-twice.
func (c *Collector) SumTwice(p value.Period, second, first settled.Said) {
	c.report("sum-twice", second.At, fmt.Sprintf("%s has a sum already", c.Agreement.YearStart.Label(p)), "keep the line that is meant", see(first.At, "the first sum"))
}

// SumNothing reports sum-zero.
func (c *Collector) SumNothing(at diag.Span) {
	c.report("sum-zero", at, "a sum of nothing is no funding", "write the sum, or end the term earlier")
}

// SumMissing reports sum-missing.
func (c *Collector) SumMissing(f *settled.Funding, y value.Period) {
	label := c.Agreement.YearStart.Label(y)
	c.report("sum-missing", f.At, fmt.Sprintf("`%s` has no sum for %s, which is in the term", f.Name, label),
		fmt.Sprintf("write `sum %s £…`", y), see(c.Agreement.Said("term").At, "the term"))
}

// SumOutside reports sum-outside-term.
func (c *Collector) SumOutside(s settled.PeriodSum) {
	c.report("sum-outside-term", s.At, fmt.Sprintf("no day of %s is in the term", c.Agreement.YearStart.Label(s.Period)),
		"take the sum out, or change the term", see(c.Agreement.Said("term").At, "the term"))
}

// InstalmentCut reports instalment-cut.
func (c *Collector) InstalmentCut(f *settled.Funding, p value.Period) {
	c.report("instalment-cut", f.Said("paid").At, fmt.Sprintf("the term holds only a part of %s, and nobody says what that part costs", c.Agreement.YearStart.Label(p)),
		fmt.Sprintf("begin and end the term with a whole %s, or pay every shorter period", f.Every), see(c.Agreement.Said("term").At, "the term"))
}

// PaysItself reports pays-itself.
func (c *Collector) PaysItself(s settled.Side, at settled.Said) {
	c.report("pays-itself", at.At, fmt.Sprintf("`%s` would pay itself", s.Name()), "name the payer after `from` and the payee after `to`")
}

// OnBothSides warns of pays-itself.
func (c *Collector) OnBothSides(p *settled.Party, at settled.Said) {
	c.warn("pays-itself", at.At, fmt.Sprintf("`%s` is on both sides and would pay a part of this to itself", p.Name),
		"take it out of one of the shares, or leave it so if the two sums are really both paid")
}

// PointsTwice reports points-twice.
func (c *Collector) PointsTwice(second, first settled.Points) {
	c.report("points-twice", second.At, fmt.Sprintf("the band `%s` has points already", second.Band), "keep the line that is meant", see(first.At, "the first line"))
}

// PointsMissing reports points-missing.
func (c *Collector) PointsMissing(g *settled.Gainshare, lacks []string) {
	c.report("points-missing", g.NameAt, fmt.Sprintf("`%s` gives no points for %s", g.Name, both(code(lacks))),
		fmt.Sprintf("write a line such as `points %s 0`", lacks[0]))
}

// PointsRise reports points-rise.
func (c *Collector) PointsRise(worse, better settled.Points) {
	c.report("points-rise", worse.At, fmt.Sprintf("`%s` scores %s, more than the better band `%s`, which scores %s", worse.Band, worse.Score, better.Band, better.Score),
		fmt.Sprintf("write a score of at most %s", better.Score), see(better.At, "the better band"))
}

// PoolTooLarge reports pool-too-large.
func (c *Collector) PoolTooLarge(g *settled.Gainshare, s settled.PeriodSum) {
	c.report("pool-too-large", g.Said("pool").At,
		fmt.Sprintf("the pool of %s cannot lie within a funding of %s for %s", g.Pool, s.Sum, c.Agreement.YearStart.Label(s.Period)),
		"make the pool smaller, or write `on top of`", see(s.At, "the funding"))
}

// OtherPeriod reports period-differs.
func (c *Collector) OtherPeriod(at diag.Span, what string, k value.PeriodKind, g *settled.Gainshare) {
	c.report("period-differs", at, fmt.Sprintf("the %s is for %s, but `%s` is settled %s", what, aPeriod(k), g.Name, g.Settled()),
		fmt.Sprintf("write the sum for a %s", g.Every), see(g.Rhythm().At, "how often it is settled"))
}

// aPeriod is a kind of period with its article.
func aPeriod(k value.PeriodKind) string {
	if k == value.Term {
		return "the term"
	}
	return "a " + k.String()
}

// NeverScored warns of never-scored.
func (c *Collector) NeverScored(s settled.Said, p settled.Points, side string) {
	c.warn("never-scored", s.At, fmt.Sprintf("no score can lie %s zero, so `%s` never pays", side, s.Ref.Statement),
		"change the points, or take the line out", see(p.At, "the score that reaches furthest"))
}

// SumNegative reports sum-negative.
func (c *Collector) SumNegative(f settled.Formula, p settled.Points, sum value.Num) {
	worth, _ := sum.Money(value.HalfUp)
	c.report("sum-negative", f.At, fmt.Sprintf("at a score of %s this comes to %s, and a sum is never negative", p.Score, worth),
		"here the score is below zero: write `-score`; `from` and `to` say who pays", see(p.At, "the score"))
}

// MattersLittle warns of incentive-small.
func (c *Collector) MattersLittle(g *settled.Gainshare, s settled.PeriodSum, between, least value.Num) {
	moved, _ := between.Money(value.Down)
	wanted, _ := least.Money(value.Up)
	when := "over the term"
	if s.Period.Kind != value.Term {
		when = "in " + c.Agreement.YearStart.Label(s.Period)
	}
	c.warn("incentive-small", g.Matters.At, fmt.Sprintf("between the worst result and the best lie %s; %s of what `%s` pays %s would be %s", moved, percentText(g.Matters.From), g.Matters.Of.Name, when, wanted),
		"let more hang on the results, or take the line out and let the purpose carry them", see(s.At, "what it pays"))
}

// CapNeverBinds warns of cap-never-binds.
func (c *Collector) CapNeverBinds(g *settled.Gainshare, side string, limit value.Money, p settled.Points, sum value.Num) {
	worth, _ := sum.Money(value.HalfUp)
	score, help := "the best score pays", "lower the cap, or take it out"
	if side == "pain" {
		score, help = "the worst score costs", "lower the cap, or take it out with the line `beyond cap`"
	}
	c.warn("cap-never-binds", g.Said(side+" cap").At, fmt.Sprintf("%s %s, so a cap of %s never binds", score, worth, limit),
		help, see(p.At, "that score"))
}
