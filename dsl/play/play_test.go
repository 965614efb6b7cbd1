package play

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/parse"
	"concordat/dsl/settled"
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

// settled is the text that the machine was compiled from.
func settle(t testing.TB) *settled.Agreement {
	t.Helper()
	const path = "../../agreements/ipsa/ipsa.agreement"
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, _ := parse.Text(path, src)
	a, found := check.Agree(file)
	if found.HasErrors() {
		t.Fatal(found)
	}
	return a
}

func read(t testing.TB, m *machine.Machine, name string) []scenario.Scenario {
	t.Helper()
	path := filepath.Join("../../agreements/ipsa", name)
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out, found := Scenarios(path, src, settle(t), m)
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

// Where the checker finds an error, nothing is read.
func TestNothingIsReadWithErrors(t *testing.T) {
	m, a := alliance(t), settle(t)
	for _, src := range []string{
		"agreement pia\nscenario \"x\" {\n on 1 April 2015 lambeth signs\n}\n",
		"agreement ipsa\nscenario \"x\" {\n on 1 April 2015 lambth signs\n}\n",
		"agreement ipsa\nscenario \"x\" {\n on 1 April 2015 lambeth sings\n}\n",
		"agreement ipsa\nscenario \"x\" {\n on to be agreed \"the day\" lambeth signs\n}\n",
		"agreement ipsa\nscenario \"x\" {\n on 2 April 2015 lambeth signs\n on 1 April 2015 ccg signs\n}\n",
	} {
		if all, found := Scenarios("x.scenario", []byte(src), a, m); len(all) > 0 || !found.HasErrors() {
			t.Errorf("%s: %d scenarios, findings %v", src, len(all), found)
		}
	}
}

// Every kind of act and expectation becomes what it says.
func TestLines(t *testing.T) {
	m, a := alliance(t), settle(t)
	src, err := os.ReadFile("testdata/lines.scenario")
	if err != nil {
		t.Fatal(err)
	}
	all, found := Scenarios("lines.scenario", src, a, m)
	if len(found) > 0 {
		t.Fatal(found)
	}
	var b strings.Builder
	for _, l := range all[0].Lines {
		fmt.Fprintf(&b, "%d: %s\n", l.Where().Line, l.Where().Text)
		switch l := l.(type) {
		case scenario.Act:
			for _, ev := range l.Events {
				fmt.Fprintf(&b, "   %s, %s\n", l.On, scenario.Said(m, ev))
			}
		case scenario.Refuse:
			fmt.Fprintf(&b, "   %s, refused because of %s: %s\n", l.On, l.Because, scenario.Said(m, l.Event))
		case scenario.Given:
			fmt.Fprintf(&b, "   %s\n", scenario.Said(m, l.Event))
		case scenario.Expect:
			fmt.Fprintf(&b, "   %s, %+v\n", l.On, l.That)
		}
	}
	golden(t, "testdata/lines.txt", b.String())
}

func FuzzScenarios(f *testing.F) {
	m, a := alliance(f), settle(f)
	src, err := os.ReadFile("testdata/lines.scenario")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src))
	f.Add("agreement ipsa\nscenario \"x\" { on 1 April 2015 expect slam owes £1 under core for 2015/16 }")
	f.Fuzz(func(t *testing.T, src string) {
		// Whatever stands in the file: findings, never a panic, and what is
		// without findings can be played.
		all, found := Scenarios("x.scenario", []byte(src), a, m)
		if len(found) > 0 || len(all) > 3 {
			return
		}
		for _, sc := range all {
			scenario.Play(m, sc)
		}
	})
}
