// Package export writes a store's events as JSON Lines, each with the proof that
// it is one of those that a checkpoint speaks of. The first line holds the
// checkpoint, every other an event: its number among all, its agreement and
// number there, the key of the act, the hash before it in its agreement, its
// bytes, and the hashes of RFC 6962 that lead from it to the root. Package
// cmd/concordat-proof/proof checks such a file and shares nothing with this one.
package export

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"io"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// Format is the first line's name for this form.
const Format = "concordat export 1"

type first struct {
	Format     string `json:"format"`
	Checkpoint string `json:"checkpoint"`
}

type event struct {
	Number    uint64           `json:"number"`
	Agreement string           `json:"agreement"`
	Seq       uint64           `json:"seq"`
	Key       string           `json:"key,omitempty"`
	Before    string           `json:"before"`          // in hexadecimal; zeros before the first
	Body      string           `json:"body,omitempty"`  // if it is UTF-8, as recorded
	Bytes     []byte           `json:"bytes,omitempty"` // else, in base64
	Proof     tlog.RecordProof `json:"proof"`
}

// Part is a stream, and the number of its last event that is written.
type Part struct {
	Stream string
	Last   uint64
}

// Write writes the events of some streams that came before a checkpoint: note is
// its signed text, size the number of events that it speaks of. It returns how
// many events it wrote.
func Write(to io.Writer, log store.Log, note []byte, size int64, parts []Part) (written int64, err error) {
	out := bufio.NewWriter(to)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(first{Format: Format, Checkpoint: string(note)}); err != nil {
		return 0, err
	}
	for _, part := range parts {
		var before [32]byte
		for r, err := range log.Read(part.Stream, 1) {
			if err != nil {
				return written, err
			}
			if r.Global > uint64(size) || r.Seq > part.Last {
				break
			}
			e := event{Number: r.Global, Agreement: part.Stream, Seq: r.Seq, Key: r.Key, Before: hex.EncodeToString(before[:])}
			if e.Body = string(r.Body); !utf8.Valid(r.Body) {
				e.Body, e.Bytes = "", r.Body
			}
			if e.Proof, err = tlog.ProveRecord(size, int64(r.Global)-1, log); err != nil {
				return written, err
			}
			if err := lines.Encode(e); err != nil {
				return written, err
			}
			before = r.Hash
			written++
		}
	}
	return written, out.Flush()
}
