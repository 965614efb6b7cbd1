package check

import (
	"os"
	"testing"

	"concordat/dsl/diag"
	"concordat/dsl/lastday"
	"concordat/dsl/parse"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

func ipsa(t testing.TB) (*syntax.File, *settled.Agreement) {
	src, err := os.ReadFile("../../agreements/ipsa/ipsa.agreement")
	if err != nil {
		t.Fatal(err)
	}
	file, found := parse.Text("ipsa.agreement", src)
	a, more := Agree(file)
	for _, d := range append(found, more...) {
		t.Errorf("%s: %s", d.Code, d.Text)
	}
	return file, a
}

func TestIPSAHasNoFinding(t *testing.T) {
	_, a := ipsa(t)
	if len(a.Holes) > 0 || len(a.Blocks()) != 94 {
		t.Errorf("%d holes and %d blocks, want 0 and 94", len(a.Holes), len(a.Blocks()))
	}
	src, err := os.ReadFile("../../agreements/ipsa/ipsa.scenario")
	if err != nil {
		t.Fatal(err)
	}
	file, found := parse.Text("ipsa.scenario", src)
	stories, more := Scenarios(file, a)
	if len(stories) < 9 {
		t.Errorf("%d scenarios, want 9 or more", len(stories))
	}
	for _, d := range append(found, more...) {
		t.Errorf("%s: %s", d.Code, d.Text)
	}
}

func TestClausesAreFilledIn(t *testing.T) {
	_, a := ipsa(t)
	want := "No change to this agreement binds anyone until every member of the\n" +
		"Alliance Leadership Team has voted for it. A member who has not voted within\n20 working days has refused."
	for _, c := range a.Clauses {
		if c.Name == "deciding" && c.Text != want {
			t.Errorf("clause deciding reads\n%s\nwant\n%s", c.Text, want)
		}
	}
}

func BenchmarkAgree(b *testing.B) {
	file, _ := ipsa(b)
	b.SetBytes(int64(len(file.Src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, found := Agree(file); found.HasErrors() {
			b.Fatal(found[0].Text)
		}
	}
}

func BenchmarkParseAndAgree(b *testing.B) {
	file, _ := ipsa(b)
	b.SetBytes(int64(len(file.Src)))
	b.ReportAllocs()
	for b.Loop() {
		parsed, _ := parse.Text(file.Path, file.Src)
		if _, found := Agree(parsed); found.HasErrors() {
			b.Fatal(found[0].Text)
		}
	}
}

// FuzzAgree: whatever a file holds, the checker answers, points into the text
// and says something that can be done.
func FuzzAgree(f *testing.F) {
	base, err := os.ReadFile("pages/base.agreement")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(base))
	for _, text := range []string{"", "agreement base", "outcome x \"y\" { measure z \"w\" { band poor to be agreed \"x\" } }"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, _ := parse.Text("fuzz.agreement", []byte(text))
		a, found := Agree(file)
		for _, d := range found {
			if d.At.Start < 0 || d.At.End > len(text) || d.At.Start > d.At.End || d.Text == "" || d.Code == "" {
				t.Fatalf("a finding without a place or words: %+v", d)
			}
		}
		if !found.HasErrors() && !hasHole(found) && len(file.Blocks) > 0 && complete(file) {
			lastday.Duties(a)
		}
	})
}

func hasHole(found diag.List) bool {
	for _, d := range found {
		if d.Severity == diag.Hole {
			return true
		}
	}
	return false
}

// complete reports whether the parser could read every statement.
func complete(file *syntax.File) bool {
	for _, b := range file.Blocks {
		if b.Def == nil {
			return false
		}
		for _, s := range b.Statements {
			if s.Def == nil || s.Bad() {
				return false
			}
		}
	}
	return true
}
