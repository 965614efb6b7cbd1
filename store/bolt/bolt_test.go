package bolt

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"concordat/store"
	"concordat/store/storetest"
)

func TestLog(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Log { return create(t, newPath(t)) })
}

func TestKept(t *testing.T) {
	storetest.Kept(t, func(t *testing.T) (store.Log, func() store.Log) {
		path := newPath(t)
		log := create(t, path)
		return log, func() store.Log {
			if err := log.Close(); err != nil {
				t.Fatal(err)
			}
			return reopen(t, path)
		}
	})
}

func newPath(t testing.TB) string { return filepath.Join(t.TempDir(), "ipsa.db") }

func create(t testing.TB, path string) *Log {
	t.Helper()
	log, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func reopen(t testing.TB, path string) *Log {
	t.Helper()
	log, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func TestCreateLeavesWhatIsThere(t *testing.T) {
	path := newPath(t)
	if err := os.WriteFile(path, []byte("a letter"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Create over a file gives %v", err)
	}
	// The file may come between the first look and the last step.
	draft, err := build(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := publish(draft, path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("publish over a file gives %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "a letter" {
		t.Errorf("the file is now %q", got)
	}
}

func TestCreationInterrupted(t *testing.T) {
	path := newPath(t)
	if _, err := build(path); err != nil { // all but the last step, then nothing
		t.Fatal(err)
	}
	var none *store.NoStoreError
	if _, err := Open(path); !errors.As(err, &none) {
		t.Errorf("after an interrupted creation Open gives %v", err)
	}
	create(t, path).Close()
	reopen(t, path).Close()
}

func TestCreateLeavesNoDraft(t *testing.T) {
	path := newPath(t)
	create(t, path).Close()
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 1 {
		t.Errorf("the folder holds %v, %v", files, err)
	}
}

func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	other := filepath.Join(folder, "other.db")
	db, err := bbolt.Open(other, 0o600, &bbolt.Options{NoFreelistSync: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(func(*bbolt.Tx) error { return nil }), db.Close()); err != nil {
		t.Fatal(err)
	}
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		path string
		as   any
		want string
	}{
		{filepath.Join(folder, "none.db"), new(*store.NoStoreError), "there is no store at "},
		{folder, new(*store.NotAStoreError), "is not a store of agreements: it is not a file"},
		{file("empty.db", ""), new(*store.NotAStoreError), "it is empty"},
		{file("letter.db", strings.Repeat("Dear Sir, ", 5000)), new(*store.NotAStoreError), "its first bytes are not"},
		{other, new(*store.NotAStoreError), "it was made by another program"},
	} {
		_, err := Open(c.path)
		if !errors.As(err, c.as) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open(%s) gives %v, want %q", c.path, err, c.want)
		}
	}
	if info, err := os.Stat(filepath.Join(folder, "empty.db")); err != nil || info.Size() != 0 {
		t.Errorf("opening wrote to the empty file: %v, %v", info, err)
	}
}

func TestNewerFormat(t *testing.T) {
	path := newPath(t)
	log := create(t, path)
	newer := func(tx *bbolt.Tx) error {
		// A newer format need not have the tables of this one.
		return errors.Join(tx.Bucket(metaBucket).Put(formatRow, number(Format+1)), tx.DeleteBucket(dueBucket))
	}
	if err := errors.Join(log.db.Update(newer), log.Close()); err != nil {
		t.Fatal(err)
	}
	var format *store.FormatError
	_, err := Open(path)
	if !errors.As(err, &format) || err.Error() != "ipsa.db was written by a newer program, in format 4; this one knows up to 3: open it with the newer one" {
		t.Errorf("Open gives %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	path := newPath(t)
	log := create(t, path)
	if _, err := log.Append(store.Append{Stream: "a", Bodies: [][]byte{[]byte("one")}}); err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	one, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer one.Close()
	two, err := OpenReadOnly(path)
	if err != nil {
		t.Fatalf("a second reader: %v", err)
	}
	defer two.Close()
	if r, ok, err := two.Last("a"); err != nil || !ok || string(r.Body) != "one" {
		t.Errorf("Last = %+v, %v, %v", r, ok, err)
	}
	if _, err := two.Verify(); err != nil {
		t.Error(err)
	}
	if _, err := one.Append(store.Append{Stream: "a", Expect: 1, Bodies: [][]byte{nil}}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Append gives %v", err)
	}
}

func TestStopsAfterAFailedCommit(t *testing.T) {
	path := newPath(t)
	log := create(t, path)
	if _, err := log.Append(store.Append{Stream: "a", Bodies: [][]byte{[]byte("one")}}); err != nil {
		t.Fatal(err)
	}
	log.db.MaxSize = 1 // the disk is full
	big := store.Append{Stream: "a", Expect: 1, Bodies: [][]byte{make([]byte, 1<<20)}}
	if _, err := log.Append(big); err == nil {
		t.Fatal("the append was kept on a full disk")
	}
	log.db.MaxSize = 0
	if _, err := log.Append(big); !errors.Is(err, store.ErrStopped) {
		t.Errorf("the next append gives %v", err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	log = reopen(t, path)
	defer log.Close()
	if _, err := log.Verify(); err != nil {
		t.Error(err)
	}
	if _, err := log.Append(big); err != nil {
		t.Error(err)
	}
}
