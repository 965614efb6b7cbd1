package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// OutcomeEmpty reports outcome-empty.
func (c *Collector) OutcomeEmpty(o *settled.Outcome) {
	c.report("outcome-empty", o.NameAt, fmt.Sprintf("nothing measures the outcome `%s`", o.Name),
		"put a `measure` into the block, or take the outcome out")
}

// WeightElsewhere reports weight-elsewhere.
func (c *Collector) WeightElsewhere(of *syntax.Ident, m *settled.Measure) {
	c.unsettled("weight-elsewhere", of.At, fmt.Sprintf("`%s` stands in the outcome `%s`, so its weight cannot be a part of `%s`", m.Name, m.Outcome.Name, of.Name),
		fmt.Sprintf("write `of %s`, or move the measure", m.Outcome.Name), see(m.Outcome.At, "it stands in this outcome"))
}

// MeasuresNotWhole reports weights-not-whole.
func (c *Collector) MeasuresNotWhole(o *settled.Outcome, sum value.Num) {
	var related []diag.Related
	for _, m := range o.Measures {
		related = append(related, see(m.Said("weight").At, fmt.Sprintf("%s for `%s`", percentText(m.Weight), m.Name)))
	}
	c.report("weights-not-whole", o.NameAt, fmt.Sprintf("the measures of `%s` weigh %s together, not 100%%", o.Name, percentText(sum)), tooMuch(sum), related...)
}

// OutcomesNotWhole reports weights-not-whole.
func (c *Collector) OutcomesNotWhole(g *settled.Gainshare, sum value.Num) {
	var related []diag.Related
	for _, o := range g.Outcomes {
		related = append(related, see(o.Said("weight").At, fmt.Sprintf("%s for `%s`", percentText(o.Weight), o.Name)))
	}
	c.report("weights-not-whole", g.NameAt, fmt.Sprintf("the outcomes that `%s` reads weigh %s together, not 100%%", g.Name, percentText(sum)), tooMuch(sum), related...)
}

// NothingScored reports nothing-scored.
func (c *Collector) NothingScored(g *settled.Gainshare) {
	c.report("nothing-scored", g.NameAt, fmt.Sprintf("no outcome weighs anything in `%s`, so there is nothing to score", g.Name),
		fmt.Sprintf("give an outcome a line such as `weight 100%% of %s`", g.Name))
}

// WrongUnit reports unit-wrong.
func (c *Collector) WrongUnit(at diag.Span, m *settled.Measure) {
	c.unsettled("unit-wrong", at, fmt.Sprintf("`%s` is measured in %s, and this is a value of another unit", m.Name, m.Unit),
		"write the bare number", see(m.Said("unit").At, "the unit"))
}

// InputIsUnit reports input-is-unit.
func (c *Collector) InputIsUnit(name *syntax.Ident, m *settled.Measure) {
	c.unsettled("input-is-unit", name.At, fmt.Sprintf("`%s` is the unit of `%s` and cannot be an input as well", name.Name, m.Name),
		"name the input by what it counts", see(m.Said("unit").At, "the unit"))
}

// NoPeriod reports value-missing.
func (c *Collector) NoPeriod(m *settled.Measure) {
	c.unsettled("value-missing", m.At, fmt.Sprintf("`%s` does not say how a period's value comes about", m.Name),
		"write `each quarter as returned`, `each year sum of quarters` or a formula of its inputs")
}

// ZeroOpen reports zero-open.
func (c *Collector) ZeroOpen(m *settled.Measure, divides settled.Said) {
	c.unsettled("zero-open", divides.At,
		fmt.Sprintf("`%s` has no value when the formula divides by zero: the period could count as best, as worst, or not at all", m.Name),
		"say which band it then has, for example `if zero take minimum`")
}

// InputUnread reports input-unread.
func (c *Collector) InputUnread(in settled.Input, m *settled.Measure) {
	c.report("input-unread", in.At, fmt.Sprintf("no formula of `%s` reads the input `%s`", m.Name, in.Name),
		"use it in an `each …` line, or take it out")
}

