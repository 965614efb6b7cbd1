// Package play turns a scenario file into scenarios of a compiled agreement:
// every name becomes a party, measure or block of the machine, every literal a
// value, every line an event or an expectation. What cannot be settled becomes
// a finding with the exact range and what to write instead. The scenarios are
// data for the player in engine/scenario; nothing is played here.
package play

import (
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// Scenarios reads a scenario file for a machine. Where it has findings, the
// lines that they are about are left out of the scenarios.
func Scenarios(path string, src []byte, m *machine.Machine) ([]scenario.Scenario, diag.List) {
	file, found := syntax.Parse(path, src)
	r := &reader{m: m, file: file, found: found}
	if file.For.Name != m.Name {
		r.otherAgreement()
	}
	var out []scenario.Scenario
	for _, b := range file.Blocks {
		if b.Def != nil && b.Def.Keyword == "scenario" {
			out = append(out, r.scenario(b))
		}
	}
	return out, r.found
}

type reader struct {
	m     *machine.Machine
	file  *syntax.File
	found diag.List
	// lines of the scenario being read, and the day of the last one
	lines []scenario.Line
	last  value.Date
}

func (r *reader) scenario(b *syntax.Block) scenario.Scenario {
	r.lines, r.last = nil, value.NoDate
	for _, s := range b.Statements {
		switch v := s.Value.(type) {
		case *syntax.GivenFact:
			r.given(s, v)
		case *syntax.OnDay:
			r.onDay(s, v)
		}
	}
	return scenario.Scenario{Title: b.Title.Value, Path: r.file.Path, Line: r.line(b.At.Start), Lines: r.lines}
}

func (r *reader) onDay(s *syntax.Statement, v *syntax.OnDay) {
	on := date(v.Date)
	if r.last.IsSet() && on < r.last {
		r.goesBack(v.Date, r.last)
	}
	r.last = max(on, r.last)
	before := len(r.found)
	switch {
	case v.Expect != nil:
		that := r.expectation(s, v.Expect)
		if len(r.found) == before {
			r.lines = append(r.lines, scenario.Expect{Place: r.place(s, "expect "), On: on, That: that})
		}
	case v.Refuse != nil:
		events := r.act(s, &v.Refuse.Act, on)
		because := r.ruleRef(v.Refuse.Because)
		for _, ev := range events {
			r.lines = append(r.lines, scenario.Refuse{Place: r.place(s, "refuse "), On: on, Event: ev, Because: because})
		}
	case v.Act != nil:
		events := r.act(s, v.Act, on)
		if len(r.found) == before {
			r.lines = append(r.lines, scenario.Act{Place: r.place(s, ""), On: on, Events: events})
		}
	}
}

// place is the line of a statement and its words on one line, without the date
// and the word that says what kind of line it is.
func (r *reader) place(s *syntax.Statement, word string) scenario.Place {
	text := r.words(s.ValueAt)
	if _, ok := s.Value.(*syntax.OnDay); ok {
		day := s.Value.(*syntax.OnDay).Date
		text = r.words(diag.Span{Start: day.At.End, End: s.At.End})
	}
	return scenario.Place{Line: r.line(s.At.Start), Text: strings.TrimPrefix(text, word)}
}

// words is a range of the source on one line, without comments.
func (r *reader) words(at diag.Span) string {
	var b strings.Builder
	end := at.Start
	for _, t := range r.file.Tokens {
		if t.Start < at.Start || t.End > at.End || t.Kind == token.Comment || t.Kind == token.Newline {
			continue
		}
		if b.Len() > 0 && t.Start > end {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text(r.file.Src))
		end = t.End
	}
	return b.String()
}

// line is the line of a byte, from 1.
func (r *reader) line(at int) int {
	return 1 + strings.Count(string(r.file.Src[:at]), "\n")
}

// date reads a date that the parser has found to exist.
func date(d syntax.Date) value.Date {
	on, err := value.NewDate(d.Year, d.Month, d.Day)
	if err != nil {
		return value.NoDate
	}
	return on
}

// period is the machine's form of a period as written.
func period(p syntax.Period) value.Period {
	switch {
	case p.Quarter > 0:
		return value.Period{Kind: value.Quarter, Start: p.Year, N: p.Quarter}
	case p.Half > 0:
		return value.Period{Kind: value.HalfYear, Start: p.Year, N: p.Half}
	}
	return value.Period{Kind: value.Year, Start: p.Year}
}
