package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// tree grows a store and proves every record in the tree of every size.
func tree(t *testing.T, log store.Log) {
	const records = 23
	var leaves []byte // as an independent reader would hold them
	for n := range uint64(records) {
		added := add(t, log, store.Append{Stream: fmt.Sprint("s", n%3), Expect: n / 3, Bodies: [][]byte{{byte(n)}}})
		leaves = append(leaves, added[0].Hash[:]...)
		now, err := log.Tree()
		if err != nil || now.N != int64(n+1) {
			t.Fatalf("after %d records the tree is %+v, %v", n+1, now, err)
		}
		for i := range int64(n + 1) {
			proof, err := tlog.ProveRecord(now.N, i, log)
			if err != nil {
				t.Fatal(err)
			}
			if err := tlog.CheckRecord(proof, now.N, now.Hash, i, tlog.RecordHash(leaves[32*i:32*i+32])); err != nil {
				t.Errorf("record %d in a tree of %d: %v", i, now.N, err)
			}
		}
	}
	verify(t, log)
	for _, from := range []uint64{0, 1, 7, records, records + 1} {
		next := max(from, 1)
		for p, err := range log.Order(from) {
			want := store.Place{Global: next, Stream: fmt.Sprint("s", (next-1)%3), Seq: (next-1)/3 + 1, Hash: [32]byte(leaves[32*(next-1):])}
			if err != nil || p != want {
				t.Fatalf("in the order from %d: %+v, %v; want %+v", from, p, err, want)
			}
			next++
		}
		if next != records+1 && from <= records {
			t.Errorf("the order from %d ends before %d", from, next)
		}
	}
}

func appendAll(t *testing.T, log store.Log) {
	one := func(stream string, expect uint64) store.Append {
		return store.Append{Stream: stream, Expect: expect, Bodies: [][]byte{[]byte(stream)}}
	}
	acts := []store.Append{one("a", 0), one("b", 0), one("a", 1), one("a", 1), {Stream: "c"}, one("d", 0)}
	const late, invalid = 3, 4
	results := log.AppendAll(acts)
	for i, r := range results {
		if (r.Err != nil) != (i == late || i == invalid) || (r.Records == nil) != (r.Err != nil) {
			t.Errorf("act %d gives %+v", i, r)
		}
	}
	if !errors.Is(results[late].Err, store.ErrConflict) {
		t.Errorf("the late act gives %v", results[late].Err)
	}
	if got, want := contents(t, log), "a 1 1 a\na 2 3 a\nb 1 2 b\nd 1 4 d\n"; got != want {
		t.Errorf("holds\n%s\nwant\n%s", got, want)
	}
	if got := log.AppendAll(nil); len(got) != 0 {
		t.Errorf("no acts give %v", got)
	}
	many := make([]store.Append, 1300) // more than go into one commit
	for i := range many {
		many[i] = one("many", uint64(i))
	}
	for i, r := range log.AppendAll(many) {
		if r.Err != nil || r.Records[0].Seq != uint64(i)+1 {
			t.Fatalf("act %d of many gives %+v", i, r)
		}
	}
	verify(t, log)
}

func states(t *testing.T, log store.Log) {
	want := func(stream string, at uint64, content string) {
		t.Helper()
		seq, state, ok, err := log.State(stream)
		if err != nil || ok != (content != "") || ok && (seq != at || string(state) != content) {
			t.Errorf("the state of %s is %q after %d, %v, %v; want %q after %d", stream, state, seq, ok, err, content, at)
		}
	}
	want("a", 0, "")
	given := []byte("two events")
	add(t, log, store.Append{Stream: "a", Bodies: [][]byte{nil, nil}, State: given})
	copy(given, "xxx")
	add(t, log, store.Append{Stream: "b", Bodies: [][]byte{nil}})
	want("a", 2, "two events")
	want("b", 0, "")
	add(t, log, store.Append{Stream: "a", Expect: 2, Bodies: [][]byte{nil}})
	want("a", 2, "two events")
	refuse(t, log, store.Append{Stream: "a", Expect: 2, Bodies: [][]byte{nil}, State: []byte("late")}, store.ErrConflict)
	big := bytes.Repeat([]byte("big"), 20_000)
	add(t, log, store.Append{Stream: "a", Expect: 3, Bodies: [][]byte{nil}, State: big})
	want("a", 4, string(big))
	verify(t, log)
	if err := log.DropStates(); err != nil {
		t.Fatal(err)
	}
	want("a", 0, "")
	add(t, log, store.Append{Stream: "a", Expect: 4, Bodies: [][]byte{nil}, State: []byte("again")})
	want("a", 5, "again")
	verify(t, log)
}
