package play

import (
	"fmt"
	"slices"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Every finding of this package is worded here. The codes are the checker's,
// whose pages explain them.

const (
	codeAgreement diag.Code = "scenario-agreement"
	codeName      diag.Code = "name-unknown"
	codeDate      diag.Code = "dates-go-back"
	codePeriod    diag.Code = "period-not-kept"
	codeJudged    diag.Code = "judged-figure"
	codeFine      diag.Code = "too-fine"
	codeState     diag.Code = "word-unknown"
)

func (r *reader) report(code diag.Code, at diag.Span, help, format string, args ...any) {
	r.found = append(r.found, diag.Diagnostic{Code: code, At: at, Help: help, Text: fmt.Sprintf(format, args...)})
}

func (r *reader) otherAgreement() {
	at, name := r.file.For.At, r.file.For.Name
	if name == "" {
		r.report(codeAgreement, diag.Span{Path: r.file.Path}, "write `agreement "+r.m.Name+"` above the first scenario",
			"the file does not say which agreement its scenarios are about")
		return
	}
	r.report(codeAgreement, at, "write `agreement "+r.m.Name+"`, or test the other agreement",
		"these scenarios are about `%s`, but the agreement is `%s`", name, r.m.Name)
}

// known reports whether a name is one of those known; what says what they are.
func (r *reader) known(name string, at diag.Span, what string, known []string) bool {
	if slices.Contains(known, name) {
		return true
	}
	help := "the agreement has none"
	if near := diag.Nearest(name, known); near != "" {
		help = fmt.Sprintf("did you mean `%s`?", near)
	} else if len(known) > 0 {
		help = "write one of " + strings.Join(known, ", ")
	}
	r.report(codeName, at, help, "the agreement has no %s `%s`", what, name)
	return false
}

func (r *reader) goesBack(d syntax.Date, last value.Date) {
	r.report(codeDate, d.At, "lines run in order: move the line up, or change its date",
		"%s is before %s, the day of a line above", date(d), last)
}

func (r *reader) noActor(at diag.Span) {
	r.report(codeName, at, "name who acts, or write `every party` or `every member of GROUP`", "this does not say who acts")
}

func (r *reader) outOfTerm(p syntax.Period) {
	r.report(codePeriod, p.At, fmt.Sprintf("the term runs from %s to %s", r.m.First, r.m.Last),
		"%s lies outside the agreement's term", period(p))
}

func (r *reader) noSuchPeriod(at diag.Span, me *machine.Measure, kind value.PeriodKind) {
	r.report(codePeriod, at, fmt.Sprintf("name a period for which `%s` has a line `each …`", me.Name),
		"`%s` has no band for a %s", me.Name, kind)
}

func (r *reader) wantsPeriod(at diag.Span, name string) {
	r.report(codePeriod, at, "write for example `"+name+" for 2015/16 Q1 …`", "this does not say which period of `%s` is meant", name)
}

func (r *reader) judgedFigure(at diag.Span, name string) {
	r.report(codeJudged, at, "write one of its five bands", "`%s` is judged: it has a band, not a figure", name)
}

func (r *reader) tooFine(at diag.Span, name string, n value.Num) {
	r.report(codeFine, at, "write it with no more decimal places than its unit has", "`%s` is not that fine: %s", name, n)
}

func (r *reader) noState(at diag.Span, c *machine.Chart, state string) {
	r.report(codeState, at, "it can be "+strings.Join(names(c.States, func(s machine.State) string { return s.Name }), ", "),
		"`%s` is never `%s`", c.ID, state)
}

func (r *reader) noFigure(at diag.Span, subject string) {
	r.report(codeState, at, "write the state that it must be in", "`%s` has no figure: it is no measure", subject)
}
