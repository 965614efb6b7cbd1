// Package proof checks an export of a store of agreements: that every event in
// it is one of those that a signed checkpoint speaks of, and that none is left
// out between the first and the last of an agreement. It is small enough to be
// read in one sitting and uses nothing of the program that wrote the export:
// only signed notes and Merkle trees as Go's own checksum database has them.
package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Checkpoint reads a checkpoint, which must be signed with the key. What may
// stand below the note, marks for the store's own program, is left out.
func Checkpoint(file []byte, key note.Verifier) (tree tlog.Tree, err error) {
	signed, _, _ := bytes.Cut(file, []byte("-- marks --\n"))
	n, err := note.Open(signed, note.VerifierList(key))
	if err != nil {
		return tree, fmt.Errorf("the checkpoint is not signed with the key: %w", err)
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) < 4 || lines[0] != key.Name() {
		return tree, errors.New("the checkpoint is not one of the key's owner")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil || tree.N < 0 {
		return tree, fmt.Errorf("the checkpoint has no number of events: %q", lines[1])
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// Event is one line of an export.
type Event struct {
	Format     string `json:"format"`     // only in the first line
	Checkpoint string `json:"checkpoint"` // only in the first line

	Number    int64  `json:"number"` // among all events of the store, from 1
	Agreement string `json:"agreement"`
	Seq       uint64 `json:"seq"` // among those of its agreement, from 1
	Key       string `json:"key"`
	Before    string `json:"before"`
	Body      string `json:"body"`
	Bytes     base   `json:"bytes"`
	Proof     []base `json:"proof"`
}

// base is bytes in base64, of which there is only one way to write each.
type base []byte

// UnmarshalText reads base64.
func (b *base) UnmarshalText(text []byte) (err error) {
	*b, err = base64.StdEncoding.Strict().DecodeString(string(text))
	return err
}

// hash is SHA-256 over a tag, the hash before, and all parts with their lengths.
func (e *Event) hash(before []byte) [32]byte {
	b := append([]byte("concordat record 1\n"), before...)
	b = append(binary.BigEndian.AppendUint64(b, uint64(len(e.Agreement))), e.Agreement...)
	b = binary.BigEndian.AppendUint64(b, e.Seq)
	b = append(binary.BigEndian.AppendUint64(b, uint64(len(e.Key))), e.Key...)
	return sha256.Sum256(append(append(b, e.Body...), e.Bytes...))
}

// Found is what an export proves.
type Found struct {
	Tree       tlog.Tree
	Events     int64
	Agreements map[string]uint64 // and how many of the events of each, from its first
}

// Check reads an export and stops at the first event that is not proved. The
// checkpoint is the reader's own or, when file is nil, that in the export. Each
// event that is proved is handed to see, which may refuse it.
func Check(export io.Reader, file []byte, key note.Verifier, see func(*Event) error) (*Found, error) {
	lines := json.NewDecoder(export)
	lines.DisallowUnknownFields()
	var head Event
	if err := lines.Decode(&head); err != nil || head.Format != "concordat export 1" {
		return nil, fmt.Errorf("this is not an export: %w", errors.Join(err, errors.New("its first line does not say so")))
	}
	if file == nil {
		file = []byte(head.Checkpoint)
	}
	tree, err := Checkpoint(file, key)
	if err != nil {
		return nil, err
	}
	found := &Found{Tree: tree, Agreements: map[string]uint64{}}
	last := map[string][32]byte{}
	for {
		var e Event
		switch err := lines.Decode(&e); {
		case errors.Is(err, io.EOF):
			return found, nil
		case err != nil:
			return found, fmt.Errorf("the line after %d events cannot be read: %w", found.Events, err)
		}
		before := last[e.Agreement]
		if n := found.Agreements[e.Agreement]; e.Seq != n+1 {
			return found, fmt.Errorf("event %d of %s follows event %d", e.Seq, e.Agreement, n)
		} else if e.Before != hex.EncodeToString(before[:]) {
			return found, fmt.Errorf("event %d of %s does not follow the event before it", e.Seq, e.Agreement)
		}
		hash := e.hash(before[:])
		if err := e.proved(tree, hash); err != nil {
			return found, fmt.Errorf("event %d of %s is not what the checkpoint speaks of: %w", e.Seq, e.Agreement, err)
		}
		if err := see(&e); err != nil {
			return found, err
		}
		last[e.Agreement], found.Agreements[e.Agreement] = hash, e.Seq
		found.Events++
	}
}

func (e *Event) proved(tree tlog.Tree, hash [32]byte) error {
	var steps tlog.RecordProof
	for _, s := range e.Proof {
		if len(s) != tlog.HashSize {
			return fmt.Errorf("its proof holds %d bytes where a hash belongs", len(s))
		}
		steps = append(steps, tlog.Hash(s))
	}
	if e.Number < 1 || e.Number > tree.N {
		return fmt.Errorf("it says that it is number %d of %d", e.Number, tree.N)
	}
	return tlog.CheckRecord(steps, tree.N, tree.Hash, e.Number-1, tlog.RecordHash(hash[:]))
}
