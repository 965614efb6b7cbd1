package scenario

import (
	"os"
	"strings"
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// alliance is the worked example as the compiler makes it.
func alliance(t testing.TB) *machine.Machine {
	t.Helper()
	text, err := os.ReadFile("../../testdata/ipsa.machine.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := machine.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func day(t testing.TB, s string) value.Date {
	t.Helper()
	d, err := value.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func period(t testing.TB, s string) value.Period {
	t.Helper()
	p, err := value.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func returns(t testing.TB, on, by, measure string, v int64, p string) Act {
	n := value.Int(v)
	ev := engine.Returned{Act: engine.Act{On: day(t, on), By: by}, Measure: measure, Period: period(t, p), Value: &n}
	return Act{Place: Place{Line: 2, Text: by + " returns"}, On: ev.On, Events: []engine.Event{ev}}
}

// What is expected and not so is told in one sentence, with the reason.
func TestAnExpectationThatIsNotMetSaysWhy(t *testing.T) {
	m := alliance(t)
	q1 := period(t, "2015/16 Q1")
	story := []Line{returns(t, "10 July 2015", "slam", "placements", 150, "2015/16 Q1")}
	for _, c := range []struct {
		that Expectation
		want string
	}{
		{InBand{Measure: "placements", Period: q1, Band: value.Stretch}, "; it is minimum, because placements for 2015/16 Q1 is 150"},
		{InBand{Measure: "placements", Period: q1, Band: value.Minimum, Not: true}, "; it is minimum"},
		{InBand{Measure: "placements", Period: q1, Not: true}, "; it is final"},
		{InBand{Measure: "own_tenancy", Period: q1}, "; it is not final"},
		{HasValue{Measure: "placements", Period: q1, Value: value.Int(151)}, "; it is 150"},
		{HasValue{Measure: "own_tenancy", Period: q1, Value: value.Int(1)}, "; it has no figure"},
		{Scores{Gainshare: "results", Period: period(t, "2015/16"), Score: value.Int(0)},
			"; it has no score yet: placements, acute_stays, own_tenancy and voice are not final"},
		{Stands{Chart: "placements", Of: "2015/16 Q1", State: "late", Due: value.NoDate}, "; it is final since 24 July 2015"},
		{Stands{Chart: "vary", State: Open, Due: value.NoDate}, "; it has not been opened"},
		{Stands{Chart: "vary", State: "missed", Not: true, Due: value.NoDate}, "; that can never be: it is open, adopted, lapsed, moot or fallen away"},
		{Stands{Chart: "quarterly", Of: "2015/16 Q1", State: Open, Due: day(t, "1 August 2015")}, "; its time is up on 11 August 2015"},
		{Owes{Party: "ccg", Sum: 1, Under: "core", Period: period(t, "2015/16 Q2"), Due: value.NoDate}, "; ccg owes £960,000"},
		{Owes{Party: "slam", Sum: 80_000_000, Owed: true, Under: "core", Period: period(t, "2015/16 Q2"), Due: day(t, "2 July 2015")},
			"; slam is owed £0"},
		{Bears{Who: "ccg", Sum: 1, Under: "results", Period: period(t, "2015/16")}, "; nothing has been calculated"},
		{Told{Who: "slam", Remind: true, About: engine.Key{Chart: "placements", Of: "2015/16 Q1"}}, "; nobody of that name is on this day"},
		// A scenario of another revision may speak of what is not in the text.
		{InBand{Measure: "gone", Period: q1, Band: value.Stretch}, "; it is not final"},
		{HasValue{Measure: "gone", Period: q1, Value: value.Int(1)}, "; it has no figure"},
		{Scores{Gainshare: "gone", Period: period(t, "2015/16"), Score: value.Int(0)}, "; it has no score yet: nothing has been calculated"},
		{Stands{Chart: "gone", State: Open, Due: value.NoDate}, "; the text has nothing of that name"},
		{Owes{Party: "slam", Sum: 1, Owed: true, Under: "gone", Period: q1, Due: value.NoDate}, "; slam is owed £0"},
		{Bears{Who: "ccg", Sum: 1, Under: "gone", Period: period(t, "2015/16")}, "; nothing has been calculated"},
		{ComesTo{Name: "gone", Sum: 1}, "; the text has nothing of that name"},
		{Told{Who: "slam", About: engine.Key{Chart: "gone"}}, "; nobody of that name is on this day"},
		{TakesEffect{Notice: "gone", On: day(t, "31 March 2016")}, "; no such notice has been served"},
		{TakesEffect{Notice: "leave", On: day(t, "31 March 2016")}, "; no such notice has been served"},
	} {
		on := day(t, "24 July 2015")
		if o, ok := c.that.(Owes); ok && !o.Owed {
			on = day(t, "10 July 2015").AddDays(-20)
		}
		sc := Scenario{Title: "t", Lines: append([]Line{}, story...)}
		ask := Expect{Place: Place{Line: 3, Text: "something is so"}, On: on, That: c.that}
		if on < story[0].(Act).On {
			sc.Lines = append([]Line{ask}, sc.Lines...)
		} else {
			sc.Lines = append(sc.Lines, ask)
		}
		r := Play(m, sc)
		if len(r.Failures) != 1 {
			t.Errorf("%#v: %d findings, want 1: %v", c.that, len(r.Failures), r.Failures)
			continue
		}
		got := r.Failures[0]
		if got.Line != 3 || !strings.HasPrefix(got.Text, "expected that something is so"+c.want) {
			t.Errorf("%#v:\n  got  line %d: %s\n  want line 3: expected that something is so%s…", c.that, got.Line, got.Text, c.want)
		}
	}
}

func TestARefusalMustComeForItsReason(t *testing.T) {
	m := alliance(t)
	n := value.Int(58)
	ev := engine.Returned{Act: engine.Act{On: day(t, "10 July 2015"), By: "thames"}, Measure: "placements", Period: period(t, "2015/16 Q1"), Value: &n}
	allowed := ev
	allowed.By = "slam"
	for _, c := range []struct {
		ev      engine.Event
		because machine.Ref
		want    string
	}{
		{ev, machine.Ref{Block: "placements", Statement: "returned"}, ""},
		{ev, machine.Ref{}, ""},
		{ev, machine.Ref{Block: "kpi", Statement: "due"}, "thames returns placements 58 for 2015/16 Q1 should be refused because of kpi.due; it is refused because of placements.returned"},
		{allowed, machine.Ref{Block: "kpi", Statement: "due"}, "slam returns placements 58 for 2015/16 Q1 should be refused because of kpi.due; it is not"},
	} {
		r := Play(m, Scenario{Lines: []Line{Refuse{Place: Place{Line: 7}, On: ev.On, Event: c.ev, Because: c.because}}})
		switch {
		case c.want == "" && !r.OK():
			t.Errorf("%v: %v", c.because, r.Failures)
		case c.want != "" && (r.OK() || !strings.HasPrefix(r.Failures[0].Text, c.want)):
			t.Errorf("%v: got %v, want %q", c.because, r.Failures, c.want)
		}
	}
}

// An act that is refused against the scenario's will ends the story there.
func TestAnActThatIsRefusedEndsTheStory(t *testing.T) {
	sc := Scenario{Lines: []Line{
		returns(t, "10 July 2015", "thames", "placements", 58, "2015/16 Q1"),
		returns(t, "11 July 2015", "slam", "placements", 58, "2015/16 Q1"),
	}}
	r := Play(alliance(t), sc)
	if len(r.Failures) != 1 || !strings.Contains(r.Failures[0].Text, "thames may not return placements") {
		t.Fatalf("findings: %v", r.Failures)
	}
	if last := r.Transcript[len(r.Transcript)-1]; last.On > day(t, "10 July 2015") {
		t.Errorf("played on after the refusal, until %s", last.On)
	}
}

// Acts of a day come before its deadlines, and what is expected after both,
// however the lines are mixed.
func TestWithinADayActsThenDeadlinesThenExpectations(t *testing.T) {
	m := alliance(t)
	q1 := period(t, "2015/16 Q1")
	expect := Expect{On: day(t, "21 July 2015"), That: Stands{Chart: "placements", Of: q1.String(), State: "submitted", Due: value.NoDate}}
	act := returns(t, "21 July 2015", "slam", "placements", 150, "2015/16 Q1") // the last day on which it is due
	if r := Play(m, Scenario{Lines: []Line{expect, act}}); !r.OK() {
		t.Errorf("%v", r.Failures)
	}
	late := Expect{On: day(t, "21 July 2015"), That: Stands{Chart: "placements", Of: q1.String(), State: "late", Due: value.NoDate}}
	if r := Play(m, Scenario{Lines: []Line{late}}); !r.OK() {
		t.Errorf("%v", r.Failures)
	}
}

func TestTheSameScenarioGoesTheSameWay(t *testing.T) {
	m := alliance(t)
	sc := Scenario{Lines: []Line{returns(t, "10 July 2015", "slam", "placements", 150, "2015/16 Q1")}}
	if a, b := Play(m, sc), Play(m, sc); a.Final.Digest != b.Final.Digest {
		t.Error("two plays of one scenario end differently")
	}
}
