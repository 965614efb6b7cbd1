package play

import (
	"os"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/parse"
	"concordat/engine/scenario"
)

// The investment that was filled in does what its parties expect.
func TestTheInvestmentAsItsPartiesExpect(t *testing.T) {
	const folder = "../../agreements/pia/"
	src, err := os.ReadFile(folder + "mended.agreement")
	if err != nil {
		t.Fatal(err)
	}
	file, unread := parse.Text("mended.agreement", src)
	law, err := os.ReadFile(folder + "prevention_investment.framework")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := check.ReadFramework("prevention_investment.framework", law)
	a, found := check.Agree(file, f)
	for _, d := range append(unread, found...) {
		t.Errorf("%s: %s", d.Code, d.Text)
	}
	m := compile.Machine(a)
	text, err := os.ReadFile(folder + "mended.scenario")
	if err != nil {
		t.Fatal(err)
	}
	all, found := Scenarios("mended.scenario", text, a, m)
	for _, d := range found {
		t.Errorf("%s: %s", d.Code, d.Text)
	}
	if len(all) < 12 {
		t.Errorf("%d scenarios, want 12 or more", len(all))
	}
	for _, sc := range all {
		for _, f := range scenario.Play(m, sc).Failures {
			t.Errorf("%s: line %d: %s", sc.Title, f.Line, f.Text)
		}
	}
}
