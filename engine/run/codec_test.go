package run

import (
	"bytes"
	"reflect"
	"testing"

	"concordat/engine"
	"concordat/engine/value"
)

// events is one of each kind, every field set.
func events() []engine.Event {
	act := engine.Act{On: value.MustDate(2015, 7, 10), By: "slam", As: "director"}
	q1 := value.Period{Kind: value.Quarter, Start: 2015, N: 1}
	n, sum, day := value.Ratio(7, 2), value.Money(180_000_00), value.MustDate(2016, 6, 30)
	inputs := []engine.InputValue{{Name: "stays", Value: value.Int(21)}, {Name: "offered", Value: value.Int(10)}}
	reasons := []engine.Reason{{Name: "best_for_service", Words: "“Checked” & agreed"}, {Words: "unnamed"}}
	text := engine.Text{Path: "next.agreement", Fingerprint: "ab12", Words: "cd34", Machine: "ef56", Against: "0a1b", Renamed: []engine.Rename{{Was: "core", Now: "budget"}}}
	answer := &engine.Answer{Band: value.Poor, Date: &day, Sum: &sum, Value: &n, Words: "a plan"}
	return []engine.Event{
		engine.Signed{Act: act, Fingerprint: "ab12"},
		engine.Returned{Act: act, Measure: "placements", Period: q1, Value: &n, Inputs: inputs},
		engine.Accepted{Act: act, Measure: "placements", Period: q1},
		engine.Contested{Act: act, Measure: "placements", Period: q1, Because: "no"},
		engine.Restated{Act: act, Measure: "placements", Period: q1, Value: &n, Inputs: inputs, Because: "late"},
		engine.Judged{Act: act, Measure: "voice", Period: q1, Band: value.Stretch, Reasons: reasons, Evidence: []string{"cd34"}},
		engine.Proposed{Act: act, Decision: "vary", About: "1", Answer: answer, Reasons: reasons, Text: &text},
		engine.Voted{Act: act, Decision: "vary", About: "1", Choice: engine.Abstain, Reasons: reasons, Conflict: "a cousin"},
		engine.Served{Act: act, Notice: "leave", To: []string{"ccg", "lambeth"}, Manner: "post"},
		engine.Withdrawn{Act: act, Notice: "leave"},
		engine.Raised{Act: act, Dispute: "inside", About: "night staff"},
		engine.Settled{Act: act, Dispute: "figures", About: "placements 2015/16 Q1", Answer: answer, Because: "counted"},
		engine.Held{Act: act, Review: "quarterly", Period: q1, Minutes: "ef56"},
		engine.Entered{Act: act, Register: "complaints", Kind: "complaint", Words: "Nobody rang", Notes: []engine.Reason{{Name: "area", Words: "carers"}}},
		engine.Answered{Act: act, Register: "complaints", N: 1, Words: "We rang", Lesson: "Ring back"},
		engine.Claimed{Act: act, Outcome: "home", Person: "p-17", Reached: day, Evidence: []string{"ab12"}},
		engine.Verified{Act: act, Outcome: "home", Person: "p-17"},
		engine.Rejected{Act: act, Outcome: "home", Person: "p-17", Because: "no lease"},
		engine.Overturned{Act: act, Outcome: "home", Person: "p-17", Because: "the lease was not theirs"},
		engine.Started{Act: act, Process: "partnership"},
		engine.Filed{Act: act, Step: "problem", Name: "statement", Words: "Who is not served", Digest: "ab12"},
		engine.Completed{Act: act, Step: "problem"},
		engine.Varied{Act: engine.Act{On: act.On}, Decision: engine.Key{Chart: "vary", Of: "1"}, Text: text, Aside: []string{"leave thames (given): no place"}},
		engine.Proclaimed{Act: act, Day: day, Name: "A day of mourning", Instead: &day, In: []string{"scotland"}, Source: "Gazette"},
		engine.DayReached{Act: engine.Act{On: act.On}},
		engine.Assumed{Act: act, Measure: "voice", Period: q1, Value: &n, Band: value.Poor, Final: day},
	}
}

func TestEventsComeBackAsTheyWere(t *testing.T) {
	kinds := map[string]bool{}
	for _, ev := range events() {
		text, err := EncodeEvent(ev)
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeEvent(text)
		if err != nil || !reflect.DeepEqual(back, ev) {
			t.Errorf("%s comes back as %+v, %v", text, back, err)
		}
		kinds[KindOf(ev)] = true
	}
	for kind := range decoders {
		if !kinds[kind] {
			t.Errorf("no event of the kind %q is tried", kind)
		}
	}
}

func TestEventsOfANewerProgramAreRefused(t *testing.T) {
	for _, text := range []string{
		`{"kind":"prophesied","event":{"on":"2015-07-10"}}`,
		`{"kind":"withdrawn","event":{"on":"2015-07-10","by":"slam","notice":"leave","in_part":true}}`,
		`{"kind":"accepted","event":{"on":"2015-07-10","by":"slam","measure":"placements","period":"2015/16 Q9"}}`,
		`{`,
	} {
		if ev, err := DecodeEvent([]byte(text)); err == nil {
			t.Errorf("%s is read as %+v", text, ev)
		}
	}
}

// Whatever can be read is written in one way, and reads as the same again.
func FuzzDecodeEvent(f *testing.F) {
	for _, ev := range events() {
		text, err := EncodeEvent(ev)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		ev, err := DecodeEvent(text)
		if err != nil {
			return
		}
		once, err := EncodeEvent(ev)
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeEvent(once)
		if err != nil {
			t.Fatalf("%s does not read: %v", once, err)
		}
		twice, err := EncodeEvent(back)
		if err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("%s is written as %s, then as %s, %v", text, once, twice, err)
		}
	})
}
