package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"concordat/store"
)

// A backup is taken while acts go on, is one moment of the store, and leaves
// nothing else behind.
func TestBackupWhileActsGoOn(t *testing.T) {
	path := newPath(t)
	log := create(t, path)
	defer log.Close()
	stop, done := make(chan bool), make(chan uint64)
	go func() {
		var seq uint64
		for {
			select {
			case <-stop:
				done <- seq
				return
			default:
			}
			if err := appendOne(log, 1, seq+1); err != nil {
				t.Error(err)
			}
			seq++
		}
	}()
	var last store.Report
	for n := range 20 {
		to := filepath.Join(t.TempDir(), fmt.Sprint(n))
		report, err := log.Backup(to)
		if err != nil {
			t.Fatal(err)
		}
		if report.Records < last.Records {
			t.Errorf("backup %d holds %d events, the one before %d", n, report.Records, last.Records)
		}
		last = report
		if got, err := everything(to); err != nil || got == "" {
			t.Errorf("backup %d: %v", n, err)
		}
		if files, err := os.ReadDir(filepath.Dir(to)); err != nil || len(files) != 1 {
			t.Errorf("beside the backup stand %v, %v", files, err)
		}
		if _, err := log.Backup(to); !errors.Is(err, fs.ErrExist) {
			t.Errorf("over a backup: %v", err)
		}
	}
	close(stop)
	if acts := <-done; acts == 0 {
		t.Error("no act went on")
	}
}

func TestRestore(t *testing.T) {
	path := small(t)
	log := reopen(t, path)
	backup := path + ".backup"
	taken, err := log.Backup(backup)
	if err != nil {
		t.Fatal(err)
	}
	agree := func(store.Log) error { return nil }
	if _, _, err := Restore(backup, path, agree); !errors.As(err, new(*store.BusyError)) {
		t.Errorf("over a store in use: %v", err)
	}
	add := store.Append{Stream: "late", Bodies: [][]byte{[]byte("after the backup")}}
	if _, err := log.Append(add); err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	no := errors.New("older than what is there")
	if _, kept, err := Restore(backup, path, func(store.Log) error { return no }); !errors.Is(err, no) || kept != "" {
		t.Errorf("refused: %q, %v", kept, err)
	}
	if l := reopen(t, path); l.Close() != nil {
		t.Error("the refused backup harmed the store")
	}
	report, kept, err := Restore(backup, path, agree)
	if err != nil || report != taken {
		t.Fatalf("restored: %+v, %v; want %+v", report, err, taken)
	}
	for where, streams := range map[string]int{path: 2, kept: 3} {
		l := reopen(t, where)
		if names, err := l.Streams(); err != nil || len(names) != streams {
			t.Errorf("%s holds %v, %v", where, names, err)
		}
		l.Close()
	}
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	if _, kept, err := Restore(backup, fresh, agree); err != nil || kept != "" {
		t.Errorf("to a new place: %q, %v", kept, err)
	}
	if err := os.WriteFile(fresh, []byte("lost"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, kept, err := Restore(backup, fresh, agree); err != nil || kept != fresh+".before-restore-1" {
		t.Errorf("over a damaged store: %q, %v", kept, err)
	}
	var damaged *store.NotAStoreError
	if _, _, err := Restore(kept+"x", fresh, agree); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("from nothing: %v", err)
	}
	if _, _, err := Restore(fresh+".before-restore-1", fresh, agree); !errors.As(err, &damaged) {
		t.Errorf("from a damaged file: %v", err)
	}
}
