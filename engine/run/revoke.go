package run

import (
	"encoding/json"
	"fmt"
	"slices"

	"concordat/engine/signature"
	"concordat/engine/value"
)

// Revoked is a key that a party has taken back. Nothing that is signed with it
// is recorded from then on; what was recorded before stays as it is.
type Revoked struct {
	Party   string        `json:"party"`
	Key     signature.Key `json:"key"`
	On      value.Date    `json:"on"` // the first day on which it was not to be trusted any more
	Because string        `json:"because"`
	Lost    bool          `json:"lost,omitempty"` // taken back on the word of whoever keeps the store, without a signature
}

func (v Revoked) once() string { return "revoked key " + v.Party + " " + v.Key.Fingerprint() }

// RevokeKey records that a party takes a key back. It is signed with any key that
// the party has, that one among them; or, where it has none at hand any more, with
// Lost taken on the word of whoever keeps the store, as its first key was.
func (r *Shell) RevokeKey(name string, v Revoked) (Outcome, error) {
	if v.On > r.Today() {
		return Outcome{}, &AheadError{On: v.On, Today: r.Today()}
	}
	a, err := r.load(name)
	if err != nil {
		return Outcome{}, err
	}
	if seq, ok, err := r.recorded(name, v.once()); ok || err != nil {
		return Outcome{Agreement: name, Seq: seq, Already: ok}, err
	}
	if _, ok, err := r.recorded(name, Registered{v.Party, v.Key}.once()); err != nil {
		return Outcome{}, err
	} else if !ok {
		return Outcome{}, notRegistered(name, v.Party, v.Key)
	}
	bytes, err := json.Marshal(v)
	if err != nil {
		return Outcome{}, err
	}
	w := r.write(a)
	signed, err := w.sign(v.Party, bytes, !v.Lost, "take a key back")
	if err != nil {
		return Outcome{}, err
	}
	w.aside(Entry{Key: v.once(), Revoked: &v, Signature: signed}, body{Revoked: bytes})
	return r.save(w, v.once())
}

// aside readies the record of something that changes nothing in the state.
func (w *writing) aside(e Entry, b body) {
	w.seq++
	e.Seq, e.Recorded, e.State, e.Machine, e.Path, e.text = w.seq, w.at, w.state, w.a.Machine, w.a.Path, w.a.text
	b.Version, b.Recorded, b.Key, b.Signature, b.Digest = bodyVersion, w.at, e.Key, e.Signature, hexDigest(w.state)
	w.entries = append(w.entries, e)
	w.bodies = append(w.bodies, b.encode())
}

func notRegistered(agreement, party string, key signature.Key) *KeyError {
	return &KeyError{Agreement: agreement, Party: party, Why: fmt.Sprintf("the key %s is not one that %s has registered for %s", key.Fingerprint(), party, agreement)}
}

// takenBack refuses a key that its party has taken back before an event.
func (r *Shell) takenBack(agreement, party string, key signature.Key, before uint64) error {
	at, ok, err := r.recorded(agreement, Revoked{Party: party, Key: key}.once())
	if err != nil || !ok || at >= before {
		return err
	}
	return &KeyError{Agreement: agreement, Party: party, Why: fmt.Sprintf("%s took the key %s back in event %d", party, key.Fingerprint(), at)}
}

// PartyKey is a key of a party: when it was registered, whether that was signed
// with a key before it, and what became of it.
type PartyKey struct {
	Registered
	Entry    Entry
	Revoked  *Entry   // nil while it holds
	Doubtful []uint64 // events that were signed with it on or after the day from which it was taken back
}

// Keys are the keys of an agreement's parties at a time, in the order in which
// they were registered.
func (r *Shell) Keys(name string, at AsAt) (out []PartyKey, err error) {
	var signed []Entry
	for e, err := range r.Log(name, at) {
		if err != nil {
			return nil, err
		}
		switch {
		case e.Registered != nil:
			out = append(out, PartyKey{Registered: *e.Registered, Entry: e})
		case e.Revoked != nil:
			k := &out[slices.IndexFunc(out, func(k PartyKey) bool { return k.Registered == Registered{e.Revoked.Party, e.Revoked.Key} })]
			k.Revoked, k.Doubtful = &e, signedWith(signed, k.Registered, e.Revoked.On)
		case e.Signature != "":
			signed = append(signed, e)
		}
	}
	return out, nil
}

// signedWith are the events of a party from a day on that carry a signature by a key.
func signedWith(signed []Entry, g Registered, from value.Date) (out []uint64) {
	for _, e := range signed {
		if key, err := signature.By(e.Signature); err == nil && key == g.Key && e.Event.What().By == g.Party && e.Event.What().On >= from {
			out = append(out, e.Seq)
		}
	}
	return out
}
