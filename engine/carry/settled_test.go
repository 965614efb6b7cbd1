package carry_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"concordat/dsl/play"
	"concordat/engine"
	"concordat/engine/carry"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// A year that is over belongs to the text that held at its end: whatever the new
// text says, and however often it is varied again, a figure that is restated
// comes to what it would have come to without a change. The year that runs is
// worked out by the new text.
func TestACorrectionBelongsToItsText(t *testing.T) {
	src, err := os.ReadFile("../../testdata/revisions/ipsa.agreement")
	if err != nil {
		t.Fatal(err)
	}
	story, err := os.ReadFile("testdata/year.scenario")
	if err != nil {
		t.Fatal(err)
	}
	a, old := compiled("ipsa.agreement", src)
	all, found := play.Scenarios("year.scenario", story, a, old)
	if found.HasErrors() {
		t.Fatal(found[0].Text)
	}
	paid := scenario.Play(old, all[0]).Final
	on := day(t, "10 August 2016")
	paid = upTo(t, old, paid, on)
	before := map[int64]*engine.Settlement{}
	for _, n := range []int64{40, 75, 118, 199} {
		before[n] = restated(t, old, paid, n)
	}
	if before[40].Raw == before[199].Raw {
		t.Fatal("the figure makes no difference")
	}
	for _, edit := range [][2]string{
		{"pool       £300,000", "pool       £330,000"},
		{"points stretch         50", "points stretch         40"},
		{"pain cap   £180,000", "pain cap   £100,000"},
		{"weight     60% of results", "weight     60% of results # the same"},
		{"remainder  to the largest fraction, then to the share written first", "remainder  to the share written first"},
		{"share slam       50%\n  share certitude  30%", "share slam       40%\n  share certitude  40%"},
	} {
		_, new := compiled("ipsa.agreement", []byte(strings.Replace(string(src), edit[0], edit[1], 1)))
		if new == nil {
			t.Errorf("%s does not check", edit[1])
			continue
		}
		once := carry.Over(old, new, paid, nil, on)
		twice := carry.Over(once.Machine, old, once.State, nil, on.AddDays(3))
		for n, want := range before {
			for _, out := range []carry.Outcome{once, twice} {
				is := restated(t, out.Machine, upTo(t, out.Machine, out.State, on.AddDays(3)), n)
				if is.Raw != want.Raw || !reflect.DeepEqual(is.Lines, want.Lines) {
					t.Errorf("%s: with %d restated %v, want %v", edit[1], n, is.Lines, want.Lines)
				}
			}
		}
	}
}

// restated is what the first year comes to with another last figure.
func restated(t *testing.T, m *machine.Machine, s engine.State, figure int64) *engine.Settlement {
	t.Helper()
	q4, n := value.Period{Kind: value.Quarter, Start: 2015, N: 4}, value.Int(figure)
	on := day(t, "14 August 2016")
	s = upTo(t, m, s, on)
	for _, ev := range []engine.Event{
		engine.Restated{Act: engine.Act{On: on, By: "slam"}, Measure: "placements", Period: q4, Value: &n, Because: "counted again"},
		engine.Accepted{Act: engine.Act{On: on, By: "ccg"}, Measure: "placements", Period: q4},
	} {
		next, _, err := engine.Step(m, s, ev)
		if err != nil {
			t.Fatal(err)
		}
		s = next
	}
	return s.Find(engine.Key{Chart: "results", Of: "2015/16"}).Settlement
}
