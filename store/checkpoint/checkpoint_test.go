package checkpoint

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"concordat/store"
	"concordat/store/mem"
)

func keys(t *testing.T) (note.Signer, note.Verifier) {
	t.Helper()
	secret, public, err := Key("lambeth.gov.uk/agreements")
	if err != nil {
		t.Fatal(err)
	}
	s, err := note.NewSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	v, err := note.NewVerifier(public)
	if err != nil {
		t.Fatal(err)
	}
	return s, v
}

// history is a log of events in two streams; a word may be altered.
func history(t *testing.T, events int, altered int) store.Log {
	t.Helper()
	log := mem.New()
	for n := range events {
		word := fmt.Sprint("event ", n)
		if n == altered {
			word = "forged"
		}
		act := store.Append{Stream: fmt.Sprint("s", n%2), Expect: uint64(n / 2), Bodies: [][]byte{[]byte(word)}}
		if _, err := log.Append(act); err != nil {
			t.Fatal(err)
		}
	}
	return log
}

func taken(t *testing.T, log store.Log, marks bool) *Checkpoint {
	t.Helper()
	signer, verifier := keys(t)
	c, err := Take(log, signer.Name(), marks)
	if err != nil {
		t.Fatal(err)
	}
	text, err := c.Sign(signer)
	if err != nil {
		t.Fatal(err)
	}
	c, err = Read(text, verifier)
	if err != nil || !c.Signed {
		t.Fatalf("read again: %+v, %v", c, err)
	}
	return c
}

func TestOldCheckpointsProveTheLog(t *testing.T) {
	for size := range 12 {
		for _, marks := range []bool{true, false} {
			if err := taken(t, history(t, size, -1), marks).Compare(history(t, 20, -1)); err != nil {
				t.Errorf("a checkpoint of %d events: %v", size, err)
			}
		}
	}
}

func TestTheFirstEventThatDiffersIsNamed(t *testing.T) {
	for _, c := range []struct {
		marks    bool
		had, now int
		altered  int
		older    []int
		want     string
	}{
		{marks: true, had: 10, now: 20, altered: 6, want: "event number 7 of all, now event 4 of s0, is the first that differs"},
		{marks: true, had: 10, now: 8, altered: 3, want: "event number 4 of all, now event 2 of s1, is the first that differs"},
		{marks: true, had: 10, now: 8, altered: -1, want: "the store holds 8 events, and held 10 when the checkpoint was made: events number 9 to 10 of all are missing"},
		{marks: true, had: 10, now: 9, altered: -1, want: "event number 10 of all is missing"},
		{had: 10, now: 20, altered: 6, want: "one of number 1 to 10 of all (now from event 1 of s0)"},
		{had: 10, now: 20, altered: 6, older: []int{3, 8, 5}, want: "one of number 6 to 10 of all (now from event 3 of s1)"},
		{had: 10, now: 8, altered: 3, want: "the store holds 8 events, and held 10"},
	} {
		was := taken(t, history(t, c.had, -1), c.marks)
		var older []*Checkpoint
		for _, n := range c.older {
			older = append(older, taken(t, history(t, n, -1), false))
		}
		err := was.Compare(history(t, c.now, c.altered), older...)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	var older *OlderError
	if err := taken(t, history(t, 3, -1), false).Compare(history(t, 0, -1)); !errors.As(err, &older) {
		t.Errorf("an empty store: %v", err)
	}
}

// Whoever alters a byte of a checkpoint is found out by its signature.
func TestAlteredCheckpointsAreRefused(t *testing.T) {
	signer, verifier := keys(t)
	_, other := keys(t)
	c, err := Take(history(t, 5, -1), signer.Name(), true)
	if err != nil {
		t.Fatal(err)
	}
	text, err := c.Sign(signer)
	if err != nil {
		t.Fatal(err)
	}
	for at := range text {
		bad := bytes.Clone(text)
		bad[at] ^= 1
		if got, err := Read(bad, verifier); err == nil {
			t.Errorf("with byte %d altered it reads as %+v", at, got)
		}
	}
	if _, err := Read(text, other); err == nil || !strings.Contains(err.Error(), "not signed with the key that was given") {
		t.Errorf("with another key: %v", err)
	}
	if c, err := Read(text); err != nil || c.Signed || c.Tree.N != 5 || len(c.Marks) != 5 {
		t.Errorf("without a key: %+v, %v", c, err)
	}
}

func TestFiles(t *testing.T) {
	folder := t.TempDir()
	secret, public, err := Key("a")
	if err != nil {
		t.Fatal(err)
	}
	path := func(name, content string) string {
		p := filepath.Join(folder, name)
		if err := Write(p, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	one, two := path("a.key", secret+"\n"), path("a.pub", public+"\n")
	if _, err := Signer(one); err != nil {
		t.Error(err)
	}
	if _, err := Verifier(two); err != nil {
		t.Error(err)
	}
	if _, err := Signer(two); err == nil || !strings.Contains(err.Error(), "is not a key to sign with") {
		t.Errorf("the public half signs: %v", err)
	}
	if _, err := Verifier(one); err == nil {
		t.Error("the secret half is taken for the public one")
	}
	if _, err := Load(two); err == nil || !strings.Contains(err.Error(), "it is not a checkpoint") {
		t.Errorf("a key is taken for a checkpoint: %v", err)
	}
	for _, name := range []string{"", "two words", "a+b"} {
		if _, _, err := Key(name); err == nil {
			t.Errorf("%q is taken for the name of a key", name)
		}
	}
}
