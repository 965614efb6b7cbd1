// Package engine runs a compiled agreement. Step is a pure function: a machine,
// a state and an event give the next state and what the event caused. It sees
// no clock, random source, map order, float or global; a deadline passes only
// when an event says that its day is reached. Every kind of thing (a figure, a
// decision, a payment) follows its chart through the same few lines in
// moves.go; the other files hold what is particular to a topic: how votes are
// counted, a figure valued, a gain calculated, a sum split. What the agreement
// does not allow is refused with the statement that forbids it.
package engine

import (
	"errors"
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// ErrBehind is an act on a day before which deadlines have not been run: the
// caller must step DayReached for them first. It is a fault of the caller.
var ErrBehind = errors.New("engine: deadlines before the day of this act have not been run")

// New is the state of an agreement that nobody has signed.
func New(m *machine.Machine) State {
	w := work{m: m, s: State{Today: value.NoDate, Closed: value.NoDate}, today: value.NoDate}
	if at := m.Chart(agreementChart); at >= 0 {
		w.create(at, Key{Chart: agreementChart}, value.Period{}, Key{})
	}
	return w.s
}

const agreementChart = "agreement"

// Step makes one event happen. A refused act returns a *Refusal and the state
// as it was; any other error is a fault of the caller. Deadlines that fall on
// the day of an act run at the end of that day, after it.
func Step(m *machine.Machine, s State, ev Event) (State, []Effect, error) {
	w := work{m: m, s: s}
	act := ev.What()
	if err := w.admit(ev, act); err != nil {
		return s, nil, err
	}
	w.today = act.On
	w.runTo(morning(act.On))
	before := len(w.effects)
	if err := w.delegated(ev, act); err != nil {
		return s, nil, err
	}
	if err := w.happen(ev, act); err != nil {
		return s, nil, err
	}
	w.hand(ev, act, before)
	w.drain()
	w.s.Seq++
	w.s.Today = act.On
	w.s.Digest = w.digest(s.Digest)
	return w.s, w.effects, nil
}

// digest chains what this step changed and caused onto the digest before it.
func (w *work) digest(before [32]byte) [32]byte {
	slices.SortFunc(w.changed, Key.Compare)
	changed := make([]*Thing, len(w.changed))
	for i, k := range w.changed {
		changed[i] = w.s.Find(k)
	}
	return record.Digest(before, record.Step{Today: w.s.Today, Closed: w.s.Closed, Ends: w.s.endsWith, Changed: changed, Effects: w.effects})
}

// admit checks the day of an event against what has already run.
func (w *work) admit(ev Event, act Act) error {
	if !act.On.IsSet() {
		return errors.New("engine: an event has no day")
	}
	if w.s.Closed.IsSet() && act.On <= w.s.Closed {
		if _, ok := ev.(DayReached); ok {
			return fmt.Errorf("engine: %s has already been closed", w.s.Closed)
		}
		return refusal.DayClosed(act.On, w.s.Today, w.s.Closed)
	}
	if _, ok := ev.(DayReached); ok {
		return nil
	}
	if w.s.Today.IsSet() && act.On < w.s.Today {
		return refusal.DayClosed(act.On, w.s.Today, w.s.Closed)
	}
	if len(w.s.timers) > 0 && w.s.timers[0].at < morning(act.On) {
		return ErrBehind
	}
	return nil
}

// happen is the one switch over everything that can happen.
func (w *work) happen(ev Event, act Act) error {
	switch e := ev.(type) {
	case DayReached:
		w.runTo(evening(act.On))
		w.s.Closed = act.On
		return nil
	case Signed:
		return w.sign(e)
	case Returned:
		return w.returned(e)
	case Accepted:
		return w.accepted(e)
	case Contested:
		return w.contested(e)
	case Restated:
		return w.restated(e)
	case Judged:
		return w.judged(e)
	case Proposed:
		return w.proposed(e)
	case Voted:
		return w.voted(e)
	case Served:
		return w.served(e)
	case Withdrawn:
		return w.withdrawn(e)
	case Raised:
		return w.raised(e)
	case Settled:
		return w.settled(e)
	case Held:
		return w.held(e)
	case Started:
		return w.started(e)
	case Filed:
		return w.filed(e)
	case Completed:
		return w.completed(e)
	case Entered:
		return w.enteredIn(e)
	case Answered:
		return w.answeredEntry(e)
	case Claimed:
		return w.claimed(e)
	case Verified:
		return w.answerClaim(act, e.Outcome, e.Person, machine.OnVerify, "")
	case Rejected:
		return w.answerClaim(act, e.Outcome, e.Person, machine.OnReject, e.Because)
	case Overturned:
		return w.answerClaim(act, e.Outcome, e.Person, machine.OnOverturn, e.Because)
	case Assumed:
		return w.assumed(e)
	default:
		panic(fmt.Sprintf("engine: unknown event %T", ev))
	}
}

// Wake is the next day on which something falls due; NoDate if nothing does.
func (s State) Wake() value.Date {
	if len(s.timers) == 0 {
		return value.NoDate
	}
	return s.timers[0].at.day()
}