// PeriodTooShort reports part-not-returned.
func (c *Collector) PeriodTooShort(f *settled.Figure, m *settled.Measure) {
	c.unsettled("part-not-returned", f.At, fmt.Sprintf("`%s` is returned every %s, so there is no figure for a %s", m.Name, m.Return.Every, f.Every),
		fmt.Sprintf("write `each %s`, or have it returned every %s", m.Return.Every, f.Every), see(m.Return.Said("every").At, "how often it is returned"))
}

// WhichPart reports part-not-returned.
func (c *Collector) WhichPart(f *settled.Figure, m *settled.Measure) {
	c.unsettled("part-not-returned", f.At, fmt.Sprintf("`%s` is returned every %s, so nothing is returned for a %s as a whole", m.Name, m.Return.Every, f.Every),
		fmt.Sprintf("say which %s stands for it, or write `sum of %s`", m.Return.Every, plural(m.Return.Every)), see(m.Return.Said("every").At, "how often it is returned"))
}

// PartNotReturned reports part-not-returned.
func (c *Collector) PartNotReturned(at diag.Span, part string, f *settled.Figure, m *settled.Measure) {
	c.unsettled("part-not-returned", at, fmt.Sprintf("`%s` is returned every %s, so it has no figure for %s of a %s", m.Name, m.Return.Every, part, f.Every),
		fmt.Sprintf("name a %s of the year", m.Return.Every), see(m.Return.Said("every").At, "how often it is returned"))
}

// SumOfNothing reports part-not-returned.
func (c *Collector) SumOfNothing(f *settled.Figure, m *settled.Measure, at diag.Span, parts string) {
	c.unsettled("part-not-returned", at, fmt.Sprintf("a %s of `%s` has no %s that are returned by themselves", f.Every, m.Name, parts),
		fmt.Sprintf("`%s` is returned every %s", m.Name, m.Return.Every), see(m.Return.Said("every").At, "how often it is returned"))
}

func plural(k value.PeriodKind) string { return k.String() + "s" }

// OnWhichTotals reports totals-open.
func (c *Collector) OnWhichTotals(f *settled.Figure, m *settled.Measure) {
	c.unsettled("totals-open", f.At,
		fmt.Sprintf("a formula for a %s of `%s` could be worked on the year's totals, or on each %s and then averaged", f.Every, m.Name, m.Return.Every),
		"add `, on the year's totals`")
}

// StepsBackwards reports steps-backwards.
func (c *Collector) StepsBackwards(after, before settled.Consequence) {
	c.report("steps-backwards", after.At, fmt.Sprintf("%s after due comes no later than the step before it, at %s", after.Span, before.Span),
		"write the steps in the order in which their days come", see(before.At, "the step before it"))
}

// BaselineEstimated warns of baseline-estimated.
func (c *Collector) BaselineEstimated(m *settled.Measure) {
	c.warn("baseline-estimated", m.Baseline.At, fmt.Sprintf("where `%s` stood is estimated, so nobody will know how far it has moved", m.Name),
		"count it before the term begins, and write `quality counted \"WHERE FROM\"`")
}

// MostlyOutputs warns of mostly-outputs.
func (c *Collector) MostlyOutputs(g *settled.Gainshare, part value.Num) {
	c.warn("mostly-outputs", g.NameAt, fmt.Sprintf("%s of the score of `%s` is what is done for people, not what becomes true for them", percentText(part), g.Name),
		"give measures that show an outcome more weight than those that show an output")
}

// SuccessOfSome warns of success-of-some.
func (c *Collector) SuccessOfSome(f settled.Formula, left *settled.Party, does string) {
	c.warn("success-of-some", f.At, fmt.Sprintf("results are shared by some who provide and not by `%s`: in an alliance, success is of all, and this line %s members one by one", left.Name, does),
		"give every provider a share, however small, or name another model", see(left.NameAt, "it has no part in it"))
}
