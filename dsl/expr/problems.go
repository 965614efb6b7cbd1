package expr

import (
	"fmt"
	"slices"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Every finding of this package is worded here.

const (
	codeForm    diag.Code = "expression-form"
	codeName    diag.Code = "expression-name"
	codeType    diag.Code = "expression-type"
	codeZero    diag.Code = "expression-by-zero"
	codeTooLong diag.Code = "expression-too-long"
	codePeriod  diag.Code = "expression-period"
	codeAlways  diag.Code = "expression-always"
)

func (s *settler) report(code diag.Code, at diag.Span, text, help string) {
	s.found = append(s.found, diag.Diagnostic{Code: code, At: at, Text: text, Help: help})
}

func (s *settler) tooLong(n int) {
	s.report(codeTooLong, s.x.At, fmt.Sprintf("the expression has %d words and signs; it may have %d", n, maxTokens),
		"a formula this long is not read right by anybody: split it, or return a figure that is already worked out")
}

func (s *settler) tooDeep(i int) {
	s.report(codeTooLong, s.span(i, i), fmt.Sprintf("brackets stand more than %d deep", maxDepth), "take brackets out")
}

func (s *settler) unopened(i int) {
	s.report(codeForm, s.span(i, i), "this bracket closes nothing", "take it out, or open one before it")
}

func (s *settler) unclosed(i int) {
	s.report(codeForm, s.span(i, i), "this bracket is not closed", "close it with `)`")
}

func (s *settler) noFigure(i int) {
	text := fmt.Sprintf("`%s` cannot be reckoned with", s.word(i))
	s.report(codeForm, s.span(i, i), text, "an expression is made of names, numbers, percentages, sums of money and `+ - * /`")
}

func (s *settler) andOr(i int) {
	s.report(codeForm, s.span(i, i), "`and` and `or` stand side by side, and readers disagree which goes first",
		"put brackets around what belongs together")
}

// stops reports the word at which an expression makes no sense any more.
func (s *settler) stops(i int) {
	tokens := s.x.Tokens
	switch {
	case len(tokens) == 0:
		s.report(codeForm, s.x.At, "an expression is missing", "write a formula such as `pool * score / 100`")
	case i >= len(tokens):
		last := len(tokens) - 1
		s.report(codeForm, s.span(last, last), fmt.Sprintf("the expression stops after `%s`", s.word(last)), "write the value that follows, or take it out")
	case s.word(i) == "is":
		s.report(codeForm, s.span(i, i), "a test of a band stands by itself, not inside another expression",
			"write it as `MEASURE.band is BAND`, joined to others by `and` or by `or`")
	case i > 0 && isValue(tokens[i].Kind) && isValue(tokens[i-1].Kind):
		s.report(codeForm, s.span(i, i), fmt.Sprintf("`%s` and `%s` stand side by side with nothing between them", s.word(i-1), s.word(i)),
			"join two values with one of `+ - * /` or a comparison")
	default:
		s.report(codeForm, s.span(i, i), fmt.Sprintf("the expression cannot go on with `%s`", s.word(i)),
			"put a value on both sides of `+ - * /` and of a comparison")
	}
}

func isValue(k token.Kind) bool {
	return k == token.Ident || k == token.Number || k == token.Percent || k == token.Money
}

func (s *settler) unreadable(i int, err error) {
	s.report(codeForm, s.span(i, i), err.Error(), "")
}

func (s *settler) otherCurrency(i int, currency string) {
	s.report(codeType, s.span(i, i), fmt.Sprintf("the sum is in %s, but the agreement's currency is %s", currency, s.env.Currency),
		"write the sum in the agreement's currency")
}

func (s *settler) unknownName(i int) {
	var known []string
	for _, n := range s.env.Names {
		known = append(known, n.Name)
	}
	text := fmt.Sprintf("nothing here is called `%s`", s.word(i))
	if s.env.Where != "" {
		text = fmt.Sprintf("%s offers nothing called `%s`", s.env.Where, s.word(i))
	}
	s.report(codeName, s.span(i, i), text, meant(s.word(i), append(known, s.env.measureNames()...)))
}

func (s *settler) unknownMeasure(at diag.Span, name string) {
	s.report(codeName, at, fmt.Sprintf("no measure is called `%s`", name), meant(name, s.env.measureNames()))
}

func (s *settler) unknownBand(b syntax.Ident) {
	var known []string
	for _, band := range value.Bands {
		known = append(known, band.String())
	}
	s.report(codeName, b.At, fmt.Sprintf("`%s` is not one of the five bands", b.Name), meant(b.Name, known))
}

func (s *settler) unknownPart(i int, measure string) {
	s.report(codeName, s.span(i, i), fmt.Sprintf("a measure has no `%s`", s.word(i)),
		fmt.Sprintf("write `%s.value` for its figure, or test `%s.band is …`", measure, measure))
}

func (s *settler) unknownFunction(i int) {
	known := make([]string, 0, len(functions))
	for name := range functions {
		known = append(known, name)
	}
	slices.Sort(known)
	s.report(codeName, s.span(i, i), fmt.Sprintf("there is no function `%s`", s.word(i)), meant(s.word(i), known))
}

func (s *settler) noArguments(i int) {
	s.report(codeForm, s.span(i, i), fmt.Sprintf("`%s` has nothing to work on", s.word(i)), "put values in its brackets, with commas between them")
}

func (s *settler) bareMeasure(i int) {
	name := s.word(i)
	s.report(codeForm, s.span(i, i), fmt.Sprintf("`%s` is a measure: say whether its figure or its band is meant", name),
		fmt.Sprintf("write `%s.value` for its figure, or test `%s.band is …`", name, name))
}

func (s *settler) bandInside(i, j int) {
	s.report(codeForm, s.span(i, j), "a band is not a value to reckon with", fmt.Sprintf("test it as `%s.band is poor or worse`", s.word(i)))
}

func (s *settler) judgedValue(i, j int) {
	s.report(codeType, s.span(i, j), fmt.Sprintf("`%s` is judged: it has a band, but no figure", s.word(i)),
		fmt.Sprintf("test its band: `%s.band is …`", s.word(i)))
}

func (s *settler) wrongArgument(f function, a typed, want machine.Type) {
	switch {
	case f.truths:
		s.report(codeType, s.span(a.first, a.last), fmt.Sprintf("`%s` counts tests, and this is %s", f.name, noun(a.Type)), "give it tests such as `placements.value > 150`")
	case a.Type == machine.TypeTruth:
		s.report(codeType, s.span(a.first, a.last), fmt.Sprintf("`%s` takes numbers or sums of money, and this is a test", f.name), "use `count` to count tests")
	default:
		s.report(codeType, s.span(a.first, a.last), fmt.Sprintf("`%s` starts with %s, and this is %s", f.name, noun(want), noun(a.Type)), "give it values of one kind")
	}
}

func (s *settler) byZero(right typed) {
	s.report(codeZero, s.span(right.first, right.last), "nothing can be divided by zero", "divide by another number")
}

func (s *settler) wrongResult(e typed, want machine.Type) {
	help := "write a comparison, such as `placements.value > 150`"
	switch {
	case want == machine.TypeMoney && e.Type == machine.TypeNumber:
		help = "multiply it by a sum of money, such as `pool`"
	case want == machine.TypeMoney || want == machine.TypeNumber && e.Type == machine.TypeTruth:
		help = "write a formula, not a test"
	case want == machine.TypeNumber:
		help = "divide it by a sum of money"
	}
	s.report(codeType, s.span(e.first, e.last), fmt.Sprintf("this must be %s, and it is %s", noun(want), noun(e.Type)), help)
}

func (s *settler) cannotNegate(i int, sign string, of typed) {
	if sign == "not" {
		s.report(codeType, s.span(i, of.last), fmt.Sprintf("`not` turns a test round, and this is %s", noun(of.Type)), "put the whole test in brackets: `not (a > b)`")
		return
	}
	s.report(codeType, s.span(i, of.last), "a test cannot be negative", "use `not`")
}

func (s *settler) cannotJoin(o operator, left, right typed) {
	text := fmt.Sprintf("%s and %s cannot be joined by `%s`", noun(left.Type), noun(right.Type), o.word)
	help := "both sides must be of one kind"
	money := left.Type == machine.TypeMoney && right.Type == machine.TypeMoney
	switch {
	case o.op == machine.OpMul && money:
		text, help = "money times money is nothing", "multiply a sum by a number or a percentage"
	case o.binds <= bindsAnd:
		help = fmt.Sprintf("`%s` joins two tests, such as `a > b %s c > d`", o.word, o.word)
	case left.Type == machine.TypeTruth || right.Type == machine.TypeTruth:
		text, help = fmt.Sprintf("a test is not a value, so `%s` has nothing to work on", o.word), "compare two values, and join the tests by `and` or `or`"
	case o.op == machine.OpDiv:
		text, help = "a number cannot be divided by money", "divide money by a number, or money by money"
	case o.op == machine.OpAdd || o.op == machine.OpSub:
		help = "write the number as a sum, such as `£5`"
		if part, sum := percentage(left, right); part != "" {
			help = fmt.Sprintf("say of what: `%s * %s`", part, sum)
		}
	case o.binds == bindsCompare:
		help = "compare money with money, such as `> £5`"
	}
	s.report(codeType, s.span(left.first, right.last), text, help)
}

// percentage tells a percentage from the sum that it is joined to.
func percentage(left, right typed) (part, sum string) {
	switch {
	case strings.HasSuffix(right.words, "%") && right.Op == machine.OpConst:
		return right.words, left.words
	case strings.HasSuffix(left.words, "%") && left.Op == machine.OpConst:
		return left.words, right.words
	}
	return "", ""
}

func noun(t machine.Type) string {
	switch t {
	case machine.TypeMoney:
		return "a sum of money"
	case machine.TypeNumber:
		return "a number"
	}
	return "a test"
}

func (s *settler) dayTest(at diag.Span) {
	s.report(codeForm, at, "a rule watches figures, and this asks for a day", "test a measure's band or value; a day belongs in `within` or `at least`")
}

func (s *settler) runningFigure(t *syntax.Test) {
	text := "only a test of a band can be asked for several periods"
	s.report(codeForm, t.At, text, "test the band: `MEASURE.band is poor or worse for 2 quarters running`")
}

func (s *settler) everyBand(t *syntax.Test) {
	s.report(codeAlways, t.At, "every band passes this test, so it says nothing", "name the band at which it should begin to hold")
}

func (s *settler) noBand(t *syntax.Test) {
	name := t.Band.Measure.Name
	s.report(codePeriod, t.Band.Measure.At, fmt.Sprintf("`%s` has no band for any period", name), fmt.Sprintf("give `%s` a line `each quarter` or `each year`", name))
}

func (s *settler) badCount(at diag.Span) {
	s.report(codeForm, at, "this is not a count of periods", "write a whole number from 1 to 100, such as `2 quarters running`")
}

func (s *settler) noSuchPeriod(t *syntax.Test, m *Measure, c syntax.Cycle, at diag.Span) {
	var kinds []string
	for _, k := range m.Kinds {
		kinds = append(kinds, k.String())
	}
	name := t.Band.Measure.Name
	s.report(codePeriod, at, fmt.Sprintf("`%s` has no band for a %s", name, c),
		fmt.Sprintf("ask for a %s, or give `%s` a line `each %s`", strings.Join(kinds, " or a "), name, c))
}

func zero(t machine.Type, words string) typed {
	n := value.Int(0)
	return typed{machine.Expr{Op: machine.OpConst, Type: t, Num: &n, Text: words}, 0, 0, words, bindsLeaf}
}

// meant suggests the nearest of the names that are known, or lists them.
func meant(word string, known []string) string {
	if near := diag.Nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean `%s`?", near)
	}
	if len(known) == 0 {
		return "there is nothing here that can be named"
	}
	return "write one of " + strings.Join(known, ", ")
}
