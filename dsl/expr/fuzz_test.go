package expr

import (
	"testing"

	"concordat/dsl/parse"
	"concordat/dsl/syntax"
)

// FuzzCondition: whatever is written, nothing panics, and what is settled says
// in its own words the same thing again.
func FuzzCondition(f *testing.F) {
	for _, text := range []string{
		"placements.band is poor or worse for 2 quarters running", "placements.value / 2 > 1 + 12.5% and tenancy.value > -3",
		"not (1 < placements.value < 5) or voice.band is not poor", "count((placements.value > 1), tenancy.value == 2,) >= 2",
		"min(max(1, 2), sum(3, 4.50)) - (5 - 6) > £5 / £2", "((((1))))>1", "min()", "a.b.c.d", "1(2)", "(placements).value > 1",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read := func(text string) *syntax.When {
			file, _ := parse.Text("x.agreement", []byte("rule r \"R\" {\n  when "+text+"\n}\n"))
			if len(file.Blocks) == 0 {
				return nil
			}
			return syntax.One[*syntax.When](file.Blocks[0], "when")
		}
		when := read(text)
		if when == nil {
			return
		}
		e, found := Condition(&when.Condition, ruleEnv)
		if len(found) > 0 {
			return
		}
		again := read(e.Text)
		if again == nil {
			t.Fatalf("%q says %q, which cannot be read", text, e.Text)
		}
		e2, found := Condition(&again.Condition, ruleEnv)
		if len(found) > 0 {
			t.Fatalf("%q says %q: %v", text, e.Text, found)
		}
		if e.Text != e2.Text {
			t.Fatalf("%q says %q says %q", text, e.Text, e2.Text)
		}
	})
}
