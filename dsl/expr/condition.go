package expr

import (
	"slices"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

var kinds = map[syntax.Cycle]value.PeriodKind{
	syntax.Monthly: value.Month, syntax.Quarterly: value.Quarter, syntax.HalfYearly: value.HalfYear, syntax.Yearly: value.Year,
}

// test settles one question of a condition: the readers' forms become a band
// test of the machine, everything else is an expression that must be a truth.
func (s *settler) test(t *syntax.Test) typed {
	s.x = &syntax.Expression{At: t.At}
	switch {
	case t.Day != nil:
		s.dayTest(t.At)
		return typed{}
	case t.Band != nil:
		return s.bandTest(t)
	case t.Running != nil || t.InAny != nil:
		s.runningFigure(t)
	}
	return s.typed(t.Expression, machine.TypeTruth)
}

func (s *settler) bandTest(t *syntax.Test) typed {
	b := t.Band
	measure := s.env.Measures[b.Measure.Name]
	if measure == nil {
		s.unknownMeasure(b.Measure.At, b.Measure.Name)
	}
	band, err := value.ParseBand(b.Band.Name)
	if err != nil {
		s.unknownBand(b.Band)
	}
	if measure == nil || err != nil {
		return typed{}
	}
	test := &machine.BandTest{Measure: b.Measure.Name, Is: band, Side: side(b.Half.Word), Running: 1}
	if test.Side == 1 && band == value.Failure || test.Side == -1 && band == value.Gamebreaking {
		s.everyBand(t)
		return typed{}
	}
	if !s.period(t, measure, test) {
		return typed{}
	}
	words := bandWords(b, test)
	e := typed{machine.Expr{Op: machine.OpBand, Type: machine.TypeTruth, Band: test, Text: words}, 0, 0, words, bindsCompare}
	if b.Not {
		return prefix(machine.OpNot, strings.Replace(words, ".band is ", ".band is not ", 1), bindsCompare, 0, e)
	}
	return e
}

func side(h syntax.Half) int {
	switch h {
	case syntax.OrWorse:
		return -1
	case syntax.OrBetter:
		return 1
	}
	return 0
}

// period settles for which periods a band is asked. Where the test does not
// say, it is the shortest period that the measure has a band for.
func (s *settler) period(t *syntax.Test, m *Measure, test *machine.BandTest) bool {
	if len(m.Kinds) == 0 {
		s.noBand(t)
		return false
	}
	test.Every = m.Kinds[0]
	switch {
	case t.Running != nil:
		n, err := value.ParseNum(t.Running.Count.Digits)
		count, whole := n.Int64()
		if err != nil || !whole || count < 1 || count > 100 {
			s.badCount(t.Running.Count.At)
			return false
		}
		test.Running = int(count)
		return s.kind(t, m, test, t.Running.Of.Word.Cycle(), t.Running.Of.At)
	case t.InAny != nil:
		test.InYear = true
		return s.kind(t, m, test, t.InAny.Of.Word, t.InAny.Of.At)
	}
	return true
}

func (s *settler) kind(t *syntax.Test, m *Measure, test *machine.BandTest, c syntax.Cycle, at diag.Span) bool {
	test.Every = kinds[c]
	if !slices.Contains(m.Kinds, test.Every) {
		s.noSuchPeriod(t, m, c, at)
		return false
	}
	return true
}

// bandWords is a band test in one form, whatever the layout of the source.
func bandWords(b *syntax.BandTest, test *machine.BandTest) string {
	words := b.Measure.Name + ".band is " + b.Band.Name
	if b.Half.Word != "" {
		words += " " + string(b.Half.Word)
	}
	switch {
	case test.InYear:
		return words + " in any " + test.Every.String() + " of the year"
	case test.Running > 1:
		return words + " for " + value.Int(int64(test.Running)).String() + " " + test.Every.String() + "s running"
	}
	return words
}
