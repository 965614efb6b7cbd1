package dsl_test

import (
	"slices"
	"strings"
	"testing"

	"concordat/dsl"
	"concordat/dsl/check/pages"
	"concordat/dsl/diag"
	"concordat/dsl/format"
	"concordat/dsl/token"
)

func TestCompile(t *testing.T) {
	m, found := dsl.Compile("ipsa.agreement", read(t, alliance))
	if m == nil || len(found) > 0 {
		t.Fatalf("the alliance has findings: %v", found)
	}
	if m.Name != "ipsa" || len(m.Holes) > 0 {
		t.Errorf("the machine is of %q and has the holes %v", m.Name, m.Holes)
	}
}

// A text with errors has no machine, and every finding in the order of the text.
func TestErrors(t *testing.T) {
	src := strings.NewReplacer("pool * score", "pool * scoer", "term       1 April 2015", "term       31 February 2015", "quorum     3", "quroum     3").
		Replace(string(read(t, alliance)))
	m, found := dsl.Compile("ipsa.agreement", []byte(src))
	if m != nil {
		t.Error("a text with errors was compiled")
	}
	want := []diag.Code{"no-such-date", "expression-name", "unknown-keyword"}
	for i, d := range found {
		if i > 0 && d.At.Start < found[i-1].At.Start {
			t.Errorf("%s stands before %s", d.Code, found[i-1].Code)
		}
		if len(want) > 0 && d.Code == want[0] {
			want = want[1:]
		}
	}
	if len(want) > 0 {
		t.Errorf("%v was not found in this order: %v", want, found)
	}
}

// A value still to be agreed may stand in place of any value: the text is then
// refused, or it compiles and the machine lists the hole; it is never a panic.
func TestHoles(t *testing.T) {
	src := read(t, alliance)
	listed := 0
	for i, s := range statements(src) {
		for j, text := range open(s) {
			if j > 0 && (i+j)%*every != 0 {
				continue
			}
			changed := string(src[:s.at.Start]) + text + string(src[s.at.End:])
			m, found := dsl.Compile("ipsa.agreement", []byte(changed))
			if m == nil {
				continue
			}
			if len(m.Holes) != 1 || m.Holes[0].What != "what" || m.Line(m.Holes[0].At) == 0 {
				t.Errorf("%s: the machine has the holes %v", text, m.Holes)
			}
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Severity == diag.Hole }) {
				t.Errorf("%s: no finding says that something is still to be agreed: %v", text, found)
			}
			listed++
		}
	}
	t.Logf("%d values may still be to be agreed", listed)
	if listed < 200 {
		t.Errorf("only %d values of the alliance may still be to be agreed", listed)
	}
}

// open is a statement with a hole in place of its whole value, or of any one
// word or literal of it.
func open(s statement) []string {
	const hole = `to be agreed "what"`
	value := s.value()
	if len(value) == 0 {
		return nil
	}
	out := []string{string(s.src[s.at.Start:value[0].Start]) + hole}
	for _, t := range value {
		switch t.Kind {
		case token.Ident, token.Number, token.Percent, token.Money, token.Date, token.Period, token.String, token.Prose:
			out = append(out, s.with(t, hole))
		}
	}
	return out
}

// Formatting changes nothing that was agreed.
func TestFormattingIsNotSigned(t *testing.T) {
	for name, src := range map[string]string{"ipsa": string(read(t, alliance)), "base": pages.Base} {
		want, found := dsl.Compile(name, []byte(src))
		if want == nil {
			t.Fatal(found)
		}
		messy := strings.NewReplacer("\n\n", "\n\n\n", "  within     ", "\twithin ", ", within", " ,  within", "provider, vcse", "provider ,vcse", "£300,000", "£0.3m", "1 April 2015 to", "2015-04-01 to",
			" {\n", "   {   # here\n").Replace(src)
		tidy, found := format.Source(name, []byte(messy))
		if found.HasErrors() {
			t.Fatalf("%s cannot be formatted: %v", name, found)
		}
		for what, text := range map[string][]byte{"messy": []byte(messy), "formatted": tidy} {
			m, found := dsl.Compile(name, text)
			if m == nil {
				t.Fatalf("%s, %s, has errors: %v", name, what, found)
			}
			if m.Fingerprint() != want.Fingerprint() {
				t.Errorf("%s, %s, is another machine", name, what)
			}
		}
	}
}

// FuzzCompile: whatever stands in a block, there is a machine without errors or
// errors without a machine, and every finding lies in the text.
func FuzzCompile(f *testing.F) {
	for _, p := range dsl.Pages() {
		f.Add(p.Wrong)
		f.Add(p.Right)
	}
	f.Add(`dispute figures "F" { level to be agreed "who"
  meanwhile pay what falls due
  otherwise take the figure as returned
}`)
	f.Add(`return monthly "R" { to be agreed "what" }`)
	f.Fuzz(func(t *testing.T, fragment string) {
		text, path := pages.With(fragment)
		m, found := dsl.Compile(path, []byte(text))
		if (m == nil) != found.HasErrors() {
			t.Fatalf("a machine: %t, errors: %t", m != nil, found.HasErrors())
		}
		for _, d := range found {
			if d.At.Start < 0 || d.At.End < d.At.Start || d.At.End > len(text) {
				t.Fatalf("%s lies from %d to %d in a text of %d bytes", d.Code, d.At.Start, d.At.End, len(text))
			}
		}
		if m == nil {
			return
		}
		if _, err := m.Encode(); err != nil {
			t.Fatal(err)
		}
	})
}
