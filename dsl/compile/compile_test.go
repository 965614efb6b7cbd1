package compile_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/engine/machine"
)

var update = flag.Bool("update", false, "write the compiled alliance anew; then read what changed")

const (
	alliance = "../../agreements/ipsa/ipsa.agreement"
	golden   = "../../testdata/ipsa.machine.json"
)

func read(t testing.TB, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// compiled is the machine of a text, or nil where it has errors.
func compiled(src []byte) (*machine.Machine, diag.List) {
	file, found := parse.Text("x.agreement", src)
	a, unsettled := check.Agree(file)
	found = diag.Merge(found, unsettled)
	if found.HasErrors() {
		return nil, found
	}
	return compile.Machine(a), found
}

func mustCompile(t testing.TB, src []byte) *machine.Machine {
	t.Helper()
	m, found := compiled(src)
	if m == nil {
		t.Fatalf("the text has errors: %v", found)
	}
	return m
}

// The compiled alliance is kept where people and the engine's tests can read it.
func TestTheAllianceAsAMachine(t *testing.T) {
	m := mustCompile(t, read(t, alliance))
	text, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(out.Bytes(), read(t, golden)) {
		t.Error("the machine is another than testdata/ipsa.machine.json: run go test ./dsl/compile -update, and read the difference")
	}
	again, err := machine.Decode(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if again.Fingerprint() != m.Fingerprint() {
		t.Error("reading the machine back changes its fingerprint")
	}
}

func TestLines(t *testing.T) {
	src := read(t, alliance)
	m := mustCompile(t, src)
	lines := bytes.Split(src, []byte("\n"))
	for _, c := range []struct {
		at    machine.Ref
		words string
	}{
		{machine.Ref{Block: "agreement"}, "agreement ipsa"},
		{machine.Ref{Block: "agreement", Statement: "term"}, "  term       1 April 2015"},
		{machine.Ref{Block: "placements", Statement: "returned"}, "    returned     by slam in kpi"},
		{machine.Ref{Block: "placements", Statement: "band stretch"}, "    band stretch       61 to 100"},
		{machine.Ref{Block: "results", Statement: "points poor"}, "  points poor           -50"},
		{machine.Ref{Block: "results", Statement: "pain cap"}, "  pain cap   £180,000"},
		{machine.Ref{Block: "core", Statement: "sum 2016/17"}, "  sum 2016/17  £5,120,000"},
		{machine.Ref{Block: "figures", Statement: "level auditor"}, "  level auditor "},
		{machine.Ref{Block: "kpi", Statement: "if late"}, "  if late    5 working days"},
		{machine.Ref{Block: "leave"}, "notice leave"},
		{machine.Ref{Block: "information", Statement: "text"}, "  text \"\"\""},
	} {
		n := m.Line(c.at)
		if n == 0 || !bytes.HasPrefix(lines[n-1], []byte(c.words)) {
			t.Errorf("%s is on line %d, want the line %q", c.at, n, c.words)
		}
	}
}

// The words of clauses hold what the rules say.
func TestClauses(t *testing.T) {
	m := mustCompile(t, read(t, alliance))
	for _, c := range []struct{ name, words string }{
		{"results_words", "pays the providers, at\nmost £300,000 a year."},
		{"deciding", "Alliance Leadership Team has voted for it. A member who has not voted within\n20 working days has refused."},
		{"leaving", "at least 6 months\nof notice in writing. The notice takes effect at the end of a financial year"},
		{"liability", "except for wilful default."},
	} {
		found := false
		for _, cl := range m.Clauses {
			found = found || cl.Name == c.name && bytes.Contains([]byte(cl.Text), []byte(c.words))
		}
		if !found {
			t.Errorf("clause %s does not say %q", c.name, c.words)
		}
	}
	if cl := m.ClauseOn("leave"); cl == nil || cl.Number != "9.2" {
		t.Errorf("the clause on leave is %v, want 9.2", cl)
	}
}

func BenchmarkMachine(b *testing.B) {
	file, _ := parse.Text("x.agreement", read(b, alliance))
	a, _ := check.Agree(file)
	for b.Loop() {
		compile.Machine(a)
	}
}
