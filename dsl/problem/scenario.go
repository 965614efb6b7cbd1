package problem

import (
	"fmt"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// OtherAgreement reports scenario-agreement.
func (c *Collector) OtherAgreement(name *syntax.Ident) {
	c.unsettled("scenario-agreement", name.At, fmt.Sprintf("these scenarios are of `%s`, but the agreement is `%s`", name.Name, c.Agreement.Name),
		fmt.Sprintf("write `agreement %s`", c.Agreement.Name))
}

// ScenarioTwice reports scenario-twice.
func (c *Collector) ScenarioTwice(b *syntax.Block, first diag.Span) {
	c.report("scenario-twice", b.Title.At, "a scenario with this title stands above", "give it a title of its own, so that a result can be told apart", see(first, "the first one"))
}

// DatesGoBack reports dates-go-back.
func (c *Collector) DatesGoBack(at diag.Span, on, last value.Date, lastAt diag.Span) {
	c.report("dates-go-back", at, fmt.Sprintf("%s comes before %s, and the lines of a scenario run in order", on, last),
		"move the line up to its day", see(lastAt, fmt.Sprintf("the story is at %s already", last)))
}

// NoSuchPeriod reports period-not-kept.
func (c *Collector) NoSuchPeriod(at diag.Span, p value.Period, m *settled.Measure, kinds []value.PeriodKind) {
	var words []string
	for _, k := range kinds {
		if w := a(k.String()); len(words) == 0 || words[len(words)-1] != w {
			words = append(words, w)
		}
	}
	c.report("period-not-kept", at, fmt.Sprintf("`%s` has nothing for %s, which is a %s", m.Name, c.Agreement.YearStart.Label(p), p.Kind),
		"write "+Either(words), see(m.At, fmt.Sprintf("`%s`", m.Name)))
}

// PeriodOutside reports period-not-kept.
func (c *Collector) PeriodOutside(at diag.Span, p value.Period) {
	c.report("period-not-kept", at, fmt.Sprintf("no day of %s is in the term", c.Agreement.YearStart.Label(p)), "write a period of the term",
		see(c.Agreement.Said("term").At, "the term"))
}

// NoSuchReview reports period-not-kept.
func (c *Collector) NoSuchReview(at diag.Span, p value.Period, r *settled.Review) {
	c.report("period-not-kept", at, fmt.Sprintf("`%s` is held every %s, and %s is a %s", r.Name, r.Every, c.Agreement.YearStart.Label(p), p.Kind),
		fmt.Sprintf("write a %s", r.Every), see(r.Said("every").At, "how often it is held"))
}

// NoSuchSettlement reports period-not-kept.
func (c *Collector) NoSuchSettlement(at diag.Span, p value.Period, g *settled.Gainshare) {
	c.report("period-not-kept", at, fmt.Sprintf("`%s` is settled %s, and %s is %s", g.Name, g.Settled(), c.Agreement.YearStart.Label(p), aPeriod(p.Kind)),
		fmt.Sprintf("write %s", aPeriod(g.Every)), see(g.Rhythm().At, "how often it is settled"))
}

// JudgedFigure reports judged-figure.
func (c *Collector) JudgedFigure(at diag.Span, m *settled.Measure) {
	c.report("judged-figure", at, fmt.Sprintf("`%s` is judged: it has a band and no figure", m.Name), "write a band, such as `minimum`",
		see(m.Said("judged").At, "it is judged"))
}

// NeedsInputs reports inputs-needed.
func (c *Collector) NeedsInputs(at diag.Span, m *settled.Measure) {
	var words []string
	for _, in := range m.Inputs {
		words = append(words, in.Name+" NUMBER")
	}
	c.report("inputs-needed", at, fmt.Sprintf("`%s` is reckoned from what is returned, so the parts must come in, not the result", m.Name),
		fmt.Sprintf("write `%s`", strings.Join(words, ", ")))
}

// NoInput reports name-unknown.
func (c *Collector) NoInput(name *syntax.Ident, m *settled.Measure) {
	var known []string
	for _, in := range m.Inputs {
		known = append(known, in.Name)
	}
	text := fmt.Sprintf("`%s` is no input of `%s`", name.Name, m.Name)
	help := fmt.Sprintf("`%s` is returned as one figure", m.Name)
	if len(known) > 0 {
		help = "write " + Either(code(known))
	}
	if near := diag.Nearest(name.Name, known); near != "" {
		text += fmt.Sprintf("; did you mean `%s`?", near)
	}
	c.report("name-unknown", name.At, text, help, see(m.At, fmt.Sprintf("`%s`", m.Name)))
}

// BlockUnknown reports reason-unknown.
func (c *Collector) BlockUnknown(w *syntax.Word) {
	var known []string
	for _, h := range c.Heads {
		known = append(known, h.Name)
	}
	text := fmt.Sprintf("the agreement has no block `%s`", w.Name)
	if near := diag.Nearest(w.Name, known); near != "" {
		text += fmt.Sprintf("; did you mean `%s`?", near)
	}
	c.report("reason-unknown", w.At, text, "name the statement that forbids the act, such as `placements.returned`")
}

// StatementUnknown reports reason-unknown.
func (c *Collector) StatementUnknown(r *syntax.RuleRef, def *syntax.BlockDef) {
	var known []string
	if def != nil {
		for _, s := range def.Statements {
			known = append(known, underscored(s.Keyword))
		}
	}
	text := fmt.Sprintf("`%s` can have no line `%s`", r.Block.Name, Spaced(r.Statement.Name))
	if near := diag.Nearest(r.Statement.Name, known); near != "" {
		text += fmt.Sprintf("; did you mean `%s`?", near)
	}
	c.report("reason-unknown", r.Statement.At, text, "name the statement that forbids the act, such as `placements.returned`")
}

// Spaced is the keyword that words name with an underscore.
func Spaced(word string) string { return strings.ReplaceAll(word, "_", " ") }
