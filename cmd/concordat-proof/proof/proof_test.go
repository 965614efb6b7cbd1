package proof

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"concordat/store"
	"concordat/store/checkpoint"
	"concordat/store/export"
	"concordat/store/mem"
)

// exported is an export of all of a small store, its checkpoint, and its key.
func exported(t *testing.T, streams ...string) (lines, signed []byte, key note.Verifier) {
	t.Helper()
	log := mem.New()
	for n := range 9 {
		act := store.Append{Stream: fmt.Sprint("s", n%2), Expect: uint64(n / 2), Bodies: [][]byte{[]byte(fmt.Sprintf(`{"n":"<%d>"}`, n))}}
		if n == 4 {
			act.Bodies, act.Key = [][]byte{{0xff, 0xfe}}, "k"
		}
		if _, err := log.Append(act); err != nil {
			t.Fatal(err)
		}
	}
	secret, public, err := checkpoint.Key("lambeth.gov.uk")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	if key, err = note.NewVerifier(public); err != nil {
		t.Fatal(err)
	}
	c, err := checkpoint.Take(log, signer.Name(), true)
	if err != nil {
		t.Fatal(err)
	}
	if signed, err = c.Sign(signer); err != nil {
		t.Fatal(err)
	}
	if _, err := log.Append(store.Append{Stream: "s0", Expect: 5, Bodies: [][]byte{[]byte("after the checkpoint")}}); err != nil {
		t.Fatal(err)
	}
	head, _, _ := bytes.Cut(signed, []byte("-- marks"))
	var out bytes.Buffer
	var parts []export.Part
	for _, s := range streams {
		parts = append(parts, export.Part{Stream: s, Last: math.MaxUint64})
	}
	if _, err := export.Write(&out, log, head, c.Tree.N, parts); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), signed, key
}

// nothing is asked of an event beside its proof.
func nothing(*Event) error { return nil }

func TestExportsAreProved(t *testing.T) {
	for _, c := range []struct {
		streams []string
		events  int64
	}{{[]string{"s0", "s1"}, 9}, {[]string{"s1"}, 4}, {nil, 0}} {
		lines, signed, key := exported(t, c.streams...)
		for _, own := range [][]byte{nil, signed} {
			found, err := Check(bytes.NewReader(lines), own, key, nothing)
			if err != nil || found.Events != c.events || found.Tree.N != 9 || len(found.Agreements) != len(c.streams) {
				t.Errorf("%v: %+v, %v", c.streams, found, err)
			}
		}
	}
}

// Whatever is altered, dropped, doubled or moved is found.
func TestForgedExportsAreNotProved(t *testing.T) {
	text, signed, key := exported(t, "s0", "s1")
	lines := strings.SplitAfter(strings.TrimSuffix(string(text), "\n"), "\n")
	forge := func(what string, lines ...string) {
		if found, err := Check(strings.NewReader(strings.Join(lines, "")), signed, key, nothing); err == nil {
			t.Errorf("%s: proved as %+v", what, found)
		}
	}
	for i := 1; i < len(lines); i++ {
		forge(fmt.Sprint("line ", i, " doubled"), append(lines[:i:i], lines[i-1:]...)...)
		if i < len(lines)-1 && i != 5 { // 5: the last of its agreement, which an export may leave out
			forge(fmt.Sprint("line ", i, " dropped"), append(lines[:i:i], lines[i+1:]...)...)
		}
	}
	for at, b := range text {
		bad := bytes.Clone(text)
		if bad[at] ^= 1; b == '\n' || at < len(lines[0]) {
			continue
		}
		if found, err := Check(bytes.NewReader(bad), signed, key, nothing); err == nil {
			t.Errorf("byte %d altered to %q: proved as %+v", at, bad[at], found)
		}
	}
	_, _, other := exported(t)
	if _, err := Check(bytes.NewReader(text), nil, other, nothing); err == nil {
		t.Error("proved with the key of another")
	}
}
