package store

import (
	"encoding/hex"
	"testing"
)

// The hashes of format 1 never change: records of every release are verified by
// every later one.
func TestChainIsForEver(t *testing.T) {
	first := Chain([32]byte{}, "ipsa", 1, "sign-1", []byte("signed"))
	second := Chain(first, "ipsa", 2, "", nil)
	for _, c := range []struct {
		got  [32]byte
		want string
	}{
		{first, "b32969e056f9a44e2a79d5867decf9f23a4a552c269e99249cce968dc564af1c"},
		{second, "4f48f66dc2573987b6fcfb9ae443281a02e25aeabba195fa7d897c3c37d9764d"},
		{Link(Link([32]byte{}, first), second), "1c0a55e93abcd329268c3c5c6bea3e57359080019816b2a84c75a58a723c6586"},
	} {
		if got := hex.EncodeToString(c.got[:]); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// Moving a byte from one part of a record to the next changes its hash.
func TestChainKeepsPartsApart(t *testing.T) {
	seen := map[[32]byte]string{}
	for name, hash := range map[string][32]byte{
		"as it is":       Chain([32]byte{}, "ab", 1, "cd", []byte("ef")),
		"stream shorter": Chain([32]byte{}, "a", 1, "bcd", []byte("ef")),
		"key shorter":    Chain([32]byte{}, "ab", 1, "c", []byte("def")),
		"no key":         Chain([32]byte{}, "ab", 1, "", []byte("cdef")),
		"another number": Chain([32]byte{}, "ab", 2, "cd", []byte("ef")),
		"another before": Chain([32]byte{1}, "ab", 1, "cd", []byte("ef")),
	} {
		if other, ok := seen[hash]; ok {
			t.Errorf("%q and %q have one hash", name, other)
		}
		seen[hash] = name
	}
}

func TestErrorsInPlainWords(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&FormatError{Path: "/data/ipsa.db", Have: 3, Know: 1}, "ipsa.db was written by a newer program, in format 3; this one knows up to 1: open it with the newer one"},
		{&BusyError{Path: "ipsa.db"}, "ipsa.db is in use by another program; try again when that has ended"},
		{&NotAStoreError{Path: "a.txt", Why: "it is empty"}, "a.txt is not a store of agreements: it is empty"},
		{&CorruptError{Stream: "ipsa", Seq: 7, Why: "it is missing"}, "event 7 of ipsa is not what was recorded: it is missing"},
		{&RecordedError{Stream: "ipsa", Key: "k", Seq: 812}, "already recorded as event 812"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
