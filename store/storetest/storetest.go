// Package storetest is the suite that every store passes. Run holds an open
// store to the contract of store.Log; Kept also closes and reopens it. A store
// passes when these say nothing.
package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"concordat/store"
)

// Run checks the contract. Each call of open returns a new, empty store.
func Run(t *testing.T, open func(*testing.T) store.Log) {
	for name, check := range map[string]func(*testing.T, store.Log){
		"an empty store":              empty,
		"order":                       order,
		"conflict changes nothing":    conflict,
		"a key is recorded once":      key,
		"refused acts change nothing": refused,
		"due rows":                    due,
		"blobs":                       blobs,
		"bytes are not shared":        notShared,
		"reading stops when asked":    stopsReading,
		"appending while reading":     appendWhileReading,
		"many writers":                manyWriters,
		"several acts at once":        appendAll,
		"states are a cache":          states,
		"the tree proves each record": tree,
		"closed":                      closed,
	} {
		t.Run(name, func(t *testing.T) {
			log := open(t)
			t.Cleanup(func() { _ = log.Close() }) // closed by the check itself, or not
			check(t, log)
		})
	}
	t.Run("as the model", func(t *testing.T) { model(t, open) })
}

// Kept checks that a closed store holds what it held. Each call of open returns
// a new store and a function that closes it and opens it again.
func Kept(t *testing.T, open func(*testing.T) (log store.Log, reopen func() store.Log)) {
	log, reopen := open(t)
	day := int32(16_000)
	file := []byte("minutes of the meeting")
	add(t, log, store.Append{
		Stream: "ipsa", Bodies: [][]byte{[]byte("signed"), {}}, Due: &day, Key: "sign-1",
		Blobs: map[string][]byte{store.Digest(file): file},
	})
	add(t, log, store.Append{Stream: "other", Bodies: [][]byte{[]byte("signed")}})
	before := contents(t, log)
	report := verify(t, log)
	log = reopen()
	defer log.Close()
	if after := contents(t, log); after != before {
		t.Errorf("reopened, the store holds\n%s\nand held\n%s", after, before)
	}
	if after := verify(t, log); after != report {
		t.Errorf("reopened, the report is %+v and was %+v", after, report)
	}
	if content, err := log.Blob(store.Digest(file)); err != nil || !bytes.Equal(content, file) {
		t.Errorf("Blob = %q, %v", content, err)
	}
	if seq, ok, err := log.Key("ipsa", "sign-1"); seq != 1 || !ok || err != nil {
		t.Errorf("Key = %d, %v, %v", seq, ok, err)
	}
	add(t, log, store.Append{Stream: "ipsa", Expect: 2, Bodies: [][]byte{[]byte("returned")}})
}

func empty(t *testing.T, log store.Log) {
	if got := contents(t, log); got != "" {
		t.Errorf("holds %s", got)
	}
	if report := verify(t, log); report.Records != 0 || report.Head != [32]byte{} || report.Tree.N != 0 {
		t.Errorf("report %+v", report)
	}
	if _, ok, err := log.Last("ipsa"); ok || err != nil {
		t.Errorf("Last = %v, %v", ok, err)
	}
	if _, ok, err := log.Key("ipsa", "k"); ok || err != nil {
		t.Errorf("Key = %v, %v", ok, err)
	}
}

func order(t *testing.T, log store.Log) {
	add(t, log, store.Append{Stream: "b", Bodies: [][]byte{[]byte("b1"), []byte("b2")}})
	add(t, log, store.Append{Stream: "a", Bodies: [][]byte{[]byte("a1")}})
	added := add(t, log, store.Append{Stream: "b", Expect: 2, Bodies: [][]byte{[]byte("b3")}})
	if r := added[0]; r.Seq != 3 || r.Global != 4 || r.Stream != "b" {
		t.Errorf("the last record is %+v", r)
	}
	want := "a 1 3 a1\nb 1 1 b1\nb 2 2 b2\nb 3 4 b3\n"
	if got := contents(t, log); got != want {
		t.Errorf("holds\n%s\nwant\n%s", got, want)
	}
	var before [32]byte
	for r, err := range log.Read("b", 1) {
		if want := store.Chain(before, "b", r.Seq, r.Key, r.Body); err != nil || r.Hash != want {
			t.Fatalf("record %d has hash %x, want %x (%v)", r.Seq, r.Hash, want, err)
		}
		before = r.Hash
	}
	last, ok, err := log.Last("b")
	if err != nil || !ok || last.Seq != 3 || string(last.Body) != "b3" || last.Hash != before {
		t.Errorf("Last = %+v, %v, %v", last, ok, err)
	}
	if report := verify(t, log); report.Records != 4 || report.Streams != 2 || report.Head == [32]byte{} {
		t.Errorf("report %+v", report)
	}
}

