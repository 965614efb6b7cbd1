// Package engine runs a compiled agreement. Step is a pure function: a machine,
// a state and an event give the next state and what the event caused. It sees
// no clock, random source, map order, float or global; a deadline passes only
// when an event says that its day is reached. Every kind of thing (a figure, a
// decision, a payment) follows its chart through the same few lines in
// moves.go; the other files hold what is particular to a topic: how votes are
// counted, a figure taken, a gain calculated, a sum paid. What is known, and
// what follows from it, is read through package known. What the agreement does
// not allow is refused with the statement that forbids it.
package engine

import (
	"errors"
	"fmt"
	"slices"

	"concordat/engine/known"
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
	w := revise(m, State{Today: value.NoDate, Closed: value.NoDate})
	defer w.free()
	w.today = value.NoDate
	if at := m.Chart(known.AgreementChart); at >= 0 {
		w.create(at, Key{Chart: known.AgreementChart}, value.Period{}, Key{})
	}
	return w.State
}

// Step makes one event happen. A refused act returns a *Refusal and the state
// as it was; any other error is a fault of the caller. Deadlines that fall on
// the day of an act run at the end of that day, after it.
func Step(m *machine.Machine, s State, ev Event) (State, []Effect, error) {
	w := revise(m, s)
	defer w.free()
	if err := w.step(ev); err != nil {
		return s, nil, err
	}
	c := w.change()
	w.Digest = Digest(s.Digest, c)
	return w.State, c.Effects, nil
}

// Change is what a step changed and caused, of which its digest is made.
type Change = record.Step

// Digest chains a change onto the digest before it.
func Digest(before [32]byte, c Change) [32]byte { return record.Digest(before, c) }

// Again is a Step of an event that is on record with its digest: the state has that
// digest, and whoever replays holds it against the change, then or later, since
// nothing in a change is written again.
func Again(m *machine.Machine, s State, ev Event, recorded [32]byte) (State, Change, error) {
	w := revise(m, s)
	defer w.free()
	if err := w.step(ev); err != nil {
		return s, Change{}, err
	}
	w.Digest = recorded
	c := w.change()
	c.Changed = slices.Clone(c.Changed)
	return w.State, c, nil
}

// step makes an event happen, but for its digest.
func (w *work) step(ev Event) error {
	act := ev.What()
	if err := w.admit(ev, act); err != nil {
		return err
	}
	w.today = act.On
	w.runTo(known.Morning(act.On))
	before := len(w.effects)
	if err := w.delegated(ev, act); err != nil {
		return err
	}
	if err := w.happen(ev, act); err != nil {
		return err
	}
	w.hand(ev, act, before)
	w.drain()
	w.Seq++
	w.Today = act.On
	return nil
}

// change is what this step changed and caused. Its effects are the caller's to
// keep; what it changed lies in the work.
func (w *work) change() Change {
	return Change{Today: w.Today, Closed: w.Closed, Ends: w.EndsWith(), Changed: w.Changed(), Effects: append([]Effect(nil), w.effects...)}
}

// admit checks the day of an event against what has already run.
func (w *work) admit(ev Event, act Act) error {
	if !act.On.IsSet() {
		return errors.New("engine: an event has no day")
	}
	if w.Closed.IsSet() && act.On <= w.Closed {
		if _, ok := ev.(DayReached); ok {
			return fmt.Errorf("engine: %s has already been closed", w.Closed)
		}
		return refusal.DayClosed(act.On, w.Today, w.Closed)
	}
	if _, ok := ev.(DayReached); ok {
		return nil
	}
	if w.Today.IsSet() && act.On < w.Today {
		return refusal.DayClosed(act.On, w.Today, w.Closed)
	}
	if w.Behind(known.Morning(act.On)) {
		return ErrBehind
	}
	return nil
}

// happen is the one switch over everything that can happen.
func (w *work) happen(ev Event, act Act) error {
	switch e := ev.(type) {
	case DayReached:
		w.runTo(known.Evening(act.On))
		w.Closed = act.On
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
	case Proclaimed:
		return w.proclaimed(e)
	case Assumed:
		return w.assumed(e)
	default:
		panic(fmt.Sprintf("engine: unknown event %T", ev))
	}
}
