// Package checkpoint makes and reads checkpoints: signed notes that say how many
// events a store held and what the root of the tree over them was. Whoever keeps
// one can tell later whether the store still holds those events, each as it was.
// A checkpoint is a text of the form of C2SP tlog-checkpoint (origin, size, root
// in base64) signed as a note of golang.org/x/mod/sumdb/note. Below the note may
// stand marks, eight bytes of the hash of each event, so that a difference can
// be named; their digest stands in the signed text.
package checkpoint

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// Checkpoint is what a store held at a time.
type Checkpoint struct {
	Origin string // whose store: the name in the key that signs
	Tree   tlog.Tree
	Marks  []Mark // one for each event, in the order of all; or none
	Signed bool   // by a key that the reader knows
}

// Mark is the first bytes of an event's hash.
type Mark [8]byte

const (
	MarksLine = "-- marks --\n" // stands between the signed note and the marks
	maxNote   = 1 << 16
)

// Take makes a checkpoint of what a log holds, with marks or without.
func Take(log store.Log, origin string, marks bool) (*Checkpoint, error) {
	tree, err := log.Tree()
	if err != nil {
		return nil, err
	}
	c := &Checkpoint{Origin: origin, Tree: tree}
	if !marks {
		return c, nil
	}
	for p, err := range log.Order(1) {
		if err != nil {
			return nil, err
		}
		if p.Global > uint64(tree.N) { // it came since
			break
		}
		c.Marks = append(c.Marks, Mark(p.Hash[:len(Mark{})]))
	}
	return c, nil
}

// text is what is signed.
func (c *Checkpoint) text(marks []byte) string {
	text := fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Tree.N, base64.StdEncoding.EncodeToString(c.Tree.Hash[:]))
	if marks != nil {
		text += fmt.Sprintf("marks %x\n", sha256.Sum256(marks))
	}
	return text
}

// Sign writes a checkpoint.
func (c *Checkpoint) Sign(by note.Signer) ([]byte, error) {
	var marks []byte
	for _, m := range c.Marks {
		marks = append(hex.AppendEncode(marks, m[:]), '\n')
	}
	signed, err := note.Sign(&note.Note{Text: c.text(marks)}, by)
	if err != nil || marks == nil {
		return signed, err
	}
	return append(append(signed, MarksLine...), marks...), nil
}

// Read reads a checkpoint and checks its signature if known has a key for it.
// With a key known and no signature of it the checkpoint is refused.
func Read(file []byte, known ...note.Verifier) (*Checkpoint, error) {
	signed, marks, marked := bytes.Cut(file, []byte(MarksLine))
	if len(signed) > maxNote {
		return nil, errors.New("it is not a checkpoint: it is too long")
	}
	n, err := note.Open(signed, note.VerifierList(known...))
	c := &Checkpoint{Signed: err == nil}
	var unsigned *note.UnverifiedNoteError
	switch {
	case errors.As(err, &unsigned) && len(known) == 0:
		n = unsigned.Note
	case errors.As(err, &unsigned):
		return nil, errors.New("it is not signed with the key that was given")
	case err != nil:
		return nil, fmt.Errorf("it is not a checkpoint, or was altered: %w", err)
	}
	for _, by := range append(n.Sigs, n.UnverifiedSigs...) {
		// A note may spell the last bits of a signature in several ways; we sign in one.
		if _, err := base64.StdEncoding.Strict().DecodeString(by.Base64); err != nil {
			return nil, fmt.Errorf("it is not a checkpoint, or was altered: the signature of %s is not spelt as it was written", by.Name)
		}
	}
	if err := c.parse(n.Text, marks, marked); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Checkpoint) parse(text string, marks []byte, marked bool) error {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return errors.New("it is not a checkpoint: it does not say how many events there were")
	}
	c.Origin = lines[0]
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return fmt.Errorf("it is not a checkpoint: %q is not a number of events", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return fmt.Errorf("it is not a checkpoint: %q is not a hash", lines[2])
	}
	c.Tree = tlog.Tree{N: size, Hash: root}
	if want, ok := strings.CutPrefix(lines[3], "marks "); !marked || !ok || want != fmt.Sprintf("%x", sha256.Sum256(marks)) {
		if marked || ok {
			return errors.New("its marks are not those that were signed")
		}
		return nil
	}
	return c.readMarks(marks)
}

func (c *Checkpoint) readMarks(marks []byte) error {
	for line := range strings.Lines(string(marks)) {
		raw, err := hex.DecodeString(strings.TrimSuffix(line, "\n"))
		if err != nil || len(raw) != len(Mark{}) {
			return fmt.Errorf("%q is not a mark", line)
		}
		c.Marks = append(c.Marks, Mark(raw))
	}
	if int64(len(c.Marks)) != c.Tree.N {
		return fmt.Errorf("it has %d marks for %d events", len(c.Marks), c.Tree.N)
	}
	return nil
}
