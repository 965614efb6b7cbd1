package format_test

import (
	"testing"

	"concordat/dsl/format"
)

// Blocks without braces stand in columns, like blocks on one line, and nothing
// trails behind them; what is shipped is laid out so.
func TestBlocksWithoutBraces(t *testing.T) {
	const src = `place   halton_place "Halton"   # one
place sthelens_place   "St Helens"# two

body a "A"
body longer "The longer one" { paid by x }
`
	const want = `place halton_place   "Halton"   # one
place sthelens_place "St Helens"  # two

body a      "A"
body longer "The longer one" { paid by x }
`
	got, found := format.Source("x.agreement", []byte(src))
	if string(got) != want || len(found) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, found)
	}
	for _, name := range []string{"s31.agreement", "s31_mended.agreement", "s31_mended.scenario"} {
		shipped := read(t, "../../agreements/s31/"+name)
		if got, _ := format.Source(name, shipped); string(got) != string(shipped) {
			t.Errorf("%s is not laid out as the formatter lays it out", name)
		}
		laws(t, name, shipped)
	}
}
