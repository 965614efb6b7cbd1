package diff_test

import (
	"os"
	"testing"

	"concordat/dsl/diff"
	"concordat/engine"
	"concordat/engine/value"
)

// What happened, lived through once more by the same text, comes to the same
// pounds; and nothing that is scheduled is paid otherwise.
func TestTheSameTextPaysTheSame(t *testing.T) {
	src, err := os.ReadFile("../../testdata/revisions/ipsa.agreement")
	if err != nil {
		t.Fatal(err)
	}
	old, _ := revision("ipsa.agreement", src)
	new, _ := revision("ipsa.agreement", src)
	day := value.MustDate(2015, 3, 20)
	var events []engine.Event
	for _, p := range old.Machine.Parties {
		events = append(events, engine.Signed{Act: engine.Act{On: day, By: p.Name}, Fingerprint: old.Machine.Fingerprint()})
	}
	n := value.Int(140)
	events = append(events,
		engine.Returned{Act: engine.Act{On: value.MustDate(2015, 7, 10), By: "slam"}, Measure: "placements", Period: value.Period{Kind: value.Quarter, Start: 2015, N: 1}, Value: &n},
		engine.Varied{Act: engine.Act{On: value.MustDate(2015, 7, 14)}},
		engine.DayReached{Act: engine.Act{On: value.MustDate(2017, 5, 1)}})
	var pounds diff.Pounds
	pounds.Replay("the same", old, new, events)
	if len(pounds.Stories) != 0 {
		t.Errorf("the same text pays otherwise: %v", pounds.Stories)
	}
	if names := diff.Renames(old, new); len(names) != 0 {
		t.Errorf("the same text has other names: %v", names)
	}
}
