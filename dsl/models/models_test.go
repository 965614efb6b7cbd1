package models_test

import (
	"strings"
	"testing"

	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/dsl/format"
	"concordat/dsl/models"
)

// TestStart: every starting text checks without errors or warnings, says what is
// still to be agreed, is laid out as `concordat fmt` does, and is of its model.
func TestStart(t *testing.T) {
	for _, m := range models.All() {
		t.Run(m.Name, func(t *testing.T) {
			text := m.Start("northside")
			agreement, found := dsl.Check("northside.agreement", []byte(text))
			holes := 0
			for _, d := range found {
				if d.Severity == diag.Hole {
					holes++
					continue
				}
				t.Errorf("%s: %s", d.Code, d.Text)
			}
			if holes == 0 {
				t.Error("nothing is still to be agreed")
			}
			if holes != strings.Count(text, "to be agreed \"") {
				t.Errorf("%d holes are reported; the text has %d", holes, strings.Count(text, "to be agreed \""))
			}
			if agreement.Name != "northside" || agreement.Model != m.Name {
				t.Errorf("it is %s of the model %s, want northside of %s", agreement.Name, agreement.Model, m.Name)
			}
			laid, _ := format.Source("northside.agreement", []byte(text))
			if string(laid) != text {
				t.Error("it is not laid out as `concordat fmt` does")
			}
			if !strings.Contains(text, m.Example) {
				t.Errorf("it does not name the example %s", m.Example)
			}
		})
	}
}

// TestComplete: every model says everything, in sentences.
func TestComplete(t *testing.T) {
	for _, m := range models.All() {
		for what, lines := range map[string][]string{
			"Fits": m.Fits, "Unfit": m.Unfit, "For": m.For, "Against": m.Against, "Risks": m.Risks, "Needs": m.Needs, "Says": {m.Says},
		} {
			if len(lines) == 0 {
				t.Errorf("%s: %s says nothing", m.Name, what)
			}
			for _, line := range lines {
				if !strings.HasSuffix(line, ".") {
					t.Errorf("%s: %q is no sentence", m.Name, line)
				}
			}
		}
	}
}
