package dsl_test

import (
	"testing"

	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/dsl/parse"
)

// TestFaultsInLeads puts every fault into every statement of the blocks that
// only lead commissioning has, and of its disputes and meetings.
func TestFaultsInLeads(t *testing.T) {
	src := read(t, "../agreements/s31/s31_mended.agreement")
	want, found := dsl.Compile("s31_mended.agreement", src)
	if want == nil || len(found) > 0 {
		t.Fatal(found)
	}
	signed := want.Fingerprint()
	file, _ := parse.Text("s31_mended.agreement", src)
	var within []diag.Span
	for _, b := range file.Blocks {
		switch b.Keyword.Name {
		case "area", "commitment", "dispute", "review":
			within = append(within, b.At)
		}
	}
	var sum tally
	pages := dsl.Pages()
	for _, s := range statements(src) {
		inside := false
		for _, at := range within {
			inside = inside || at.Start <= s.at.Start && s.at.End <= at.End
		}
		if !inside {
			continue
		}
		for k, f := range faults {
			for j, text := range f.texts(s) {
				if text != s.text() && (j+k)%3 == 0 {
					sum.add(inject(t, f, s, text, signed, pages))
				}
			}
		}
	}
	t.Log(sum)
	if sum.faults < 100 || sum.here*100 < sum.faults*97 || sum.elsewhere*100 > sum.faults*2 {
		t.Errorf("too many faults are not found on their own line: %s", sum)
	}
}
