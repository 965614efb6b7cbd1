package engine_test

import (
	"errors"
	"os"
	"runtime/debug"
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"

	"pgregory.net/rapid"
)

// compiled is the alliance as the compiler makes it; a test of the compiler
// keeps the file up to date.
func compiled(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("../testdata/revisions/ipsa.machine.json") // the alliance as it first was

	if err != nil {
		t.Fatal(err)
	}
	return text
}

func alliance(t testing.TB) *machine.Machine {
	t.Helper()
	m, err := machine.Decode(compiled(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func must(t failer, m *machine.Machine, s engine.State, ev engine.Event) engine.State {
	t.Helper()
	s = reach(t, m, s, ev.What().On.AddDays(-1))
	next, _, err := engine.Step(m, s, ev)
	if err != nil {
		t.Fatalf("%#v: %v", ev, err)
	}
	return next
}

// reach closes every day up to one on which something falls due.
func reach(t failer, m *machine.Machine, s engine.State, day value.Date) engine.State {
	t.Helper()
	for w := s.Wake(); w.IsSet() && w <= day; w = s.Wake() {
		next, _, err := engine.Step(m, s, engine.DayReached{Act: engine.Act{On: w}})
		if err != nil {
			t.Fatalf("%s: %v", w, err)
		}
		s = next
	}
	return s
}

// inForce is the alliance signed by everybody the day before it begins.
func inForce(t failer, m *machine.Machine) engine.State {
	t.Helper()
	s := engine.New(m)
	for _, p := range m.Parties {
		s = must(t, m, s, engine.Signed{Act: engine.Act{On: m.First.AddDays(-1), By: p.Name}, Fingerprint: m.Fingerprint()})
	}
	return s
}

// A random act of anybody about anything never panics, is the same when it is
// done twice, leaves the state that it was done to as it was, and when it is
// refused names a statement and gives back that very state.
func TestAnyActIsTakenOrRefused(t *testing.T) {
	m := alliance(t)
	begun := inForce(t, m)
	rapid.Check(t, func(t *rapid.T) {
		s, day := begun, m.First
		for range rapid.IntRange(1, 40).Draw(t, "acts") {
			day = day.AddDays(rapid.IntRange(0, 25).Draw(t, "days"))
			s = reach(t, m, s, day.AddDays(-1))
			ev := anyEvent(t, m, s, day)
			before := snapshot(s)
			next, effects, err := engine.Step(m, s, ev)
			again, effects2, err2 := engine.Step(m, s, ev)
			if snapshot(s) != before {
				t.Fatalf("%#v changed the state that it was done to", ev)
			}
			if next.Digest != again.Digest || len(effects) != len(effects2) || (err == nil) != (err2 == nil) {
				t.Fatalf("%#v done twice differs", ev)
			}
			var refusal *engine.Refusal
			switch {
			case err == nil:
				if next.Digest == s.Digest || next.Seq != s.Seq+1 {
					t.Fatalf("%#v left no trace", ev)
				}
			case errors.As(err, &refusal):
				if refusal.Because.Block == "" || refusal.Text == "" || next.Digest != s.Digest || next.Seq != s.Seq || effects != nil {
					t.Fatalf("%#v: the refusal %v names nothing or changed something", ev, err)
				}
			default:
				t.Fatalf("%#v: %v", ev, err)
			}
			s = next
		}
		checkMoney(t, s)
	})
}

// checkMoney: what is owed by one is owed to another, and no sum is negative.
func checkMoney(t *rapid.T, s engine.State) {
	for thing := range s.All() {
		if thing.Payment == nil {
			continue
		}
		for _, l := range thing.Payment.Lines {
			if l.Sum <= 0 || l.From == "" || l.To == "" || l.From == l.To {
				t.Fatalf("%s has the line %+v", thing.Key, l)
			}
		}
	}
}

// snapshot tells two states apart.
func snapshot(s engine.State) string {
	var out string
	for thing := range s.All() {
		out += thing.Key.String() + thing.State + thing.Since.ISO()
		if thing.Ballot != nil {
			for _, v := range thing.Ballot.Votes {
				out += v.By + string(v.Choice)
			}
		}
		if thing.Figure != nil && thing.Figure.Value != nil {
			out += thing.Figure.Value.String()
		}
	}
	return out + s.Wake().ISO()
}

func anyEvent(t *rapid.T, m *machine.Machine, s engine.State, day value.Date) engine.Event {
	who := []string{"nobody", "auditor"}
	for _, p := range m.Parties {
		who = append(who, p.Name, p.Name)
	}
	act := engine.Act{On: day, By: rapid.SampledFrom(who).Draw(t, "by")}
	measure := rapid.SampledFrom([]string{"placements", "acute_stays", "own_tenancy", "voice", "weather"}).Draw(t, "measure")
	period, _ := value.ParsePeriod(rapid.SampledFrom([]string{"2015/16 Q1", "2015/16 Q2", "2015/16 Q4", "2015/16", "2016/17 Q3", "2019/20"}).Draw(t, "period"))
	n := value.Ratio(rapid.Int64Range(-2, 400).Draw(t, "value"), rapid.Int64Range(1, 2).Draw(t, "over"))
	inputs := []engine.InputValue{{Name: "stays", Value: n}, {Name: "offered", Value: value.Int(rapid.Int64Range(0, 3).Draw(t, "offered"))}}
	decision := rapid.SampledFrom([]string{"settle", "vary", "fill_gap", "judge_voice", "agree_date", "carry_on", "recovery_plan", "nonsense"}).Draw(t, "decision")
	reasons := []engine.Reason{{Words: "because"}}
	switch rapid.IntRange(0, 13).Draw(t, "kind") {
	case 0:
		return engine.Returned{Act: act, Measure: measure, Period: period, Value: &n}
	case 1:
		return engine.Returned{Act: act, Measure: measure, Period: period, Inputs: inputs}
	case 2:
		return engine.Accepted{Act: act, Measure: measure, Period: period}
	case 3:
		return engine.Contested{Act: act, Measure: measure, Period: period, Because: "it is wrong"}
	case 4:
		return engine.Restated{Act: act, Measure: measure, Period: period, Value: &n}
	case 5:
		return engine.Judged{Act: act, Measure: measure, Period: period, Band: rapid.SampledFrom(value.Bands[:]).Draw(t, "band"), Reasons: reasons, Evidence: []string{"interviews"}}
	case 6, 7:
		return engine.Proposed{Act: act, Decision: decision, Answer: &engine.Answer{Words: "a plan"}, Reasons: reasons}
	case 8, 9:
		return engine.Voted{Act: act, Decision: decision, Choice: rapid.SampledFrom([]engine.Choice{engine.Yes, engine.No, engine.Abstain}).Draw(t, "choice"), Reasons: reasons}
	case 10:
		return engine.Served{Act: act, Notice: "leave", Manner: rapid.SampledFrom([]string{"hand", "post", "pigeon"}).Draw(t, "manner")}
	case 11:
		return engine.Raised{Act: act, Dispute: rapid.SampledFrom([]string{"inside", "figures"}).Draw(t, "dispute"), About: "something"}
	case 12:
		return engine.Settled{Act: act, Dispute: "inside", Because: "we agreed"}
	default:
		return engine.Held{Act: act, Review: "quarterly", Period: period}
	}
}

func BenchmarkStep(b *testing.B) {
	m := alliance(b)
	s := inForce(b, m)
	s = reach(b, m, s, value.MustDate(2015, 7, 9))
	n := value.Int(150)
	q1, _ := value.ParsePeriod("2015/16 Q1")
	ev := engine.Returned{Act: engine.Act{On: value.MustDate(2015, 7, 10), By: "slam"}, Measure: "placements", Period: q1, Value: &n}
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program has it
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := engine.Step(m, s, ev); err != nil {
			b.Fatal(err)
		}
	}
}
