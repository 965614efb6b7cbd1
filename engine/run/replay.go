package run

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/store"
)

// replay steps through an agreement's record for as long as keep agrees to the
// next entry, whose effects and state are then known. Every digest is compared
// with the one that was recorded: before keep sees the entry or, with beside,
// before replay returns.
func (r *Shell) replay(name string, beside *digests, keep func(Entry) bool) (*Agreement, error) {
	a, err := r.stepped(name, beside, keep)
	if beside != nil {
		if bad := beside.done(); bad > 0 { // whatever else went wrong came of that
			return nil, &CorruptDigestError{Agreement: name, Seq: bad, Why: otherState}
		}
	}
	return a, err
}

func (r *Shell) stepped(name string, beside *digests, keep func(Entry) bool) (*Agreement, error) {
	var a, next *Agreement // where the one stands, the other comes to stand
	for rec, err := range r.ahead(name) {
		if err != nil {
			return nil, err
		}
		b := &rec.body
		if b.Text != nil {
			if a, err = r.begin(b.Text); err != nil {
				return nil, err
			}
			next = new(Agreement)
		}
		e, err := r.again(a, next, rec.seq, b, beside)
		if err != nil {
			return nil, err
		}
		if !keep(e) {
			break
		}
		a, next = next, a
	}
	if a == nil || a.Seq == 0 {
		return nil, r.unknown(name)
	}
	return a, nil
}

// begin readies the machine that was signed.
func (r *Shell) begin(t *text) (*Agreement, error) {
	m, err := r.machineOf(t.Agreement, t.Machine, t.Fingerprint, 1)
	if err != nil {
		return nil, err
	}
	return &Agreement{Name: t.Agreement, Fingerprint: t.Fingerprint, Path: t.Path, Machine: m, State: engine.New(m), words: t.Words}, nil
}

// again makes a recorded event happen once more to an agreement, and puts what
// it is after that into next.
func (r *Shell) again(a, next *Agreement, seq uint64, b *body, beside *digests) (Entry, error) {
	*next = *a
	e := Entry{Seq: seq, Recorded: b.Recorded, Key: b.Key}
	if b.Registered != nil {
		g, err := b.registered()
		if err != nil {
			return e, &UnreadableError{Agreement: a.Name, Seq: seq, Why: err}
		}
		e.Registered, e.Signature = g, b.Signature
		if err := r.attested(a, seq, b, g.Party, b.Registered, false); err != nil {
			return e, err
		}
	}
	if b.Revoked != nil {
		var v Revoked
		if err := json.Unmarshal(b.Revoked, &v); err != nil {
			return e, &UnreadableError{Agreement: a.Name, Seq: seq, Why: err}
		}
		e.Revoked, e.Signature = &v, b.Signature
		if err := r.attested(a, seq, b, v.Party, b.Revoked, !v.Lost); err != nil {
			return e, err
		}
	}
	if b.Event != nil {
		ev, err := b.happened()
		if err != nil {
			return e, &UnreadableError{Agreement: a.Name, Seq: seq, Why: err}
		}
		e.Event, e.Signature = ev, b.Signature
		if err := r.attested(a, seq, b, ev.What().By, b.Event, slices.Contains(a.Machine.KeySigned, KindOf(ev))); err != nil {
			return e, err
		}
		if e.Effects, err = r.happen(next, ev, seq, b, beside); err != nil {
			return e, err
		}
	}
	next.Seq, e.State, e.Machine, e.Path, e.text = seq, next.State, next.Machine, next.Path, next.text
	if !b.led(e.State) {
		return e, &CorruptDigestError{Agreement: a.Name, Seq: seq, Why: otherState}
	}
	return e, nil
}

const otherState = "replay comes to another state or other effects"

// happen makes an event happen to an agreement.
func (r *Shell) happen(a *Agreement, ev engine.Event, seq uint64, b *body, beside *digests) (effects []engine.Effect, err error) {
	if varied, ok := ev.(engine.Varied); ok {
		m, err := r.machineOf(a.Name, varied.Text.Machine, varied.Text.Fingerprint, seq)
		if err != nil {
			return nil, err
		}
		next, effects := turn(a, m, varied)
		*a = *next
		return effects, nil
	}
	if want, ok := b.onRecord(); beside != nil && ok {
		o := owed{seq: seq, before: a.State.Digest, want: want}
		if a.State, o.change, err = engine.Again(a.Machine, a.State, ev, want); err != nil {
			return nil, &CorruptDigestError{Agreement: a.Name, Seq: seq, Why: err.Error()}
		}
		beside.owe(o)
		return o.change.Effects, nil
	}
	if a.State, effects, err = engine.Step(a.Machine, a.State, ev); err != nil {
		return nil, &CorruptDigestError{Agreement: a.Name, Seq: seq, Why: err.Error()}
	}
	return effects, nil
}

// Log yields an agreement's events in order, up to a time, each with what it
// caused and the state after it. It ends at the first error.
func (r *Shell) Log(name string, at AsAt) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		_, err := r.replay(name, nil, func(e Entry) bool { return at.Holds(e) && yield(e, nil) })
		if err != nil {
			yield(Entry{}, err)
		}
	}
}

// Verified counts what Verify walked.
type Verified = store.Report

// Verify walks the whole record: every hash, then every agreement's replay and
// the day on which it must be woken. The error names the first bad event. Each
// agreement is shown to see, in the order of their names, and not kept: there may
// be more of them than memory holds. With see nil they are only walked.
func (r *Shell) Verify(see func(*Agreement)) (Verified, error) {
	out, err := r.log.Verify()
	if err != nil {
		return out, err
	}
	names, err := r.log.Streams()
	if err != nil {
		return out, err
	}
	due := map[string]int32{}
	rows, err := r.log.Due(lastDay)
	if err != nil {
		return out, err
	}
	for _, row := range rows {
		due[row.Stream] = row.Day
	}
	for _, name := range names {
		keep, kept, err := r.keptAsIs(name)
		if err != nil {
			return out, err
		}
		a, err := r.replay(name, new(digests), keep)
		if err == nil {
			err = kept()
		}
		if err != nil {
			return out, err
		}
		if day, ok := due[name]; ok != a.State.Wake().IsSet() || ok && day != int32(a.State.Wake()) {
			return out, fmt.Errorf("the next day on which something falls due in %s is not the one that its events lead to", name)
		}
		if !awaited(a) {
			return out, fmt.Errorf("%s is open, and nothing falls due in it and nobody is waited for", name)
		}
		delete(due, name)
		if see != nil {
			see(a)
		}
	}
	if len(due) > 0 {
		return out, errors.New("something falls due in an agreement that is not recorded")
	}
	return out, nil
}

// awaited reports whether an agreement can still go on: something falls due, or
// somebody is waited for; one that has ended need not.
func awaited(a *Agreement) bool {
	if a.State.Wake().IsSet() {
		return true
	}
	ended := false
	for t := range a.State.All() {
		if len(engine.WaitedFor(a.Machine, a.State, t)) > 0 {
			return true
		}
		c := &a.Machine.Charts[a.Machine.Chart(t.Key.Chart)]
		ended = ended || c.Kind == machine.KindAgreement && c.State(t.State).End
	}
	return ended
}

const lastDay = 1<<31 - 1