func conflict(t *testing.T, log store.Log) {
	add(t, log, store.Append{Stream: "a", Bodies: [][]byte{[]byte("one")}})
	day := int32(3)
	file := []byte("file")
	for _, expect := range []uint64{0, 2} {
		refuse(t, log, store.Append{
			Stream: "a", Expect: expect, Bodies: [][]byte{[]byte("late")}, Due: &day, Key: "k",
			Blobs: map[string][]byte{store.Digest(file): file},
		}, store.ErrConflict)
	}
	refuse(t, log, store.Append{Stream: "new", Expect: 1, Bodies: [][]byte{[]byte("late")}}, store.ErrConflict)
	if _, err := log.Blob(store.Digest(file)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the refused act left its file: %v", err)
	}
	if _, ok, _ := log.Key("a", "k"); ok {
		t.Error("the refused act left its key")
	}
}

func key(t *testing.T, log store.Log) {
	act := store.Append{Stream: "a", Bodies: [][]byte{[]byte("one"), []byte("two")}, Key: "k"}
	records := add(t, log, act)
	if records[0].Key != "k" || records[1].Key != "" {
		t.Errorf("keys %q and %q: only the first record of an act bears its key", records[0].Key, records[1].Key)
	}
	add(t, log, store.Append{Stream: "a", Expect: 2, Bodies: [][]byte{[]byte("three")}})
	var recorded *store.RecordedError
	if _, err := log.Append(act); !errors.As(err, &recorded) || recorded.Seq != 1 {
		t.Errorf("the same again gives %v", err)
	}
	add(t, log, store.Append{Stream: "b", Bodies: [][]byte{[]byte("one")}, Key: "k"}) // another stream, another key
	if seq, ok, err := log.Key("a", "k"); seq != 1 || !ok || err != nil {
		t.Errorf("Key = %d, %v, %v", seq, ok, err)
	}
}

func refused(t *testing.T, log store.Log) {
	one := [][]byte{[]byte("one")}
	long := string(bytes.Repeat([]byte("n"), store.MaxName+1))
	for _, act := range []store.Append{
		{Stream: "", Bodies: one},
		{Stream: "a\x00b", Bodies: one},
		{Stream: long, Bodies: one},
		{Stream: "a", Bodies: one, Key: long},
		{Stream: "a"},
		{Stream: "a", Bodies: one, Blobs: map[string][]byte{store.Digest([]byte("x")): []byte("y")}},
	} {
		refuse(t, log, act, nil)
	}
	add(t, log, store.Append{Stream: long[1:], Bodies: one, Key: long[1:]})
}

func due(t *testing.T, log store.Log) {
	at := func(stream string, expect uint64, day int32) {
		add(t, log, store.Append{Stream: stream, Expect: expect, Bodies: [][]byte{nil}, Due: &day})
	}
	at("b", 0, 20)
	at("c", 0, -5) // before 1970
	at("a", 0, 20)
	at("d", 0, 99)
	want := func(upTo int32, rows ...store.DueRow) {
		t.Helper()
		if got, err := log.Due(upTo); err != nil || !slices.Equal(got, rows) {
			t.Errorf("due up to %d: %v, %v; want %v", upTo, got, err, rows)
		}
	}
	want(-6)
	want(20, store.DueRow{Day: -5, Stream: "c"}, store.DueRow{Day: 20, Stream: "a"}, store.DueRow{Day: 20, Stream: "b"})
	at("b", 1, 21)
	at("a", 1, 20)
	add(t, log, store.Append{Stream: "c", Expect: 1, Bodies: [][]byte{nil}})
	want(98, store.DueRow{Day: 20, Stream: "a"}, store.DueRow{Day: 21, Stream: "b"})
	verify(t, log)
}

func blobs(t *testing.T, log store.Log) {
	file, none := []byte("a letter"), []byte{}
	keep := map[string][]byte{store.Digest(file): file, store.Digest(none): none}
	add(t, log, store.Append{Stream: "a", Bodies: [][]byte{nil}, Blobs: keep})
	add(t, log, store.Append{Stream: "b", Bodies: [][]byte{nil}, Blobs: keep}) // the same again is kept once
	for digest, want := range keep {
		if got, err := log.Blob(digest); err != nil || !bytes.Equal(got, want) {
			t.Errorf("Blob = %q, %v; want %q", got, err, want)
		}
	}
	if report := verify(t, log); report.Blobs != 2 {
		t.Errorf("report counts %d files", report.Blobs)
	}
	for _, digest := range []string{"", "x", store.Digest([]byte("other"))} {
		if _, err := log.Blob(digest); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("Blob(%q) gives %v", digest, err)
		}
	}
}

