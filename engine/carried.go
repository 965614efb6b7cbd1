package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Onward is what goes on under another machine: every thing by its key, in a
// state of that machine's charts; the notices that end the agreement; and the
// instalments whose sum is worked out anew.
type Onward struct {
	On     value.Date
	Things []*Thing
	Ends   []Key
	Anew   []Key
	Told   []Effect
}

// Carried is the state in which an agreement goes on under another machine.
// Deadlines are counted anew from the days that are on record; one that has
// passed by then falls at the end of the first day that is still open. What only
// the new machine asks for comes to life for periods that are not over. Whether
// all this may be done is decided by package carry.
func Carried(m *machine.Machine, s State, to Onward) (State, []Effect) {
	open := to.On
	if s.Closed.IsSet() {
		open = max(open, s.Closed.AddDays(1))
	}
	w := work{Draft: known.Compose(m, State{Seq: s.Seq + 1, Today: to.On, Closed: s.Closed}, to.Things, to.Ends),
		today: to.On, now: known.Evening(open), effects: to.Told}
	for _, t := range to.Things {
		if s.Find(t.Key) != t {
			w.Touch(t.Key)
		}
	}
	lacks := func(c *machine.Chart, p value.Period) bool {
		if c.Every != value.NoPeriod {
			return m.LastDay(p) >= open && w.Find(Key{Chart: c.ID, Of: p.String()}) == nil
		}
		for range w.Of(c.ID) {
			return false
		}
		return true
	}
	switch {
	case w.EndedOn().IsSet():
	case w.Begun():
		w.bring(lacks)
	case w.Practised() && m.Shadow != nil:
		w.bringShadow(lacks)
	}
	for _, t := range slices.Collect(w.All()) {
		w.goesOn(t, slices.Contains(to.Anew, t.Key))
	}
	w.drain()
	w.Digest = Digest(s.Digest, w.change())
	return w.State, w.effects
}

// goesOn sets the days of a thing anew, and lets a settlement know that nothing
// more is waited for.
func (w *work) goesOn(t *Thing, anew bool) {
	c := w.ChartOf(t)
	switch {
	case anew:
		w.readyInstalment(w.Edit(t.Key), w.M.Funding(t.Key.Chart))
	case t.Payment != nil && !c.State(t.State).End:
		if mv, due := w.dueOf(t); mv != nil && due != t.Payment.Due {
			t = w.dueOn(t, due)
		}
	}
	w.schedule(t)
	for _, g := range w.M.Settlements() {
		if g.Name == t.Key.Chart && !g.InTurn && w.MoveOn(t, machine.OnReady) != nil && w.Ready(&g, t.Period) {
			w.signal(t.Key, machine.OnReady, t.Key, nil)
		}
	}
}
