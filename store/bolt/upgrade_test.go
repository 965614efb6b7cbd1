package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// older is a store of an older format, as the program wrote it that knew no newer.
func older(t *testing.T, name string) (path string, kept []byte) {
	t.Helper()
	kept, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	path = newPath(t)
	if err := os.WriteFile(path, kept, 0o600); err != nil {
		t.Fatal(err)
	}
	return path, kept
}

// contents opens a store for reading only, verifies it and writes all it holds.
func contents(t *testing.T, path string) (store.Report, string) {
	t.Helper()
	log, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	report, err := log.Verify()
	if err != nil {
		t.Fatal(err)
	}
	tree, err := log.Tree()
	if err != nil || tree != report.Tree {
		t.Errorf("the tree is %+v, %v; verified: %+v", tree, err, report.Tree)
	}
	var text strings.Builder
	for _, name := range []string{"ipsa", "agreement-1"} {
		seq, state, ok, err := log.State(name)
		fmt.Fprintln(&text, name, seq, string(state), ok, err)
	}
	if err := dump(&text, log); err != nil {
		t.Fatal(err)
	}
	for p, err := range log.Order(1) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&text, p.Global, p.Stream, p.Seq)
	}
	return report, text.String()
}

// A store of an older format is read as it is, and has the tables of this one from
// the first opening for writing.
func TestOlderFormats(t *testing.T) {
	for name, c := range map[string]struct {
		records int64
		state   string
	}{"format1.db": {6, "ipsa 0  false <nil>"}, "format2.db": {95, "ipsa 4 as it stands true <nil>"}} {
		t.Run(name, func(t *testing.T) {
			path, kept := older(t, name)
			before, held := contents(t, path)
			if before.Tree.N != c.records {
				t.Errorf("it has %d records", before.Tree.N)
			}
			if !strings.HasPrefix(held, c.state+"\n") {
				t.Errorf("its states are not %q:\n%s", c.state, held)
			}
			if now, _ := os.ReadFile(path); !bytes.Equal(now, kept) {
				t.Error("reading it changed it")
			}
			if err := reopen(t, path).Close(); err != nil {
				t.Fatal(err)
			}
			after, holds := contents(t, path)
			if after != before || holds != held {
				t.Errorf("it now holds %+v\n%s\nwhere it held %+v\n%s", after, holds, before, held)
			}
			log := reopen(t, path)
			if _, err := log.Append(store.Append{Stream: "ipsa", Expect: 4, Bodies: [][]byte{[]byte("more")}}); err != nil {
				t.Error(err)
			}
			if err := log.Close(); err != nil {
				t.Fatal(err)
			}
			if report, _ := contents(t, path); report.Tree.N != c.records+1 {
				t.Errorf("after one more act: %+v", report)
			}
		})
	}
}

// What interrupts the way to this format leaves a store that holds the same, and
// that goes on with it at the next opening.
func TestUpgradeInterrupted(t *testing.T) {
	path, _ := older(t, "format2.db")
	before, held := contents(t, path)
	for moved := range 12 {
		log, err := open(path, false, false)
		if err != nil {
			t.Fatal(err)
		}
		err = log.db.Update(func(tx *bbolt.Tx) error {
			if err := relay(tx); err != nil {
				return err
			}
			more, err := moveStreams(tx, 1)
			if more != (moved < 11) {
				t.Errorf("after %d streams are moved there are more: %v", moved+1, more)
			}
			return err
		})
		if err := errors.Join(err, log.Close()); err != nil {
			t.Fatal(err)
		}
		if report, holds := contents(t, path); report != before || holds != held {
			t.Fatalf("after %d streams are moved it holds %+v\n%s\nwhere it held %+v\n%s", moved+1, report, holds, before, held)
		}
		if report, holds := goesOn(t, path); report != before || holds != held {
			t.Fatalf("gone on with after %d it holds %+v\n%s\nwhere it held %+v\n%s", moved+1, report, holds, before, held)
		}
	}
}

// goesOn opens a copy of a store whose upgrade was interrupted.
func goesOn(t *testing.T, path string) (store.Report, string) {
	t.Helper()
	so, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other := newPath(t)
	if err := os.WriteFile(other, so, 0o600); err != nil {
		t.Fatal(err)
	}
	log := reopen(t, other)
	err = log.db.View(func(tx *bbolt.Tx) error {
		if tx.Bucket(streamsBucket) != nil {
			t.Error("the old table of streams is left")
		}
		return nil
	})
	if err := errors.Join(err, log.Close()); err != nil {
		t.Fatal(err)
	}
	return contents(t, other)
}

// Tables of an older format are proved as well.
func TestOldTablesAltered(t *testing.T) {
	for name, c := range map[string]struct {
		tamper func(streams *bbolt.Bucket) error
		want   string
	}{
		"a stream forgotten": {func(b *bbolt.Bucket) error { return b.Delete([]byte("other")) }, "event 1 of other is not what was recorded: nothing was recorded under this number"},
		"a stream invented":  {func(b *bbolt.Bucket) error { return b.Put([]byte("x"), stream{last: 1}.encode()) }, "the table of streams has 12 rows where the events call for 11"},
		"a stream cut short": {func(b *bbolt.Bucket) error { return b.Put([]byte("other"), []byte("no")) }, "the row that says where other ends cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := older(t, "format2.db")
			log, err := open(path, false, false)
			if err != nil {
				t.Fatal(err)
			}
			defer log.Close()
			if err := log.db.Update(func(tx *bbolt.Tx) error { return c.tamper(tx.Bucket(streamsBucket)) }); err != nil {
				t.Fatal(err)
			}
			if _, err := log.Verify(); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Verify gives %v, want %q", err, c.want)
			}
		})
	}
}
