package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// What one store keeps is limited, so that every engine can keep it: names of
// streams and keys so that an index row fits into a page, bodies and files so
// that a length fits into 31 bits.
const (
	MaxName  = 200     // bytes in the name of a stream or in a key
	MaxBytes = 1 << 30 // bytes in a body or a kept file
)

const (
	recordTag = "concordat record 1\n"
	linkTag   = "concordat link 1\n"
	stateTag  = "concordat state 1\n"
)

// Chain is the hash of a record: SHA-256 over a tag that names this rule, the
// hash of the record before it in its stream (zeros for the first), and its
// stream, number, key and body. Every part but the last has a length, so that
// no two records have the same bytes under the hash.
func Chain(before [32]byte, stream string, seq uint64, key string, body []byte) [32]byte {
	buf := make([]byte, 0, len(recordTag)+len(before)+24+len(stream)+len(key)+len(body))
	buf = append(buf, recordTag...)
	buf = append(buf, before[:]...)
	buf = binary.BigEndian.AppendUint64(buf, uint64(len(stream)))
	buf = append(buf, stream...)
	buf = binary.BigEndian.AppendUint64(buf, seq)
	buf = binary.BigEndian.AppendUint64(buf, uint64(len(key)))
	buf = append(buf, key...)
	buf = append(buf, body...)
	return sha256.Sum256(buf)
}

// Link is the head of the whole store after one more record: SHA-256 over a
// tag, the head before (zeros for an empty store) and the record's hash.
func Link(before, record [32]byte) [32]byte {
	buf := make([]byte, 0, len(linkTag)+2*len(before))
	buf = append(buf, linkTag...)
	buf = append(buf, before[:]...)
	buf = append(buf, record[:]...)
	return sha256.Sum256(buf)
}

// StateDigest ties a state to the record after which it held.
func StateDigest(record [32]byte, state []byte) [32]byte {
	buf := make([]byte, 0, len(stateTag)+len(record)+len(state))
	buf = append(buf, stateTag...)
	buf = append(buf, record[:]...)
	buf = append(buf, state...)
	return sha256.Sum256(buf)
}

// Digest is the name under which bytes are kept: SHA-256 in lower-case hex.
func Digest(bytes []byte) string {
	sum := sha256.Sum256(bytes)
	return hex.EncodeToString(sum[:])
}

// Validate refuses an act that no store can keep. Implementations call it
// before anything else.
func (a Append) Validate() error {
	if err := a.validate(); err != nil {
		return &InvalidError{Why: err.Error()}
	}
	return nil
}

func (a Append) validate() error {
	if err := validName("stream", a.Stream); err != nil {
		return err
	}
	if a.Key != "" {
		if err := validName("key", a.Key); err != nil {
			return err
		}
	}
	if len(a.Bodies) == 0 {
		return errors.New("an act records at least one event")
	}
	for _, body := range a.Bodies {
		if len(body) > MaxBytes {
			return fmt.Errorf("an event of %d bytes is larger than the %d that a store keeps", len(body), MaxBytes)
		}
	}
	if len(a.State) > MaxBytes {
		return fmt.Errorf("a state of %d bytes is larger than the %d that a store keeps", len(a.State), MaxBytes)
	}
	for digest, bytes := range a.Blobs {
		if len(bytes) > MaxBytes {
			return fmt.Errorf("a file of %d bytes is larger than the %d that a store keeps", len(bytes), MaxBytes)
		}
		if Digest(bytes) != digest {
			return fmt.Errorf("the bytes kept as %q have another digest", digest)
		}
	}
	return nil
}

func validName(what, name string) error {
	switch {
	case name == "":
		return fmt.Errorf("a %s needs a name", what)
	case len(name) > MaxName:
		return fmt.Errorf("the %s %.20q… is longer than %d bytes", what, name, MaxName)
	case strings.ContainsRune(name, 0):
		return fmt.Errorf("the %s %q holds a zero byte", what, name)
	}
	return nil
}
