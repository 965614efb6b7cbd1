package parse_test

import (
	"strings"
	"testing"

	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/syntax"
)

// FuzzParse: whatever the bytes, there is a tree, and every place in it and in
// the findings lies in the source.
func FuzzParse(f *testing.F) {
	for _, path := range []string{"testdata/trees/alternatives.agreement", "testdata/wrong/blocks.agreement", "testdata/wrong/brace_stray.agreement", agreement} {
		for _, block := range strings.SplitAfter(string(read(f, path)), "\n}\n") {
			f.Add(false, block)
		}
	}
	f.Add(true, string(read(f, "testdata/trees/acts.scenario")))
	f.Fuzz(func(t *testing.T, scenario bool, src string) {
		path := "f.agreement"
		if scenario {
			path = "f.scenario"
		}
		file, found := parse.Text(path, []byte(src))
		inside := func(what string, at diag.Span) {
			if at.Start < 0 || at.End < at.Start || at.End > len(src) {
				t.Fatalf("%s lies at %d to %d of %d", what, at.Start, at.End, len(src))
			}
		}
		for i, d := range found {
			inside(string(d.Code), d.At)
			if d.Text == "" || d.Help == "" {
				t.Fatalf("%s says nothing: %q, %q", d.Code, d.Text, d.Help)
			}
			if i > 0 && d.At.Start < found[i-1].At.Start {
				t.Fatalf("%s is out of order", d.Code)
			}
		}
		bad := false
		each(file.Blocks, func(b *syntax.Block, s *syntax.Statement) {
			inside("a block", b.At)
			inside("a statement", s.At)
			inside("a value", s.ValueAt)
			bad = bad || s.Bad()
		})
		if bad && len(found) == 0 {
			t.Fatal("a statement is bad and nothing was found")
		}
	})
}