func notShared(t *testing.T, log store.Log) {
	body, file := []byte("body"), []byte("file")
	digest := store.Digest(file)
	day := int32(7)
	records := add(t, log, store.Append{Stream: "a", Bodies: [][]byte{body}, Due: &day, Blobs: map[string][]byte{digest: file}})
	clobber := func(b []byte) { copy(b, "xxxx") }
	clobber(body)
	clobber(file)
	clobber(records[0].Body)
	day = 9
	last, _, _ := log.Last("a")
	clobber(last.Body)
	for r := range log.Read("a", 1) {
		clobber(r.Body)
	}
	kept, _ := log.Blob(digest)
	clobber(kept)
	if got := contents(t, log); got != "a 1 1 body\ndue 7 a\n" {
		t.Errorf("the caller's bytes changed the store:\n%s", got)
	}
	if kept, err := log.Blob(digest); string(kept) != "file" || err != nil {
		t.Errorf("the caller's bytes changed the file: %q, %v", kept, err)
	}
}

func stopsReading(t *testing.T, log store.Log) {
	add(t, log, store.Append{Stream: "a", Bodies: [][]byte{[]byte("1"), []byte("2"), []byte("3")}})
	for from, want := range map[uint64]string{0: "12", 1: "12", 2: "23", 3: "3", 4: ""} {
		got := ""
		for r, err := range log.Read("a", from) {
			if err != nil {
				t.Fatal(err)
			}
			if got += string(r.Body); len(got) == 2 {
				break
			}
		}
		if got != want {
			t.Errorf("from %d: %q, want %q", from, got, want)
		}
	}
}

func appendWhileReading(t *testing.T, log store.Log) {
	const n = 1200
	many := make([][]byte, n)
	add(t, log, store.Append{Stream: "a", Bodies: many})
	read := uint64(0)
	for r, err := range log.Read("a", 1) {
		if err != nil || r.Seq != read+1 {
			t.Fatalf("record %d after %d: %v", r.Seq, read, err)
		}
		if read++; read == 1 || read == n {
			add(t, log, store.Append{Stream: "b", Expect: min(read-1, 1), Bodies: [][]byte{bytes.Repeat([]byte("big"), 100_000)}})
		}
	}
	if read != n {
		t.Errorf("read %d of %d", read, n)
	}
}

func manyWriters(t *testing.T, log store.Log) {
	const writers, acts = 8, 25
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			own, expect := fmt.Sprintf("own-%d", w), uint64(0)
			for range acts {
				if _, err := log.Append(store.Append{Stream: own, Expect: expect, Bodies: [][]byte{[]byte(own)}}); err != nil {
					t.Error(err)
				}
				expect++
				contend(t, log)
			}
		})
	}
	wait.Wait()
	if report := verify(t, log); report.Streams != writers+1 || report.Records != 2*writers*acts {
		t.Errorf("report %+v", report)
	}
	seen := map[uint64]bool{}
	names, _ := log.Streams()
	for _, name := range names {
		for r := range log.Read(name, 1) {
			seen[r.Global] = true
		}
	}
	if len(seen) != 2*writers*acts || !seen[1] || !seen[2*writers*acts] {
		t.Errorf("%d different numbers for %d records", len(seen), 2*writers*acts)
	}
}

// contend appends to a stream that all want, until it is the first.
func contend(t *testing.T, log store.Log) {
	for {
		last, _, err := log.Last("shared")
		if err != nil {
			t.Error(err)
			return
		}
		_, err = log.Append(store.Append{Stream: "shared", Expect: last.Seq, Bodies: [][]byte{[]byte("x")}})
		if err == nil {
			return
		}
		if !errors.Is(err, store.ErrConflict) {
			t.Error(err)
			return
		}
	}
}

func closed(t *testing.T, log store.Log) {
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	_, appended := log.Append(store.Append{Stream: "a", Bodies: [][]byte{nil}})
	_, _, last := log.Last("a")
	_, streams := log.Streams()
	_, due := log.Due(0)
	_, blob := log.Blob(store.Digest(nil))
	_, _, key := log.Key("a", "k")
	_, verified := log.Verify()
	var read error
	for _, read = range log.Read("a", 1) {
	}
	_, _, _, state := log.State("a")
	_, tree := log.Tree()
	_, hashes := log.ReadHashes([]int64{0})
	var order error
	for _, order = range log.Order(1) {
	}
	all := []error{appended, last, streams, due, blob, key, verified, read, state, log.DropStates(), tree, hashes, order, log.Close()}
	for i, err := range all {
		if !errors.Is(err, store.ErrClosed) {
			t.Errorf("call %d on a closed store gives %v", i, err)
		}
	}
}
