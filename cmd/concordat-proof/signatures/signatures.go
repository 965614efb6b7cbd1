// Package signatures checks the SSH signatures of people in an export: that each
// was made over the event that carries it, by a key that the same record says is
// the party's, and that the party had not taken back by then. That such a key is
// in truth the party's no record can prove: the party compares the fingerprints
// that are listed with its own. Like package proof it shares nothing with the
// program that wrote the export.
package signatures

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// Reader reads the events of an export in their order. The zero value is ready.
type Reader struct {
	Signatures int // that fit so far

	texts map[string]string          // fingerprint of the text by which an agreement runs
	keys  map[string]map[string]bool // by agreement and party: keys, and whether each holds
}

// body is what is read of a record.
type body struct {
	Text       *struct{ Fingerprint string }
	Event      json.RawMessage
	Registered json.RawMessage
	Revoked    json.RawMessage
	Signature  string
}

// said is what is read of an event, a registration or a key that is taken back.
type said struct {
	Party string
	Key   string
	Kind  string
	Lost  bool
	Event struct {
		By    string
		Aside []string
		Text  *struct{ Fingerprint string }
	}
}

// Read takes the next event of an agreement, whose number there is seq.
func (r *Reader) Read(agreement string, seq uint64, record []byte) error {
	var b body
	if err := json.Unmarshal(record, &b); err != nil {
		return fmt.Errorf("event %d of %s cannot be read: %w", seq, agreement, err)
	}
	if r.texts == nil {
		r.texts, r.keys = map[string]string{}, map[string]map[string]bool{}
	}
	if b.Text != nil {
		r.texts[agreement] = b.Text.Fingerprint
		return nil
	}
	signed := slices.Concat(b.Event, b.Registered, b.Revoked) // one of them
	var s said
	if err := json.Unmarshal(signed, &s); err != nil {
		return fmt.Errorf("event %d of %s cannot be read: %w", seq, agreement, err)
	}
	party := agreement + " " + s.Party + s.Event.By
	if b.Signature != "" {
		statement := fmt.Appendf(nil, "concordat act 1\nagreement %s\nfingerprint %s\nevent %d\n%s\n", agreement, r.texts[agreement], seq, signed)
		if err := r.fits(statement, b.Signature, r.keys[party]); err != nil {
			return fmt.Errorf("the signature of event %d of %s: %w", seq, agreement, err)
		}
		r.Signatures++
	} else if b.Registered != nil && slices.Contains(slices.Collect(maps.Values(r.keys[party])), true) || b.Revoked != nil && !s.Lost {
		return fmt.Errorf("event %d of %s gives or takes a key of a party that has one, and carries no signature by it", seq, agreement)
	}
	switch {
	case b.Registered != nil || b.Revoked != nil:
		if r.keys[party] == nil {
			r.keys[party] = map[string]bool{}
		}
		r.keys[party][s.Key] = b.Registered != nil
	case s.Kind == "varied" && len(s.Event.Aside) == 0 && s.Event.Text != nil:
		r.texts[agreement] = s.Event.Text.Fingerprint
	}
	return nil
}

func (r *Reader) fits(statement []byte, armoured string, holds map[string]bool) error {
	sig, err := sshsig.Unarmor([]byte(armoured))
	if err != nil {
		return errors.New("it cannot be read")
	}
	if err := sshsig.Verify(bytes.NewReader(statement), sig, sig.PublicKey, sig.HashAlgorithm, "concordat"); err != nil {
		return errors.New("it is one of something else")
	}
	if !holds[string(bytes.TrimSpace(ssh.MarshalAuthorizedKey(sig.PublicKey)))] {
		return fmt.Errorf("the key %s is not one of the party's at that event", ssh.FingerprintSHA256(sig.PublicKey))
	}
	return nil
}

// Keys lists the keys of all parties, a line each: agreement, party, fingerprint,
// and whether it was taken back.
func (r *Reader) Keys() (lines []string) {
	for _, party := range slices.Sorted(maps.Keys(r.keys)) {
		for _, key := range slices.Sorted(maps.Keys(r.keys[party])) {
			public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(key))
			if err != nil {
				lines = append(lines, party+" "+key+", which is no SSH key")
				continue
			}
			line := party + " " + ssh.FingerprintSHA256(public)
			if !r.keys[party][key] {
				line += ", taken back"
			}
			lines = append(lines, line)
		}
	}
	return lines
}
