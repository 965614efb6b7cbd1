package dsl_test

import (
	"os"
	"testing"

	"concordat/dsl"
	"concordat/dsl/diag"
)

// The template says what the published text says, and has its gap and no other fault.
func TestTheTemplateHasItsGapAlone(t *testing.T) {
	const path = "../agreements/pia/pia.agreement"
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, found := dsl.Compile(path, src)
	holes, gaps := 0, 0
	for _, d := range found {
		switch {
		case d.Severity == diag.Hole:
			holes++
		case d.Code == "route-gap":
			gaps++
		default:
			t.Errorf("%s: %s", d.Code, d.Text)
		}
	}
	if holes != 6 || gaps != 1 || m != nil {
		t.Errorf("%d holes and %d gaps, machine %v; want 6, 1 and none", holes, gaps, m != nil)
	}
}
