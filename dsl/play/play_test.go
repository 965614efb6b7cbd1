package play

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concordat/dsl/diag"
	"concordat/engine/machine"
	"concordat/engine/scenario"
)

var update = flag.Bool("update", false, "write the golden files anew; then read them")

func alliance(t testing.TB) *machine.Machine {
	t.Helper()
	text, err := os.ReadFile("../../testdata/ipsa.machine.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := machine.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func read(t testing.TB, m *machine.Machine, name string) []scenario.Scenario {
	t.Helper()
	path := filepath.Join("../../agreements/ipsa", name)
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out, found := Scenarios(path, src, m)
	for _, d := range found {
		t.Errorf("%s:%d: %s", name, 1+bytes.Count(src[:d.At.Start], []byte("\n")), d.Text)
	}
	return out
}

// The alliance does what its parties expect of it, and its scenarios leave no
// clause, band, outcome or side untried.
func TestTheAllianceDoesWhatIsExpected(t *testing.T) {
	m := alliance(t)
	cover := scenario.NewCoverage(m)
	all := append(read(t, m, "ipsa.scenario"), read(t, m, "two-years.scenario")...)
	refusals := 0
	for _, sc := range all {
		t.Run(sc.Title, func(t *testing.T) {
			r := scenario.Play(m, sc)
			for _, f := range r.Failures {
				t.Errorf("%s:%d: %s", filepath.Base(sc.Path), f.Line, f.Text)
			}
			cover.Add(r)
		})
		for _, l := range sc.Lines {
			if _, ok := l.(scenario.Refuse); ok {
				refusals++
			}
		}
	}
	if len(all) < 28 || refusals < 5 {
		t.Errorf("%d scenarios and %d refusals, want at least 28 and 5", len(all), refusals)
	}
	for _, it := range cover.Items() {
		if it.Scenarios == 0 {
			t.Errorf("not reached: %s, %s: %s (%s, line %d)", it.Kind, it.What, it.Why, it.At, it.Line)
		}
	}
}

func TestTranscripts(t *testing.T) {
	m := alliance(t)
	all := read(t, m, "ipsa.scenario")
	for _, c := range []struct{ file, title string }{
		{"contested.txt", "A contested figure that nobody settles stands as returned"},
		{"quorum.txt", "Two votes are no quorum, so the leadership must settle the year"},
		{"leaving.txt", "Another day is agreed for leaving, and the rest of the quarter is paid back"},
		{"refused.txt", "Votes are refused that do not count"},
	} {
		t.Run(c.file, func(t *testing.T) {
			for _, sc := range all {
				if sc.Title != c.title {
					continue
				}
				var b bytes.Buffer
				r := scenario.Play(m, sc)
				if err := scenario.WriteTranscript(&b, m, &r); err != nil {
					t.Fatal(err)
				}
				golden(t, filepath.Join("testdata", c.file), b.String())
				return
			}
			t.Fatalf("there is no scenario %q", c.title)
		})
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run the test with -update and read it:\n%s", path, got)
	}
}

// Expected findings stand on the line that causes them, after `# want`;
// missing and unexpected findings fail alike.
func TestFindings(t *testing.T) {
	m := alliance(t)
	src, err := os.ReadFile("testdata/findings.scenario")
	if err != nil {
		t.Fatal(err)
	}
	_, found := Scenarios("testdata/findings.scenario", src, m)
	lines := strings.Split(string(src), "\n")
	for i, line := range lines {
		_, want, _ := strings.Cut(line, "# want")
		if got := foundOn(found, src, i+1); got != strings.TrimSpace(want) {
			t.Errorf("line %d: %s\n  got  %s\n  want %s", i+1, line, got, want)
		}
	}
}

// foundOn words the findings of a line: code, the exact range, what it says.
func foundOn(found diag.List, src []byte, line int) string {
	var out []string
	for _, d := range found {
		if 1+bytes.Count(src[:d.At.Start], []byte("\n")) == line {
			out = append(out, fmt.Sprintf("%s `%s`: %s", d.Code, src[d.At.Start:d.At.End], d.Text))
		}
	}
	return strings.Join(out, "; ")
}

func TestScenariosOfAnotherAgreement(t *testing.T) {
	m := alliance(t)
	for src, want := range map[string]string{
		"agreement pia\n": "these scenarios are about `pia`, but the agreement is `ipsa`",
		"\n":              "the file does not say which agreement its scenarios are about",
	} {
		_, found := Scenarios("x.scenario", []byte(src), m)
		said := false
		for _, d := range found {
			said = said || d.Text == want
		}
		if !said {
			t.Errorf("%q: found %v, want %q", src, found, want)
		}
	}
}

func FuzzScenarios(f *testing.F) {
	m := alliance(f)
	src, err := os.ReadFile("testdata/findings.scenario")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src))
	f.Add("agreement ipsa\nscenario \"x\" { on 1 April 2015 expect slam owes £1 under core for 2015/16 }")
	f.Fuzz(func(t *testing.T, src string) {
		// Whatever stands in the file: findings, never a panic, and what is
		// without findings can be played.
		all, found := Scenarios("x.scenario", []byte(src), m)
		if len(found) > 0 || len(all) > 3 {
			return
		}
		for _, sc := range all {
			scenario.Play(m, sc)
		}
	})
}
