package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"concordat/store"
)

var evidence = []byte("the letter that was filed")

// small is a store with a little of everything, closed.
func small(t testing.TB) (path string) {
	t.Helper()
	path = newPath(t)
	log := create(t, path)
	day := int32(16_526)
	for i, act := range []store.Append{
		{Stream: "ipsa", Bodies: [][]byte{[]byte("signed"), []byte("in force")}, Due: &day, Key: "sign-1"},
		{Stream: "other", Bodies: [][]byte{[]byte("signed")}},
		{Stream: "ipsa", Expect: 2, Bodies: [][]byte{[]byte("returned " + strings.Repeat("23 ", 100))}, Due: &day, Key: "kpi-1"},
		{Stream: "ipsa", Expect: 3, Bodies: [][]byte{[]byte("paid")}, Due: &day, State: []byte("as it stands"), Blobs: map[string][]byte{store.Digest(evidence): evidence}},
	} {
		if _, err := log.Append(act); err != nil {
			t.Fatalf("act %d: %v", i, err)
		}
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// large is a store whose tables have trees of their own, closed.
func large(t testing.TB) (path string) {
	t.Helper()
	path = newPath(t)
	log := create(t, path)
	for i := range 36 {
		day := int32(i)
		act := store.Append{Stream: fmt.Sprintf("agreement-%03d", i%12), Expect: uint64(i / 12 * 2), Due: &day, Key: fmt.Sprint("key", i)}
		act.Bodies = [][]byte{[]byte(strings.Repeat("words ", i*i%97)), []byte("more")}
		if _, err := log.Append(act); err != nil {
			t.Fatal(err)
		}
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// shrunk is a copy of a store with pages of 512 bytes, so that few bytes hold
// every kind of page.
func shrunk(t testing.TB, path string) string {
	t.Helper()
	from, err := bbolt.Open(path, 0, &bbolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	small := newPath(t)
	to, err := bbolt.Open(small, 0o600, &bbolt.Options{PageSize: 512, NoFreelistSync: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(bbolt.Compact(to, from, 0), from.Close(), to.Close()); err != nil {
		t.Fatal(err)
	}
	log := reopen(t, small)
	_, err = log.Append(store.Append{Stream: "last", Bodies: [][]byte{[]byte("one more")}})
	if err := errors.Join(err, log.Close()); err != nil {
		t.Fatal(err)
	}
	return small
}

// everything opens a store, verifies it and writes all it holds as text.
func everything(path string) (string, error) {
	log, err := Open(path)
	if err != nil {
		return "", err
	}
	var text strings.Builder
	report, err := log.Verify()
	if err == nil {
		fmt.Fprintf(&text, "%+v\n", report)
		err = dump(&text, log)
	}
	return text.String(), errors.Join(err, log.Close())
}

func dump(text *strings.Builder, log *Log) error {
	names, err := log.Streams()
	if err != nil {
		return err
	}
	for _, name := range names {
		for r, err := range log.Read(name, 1) {
			if err != nil {
				return err
			}
			seq, ok, err := log.Key(name, r.Key)
			if err != nil {
				return err
			}
			fmt.Fprintln(text, r.Stream, r.Seq, r.Global, r.Key, string(r.Body), seq, ok)
		}
	}
	rows, err := log.Due(math.MaxInt32)
	if err != nil {
		return err
	}
	content, err := log.Blob(store.Digest(evidence))
	if errors.Is(err, store.ErrNotFound) {
		err = nil
	}
	fmt.Fprintln(text, rows, string(content))
	return err
}

// plainWords refuses an error that is not one of ours.
func plainWords(t *testing.T, what string, err error) {
	t.Helper()
	for _, kind := range []any{
		new(*store.DamagedError), new(*store.CorruptError), new(*store.NotAStoreError), new(*store.FormatError),
	} {
		if errors.As(err, kind) {
			if strings.Contains(err.Error(), "while it was open") {
				t.Errorf("%s: found only by a panic: %v", what, err)
			}
			return
		}
	}
	t.Errorf("%s: %T: %v", what, err, err)
}

// Every byte of a store is altered in turn: either the store says so, or it
// holds exactly what it held.
func TestByteFlips(t *testing.T) {
	for name, c := range map[string]struct {
		path string
		step int // 1: every byte; 17: every place of an entry in one page or another
	}{
		"small": {small(t), 1},
		"large": {large(t), 17},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := shrunk(t, c.path)
			want, err := everything(path)
			if err != nil {
				t.Fatal(err)
			}
			whole, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			file, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			altered, reported := 0, 0
			used := bytes.TrimRight(whole, "\x00") // beyond lies room to grow
			for at := 0; at < len(used); at += c.step {
				b := used[at]
				altered++
				poke(t, file, at, b^byte(1<<(at%8)))
				got, err := everything(path)
				switch {
				case err != nil:
					reported++
					plainWords(t, fmt.Sprintf("byte %d altered", at), err)
				case got != want:
					t.Fatalf("byte %d altered: unseen, and the store now holds\n%s\nwhere it held\n%s", at, got, want)
				}
				poke(t, file, at, b)
			}
			t.Logf("%d bytes altered, %d reported, the rest harmless", altered, reported)
		})
	}
}

func poke(t *testing.T, file *os.File, at int, b byte) {
	t.Helper()
	if _, err := file.WriteAt([]byte{b}, int64(at)); err != nil {
		t.Fatal(err)
	}
}

func TestTruncations(t *testing.T) {
	path := shrunk(t, large(t))
	want, err := everything(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	reported := 0
	for length := info.Size(); length >= 0; length -= 127 {
		if err := os.Truncate(path, length); err != nil {
			t.Fatal(err)
		}
		got, err := everything(path)
		switch {
		case err != nil:
			reported++
			plainWords(t, fmt.Sprintf("cut to %d bytes", length), err)
		case got != want:
			t.Fatalf("cut to %d of %d bytes: unseen, and the store holds something else", length, info.Size())
		}
	}
	if reported == 0 {
		t.Error("no cut was reported")
	}
}

// A file that shrinks under its memory map is a fault in a page, not an end of
// the program.
func TestCutWhileOpen(t *testing.T) {
	path := large(t)
	log := reopen(t, path)
	if err := os.Truncate(path, 8192); err != nil {
		t.Fatal(err)
	}
	_, _, read := log.Last("agreement-001")
	_, appended := log.Append(store.Append{Stream: "new", Bodies: [][]byte{nil}})
	_, verified := log.Verify()
	for what, err := range map[string]error{"Last": read, "Append": appended, "Verify": verified} {
		var damaged *store.DamagedError
		if !errors.As(err, &damaged) {
			t.Errorf("%s gives %v", what, err)
		}
	}
	if _, err := log.Append(store.Append{Stream: "new", Bodies: [][]byte{nil}}); !errors.Is(err, store.ErrStopped) {
		t.Errorf("the next append gives %v", err)
	}
	if err := log.Close(); err != nil {
		t.Error(err)
	}
}
