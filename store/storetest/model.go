package storetest

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concordat/store"
)

// plain is the contract in its simplest form.
type plain struct {
	streams map[string][]string // lines as contents writes them
	due     map[string]int32
	keys    map[string]uint64
	global  int
}

func (p *plain) append(a store.Append) error {
	if seq, ok := p.keys[a.Stream+" "+a.Key]; ok && a.Key != "" {
		return &store.RecordedError{Stream: a.Stream, Key: a.Key, Seq: seq}
	}
	if a.Expect != uint64(len(p.streams[a.Stream])) {
		return store.ErrConflict
	}
	if a.Key != "" {
		p.keys[a.Stream+" "+a.Key] = a.Expect + 1
	}
	for i, body := range a.Bodies {
		p.global++
		p.streams[a.Stream] = append(p.streams[a.Stream], line(a.Stream, a.Expect+uint64(i)+1, uint64(p.global), body))
	}
	delete(p.due, a.Stream)
	if a.Due != nil {
		p.due[a.Stream] = *a.Due
	}
	return nil
}

func (p *plain) contents() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(p.streams)) {
		for _, line := range p.streams[name] {
			b.WriteString(line)
		}
	}
	rows := slices.Collect(maps.Keys(p.due))
	slices.SortFunc(rows, func(x, y string) int {
		if p.due[x] != p.due[y] {
			return int(p.due[x]) - int(p.due[y])
		}
		return strings.Compare(x, y)
	})
	for _, name := range rows {
		fmt.Fprintf(&b, "due %d %s\n", p.due[name], name)
	}
	return b.String()
}

var acts = rapid.Custom(func(t *rapid.T) store.Append {
	return store.Append{
		Stream: rapid.SampledFrom([]string{"a", "a-b", "a b", "b", "é"}).Draw(t, "stream"),
		Expect: rapid.Uint64Range(0, 4).Draw(t, "expect"),
		Bodies: rapid.SliceOfN(rapid.SliceOfN(rapid.Byte(), 0, 300), 1, 3).Draw(t, "bodies"),
		Due:    rapid.Ptr(rapid.Int32Range(-3, 3), true).Draw(t, "due"),
		Key:    rapid.SampledFrom([]string{"", "", "k", "l"}).Draw(t, "key"),
	}
})

// model plays random acts on the store and on the plain form of the contract.
func model(t *testing.T, open func(*testing.T) store.Log) {
	rapid.Check(t, func(rt *rapid.T) {
		log := open(t)
		defer log.Close()
		p := &plain{streams: map[string][]string{}, due: map[string]int32{}, keys: map[string]uint64{}}
		for _, act := range rapid.SliceOfN(acts, 1, 12).Draw(rt, "acts") {
			if rapid.IntRange(0, 3).Draw(rt, "known") > 0 { // most acts come from a caller that has read the stream
				act.Expect = uint64(len(p.streams[act.Stream]))
			}
			_, err := log.Append(act)
			want := p.append(act)
			if fmt.Sprint(err) != fmt.Sprint(want) || errors.Is(err, store.ErrConflict) != errors.Is(want, store.ErrConflict) {
				rt.Fatalf("Append gives %v, want %v", err, want)
			}
		}
		if got, want := contents(t, log), p.contents(); got != want {
			rt.Fatalf("the store holds\n%s\nwant\n%s", got, want)
		}
		if report := verify(t, log); report.Records != uint64(p.global) || report.Streams != uint64(len(p.streams)) {
			rt.Fatalf("report %+v", report)
		}
	})
}

func line(stream string, seq, global uint64, body []byte) string {
	return fmt.Sprintf("%s %d %d %s\n", stream, seq, global, body)
}

// contents writes all streams and due rows as text.
func contents(t *testing.T, log store.Log) string {
	t.Helper()
	var b strings.Builder
	names, err := log.Streams()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for r, err := range log.Read(name, 1) {
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(line(r.Stream, r.Seq, r.Global, r.Body))
		}
	}
	rows, err := log.Due(math.MaxInt32)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		fmt.Fprintf(&b, "due %d %s\n", row.Day, row.Stream)
	}
	return b.String()
}

func add(t *testing.T, log store.Log, act store.Append) []store.Record {
	t.Helper()
	records, err := log.Append(act)
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != len(act.Bodies) {
		t.Fatalf("%d records for %d events", len(records), len(act.Bodies))
	}
	return records
}

// refuse demands an error (that error, when one is named) and no change.
func refuse(t *testing.T, log store.Log, act store.Append, want error) {
	t.Helper()
	before := contents(t, log)
	_, err := log.Append(act)
	if err == nil || want != nil && !errors.Is(err, want) {
		t.Errorf("Append gives %v, want %v", err, want)
	}
	if after := contents(t, log); after != before {
		t.Errorf("the refused act changed the store to\n%s", after)
	}
}

func verify(t *testing.T, log store.Log) store.Report {
	t.Helper()
	report, err := log.Verify()
	if err != nil {
		t.Fatal(err)
	}
	if tree, err := log.Tree(); err != nil || tree != report.Tree || tree.N != int64(report.Records) {
		t.Fatalf("the tree is %+v, %v, and verified is %+v", tree, err, report.Tree)
	}
	return report
}
