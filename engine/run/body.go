package run

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"concordat/engine"
)

// bodyVersion is the format of a record's body. A newer one is refused by name.
// Format 2 has keys and signatures, format 3 keys that are taken back; a record
// that has none of them stays in the format that an older program can read.
const bodyVersion = 3

// body is a record as it is kept. The first of an agreement has a Text, every
// other an Event, or a key that was Registered or Revoked.
type body struct {
	Version  int             `json:"version"`
	Recorded time.Time       `json:"recorded"`
	Key      string          `json:"key,omitempty"`
	Text     *text           `json:"text,omitempty"`
	Event    json.RawMessage `json:"event,omitempty"`

	Registered json.RawMessage `json:"registered,omitempty"`
	Revoked    json.RawMessage `json:"revoked,omitempty"`
	Signature  string          `json:"signature,omitempty"` // of the event or registration, by the party that did it
	Digest     string          `json:"digest"`              // of all changes and effects up to here, in hexadecimal

	event  engine.Event // Event, where it has been read already
	digest [32]byte     // Digest, where it has been read already
	reads  bool         // whether it has
}

// text names what the parties sign: the machine by its fingerprint, and the
// files kept of it by the SHA-256 of their bytes.
type text struct {
	Agreement   string `json:"agreement"`
	Path        string `json:"path"`
	Fingerprint string `json:"fingerprint"`
	Words       string `json:"words"`
	Machine     string `json:"machine"`
}

func (b body) encode() []byte {
	switch {
	case b.Revoked != nil:
	case b.Registered != nil || b.Signature != "":
		b.Version = 2
	default:
		b.Version = 1
	}
	out, err := json.Marshal(b)
	if err != nil {
		panic("run: a record cannot be written: " + err.Error()) // only text and times are in it
	}
	return out
}

func decodeBody(agreement string, seq uint64, bytes []byte) (b body, err error) {
	err = b.decode(agreement, seq, bytes)
	return b, err
}

// decode reads a record into an empty body.
func (b *body) decode(agreement string, seq uint64, bytes []byte) error {
	if !b.plain(bytes) {
		*b = body{}
		if err := json.Unmarshal(bytes, b); err != nil {
			return &UnreadableError{Agreement: agreement, Seq: seq, Why: err}
		}
	}
	if b.Version > bodyVersion {
		return &FormatError{Agreement: agreement, Seq: seq, Have: b.Version, Know: bodyVersion}
	}
	held := 0
	for _, part := range [...]json.RawMessage{b.Event, b.Registered, b.Revoked} {
		if part != nil {
			held++
		}
	}
	if (seq == 1) != (b.Text != nil) || seq == 1 && held != 0 || seq > 1 && held != 1 {
		return &UnreadableError{Agreement: agreement, Seq: seq, Why: errors.New("the first record holds the text, every other an event or a key")}
	}
	return nil
}

// happened is the event of a record.
func (b body) happened() (engine.Event, error) {
	if b.event != nil {
		return b.event, nil
	}
	return DecodeEvent(b.Event)
}

func hexDigest(s engine.State) string { return hex.EncodeToString(s.Digest[:]) }

// led reports whether an event led to a state: whether that has the digest on record.
func (b *body) led(s engine.State) bool {
	digest, ok := b.onRecord()
	return ok && digest == s.Digest
}
