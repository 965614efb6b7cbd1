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

// What was paid in advance goes back only where an instalment's period can be cut
// short: a notice that expires with it, or with a longer one, leaves nothing over.
func TestNothingGoesBackAtThePeriodsOwnEnd(t *testing.T) {
	ends := machine.Chart{ID: "leave", Kind: machine.KindNotice, Block: "leave", Moves: []machine.Move{
		{Do: []machine.Action{{Verb: machine.EndAgreement, After: machine.AnchorEffect}}},
	}}
	repayment := machine.Chart{ID: "core/repayment", Kind: machine.KindPayment, Block: "core"}
	for _, x := range []struct {
		every, expiring value.PeriodKind
		instead         string
		want            bool
	}{
		{value.Quarter, value.Year, "", false},
		{value.Quarter, value.Quarter, "", false},
		{value.Year, value.Quarter, "", true},
		{value.Quarter, value.Term, "", true},
		{value.Quarter, value.NoPeriod, "", true},
		{value.Quarter, value.Year, "agree_date", true},
	} {
		m := &machine.Machine{
			Fundings: []machine.Funding{{Name: "core", Every: x.every}},
			Notices:  []machine.Notice{{Name: "leave", Expiring: x.expiring, Instead: x.instead}},
			Charts:   []machine.Chart{ends, repayment},
		}
		if got := canBegin(m, &repayment); got != x.want {
			t.Errorf("paid every %s, notice to the end of a %s: repaid is %t", x.every, x.expiring, got)
		}
	}
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
