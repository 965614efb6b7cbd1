package run

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/signature"
)

// Registered is a key that a party has registered for its acts under one
// agreement. It is a record of that agreement, but no event: it changes nothing
// in its state.
type Registered struct {
	Party string        `json:"party"`
	Key   signature.Key `json:"key"`
}

// once is the key under which a registration is recorded, by which it is found again.
func (g Registered) once() string { return "registered key " + g.Party + " " + g.Key.Fingerprint() }

// SignWith lets every act from now on carry a signature; nil ends that.
func (r *Shell) SignWith(s *signature.Signer) { r.signer = s }

// RegisterKey records that a key is a party's. One of a party that has none, or
// none any more, is taken on the word of whoever keeps the store; every further one
// must be signed with one that the party has.
func (r *Shell) RegisterKey(name, party string, key signature.Key) (Outcome, error) {
	a, err := r.load(name)
	if err != nil {
		return Outcome{}, err
	}
	return r.register(r.write(a), Registered{party, key})
}

// RegisterKeyOn is the same on a text that may not have been laid before the
// parties yet, so that the first signature can already be one by key.
func (r *Shell) RegisterKeyOn(path string, words []byte, m *machine.Machine, party string, key signature.Key) (Outcome, error) {
	if len(m.Holes) > 0 {
		return Outcome{}, &HolesError{Machine: m, Holes: m.Holes}
	}
	print := m.Fingerprint()
	a, err := r.load(m.Name)
	if missing := (*NoAgreementError)(nil); errors.As(err, &missing) {
		w, err := r.lay(path, words, m, print)
		if err != nil {
			return Outcome{}, err
		}
		return r.register(w, Registered{party, key})
	}
	if err != nil {
		return Outcome{}, err
	}
	if a.Fingerprint != print {
		return Outcome{}, &OtherTextError{Agreement: m.Name, Signed: a.Fingerprint, Offered: print}
	}
	return r.register(r.write(a), Registered{party, key})
}

func (r *Shell) register(w *writing, g Registered) (Outcome, error) {
	if err := r.takenBack(w.a.Name, g.Party, g.Key, w.seq+1); err != nil {
		return Outcome{}, err
	}
	if seq, ok, err := r.recorded(w.a.Name, g.once()); ok || err != nil {
		return Outcome{Agreement: w.a.Name, Seq: seq, Already: ok}, err
	}
	known, err := r.Keys(w.a.Name, Now)
	if missing := (*NoAgreementError)(nil); err != nil && !errors.As(err, &missing) {
		return Outcome{}, err
	}
	bytes, err := json.Marshal(g)
	if err != nil {
		return Outcome{}, err
	}
	has := slices.ContainsFunc(known, func(k PartyKey) bool { return k.Party == g.Party && k.Revoked == nil })
	signed, err := w.sign(g.Party, bytes, has, "register a further key")
	if err != nil {
		return Outcome{}, err
	}
	w.aside(Entry{Key: g.once(), Registered: &g, Signature: signed}, body{Registered: bytes})
	return r.save(w, g.once())
}

// sign signs what is about to be recorded as the next event, where a key is at
// hand. It refuses a key that is not the party's, and none where one is needed
// for what is done.
func (w *writing) sign(party string, event []byte, needed bool, doing string) (string, error) {
	signer := w.shell.signer
	if signer == nil {
		if needed {
			return "", &KeyError{Agreement: w.a.Name, Party: party, Why: fmt.Sprintf("%s may %s only with a signature by key", party, doing), Unsigned: true}
		}
		return "", nil
	}
	key := signer.Key()
	if _, ok, err := w.shell.recorded(w.a.Name, Registered{party, key}.once()); err != nil {
		return "", err
	} else if !ok {
		return "", notRegistered(w.a.Name, party, key)
	}
	if err := w.shell.takenBack(w.a.Name, party, key, w.seq+1); err != nil {
		return "", err
	}
	return signer.Sign(signature.Statement(w.a.Name, w.a.Fingerprint, w.seq+1, event))
}

// doingBy words the acts that an agreement may want signed, by their kind.
var doingBy = map[string]string{"signed": "sign", "voted": "vote", "settled": "settle a dispute"}

// signEvent signs an event of a party; days and changes of the text are nobody's.
func (w *writing) signEvent(by, kind string, event []byte) (string, error) {
	if by == "" {
		return "", nil
	}
	return w.sign(by, event, slices.Contains(w.a.Machine.KeySigned, kind), doingBy[kind])
}

// attested checks the signature of a recorded event: that it fits, that its key
// was the party's before, and that it is there where the agreement wants one.
func (r *Shell) attested(a *Agreement, seq uint64, b *body, by string, event []byte, needed bool) error {
	if b.Signature == "" && !needed {
		return nil
	}
	return r.signedBy(a, seq, b, by, event)
}

func (r *Shell) signedBy(a *Agreement, seq uint64, b *body, by string, event []byte) error {
	bad := func(why string) error { return &CorruptDigestError{Agreement: a.Name, Seq: seq, Why: why} }
	if b.Signature == "" {
		return bad("it must carry a signature by key, and carries none")
	}
	key, err := signature.Check(signature.Statement(a.Name, a.Fingerprint, seq, event), b.Signature)
	if err != nil {
		return bad(err.Error())
	}
	g := Registered{by, key}
	at, ok, err := r.recorded(a.Name, g.once())
	if err != nil {
		return err
	}
	if !ok || at >= seq {
		return bad(fmt.Sprintf("it is signed with the key %s, which %s had not registered", key.Fingerprint(), by))
	}
	if err := r.takenBack(a.Name, by, key, seq); isKeyError(err) {
		return bad(fmt.Sprintf("it is signed with a key that no longer was one of %s: %s", by, err))
	} else if err != nil {
		return err
	}
	for rec, err := range r.log.Read(a.Name, at) {
		if err != nil {
			return err
		}
		found, err := decodeBody(a.Name, at, rec.Body)
		if err != nil {
			return err
		}
		if was, err := found.registered(); err != nil || *was != g {
			return bad("the registration of the key that signed it is another")
		}
		break
	}
	return nil
}

// registered reads a registration out of a record.
func (b body) registered() (*Registered, error) {
	var g Registered
	if err := json.Unmarshal(b.Registered, &g); err != nil {
		return nil, err
	}
	return &g, nil
}

// KeyError refuses an act for want of the right signature.
type KeyError struct {
	Agreement, Party string
	Why              string
	Unsigned         bool // it carried no signature
}

func (e *KeyError) Error() string { return e.Why }

func isKeyError(err error) bool {
	var e *KeyError
	return errors.As(err, &e)
}
