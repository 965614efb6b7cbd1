package engine_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// holiday is a working day of the next months that becomes a bank holiday, or
// takes the place of one.
func holiday(c chance, m *machine.Machine, s engine.State, by string, day value.Date) engine.Proclaimed {
	days := engine.DaysOf(m, &s)
	on := days.NextWorkingDay(day.AddDays(c.upTo(90)))
	if c.upTo(2) > 0 {
		on = oneOf(c, append(awaitedDays(m, s, day), on))
	}
	ev := engine.Proclaimed{Act: engine.Act{On: day, By: by}, Day: on, Name: "A day of thanksgiving", In: []string{days.Name}, Source: "The London Gazette"}
	for d := on; c.upTo(1) == 0 && d <= on.AddDays(120); d = d.AddDays(1) {
		if _, is, _ := days.Holiday(d); is {
			ev.Instead = &d
			break
		}
	}
	return ev
}

// awaitedDays are the working days on which something falls due, a payment or a
// notice on its way among them: where a bank holiday makes a difference.
func awaitedDays(m *machine.Machine, s engine.State, after value.Date) []value.Date {
	var out []value.Date
	add := func(d value.Date) {
		if d > after && engine.DaysOf(m, &s).IsWorkingDay(d) {
			out = append(out, d)
		}
	}
	for t := range s.All() {
		if m.ChartOf(t.Key.Chart).State(t.State).End {
			continue
		}
		next, _ := s.Next(m, t.Key)
		add(next)
		if t.Payment != nil {
			add(t.Payment.Due)
		}
		if t.Notice != nil {
			for _, r := range t.Notice.Received {
				add(r.On)
				add(r.On)
			}
		}
	}
	return out
}

// A proclamation moves what runs and lists it; it moves nothing to a day that is
// over, and nothing that is over.
func TestAProclamationMovesOnlyWhatIsOpenAndAhead(t *testing.T) {
	m := alliance(t)
	begun := inForce(t, m)
	moved := 0
	rapid.Check(t, func(t *rapid.T) {
		l := &life{m: m, s: begun}
		day := m.First.AddDays(1)
		for range rapid.IntRange(1, 60).Draw(t, "acts") {
			day = day.AddDays(rapid.IntRange(0, 9).Draw(t, "days"))
			l.run(t, day.AddDays(-1))
			if rapid.IntRange(0, 3).Draw(t, "proclaim") > 0 {
				l.step(t, plausible(drawn{t}, m, l.s, day))
				continue
			}
			ev := holiday(drawn{t}, m, l.s, m.Parties[0].Name, day)
			next, effects, err := engine.Step(m, l.s, ev)
			if err != nil {
				continue // who would have put it on record has left, or all is over
			}
			if slices.ContainsFunc(effects, func(ef engine.Effect) bool { _, ok := ef.(engine.Moved); return ok }) {
				continue // what begins with the day moves in the same step
			}
			moved += checkMoved(t, m, l.s, next, effects, day)
			l.step(t, ev)
		}
	})
	if moved < 100 {
		t.Errorf("only %d deadlines were moved in all", moved)
	}
}

// checkMoved compares what ran before a proclamation with what runs after it.
func checkMoved(t failer, m *machine.Machine, was, is engine.State, effects []engine.Effect, day value.Date) int {
	t.Helper()
	listed := map[engine.Key]engine.Rescheduled{}
	for _, ef := range effects {
		r, ok := ef.(engine.Rescheduled)
		if !ok || r.Was < day || r.Day < day || r.Was == r.Day {
			t.Fatalf("on %s a proclamation caused %+v", day, ef)
		}
		listed[r.Key] = r
	}
	for thing := range was.All() {
		before, _ := was.Next(m, thing.Key)
		after, _ := is.Next(m, thing.Key)
		if _, ok := listed[thing.Key]; before != after && !ok {
			t.Fatalf("%s moved from %s to %s, and nothing says so", thing.Key, before, after)
		}
		now := is.Find(thing.Key)
		if chart := m.ChartOf(thing.Key.Chart); chart.Kind != machine.KindAgreement && chart.State(thing.State).End && thing != now || now.State != thing.State || !slices.Equal(now.Done, thing.Done) {
			t.Fatalf("%s is over, or was not to be touched: %+v, now %+v", thing.Key, thing, now)
		}
	}
	return len(listed)
}

