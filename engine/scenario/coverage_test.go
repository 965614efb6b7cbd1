package scenario

import (
	"strings"
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func item(t *testing.T, c *Coverage, kind ItemKind, what string) Item {
	t.Helper()
	for _, it := range c.Items() {
		if it.Kind == kind && it.What == what {
			return it
		}
	}
	t.Fatalf("there is no %s %q", kind, what)
	return Item{}
}

// Without a scenario nothing is reached, and everything says why.
func TestNothingIsReachedWithoutAScenario(t *testing.T) {
	c := NewCoverage(alliance(t))
	for _, it := range c.Items() {
		if it.Scenarios != 0 || it.Why == "" {
			t.Errorf("%s %q: %d scenarios, why %q", it.Kind, it.What, it.Scenarios, it.Why)
		}
	}
	for _, kind := range ItemKinds {
		n := 0
		for _, it := range c.Items() {
			if it.Kind == kind {
				n++
			}
		}
		if n == 0 {
			t.Errorf("there are no %s to reach", kind)
		}
	}
}

func TestAScenarioReachesWhatItPlays(t *testing.T) {
	m := alliance(t)
	c := NewCoverage(m)
	c.Add(Play(m, Scenario{Lines: []Line{
		returns(t, "10 July 2015", "slam", "placements", 150, "2015/16 Q1"),
		Expect{On: day(t, "24 July 2015"), That: InBand{Measure: "placements", Period: period(t, "2015/16 Q1"), Band: value.Minimum}},
	}}))
	for _, r := range []struct {
		kind ItemKind
		what string
		want int
		why  string
	}{
		{Bands, "placements, a quarter in minimum", 1, ""},
		{Bands, "placements, a year in minimum", 0, "no scenario has a year in which `placements` is minimum"},
		{Bands, "placements, a quarter in poor", 0, "no scenario has a quarter in which `placements` is poor"},
		{Outcomes, "fill_gap: adopted", 0, "no scenario opens `fill_gap`"},
		{Conditions, "results, pain", 0, "in no scenario does `results` score below zero"},
	} {
		if it := item(t, c, r.kind, r.what); it.Scenarios != r.want || it.Why != r.why {
			t.Errorf("%s: %d scenarios, %q; want %d, %q", r.what, it.Scenarios, it.Why, r.want, r.why)
		}
	}
}

// Both sides of the day on which a return is due are told apart.
func TestTheSidesOfADeadline(t *testing.T) {
	m := alliance(t)
	sides := func(lines ...Line) (passed, before int) {
		c := NewCoverage(m)
		c.Add(Play(m, Scenario{Lines: lines}))
		for _, it := range c.Items() {
			if it.Kind != Deadlines || it.At != (machine.Ref{Block: "kpi", Statement: "due"}) || !strings.HasPrefix(it.What, "placements:") {
				continue
			}
			if strings.HasSuffix(it.What, "the day passes") {
				passed = it.Scenarios
			} else {
				before = it.Scenarios
			}
		}
		return passed, before
	}
	end := Expect{On: day(t, "22 July 2015"), That: Stands{Chart: "vary", State: Open, Not: true, Due: value.NoDate}}
	if passed, before := sides(returns(t, "21 July 2015", "slam", "placements", 150, "2015/16 Q1"), end); passed != 0 || before != 1 {
		t.Errorf("returned on the last day: passed %d, before %d", passed, before)
	}
	if passed, before := sides(returns(t, "22 July 2015", "slam", "placements", 150, "2015/16 Q1"), end); passed != 1 || before != 0 {
		t.Errorf("returned a day late: passed %d, before %d", passed, before)
	}
}

// What the agreement's own words rule out is not asked for.
func TestWhatCannotHappenIsNotAskedFor(t *testing.T) {
	c := NewCoverage(alliance(t))
	for _, it := range c.Items() {
		if it.Kind == Outcomes && it.What == "vary: moot" {
			t.Error("a change can never be moot: no missing figure opens it")
		}
	}
	item(t, c, Outcomes, "fill_gap: moot")
}

func TestReport(t *testing.T) {
	m := alliance(t)
	c := NewCoverage(m)
	c.Add(Play(m, Scenario{Lines: []Line{
		Act{On: m.First, Events: []engine.Event{engine.Proposed{Act: engine.Act{On: m.First, By: "ccg"}, Decision: "vary"}}},
	}}))
	var b strings.Builder
	if err := c.WriteReport(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"1 scenarios reach of ipsa", "clauses not reached", "clause 5.1, Gain and pain",
		"no scenario lets `vary` be adopted (vary.then, line", "in no scenario does anything happen under `leave`",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the report does not say %q:\n%s", want, b.String())
		}
	}
}
