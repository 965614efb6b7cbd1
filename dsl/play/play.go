// Package play turns a scenario file into scenarios of a compiled agreement:
// every literal becomes a value, every line an event or an expectation. The
// checker has settled all names, periods and dates before, so that nothing is
// found here. The scenarios are data for the player in engine/scenario; nothing
// is played here.
package play

import (
	"bytes"
	"strings"

	"concordat/dsl/check"
	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/machine"
	"concordat/engine/scenario"
)

// Scenarios reads a scenario file for an agreement and the machine compiled from
// it. Where the checker finds an error there are no scenarios.
func Scenarios(path string, src []byte, a *settled.Agreement, m *machine.Machine) ([]scenario.Scenario, diag.List) {
	file, unread := parse.Text(path, src)
	_, unsettled := check.Scenarios(file, a)
	found := diag.Merge(unread, unsettled, open(file))
	if found.HasErrors() {
		return nil, found
	}
	r := &reader{m: m, file: file}
	var out []scenario.Scenario
	for _, b := range file.Blocks {
		out = append(out, r.scenario(b))
	}
	return out, found
}

// open finds what is still to be agreed: a story cannot leave it so.
func open(file *syntax.File) diag.List {
	var found diag.List
	for i := 0; i+2 < len(file.Tokens); i++ {
		at := diag.Span{Path: file.Path, Start: file.Tokens[i].Start, End: file.Tokens[i+2].End}
		if string(file.Src[at.Start:at.End]) == "to be agreed" {
			found = append(found, diag.Diagnostic{Code: "to-be-agreed", At: at, Help: "write the value that the story is to have",
				Text: "a scenario cannot have a value still to be agreed"})
		}
	}
	return found
}

type reader struct {
	m    *machine.Machine
	file *syntax.File
}

func (r *reader) scenario(b *syntax.Block) scenario.Scenario {
	out := scenario.Scenario{Title: b.Title.Value, Path: r.file.Path, Line: r.line(b.At.Start)}
	for _, s := range b.Statements {
		switch v := s.Value.(type) {
		case *syntax.GivenFact:
			out.Lines = append(out.Lines, r.given(s, v))
		case *syntax.OnDay:
			out.Lines = append(out.Lines, r.onDay(s, v)...)
		}
	}
	return out
}

func (r *reader) onDay(s *syntax.Statement, v *syntax.OnDay) []scenario.Line {
	on := date(v.Date)
	switch {
	case v.Expect != nil:
		return []scenario.Line{scenario.Expect{Place: r.place(s, "expect "), On: on, That: r.expectation(v.Expect)}}
	case v.Refuse != nil:
		var out []scenario.Line
		for _, ev := range r.act(&v.Refuse.Act, on) {
			out = append(out, scenario.Refuse{Place: r.place(s, "refuse "), On: on, Event: ev, Because: ruleRef(v.Refuse.Because)})
		}
		return out
	case v.Act != nil:
		return []scenario.Line{scenario.Act{Place: r.place(s, ""), On: on, Events: r.act(v.Act, on)}}
	}
	return nil
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
func (r *reader) line(at int) int { return 1 + bytes.Count(r.file.Src[:at], []byte("\n")) }