// Whether a bank holiday comes to be known on the first day or only just before
// it, the agreement goes the same way.
func TestKnownEarlyOrLateComesToTheSame(t *testing.T) {
	m := alliance(t)
	begun := inForce(t, m)
	changed := 0
	for seed := range uint64(400) {
		c := seeded{rand.New(rand.NewPCG(seed, 7))}
		late := &life{m: m, s: begun}
		day := m.First
		var known engine.Proclaimed
		for n := range 40 {
			day = day.AddDays(c.upTo(8))
			late.run(t, day.AddDays(-1))
			if n == 20 {
				known = holiday(c, m, late.s, m.Parties[0].Name, day)
				known.Instead = nil
				late.step(t, known)
				continue
			}
			if ev := plausible(c, m, late.s, day); run.KindOf(ev) != "proclaimed" {
				late.step(t, ev)
			}
		}
		if !slices.ContainsFunc(late.acts, func(ev engine.Event) bool { return run.KindOf(ev) == "proclaimed" }) {
			continue // who would have put it on record had left
		}
		end := m.Last.AddDays(400)
		late.run(t, end)

		early := &life{m: m, s: begun}
		first := known
		first.On = m.First
		early.step(t, first)
		for _, ev := range late.acts {
			if run.KindOf(ev) == "proclaimed" {
				continue
			}
			early.run(t, ev.What().On.AddDays(-1))
			early.step(t, ev)
		}
		early.run(t, end)
		if a, b := everything(late.s), everything(early.s); a != b {
			t.Fatalf("seed %d, %s known on %s\n%s\nknown on the first day\n%s", seed, known.Day, known.On, a, b)
		}
		for _, ef := range late.effects {
			if r, ok := ef.(engine.Rescheduled); ok && r.Was != r.Day {
				changed++
			}
		}
	}
	if changed < 100 {
		t.Errorf("only %d deadlines were moved in all", changed)
	}
}

// A notice that runs by working days takes effect later; one whose day the
// parties have agreed on does not.
func TestAProclamationPutsOffANotice(t *testing.T) {
	m := alliance(t)
	for i, mv := range m.ChartOf("leave").Moves {
		if mv.ID == "effect" {
			at := *mv.At
			at.Span, at.Expiring = value.Span{N: 20, Unit: value.WorkingDays}, value.NoPeriod
			m.ChartOf("leave").Moves[i].At = &at
		}
	}
	s := inForce(t, m)
	s = must(t, m, s, engine.Served{Act: engine.Act{On: value.MustDate(2015, 7, 1), By: "certitude"}, Notice: "leave", Manner: "hand"})
	leave := engine.Key{Chart: "leave", Of: "certitude"}
	proclaim := engine.Proclaimed{Act: engine.Act{On: value.MustDate(2015, 7, 10), By: "ccg"}, Day: value.MustDate(2015, 7, 20), Name: "Thanksgiving", In: []string{"england_and_wales"}, Source: "Gazette"}
	for _, x := range []struct {
		name        string
		s           engine.State
		before, now value.Date
	}{
		{"by its own lines", s, value.MustDate(2015, 7, 29), value.MustDate(2015, 7, 30)},
		{"by agreement", agreedDay(t, m, s, value.MustDate(2015, 7, 24)), value.MustDate(2015, 7, 24), value.MustDate(2015, 7, 24)},
	} {
		after := must(t, m, x.s, proclaim)
		was, _ := x.s.Next(m, leave)
		is, _ := after.Next(m, leave)
		if was != x.before || is != x.now || after.Find(leave).Day(machine.AnchorEffect) != x.now {
			t.Errorf("%s: takes effect on %s, then %s (on record: %s); want %s, then %s", x.name, was, is, after.Find(leave).Day(machine.AnchorEffect), x.before, x.now)
		}
	}
}

func agreedDay(t *testing.T, m *machine.Machine, s engine.State, day value.Date) engine.State {
	t.Helper()
	act := func(by string) engine.Act { return engine.Act{On: value.MustDate(2015, 7, 2), By: by} }
	because := []engine.Reason{{Name: "reason", Words: "it suits all"}}
	s = must(t, m, s, engine.Proposed{Act: act("ccg"), Decision: "agree_date", About: "leave certitude", Answer: &engine.Answer{Date: &day}, Reasons: because})
	for _, p := range m.Parties {
		s = must(t, m, s, engine.Voted{Act: act(p.Name), Decision: "agree_date", About: "leave certitude", Choice: engine.Yes, Reasons: because})
	}
	return s
}
