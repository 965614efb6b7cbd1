package render

import (
	"os"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/parse"
	"concordat/engine/machine"
)

func lead(t *testing.T, name string) *machine.Machine {
	t.Helper()
	path := "../../agreements/s31/" + name + ".agreement"
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, _ := parse.Text(path, src)
	a, found := check.Agree(file)
	if found.HasErrors() {
		t.Fatal(found)
	}
	return compile.Machine(a)
}

// Who leads, what is committed and a level that no day ends stand in the contract.
func TestLeadCommissioningInWords(t *testing.T) {
	for name, wants := range map[string][]string{
		"s31_mended": {
			"under section 31, Health Act 1999.", "**Mental health**: 18 to 64; lead pct;", "65 and over, some from 55; lead halton in Halton; sthelens",
			"`pct` leads on health outcomes of alcohol", "| pct      | 2010/11 | £9,200,000 |", "The money is spent in the place that gave it.",
			"at the latest the end of the month", "Level 3: arbitrator settles it, at the latest",
		},
		"s31": {"no day ends this level.", "what happens to the two that stay", "Carers"},
	} {
		have := strings.Join(strings.Fields(Markdown(lead(t, name))), " ")
		for _, want := range wants {
			if !strings.Contains(have, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("the contract of %s does not say %q", name, want)
			}
		}
	}
}
