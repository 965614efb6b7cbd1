package engine_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"

	"pgregory.net/rapid"
)

type drawn struct{ t *rapid.T }

func (d drawn) upTo(n int) int { return rapid.IntRange(0, n).Draw(d.t, "chance") }

type seeded struct{ r *rand.Rand }

func (d seeded) upTo(n int) int { return d.r.IntN(n + 1) }

// life is one agreement lived through: its acts, and all that they caused.
type life struct {
	m       *machine.Machine
	s       engine.State
	acts    []engine.Event // those that were taken
	effects []engine.Effect
	refused int
}

// step makes an event happen and checks what must hold after every one.
func (l *life) step(t failer, ev engine.Event) {
	t.Helper()
	before := max(l.s.Today, l.s.Closed)
	next, effects, err := engine.Step(l.m, l.s, ev)
	var refusal *engine.Refusal
	if errors.As(err, &refusal) {
		l.refused++
		if refusal.Because.Block == "" {
			t.Fatalf("%#v: the refusal %v names no statement", ev, err)
		}
		return
	}
	if err != nil {
		t.Fatalf("%#v: %v", ev, err)
	}
	if _, ok := ev.(engine.DayReached); !ok {
		l.acts = append(l.acts, ev)
	}
	for _, e := range effects {
		on, says := dayAndStatement(e)
		if says.Block == "" {
			t.Fatalf("%#v caused a %T for which no statement provides: %v", ev, e, e)
		}
		if !on.IsSet() {
			continue
		}
		if before.IsSet() && on < before || on > ev.What().On {
			t.Fatalf("%#v after %s caused a %T on %s: %v", ev, before, e, on, e)
		}
		before = on
	}
	l.s = next
	l.effects = append(l.effects, effects...)
}

func dayAndStatement(e engine.Effect) (value.Date, machine.Ref) {
	switch e := e.(type) {
	case engine.Moved:
		return e.On, e.Says
	case engine.Notified:
		return e.On, e.Says
	case engine.Paid:
		return e.On, e.Says
	case engine.Valued:
		return e.On, e.Says
	case engine.Owed:
		return value.NoDate, e.Says
	case engine.Rescheduled:
		return value.NoDate, e.Says
	case engine.Scored:
		return value.NoDate, e.Says
	}
	panic(fmt.Sprintf("unknown effect %T", e))
}

// run closes the days up to one, each on which something falls due on its own.
func (l *life) run(t failer, to value.Date) {
	t.Helper()
	for w := l.s.Wake(); w.IsSet() && w <= to; w = l.s.Wake() {
		l.step(t, engine.DayReached{Act: engine.Act{On: w}})
		if next := l.s.Wake(); next.IsSet() && next <= w {
			t.Fatalf("something falls due on %s again", w)
		}
	}
}

// lived lets an agreement live for years: mostly what its state invites, now and
// then anything at all.
func lived(t failer, c chance, m *machine.Machine, s engine.State, acts int, any func(engine.State, value.Date) engine.Event) *life {
	l := &life{m: m, s: s}
	day := m.First
	pace := oneOf(c, []int{1, 4, 12})
	for range acts {
		day = day.AddDays(max(0, c.upTo(2*pace)-pace/2))
		l.run(t, day.AddDays(-1))
		ev := plausible(c, m, l.s, day)
		if any != nil && c.upTo(9) == 0 {
			ev = any(l.s, day)
		}
		l.step(t, ev)
		checkAwaited(t, m, l.s)
	}
	l.run(t, m.Last.AddDays(900))
	checkAwaited(t, m, l.s)
	return l
}

// checkAwaited: whatever has not ended has a day on which it goes on, or names
// whom it waits for, or waits for something that is itself open.
func checkAwaited(t failer, m *machine.Machine, s engine.State) {
	t.Helper()
	for thing := range s.All() {
		c := &m.Charts[m.Chart(thing.Key.Chart)]
		_, next := s.Next(m, thing.Key)
		if c.State(thing.State).End || next != nil || len(engine.WaitedFor(m, s, thing)) > 0 {
			continue
		}
		switch {
		case s.Find(engine.Key{Chart: "agreement"}).State == "ended" && len(s.Find(engine.Key{Chart: "agreement"}).Left) >= len(m.Parties)-1:
		case c.Kind == machine.KindRule || c.Kind == machine.KindSettlement:
		case c.Kind == machine.KindPayment && len(thing.Payment.Held) > 0 && opened(m, s, thing.Payment.Held[0]):
		case waitsForWhatItOpened(m, s, thing):
		default:
			t.Fatalf("on %s, %s is %s, and nothing falls due and nobody is waited for", s.Today, thing.Key, thing.State)
		}
	}
}

func opened(m *machine.Machine, s engine.State, name string) bool {
	for t := range s.All() {
		if t.Key.String() == name {
			return !m.Charts[m.Chart(t.Key.Chart)].State(t.State).End
		}
	}
	return false
}

func waitsForWhatItOpened(m *machine.Machine, s engine.State, by *engine.Thing) bool {
	for t := range s.All() {
		if t.Opener == by.Key && !m.Charts[m.Chart(t.Key.Chart)].State(t.State).End {
			return true
		}
	}
	return false
}

func TestLivesKeepTheirPromises(t *testing.T) {
	m := alliance(t)
	begun := inForce(t, m)
	rapid.Check(t, func(t *rapid.T) {
		l := lived(t, drawn{t}, m, begun, rapid.IntRange(1, 150).Draw(t, "acts"), func(s engine.State, day value.Date) engine.Event { return anyEvent(t, m, s, day) })
		checkMoney(t, l.s)
		checkPostings(t, l)
		checkCorrections(t, l)
	})
}

