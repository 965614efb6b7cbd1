package engine_test

import (
	"errors"
	"strings"
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// What goes wrong over years, each once.

func by(day value.Date, who string) engine.Act { return engine.Act{On: day, By: who} }

func date(y, m, d int) value.Date { return value.MustDate(y, m, d) }

func period(t testing.TB, text string) value.Period {
	t.Helper()
	p, err := value.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func refused(t *testing.T, m *machine.Machine, s engine.State, ev engine.Event, because, words string) {
	t.Helper()
	s = reach(t, m, s, ev.What().On.AddDays(-1))
	next, _, err := engine.Step(m, s, ev)
	var r *engine.Refusal
	if !errors.As(err, &r) || r.Because.String() != because || !strings.Contains(r.Text, words) || next.Digest != s.Digest {
		t.Errorf("%#v: %v; want a refusal because of %s that says %q", ev, err, because, words)
	}
}

func leaves(t *testing.T, m *machine.Machine, s engine.State, day value.Date, who string) engine.State {
	return must(t, m, s, engine.Served{Act: by(day, who), Notice: "leave", Manner: "hand"})
}

func votes(t *testing.T, m *machine.Machine, s engine.State, day value.Date, decision, about string, who ...string) engine.State {
	t.Helper()
	for _, name := range who {
		s = must(t, m, s, engine.Voted{Act: by(day, name), Decision: decision, About: about, Choice: engine.Yes, Reasons: []engine.Reason{{Words: "it is right"}}})
	}
	return s
}

var everybody = []string{"lambeth", "ccg", "slam", "certitude", "thames"}

// moved agrees that a party leaves on another day.
func moved(t *testing.T, m *machine.Machine, s engine.State, day value.Date, who string, to value.Date) engine.State {
	t.Helper()
	s = must(t, m, s, engine.Proposed{Act: by(day, "ccg"), Decision: "agree_date", About: "leave " + who, Answer: &engine.Answer{Date: &to}})
	return votes(t, m, s, day, "agree_date", "leave "+who, everybody...)
}

func state(s engine.State, chart, of string) string {
	if t := s.Find(engine.Key{Chart: chart, Of: of}); t != nil {
		return t.State
	}
	return "nowhere"
}

func TestTheFirstOfTwoNoticesEndsIt(t *testing.T) {
	m := alliance(t)
	s := leaves(t, m, inForce(t, m), date(2015, 9, 30), "thames")
	s = leaves(t, m, s, date(2015, 10, 1), "slam")
	for _, who := range []string{"thames", "slam"} {
		s = must(t, m, s, engine.Voted{Act: by(date(2015, 10, 2), "ccg"), Decision: "carry_on", About: "leave " + who, Choice: engine.No})
	}
	s = reach(t, m, s, date(2016, 3, 30))
	if got := state(s, "agreement", ""); got != "in notice" {
		t.Errorf("on 30 March 2016 it is %s", got)
	}
	if s = reach(t, m, s, date(2016, 3, 31)); state(s, "agreement", "") != "ended" {
		t.Error("slam's later notice put off the end that thames's brings")
	}
}

// An instalment that falls due on the last day or after it, for a quarter that
// had begun, is paid and goes back by days like one that was paid before.
func TestMoneyPaidOnTheLastDayGoesBack(t *testing.T) {
	m := alliance(t)
	s := leaves(t, m, inForce(t, m), date(2015, 9, 1), "thames")
	s = must(t, m, s, engine.Voted{Act: by(date(2015, 9, 1), "ccg"), Decision: "carry_on", Choice: engine.No})
	s = moved(t, m, s, date(2015, 9, 2), "thames", date(2015, 10, 1))
	s = reach(t, m, s, date(2015, 10, 1))
	back := s.Find(engine.Key{Chart: "core/repayment", Of: "2015/16 Q3"})
	if state(s, "core", "2015/16 Q3") != "paid" || back == nil {
		t.Fatalf("the quarter's instalment is %s and its repayment %v", state(s, "core", "2015/16 Q3"), back)
	}
	var sum value.Money
	for _, l := range back.Payment.Lines {
		sum += l.Sum
	}
	if sum != 158_260_870 || back.Payment.Due != date(2015, 11, 2) { // 91 of 92 days of £1,600,000
		t.Errorf("%s goes back by %s", sum, back.Payment.Due)
	}
}

func TestALeaverStillReturnsItsPeriods(t *testing.T) {
	m := alliance(t)
	n := value.Int(20)
	q2, q3 := period(t, "2015/16 Q2"), period(t, "2015/16 Q3")
	s := leaves(t, m, inForce(t, m), date(2015, 9, 1), "thames")
	s = votes(t, m, s, date(2015, 9, 1), "carry_on", "", "lambeth", "ccg", "slam", "certitude")
	s = moved(t, m, s, date(2015, 9, 2), "thames", date(2015, 9, 30))
	s = must(t, m, s, engine.Returned{Act: by(date(2015, 10, 5), "thames"), Measure: "own_tenancy", Period: q2, Value: &n})
	if got := state(s, "own_tenancy", "2015/16 Q2"); got != "submitted" {
		t.Errorf("the figure is %s", got)
	}
	refused(t, m, s, engine.Returned{Act: by(date(2016, 1, 5), "thames"), Measure: "own_tenancy", Period: q3, Value: &n}, "own_tenancy.returned", "its membership has ended")
	// Nobody guesses who is paid in its place: the payment waits, and is not said to be made.
	s = reach(t, m, s, date(2015, 10, 1))
	if got := state(s, "core", "2015/16 Q3"); got != "held back" || state(s, "determine", "core 2015/16 Q3") != "open" {
		t.Errorf("the instalment after it left is %s, and determine %s", got, state(s, "determine", "core 2015/16 Q3"))
	}
	s = reach(t, m, s, date(2015, 12, 31))
	if who := engine.WaitedFor(m, s, s.Find(engine.Key{Chart: "core", Of: "2015/16 Q3"})); len(who) != 4 {
		t.Errorf("when nobody has answered, it waits for %v", who)
	}
}

// A sum that changes while it is voted on is voted on anew.
func TestAVoteIsOnTheSumThatStands(t *testing.T) {
	m := alliance(t)
	s := inForce(t, m)
	year := period(t, "2015/16")
	low, high := value.Int(50), value.Int(190)
	s = must(t, m, s, engine.Assumed{Act: engine.Act{On: m.First}, Measure: "acute_stays", Period: year, Band: value.Minimum, Final: date(2016, 4, 20)})
	s = must(t, m, s, engine.Assumed{Act: engine.Act{On: m.First}, Measure: "own_tenancy", Period: year, Band: value.Minimum, Final: date(2016, 4, 20)})
	s = must(t, m, s, engine.Assumed{Act: engine.Act{On: m.First}, Measure: "voice", Period: year, Band: value.Minimum, Final: date(2016, 4, 20)})
	q4 := period(t, "2015/16 Q4")
	s = must(t, m, s, engine.Returned{Act: by(date(2016, 4, 5), "slam"), Measure: "placements", Period: q4, Value: &low})
	s = must(t, m, s, engine.Accepted{Act: by(date(2016, 4, 6), "ccg"), Measure: "placements", Period: q4})
	s = votes(t, m, reach(t, m, s, date(2016, 4, 20)), date(2016, 4, 21), "settle", "", "lambeth", "ccg", "slam", "certitude")
	s = must(t, m, s, engine.Restated{Act: by(date(2016, 4, 22), "slam"), Measure: "placements", Period: q4, Value: &high, Because: "counted again"})
	s = must(t, m, s, engine.Accepted{Act: by(date(2016, 4, 22), "ccg"), Measure: "placements", Period: q4})
	if !s.Find(engine.Key{Chart: "results", Of: "2015/16"}).Settlement.Pain {
		t.Fatal("the restated figure leads to no pain")
	}
	s = votes(t, m, s, date(2016, 4, 25), "settle", "", "thames")
	if got := state(s, "settle", "results 2015/16"); got != "open" {
		t.Errorf("four votes for a gain and one for a pain: settle is %s", got)
	}
	s = votes(t, m, s, date(2016, 4, 26), "settle", "", "lambeth", "ccg", "slam", "certitude")
	if got := state(s, "settle", "results 2015/16"); got != "adopted" {
		t.Errorf("five votes for the pain: settle is %s", got)
	}
}

// A figure that is worked out from others is settled by all of those.
func TestInputsSettleAFigureOfInputs(t *testing.T) {
	m := alliance(t)
	q1 := period(t, "2015/16 Q1")
	inputs := func(stays, offered int64) []engine.InputValue {
		return []engine.InputValue{{Name: "offered", Value: value.Int(offered)}, {Name: "stays", Value: value.Int(stays)}}
	}
	s := must(t, m, inForce(t, m), engine.Returned{Act: by(date(2015, 7, 10), "slam"), Measure: "acute_stays", Period: q1, Inputs: inputs(10, 10)})
	s = must(t, m, s, engine.Contested{Act: by(date(2015, 7, 13), "ccg"), Measure: "acute_stays", Period: q1, Because: "too few"})
	eight := value.Int(8)
	settled := engine.Settled{Act: by(date(2015, 7, 14), "ccg"), Dispute: "figures", Because: "counted again"}
	refused(t, m, s, settled, "figures.level", "settle it with the figure that counts")
	settled.Answer = &engine.Answer{Value: &eight}
	refused(t, m, s, settled, "acute_stays.input", "each returned by name")
	for i, who := range everybody {
		settled.By, settled.Answer = who, &engine.Answer{Inputs: inputs(24, 3)}
		if i%2 == 1 {
			settled.Answer.Inputs = []engine.InputValue{settled.Answer.Inputs[1], settled.Answer.Inputs[0]}
		}
		s = must(t, m, s, settled)
	}
	if w, _ := engine.WorthOf(m, s, "acute_stays", q1); w.Value == nil || !w.Value.Equal(eight) || w.Band != value.Failure {
		t.Errorf("24 stays, 3 offers: %+v", w)
	}
}

func TestDatesOfNoticesAreMovedByName(t *testing.T) {
	m := alliance(t)
	s := inForce(t, m)
	to := date(2015, 12, 31)
	propose := engine.Proposed{Act: by(date(2015, 9, 1), "ccg"), Decision: "agree_date", Answer: &engine.Answer{Date: &to}}
	refused(t, m, s, propose, "agree_date.decides", "none is under way")
	s = leaves(t, m, leaves(t, m, s, date(2015, 9, 1), "thames"), date(2015, 9, 1), "slam")
	refused(t, m, s, propose, "agree_date.decides", "“leave slam” or “leave thames”")
	propose.About = "leave tames"
	refused(t, m, s, propose, "agree_date.decides", "“leave slam” or “leave thames”")
	over := date(2015, 8, 31)
	propose.About, propose.Answer = "leave thames", &engine.Answer{Date: &over}
	refused(t, m, s, propose, "agree_date.decides", "a day that is over")
}

func TestLateSignatures(t *testing.T) {
	m := alliance(t)
	s := engine.New(m)
	sign := func(day value.Date, who string) engine.Signed {
		return engine.Signed{Act: by(day, who), Fingerprint: m.Fingerprint()}
	}
	for _, who := range everybody[:4] {
		s = must(t, m, s, sign(date(2015, 3, 20), who))
	}
	late := must(t, m, s, sign(date(2015, 5, 10), "thames")) // a Sunday
	if got := state(late, "agreement", ""); got != "in force" {
		t.Errorf("signed late, it is %s", got)
	}
	late = reach(t, m, late, date(2015, 5, 11))
	if p := late.Find(engine.Key{Chart: "core", Of: "2015/16 Q1"}).Payment; p.Paid != date(2015, 5, 11) {
		t.Errorf("what was due before it was signed is paid on %s, and not on the next working day", p.Paid)
	}
	refused(t, m, s, sign(date(2017, 4, 1), "thames"), "agreement.term", "its term ended")
}

// When the agreement has ended, what does not survive it can be neither begun nor goes on.
func TestWhatDoesNotSurvive(t *testing.T) {
	m := alliance(t)
	s := must(t, m, inForce(t, m), engine.Proposed{Act: by(date(2017, 3, 20), "ccg"), Decision: "vary"})
	s = leaves(t, m, s, date(2017, 3, 21), "thames")
	s = reach(t, m, s, m.Last)
	for chart, of := range map[string]string{"vary": "1", "leave": "thames", "carry_on": "leave thames", "falling_back": ""} {
		if got := state(s, chart, of); got != "fallen away" {
			t.Errorf("%s is %s", chart, got)
		}
	}
	day := date(2017, 4, 3)
	refused(t, m, s, engine.Proposed{Act: by(day, "ccg"), Decision: "vary"}, "agreement.survives", "vary is not among what survives")
	refused(t, m, s, engine.Served{Act: by(day, "ccg"), Notice: "leave", Manner: "hand"}, "agreement.survives", "leave is not")
	must(t, m, s, engine.Raised{Act: by(day, "ccg"), Dispute: "inside", About: "the van"})
	n := value.Int(70)
	must(t, m, s, engine.Returned{Act: by(day, "slam"), Measure: "placements", Period: period(t, "2016/17 Q4"), Value: &n})
}

// Everybody is told in the manner in which each was served, and who has left
// need not be: with one party left there is nothing to leave.
func TestServingOneByOne(t *testing.T) {
	m := alliance(t)
	s := must(t, m, inForce(t, m), engine.Served{Act: by(date(2015, 9, 1), "thames"), Notice: "leave", Manner: "hand", To: []string{"ccg", "ccg"}})
	if who := engine.WaitedFor(m, s, s.Find(engine.Key{Chart: "leave", Of: "thames"})); len(who) != 1 || who[0] != "thames" {
		t.Errorf("it waits for %v to serve the rest", who)
	}
	s = must(t, m, s, engine.Served{Act: by(date(2015, 9, 2), "thames"), Notice: "leave", Manner: "post"})
	for _, r := range s.Find(engine.Key{Chart: "leave", Of: "thames"}).Notice.Received {
		if (r.By == "ccg") != (r.Manner == "hand") {
			t.Errorf("%s was served by %s", r.By, r.Manner)
		}
	}
	for _, who := range everybody[:4] { // each of the others leaves too, on the same day
		s = leaves(t, m, s, date(2015, 9, 7), who)
	}
	for i, who := range everybody {
		s = moved(t, m, s, date(2015, 9, 8), who, date(2015, 12, 20+i))
	}
	s = reach(t, m, s, date(2015, 12, 31))
	if got := state(s, "agreement", ""); got != "ended" {
		t.Errorf("with one party left it is %s", got)
	}
}

// Where silence is consent and nobody put an answer forward, there is nothing to
// consent to: the decision goes on to what comes otherwise.
func TestSilenceConsentsToNothingThatWasNotProposed(t *testing.T) {
	m := alliance(t)
	d := m.Decision("fill_gap")
	for i := range d.Stages {
		d.Stages[i].Silence = machine.SilenceConsent
	}
	s := reach(t, m, inForce(t, m), date(2015, 12, 31))
	if got := state(s, "fill_gap", "placements 2015/16 Q1"); got != "taken" {
		t.Errorf("the decision is %s", got)
	}
	if w, _ := engine.WorthOf(m, s, "placements", period(t, "2015/16 Q1")); !w.Final || w.Band != value.Failure {
		t.Errorf("the figure is %v, final %t", w.Band, w.Final)
	}
}
