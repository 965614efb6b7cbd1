package remote

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"concordat/store"
	"concordat/store/bolt"
	"concordat/store/storetest"
)

// pair is a store and its borrower; the socket's path is short enough wherever
// tests run.
func pair(t *testing.T) (*bolt.Log, *Lender, string) {
	t.Helper()
	folder, err := os.MkdirTemp("", "lend")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	log, err := bolt.Create(filepath.Join(folder, "s.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = log.Close() }) // some tests close it
	socket := filepath.Join(folder, "s.sock")
	lender, err := Lend(log, socket, func(error) {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lender.Close() })
	return log, lender, socket
}

func borrow(t *testing.T, socket string) *Log {
	t.Helper()
	log, err := Borrow(socket)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

// A borrowed store is a store.
func TestLog(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Log {
		_, _, socket := pair(t)
		return borrow(t, socket)
	})
}

func TestOnlyTheOwnerMayAsk(t *testing.T) {
	_, lender, socket := pair(t)
	info, err := os.Stat(socket)
	if err != nil || info.Mode().Perm() != 0o600 || info.Mode().Type() != os.ModeSocket {
		t.Errorf("the socket is %v, %v", info.Mode(), err)
	}
	if err := lender.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(filepath.Dir(socket))
	if err != nil || len(files) != 1 || files[0].Name() != "s.db" {
		t.Errorf("the closed lender leaves %v, %v", files, err)
	}
}

func TestNobodyAnswers(t *testing.T) {
	log, lender, socket := pair(t)
	dead := filepath.Join(filepath.Dir(socket), "dead.sock")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: dead, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dead, dead + ".none", filepath.Join(filepath.Dir(socket), "s.db")} {
		if _, err := Borrow(path); !errors.Is(err, ErrNobody) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if again, err := Lend(log, dead, func(error) {}); err != nil {
		t.Errorf("over a dead socket: %v", err)
	} else if err := again.Close(); err != nil {
		t.Error(err)
	}
	b := borrow(t, socket)
	defer b.Close()
	if err := lender.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Streams(); err == nil || !strings.Contains(err.Error(), "ended before it answered") {
		t.Errorf("after the server's end: %v", err)
	}
}

// The errors of the store come through in their kinds and words.
func TestErrorsComeThrough(t *testing.T) {
	kinds := []error{
		&store.RecordedError{Stream: "a", Key: "k", Seq: 3}, &store.InvalidError{Why: "w"}, &store.FormatError{Path: "p", Have: 9, Know: 2}, &store.BusyError{Path: "p"},
		&store.NoStoreError{Path: "p"}, &store.NotAStoreError{Path: "p", Why: "w"}, &store.DamagedError{Path: "p", Why: "w"},
		&store.CorruptError{Stream: "a", Seq: 1, Why: "w"}, errors.New("input/output error"),
	}
	for _, want := range append(kinds, plain...) {
		got := pass(fmt.Errorf("in front: %w", want)).error()
		if got.Error() != "in front: "+want.Error() {
			t.Errorf("%v comes through as %v", want, got)
		}
		if kind := errors.Unwrap(got); kind != nil && fmt.Sprintf("%T %v", kind, kind) != fmt.Sprintf("%T %v", want, want) {
			t.Errorf("%T comes through as %T", want, kind)
		} else if kind == nil && want.Error() != "input/output error" {
			t.Errorf("%T comes through without its kind", want)
		}
	}
}

func TestAnotherVersionIsTold(t *testing.T) {
	_, _, socket := pair(t)
	log := borrow(t, socket)
	defer log.Close()
	if _, err := log.ask(request{Op: opHello, Version: version + 1}); err == nil || !strings.Contains(err.Error(), "of another version") {
		t.Errorf("another version: %v", err)
	}
	if _, err := log.ask(request{Op: 99}); err == nil {
		t.Error("a question that nobody knows is answered")
	}
}

// Acts of many borrowers all count, and one that is refused is not a failure.
func TestManyBorrowers(t *testing.T) {
	log, _, socket := pair(t)
	var wait sync.WaitGroup
	for w := range 8 {
		wait.Go(func() {
			b, err := Borrow(socket)
			if err != nil {
				t.Error(err)
				return
			}
			defer b.Close()
			for n := range uint64(20) {
				if _, err := b.Append(store.Append{Stream: fmt.Sprint(w), Expect: n, Bodies: [][]byte{nil}}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	if report, err := log.Verify(); err != nil || report.Records != 160 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestBackupOverTheSocket(t *testing.T) {
	log, _, socket := pair(t)
	if _, err := log.Append(store.Append{Stream: "a", Bodies: [][]byte{nil}}); err != nil {
		t.Fatal(err)
	}
	b := borrow(t, socket)
	defer b.Close()
	path := filepath.Join(filepath.Dir(socket), "copy.db")
	if report, err := b.Backup(path); err != nil || report.Records != 1 {
		t.Errorf("%+v, %v", report, err)
	}
	if _, err := b.Backup(path); !errors.Is(err, os.ErrExist) {
		t.Errorf("over a backup: %v", err)
	}
}