// checkPostings: what was posted is what the payments say, each once.
func checkPostings(t failer, l *life) {
	t.Helper()
	posted := map[engine.Key]int{}
	for _, e := range l.effects {
		if p, ok := e.(engine.Paid); ok {
			posted[p.Key]++
			if !slices.Equal(p.Lines, l.s.Find(p.Key).Payment.Lines) || l.s.Find(p.Key).Payment.Paid != p.On {
				t.Fatalf("%s posted %+v on %s; it is %+v", p.Key, p.Lines, p.On, l.s.Find(p.Key).Payment)
			}
		}
	}
	for thing := range l.s.All() {
		if p := thing.Payment; p != nil && (p.Paid.IsSet() != (posted[thing.Key] == 1) || p.Paid.IsSet() != (thing.State == "paid")) {
			t.Fatalf("%s is %s, paid on %s, and was posted %d times", thing.Key, thing.State, p.Paid, posted[thing.Key])
		}
	}
}

// checkCorrections: what is owed for a year's results, with every correction, is
// what the newest settlement says.
func checkCorrections(t failer, l *life) {
	t.Helper()
	for year := range l.s.Of("results") {
		if year.State != "confirmed" {
			continue
		}
		net := map[string]value.Money{}
		for p := range l.s.Of("results/payment") {
			if p.Period == year.Period {
				for _, line := range p.Payment.Lines {
					net[line.From] -= line.Sum
					net[line.To] += line.Sum
				}
			}
		}
		for _, line := range year.Settlement.Lines {
			net[line.From] += line.Sum
			net[line.To] -= line.Sum
		}
		for who, sum := range net {
			if sum != 0 {
				t.Fatalf("%s: %s is out by %s", year.Key, who, sum)
			}
		}
	}
}

// The lives that the properties look at are deep: of the moves that the charts
// have, all but the few named here are made in some of them.
func TestLivesReachEveryMove(t *testing.T) {
	m := alliance(t)
	begun := inForce(t, m)
	made := map[string]int{}
	for seed := range uint64(150) {
		l := lived(t, seeded{rand.New(rand.NewPCG(seed, 1))}, m, begun, 150, nil)
		checkPostings(t, l)
		checkCorrections(t, l)
		for _, e := range l.effects {
			if mv, ok := e.(engine.Moved); ok {
				made[mv.Key.Chart+": "+mv.Move]++
			}
		}
	}
	for i := range m.Charts {
		for _, mv := range m.Charts[i].Moves {
			name := m.Charts[i].ID + ": " + mv.ID
			if reached := made[name] > 0; reached == slices.Contains(neverMade, name) {
				t.Errorf("%s: reached by some life is %t", name, reached)
			}
		}
	}
}

// neverMade are moves that nothing in the alliance's text leads to: no dispute
// holds its budget back, nothing that its figures do not open is made moot, and
// every life begins signed. A dispute is told of by the move that opens it.
var neverMade = []string{
	"settle: moot", "judge_voice: moot", "vary: moot", "determine: moot", "recovery_plan: moot", "carry_on: moot",
	"core: release", "core/repayment: hold", "core/repayment: release", "figures: raise", "agreement: sign", "agreement: signed",
}

// Days run one by one or in leaps come to the same: the same things in the same
// states since the same days, and the same effects in the same order.
func TestLeapsAndSingleDaysAgree(t *testing.T) {
	m := alliance(t)
	begun := inForce(t, m)
	rapid.Check(t, func(t *rapid.T) {
		l := lived(t, drawn{t}, m, begun, rapid.IntRange(1, 30).Draw(t, "acts"), nil)
		end := l.s.Closed
		daily, leaps := &life{m: m, s: begun}, &life{m: m, s: begun}
		last := begun.Today
		for _, ev := range append(slices.Clip(l.acts), engine.DayReached{Act: engine.Act{On: end}}) {
			to := ev.What().On.AddDays(-1)
			for d := max(last, daily.s.Closed).AddDays(1); d <= to; d = d.AddDays(1) {
				daily.step(t, engine.DayReached{Act: engine.Act{On: d}})
			}
			if to > max(last, leaps.s.Closed) {
				leaps.step(t, engine.DayReached{Act: engine.Act{On: to}})
			}
			last = to
			daily.step(t, ev)
			leaps.step(t, ev)
		}
		for i, other := range []*life{daily, leaps} {
			if a, b := everything(l.s), everything(other.s); a != b {
				t.Fatalf("%d: by the days that are due\n%s\nelse\n%s", i, a, b)
			}
			if a, b := fmt.Sprintf("%+v", l.effects), fmt.Sprintf("%+v", other.effects); a != b {
				t.Fatalf("%d: by the days that are due\n%s\nelse\n%s", i, a, b)
			}
		}
	})
}

// everything writes out every thing of a state.
func everything(s engine.State) string {
	var out string
	for t := range s.All() {
		out += fmt.Sprintf("%s %s %s %v %v\n", t.Key, t.State, t.Since, t.Days, t.Done)
		if t.Payment != nil {
			out += fmt.Sprintf("  %+v\n", *t.Payment)
		}
		if t.Settlement != nil {
			out += fmt.Sprintf("  %+v\n", *t.Settlement)
		}
	}
	return out
}
