package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// FamilyMissing reports family-missing.
func (c *Collector) FamilyMissing(o *settled.Outcome) {
	c.report("family-missing", o.NameAt, fmt.Sprintf("an investment asks two questions, and `%s` does not say which one it answers", o.Name),
		"write `family prevention` where it shows that need stops growing, or `family organisational` where it shows what comes back", see(c.Agreement.Said("model").At, "the model"))
}

// FamilyUnasked reports family-unasked.
func (c *Collector) FamilyUnasked(family string) {
	c.report("family-unasked", c.Agreement.Said("model").At, fmt.Sprintf("no outcome is of the family `%s`, and an investment needs both", family),
		fmt.Sprintf("add an outcome with the line `family %s`", family))
}

// EvidenceTwice reports evidence-contradicts.
func (c *Collector) EvidenceTwice(s settled.Said, m *settled.Measure) {
	c.report("evidence-contradicts", s.At, fmt.Sprintf("`%s` says twice whether it is known to show what it claims", m.Name), "keep the line that is true today")
}

// EvidenceUnseen reports evidence-contradicts.
func (c *Collector) EvidenceUnseen(v *syntax.Establishing, every value.PeriodKind, m *settled.Measure) {
	c.report("evidence-contradicts", v.Every.At, fmt.Sprintf("readings of every %s cannot come in with returns of every %s", every, m.Return.Every),
		fmt.Sprintf("write `every %s`, or return `%s` more often", m.Return.Every, m.Name))
}

// WithholdsWhat reports withholds-what.
func (c *Collector) WithholdsWhat(at diag.Span) {
	c.report("withholds-what", at, "it does not say of which funding the next instalment is withheld", "write `withhold the next instalment of FUNDING until returned`")
}

// WaiverUntaken reports waiver-untaken.
func (c *Collector) WaiverUntaken(r *settled.Route, d *settled.Decision) {
	c.report("waiver-untaken", r.Said("waiver").At, fmt.Sprintf("`%s` is to waive the route, but a yes changes nothing", d.Name), fmt.Sprintf("write `then take waiver` in `%s`", d.Name), see(d.NameAt, "the decision"))
}

// WaiverOfNothing reports waiver-untaken.
func (c *Collector) WaiverOfNothing(a *settled.Action) {
	c.report("waiver-untaken", a.At, "no route has this decision as its waiver", "write `waiver by decision NAME` in a route")
}

// TemplateFilled reports template-filled.
func (c *Collector) TemplateFilled() {
	c.report("template-filled", c.Agreement.At, "nothing is still to be agreed, so this is no template", "write `agreement` in place of `template`")
}

// ClosingForm reports review-branches.
func (c *Collector) ClosingForm(r *settled.Review) {
	c.report("review-branches", r.NameAt, "what follows under a condition needs a review that is held once before the term ends, one `then` with the condition, and an `otherwise`",
		"write `held LENGTH before the term ends`, `then ACTION, when CONDITION` and `otherwise end agreement, at the end of the term`")
}

// EndsUndated reports ends-undated.
func (c *Collector) EndsUndated(at diag.Span) {
	c.report("ends-undated", at, "it does not say when the agreement ends", "write `end agreement, at the end of the term`")
}

// HoldsWhen reports holds-when.
func (c *Collector) HoldsWhen(at diag.Span, r *settled.Review) {
	text, help := "it is held in every period, and the line names none", "write `for PERIOD` behind it"
	if r.Once {
		text, help = "it is held once, and has no periods", "leave the period out"
	}
	c.report("holds-when", at, fmt.Sprintf("`%s`: %s", r.Name, text), help)
}

// PurposeUnsaid reports investment-purpose.
func (c *Collector) PurposeUnsaid() {
	c.report("investment-purpose", c.Agreement.Said("model").At, "an investment says what it is for: that support keeps need from growing, or that more comes back than is put in", "add a line `purpose`")
}

// NothingExcluded reports paid-twice.
func (c *Collector) NothingExcluded(f *settled.Funding) {
	c.report("paid-twice", f.NameAt, "it does not say what the money is not for, so what a personal health budget buys could be paid twice",
		"add a line such as `excludes \"What personal health budgets already pay for\"` to one of the fundings", see(c.Agreement.Said("model").At, "the model"))
}
