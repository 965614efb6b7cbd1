package run

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/carry"
	"concordat/engine/machine"
)

// vary lets an agreement go on under the text that a decision has just adopted.
// Where something has nowhere to go in it, or the text was written against
// another than the one in force, the change is set aside, and that is recorded. So
// is one with other sums for what is over, of which nobody has said that it stays.
func (w *writing) vary(effects []engine.Effect, ev engine.Event) error {
	by := carry.Adopted(w.a.Machine, w.state, effects)
	if by == nil {
		return nil
	}
	text := *by.Ballot.Text
	next, err := w.shell.machineOf(w.a.Name, text.Machine, text.Fingerprint, w.seq)
	if err != nil {
		return err
	}
	on := ev.What().On
	varied := engine.Varied{Act: engine.Act{On: on}, Decision: by.Key, Text: text}
	if text.Against != w.a.Fingerprint {
		varied.Aside = []string{fmt.Sprintf("it was written to take the place of the text %.12s, and the agreement runs by %.12s now", text.Against, w.a.Fingerprint)}
	} else {
		out := carry.Over(w.a.Machine, next, w.state, text.Renamed, on)
		varied.Aside = carry.Said(out.Nowhere())
		if past := out.Past(); !text.Stays && len(past) > 0 && len(varied.Aside) == 0 {
			varied.Aside = append(carry.Said(past), "the proposal does not say that this is meant")
		}
	}
	a := *w.a
	a.State = w.state
	turned, caused := turn(&a, next, varied)
	w.a = turned
	return w.put(varied, "", turned.State, caused)
}

// turn is an agreement after a recorded change of its text, and what that caused.
func turn(a *Agreement, next *machine.Machine, ev engine.Varied) (*Agreement, []engine.Effect) {
	out := *a
	var effects []engine.Effect
	if len(ev.Aside) > 0 {
		out.State, effects = carry.SetAside(a.Machine, a.State, ev.Decision, ev.On)
		return &out, effects
	}
	o := carry.Over(a.Machine, next, a.State, ev.Text.Renamed, ev.On)
	out.State, out.Machine, out.text = o.State, o.Machine, &ev.Text
	out.Fingerprint, out.Path, out.words = ev.Text.Fingerprint, ev.Text.Path, ev.Text.Words
	return &out, o.Effects
}

// machineOf reads the machine that was kept of a text.
func (r *Shell) machineOf(agreement, digest, fingerprint string, seq uint64) (*machine.Machine, error) {
	bytes, err := r.log.Blob(digest)
	if err != nil {
		return nil, fmt.Errorf("the compiled text of %s: %w", agreement, err)
	}
	m, err := machine.Decode(bytes)
	if err != nil {
		return nil, err
	}
	if m.Fingerprint() != fingerprint {
		return nil, &CorruptDigestError{Agreement: agreement, Seq: seq, Why: "the compiled text has another fingerprint than the one that is recorded"}
	}
	return m, nil
}

// under is the agreement, given as it was signed, as it runs under a text that
// was adopted: its state names every text that held before it.
func (r *Shell) under(a *Agreement, t *engine.Text, s engine.State, seq uint64) error {
	was := a.Fingerprint
	for _, adopted := range adoptedIn(s) {
		now := adopted.Ballot.Text
		if now.Against != was {
			return fmt.Errorf("the state kept of %s does not name the text before %.12s", a.Name, now.Fingerprint)
		}
		m, err := r.machineOf(a.Name, now.Machine, now.Fingerprint, seq)
		if err != nil {
			return err
		}
		if was = now.Fingerprint; len(now.Renamed) == 0 {
			m = m.After(a.Machine, adopted.Since)
		}
		a.Machine = m
	}
	if was != t.Fingerprint {
		return fmt.Errorf("the state kept of %s does not lead to the text %.12s", a.Name, t.Fingerprint)
	}
	a.text, a.Fingerprint, a.Path, a.words = t, t.Fingerprint, t.Path, t.Words
	return nil
}

// adoptedIn are the decisions of a state by which the text was varied, in their order.
func adoptedIn(s engine.State) []*engine.Thing {
	var out []*engine.Thing
	for t := range s.All() {
		if t.Ballot != nil && t.Ballot.Text != nil && t.State == "adopted" && !t.Day(carry.AnchorAside).IsSet() {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b *engine.Thing) int {
		return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(len(a.Key.Of), len(b.Key.Of)), a.Key.Compare(b.Key))
	})
	return out
}

// keptUnder is a kept state of an agreement whose text has been changed: a state
// alone does not say by which text it runs.
type keptUnder struct {
	Text  *engine.Text    `json:"text"`
	State json.RawMessage `json:"state"`
}

func encodeKept(t *engine.Text, s engine.State) ([]byte, error) {
	state, err := s.Encode()
	if err != nil || t == nil {
		return state, err
	}
	return json.Marshal(keptUnder{t, state})
}

func decodeKept(kept []byte) (*engine.Text, engine.State, error) {
	var k keptUnder
	if err := json.Unmarshal(kept, &k); err == nil && k.Text != nil {
		kept = k.State
	}
	s, err := engine.DecodeState(kept)
	return k.Text, s, err
}

// Head is the hash of an agreement's last event, in which all before it are chained.
func (r *Shell) Head(name string) ([32]byte, error) {
	rec, ok, err := r.log.Last(name)
	if err == nil && !ok {
		err = r.unknown(name)
	}
	return rec.Hash, err
}
