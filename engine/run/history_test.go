package run_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"concordat/engine/run"
	"concordat/store"
	"concordat/store/bolt"
	"concordat/store/mem"
)

// Histories of every format are kept and must replay for ever: a red test means
// that a new version is needed, never that the files are written anew.
//
//	testdata/history/v1/NAME/records.jsonl   the records of a store, in order
//	testdata/history/v1/NAME/blobs/DIGEST    the files kept with them
const histories = "../../testdata/history"

// A history is written once, from a store: go test ./engine/run -run Histories -from demo/ipsa.db -into v1/two-years
var (
	from = flag.String("from", "", "a store to keep the history of, seen from the top of the repository")
	into = flag.String("into", "", "where to keep it, in testdata/history")
)

// kept is a record as a history holds it.
type kept struct {
	Stream string          `json:"stream"`
	Key    string          `json:"key,omitempty"`
	Body   json.RawMessage `json:"body"`
}

func TestHistoriesReplay(t *testing.T) {
	if *from != "" {
		keep(t, filepath.Join("../..", *from), filepath.Join(histories, *into))
	}
	all, err := filepath.Glob(filepath.Join(histories, "v*", "*", "records.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no history is kept")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(cores)
		for _, path := range all {
			t.Run(fmt.Sprintf("%s on %d", filepath.Base(filepath.Dir(path)), cores), func(t *testing.T) { replayed(t, path) })
		}
	}
}

func replayed(t *testing.T, path string) {
	log := mem.New()
	blobs := map[string][]byte{}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "blobs", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if blobs[filepath.Base(f)], err = os.ReadFile(f); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	last := map[string]uint64{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var k kept
		if err := json.Unmarshal(lines.Bytes(), &k); err != nil {
			t.Fatal(err)
		}
		add := store.Append{Stream: k.Stream, Expect: last[k.Stream], Bodies: [][]byte{k.Body}, Key: k.Key, Blobs: blobs}
		if _, err := log.Append(add); err != nil {
			t.Fatal(err)
		}
		last[k.Stream]++
		blobs = nil
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	shell := run.Open(log, func() time.Time { return time.Date(2030, 1, 1, 12, 0, 0, 0, time.UTC) })
	for name, seq := range last {
		a, err := shell.Load(name)
		if err != nil || a.Seq != seq {
			t.Errorf("%s replays to event %d of %d: %v", name, a.Seq, seq, err)
		}
		resumes(t, shell, name)
	}
}

// keep writes the history of a store.
func keep(t *testing.T, path, into string) {
	t.Helper()
	log, err := bolt.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	if err := os.MkdirAll(filepath.Join(into, "blobs"), 0o755); err != nil {
		t.Fatal(err)
	}
	streams, err := log.Streams()
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	for _, stream := range streams {
		for rec, err := range log.Read(stream, 1) {
			if err != nil {
				t.Fatal(err)
			}
			line, err := json.Marshal(kept{Stream: stream, Key: rec.Key, Body: rec.Body})
			if err != nil {
				t.Fatal(err)
			}
			out = append(append(out, line...), '\n')
			keepBlobs(t, log, rec.Body, into)
		}
	}
	if err := os.WriteFile(filepath.Join(into, "records.jsonl"), out, 0o644); err != nil {
		t.Fatal(err)
	}
}

// keepBlobs writes the files that a record names: of the text, or of one that is proposed.
func keepBlobs(t *testing.T, log store.Log, body []byte, into string) {
	t.Helper()
	type text struct{ Words, Machine string }
	var of struct {
		Text  text
		Event struct{ Event struct{ Text text } }
	}
	if err := json.Unmarshal(body, &of); err != nil {
		t.Fatal(err)
	}
	proposed := of.Event.Event.Text
	for _, digest := range []string{of.Text.Words, of.Text.Machine, proposed.Words, proposed.Machine} {
		if digest == "" {
			continue
		}
		bytes, err := log.Blob(digest)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(into, "blobs", digest), bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
