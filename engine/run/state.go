package run

import (
	"encoding/json"
	"fmt"

	"concordat/engine"
)

// stateEvery is after how many events an agreement's state is kept beside them,
// so that opening it costs those since and not all.
const stateEvery = 64

// keepState is the state to keep with an append that ends at an event; nil if it
// is not its turn.
func (w *writing) keepState() []byte {
	if w.seq/stateEvery == w.a.Seq/stateEvery {
		return nil
	}
	state, err := encodeKept(w.a.text, w.state)
	if err != nil {
		return nil // a cache that cannot be kept is replayed
	}
	return state
}

// resume opens an agreement from its kept state and the events since. nil means
// that there is none that fits, for whatever reason: then all is replayed.
func (r *Shell) resume(name string) *Agreement {
	seq, kept, ok, err := r.log.State(name)
	if err != nil || !ok || seq < 2 {
		return nil
	}
	a, err := r.signed(name)
	if err != nil {
		return nil
	}
	text, state, err := decodeKept(kept)
	if err != nil || text != nil && r.under(a, text, state, seq) != nil {
		return nil
	}
	a.State = state
	for rec, err := range r.log.Read(name, seq) {
		if err != nil {
			return nil
		}
		b, err := decodeBody(name, rec.Seq, rec.Body)
		if err != nil {
			return nil
		}
		if rec.Seq == seq {
			if a.Seq = seq; !b.led(a.State) {
				return nil
			}
			continue
		}
		next := new(Agreement)
		if _, err = r.again(a, next, rec.Seq, &b, nil); err != nil {
			return nil
		}
		a = next
	}
	if a.Seq < seq { // the state is of an event that never was
		return nil
	}
	return a
}

// signed is an agreement as it was when its text was laid before the parties.
func (r *Shell) signed(name string) (*Agreement, error) {
	for rec, err := range r.log.Read(name, 1) {
		if err != nil {
			return nil, err
		}
		b, err := decodeBody(name, rec.Seq, rec.Body)
		if err != nil {
			return nil, err
		}
		return r.begin(b.Text)
	}
	return nil, r.unknown(name)
}

// keptAsIs checks, while an agreement is replayed, that the state kept of it is
// what its events lead to.
func (r *Shell) keptAsIs(name string) (func(Entry) bool, func() error, error) {
	seq, kept, ok, err := r.log.State(name)
	if err != nil {
		return nil, nil, err
	}
	right := true
	see := func(e Entry) bool {
		if ok && e.Seq == seq {
			state, err := encodeKept(e.text, e.State)
			right = err != nil || string(state) == string(kept) || otherForm(kept)
		}
		return true
	}
	return see, func() error {
		if right {
			return nil
		}
		return fmt.Errorf("the state kept of %s after event %d is not what its events lead to", name, seq)
	}, nil
}

// otherForm reports whether another version of the program kept a state; it is
// left unread, and kept anew in time.
func otherForm(kept []byte) bool {
	_, _, err := decodeKept(kept)
	return err == engine.ErrLayout && json.Valid(kept)
}
