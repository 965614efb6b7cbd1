package play

import (
	"bytes"
	"os"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/settled"
	"concordat/engine/scenario"
)

const lead = "../../agreements/s31/"

func agreed(t *testing.T, name string) (*settled.Agreement, diag.List) {
	t.Helper()
	src, err := os.ReadFile(lead + name)
	if err != nil {
		t.Fatal(err)
	}
	file, found := parse.Text(name, src)
	a, more := check.Agree(file)
	return a, append(found, more...)
}

// The seed as it is checks, and what it leaves open is listed.
func TestLeadCommissioningAsItWas(t *testing.T) {
	a, found := agreed(t, "s31.agreement")
	holes := map[string]int{}
	for _, d := range found {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s", d.Code, d.Text)
		}
	}
	for _, h := range a.Holes {
		holes[h.Ref.String()]++
	}
	for _, gap := range []string{
		"carers.lead", "older_people.lead", "substance_misuse.lead", "learning_disability.lead", "disability.lead",
		"yearly.gives", "end_early.received", "end_early.then", "settle.meanwhile", "settle.otherwise", "agreement.varied", "agreement.unclear",
	} {
		if holes[gap] == 0 {
			t.Errorf("%s is not listed as open", gap)
		}
	}
	if holes["yearly.gives"] != 3 {
		t.Errorf("%d commitments are open, want those of three partners", holes["yearly.gives"])
	}
}

// Mended, it does what its partners expect, and its scenarios leave nothing untried.
func TestLeadCommissioningMended(t *testing.T) {
	a, found := agreed(t, "s31_mended.agreement")
	for _, d := range found {
		t.Fatalf("%s: %s", d.Code, d.Text)
	}
	m := compile.Machine(a)
	src, err := os.ReadFile(lead + "s31_mended.scenario")
	if err != nil {
		t.Fatal(err)
	}
	all, found := Scenarios("s31_mended.scenario", src, a, m)
	for _, d := range found {
		t.Errorf("%d: %s", 1+bytes.Count(src[:d.At.Start], []byte("\n")), d.Text)
	}
	cover := scenario.NewCoverage(m)
	refusals := 0
	for _, sc := range all {
		t.Run(sc.Title, func(t *testing.T) {
			r := scenario.Play(m, sc)
			for _, f := range r.Failures {
				t.Errorf("line %d: %s", f.Line, f.Text)
			}
			cover.Add(r)
		})
		for _, l := range sc.Lines {
			if _, ok := l.(scenario.Refuse); ok {
				refusals++
				break
			}
		}
	}
	if len(all) < 20 || refusals < 3 {
		t.Errorf("%d scenarios, %d of refusals; want at least 20 and 3", len(all), refusals)
	}
	for _, it := range cover.Items() {
		if it.Scenarios == 0 {
			t.Errorf("not reached: %s, %s: %s (%s, line %d)", it.Kind, it.What, it.Why, it.At, it.Line)
		}
	}
}
