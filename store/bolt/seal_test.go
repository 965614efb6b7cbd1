package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"concordat/store"
)

// isSealed asks a file that nobody has open.
func isSealed(t *testing.T, path string) bool {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	newest, err := newestHeader(path, file)
	if err != nil {
		t.Fatal(err)
	}
	_, ok := sealed(file, newest)
	return ok
}

// A store that is closed in good order is sealed, one that is written to or has lost
// its writer is not; whichever it is, it opens and holds the same.
func TestSeal(t *testing.T) {
	path := large(t)
	if !isSealed(t, path) {
		t.Error("closed in good order, it has no seal")
	}
	log := reopen(t, path)
	if !isSealed(t, path) {
		t.Error("opened and not written to, it has lost its seal")
	}
	if _, err := log.Append(store.Append{Stream: "new", Bodies: [][]byte{[]byte("one")}}); err != nil {
		t.Fatal(err)
	}
	if isSealed(t, path) {
		t.Error("written to, it still has its seal")
	}
	bytesThen, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	lost := newPath(t)
	if err := os.WriteFile(lost, bytesThen, 0o600); err != nil {
		t.Fatal(err)
	}
	whole, err1 := everything(path)
	again, err2 := everything(lost)
	if err := errors.Join(err1, err2); err != nil || whole != again {
		t.Errorf("left by its writer it holds\n%s\nand closed\n%s\n%v", again, whole, err)
	}
}

// A seal is of one list of free pages: with another it counts for nothing, and a
// list that names a page in use is refused.
func TestFreeListAltered(t *testing.T) {
	path := large(t)
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	newest, err := newestHeader(path, file)
	if err != nil {
		t.Fatal(err)
	}
	list := int64(newest.freelist)*int64(newest.pageSize) + pageHeader
	if _, err := file.WriteAt(native.AppendUint64(nil, newest.root), list); err != nil {
		t.Fatal(err)
	}
	if isSealed(t, path) {
		t.Error("another list has the same seal")
	}
	_, err = Open(path)
	plainWords(t, "a list that names a page in use", err)
	if err == nil || !strings.Contains(err.Error(), "which is not free") {
		t.Errorf("it says %v", err)
	}
}

// Damage that comes to a sealed store at rest is not looked for when it opens; it
// shows to Verify, which names it without a panic, and no search goes in circles.
func TestDamageUnderTheSeal(t *testing.T) {
	for what, c := range map[string]struct{ was, is string }{
		"an event is altered":          {"words ", "sword "},
		"a stream has another's name":  {"agreement-007\x00", "agreement-001\x00"},
		"streams have changed places":  {"agreement-00", "bgreement-00"},
		"every stream's last is first": {"\xff\xff\xff\xff\xff\xff\xff\xff", "\x00\x00\x00\x00\x00\x00\x00\x00"},
	} {
		t.Run(what, func(t *testing.T) {
			path := large(t)
			whole, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for at := 2 * 4096; at < len(whole); at += 4096 {
				page := whole[at : at+4096]
				if native.Uint16(page[8:]) == leafKind {
					copy(page, bytes.ReplaceAll(page, []byte(c.was), []byte(c.is)))
				}
			}
			if err := os.WriteFile(path, whole, 0o600); err != nil {
				t.Fatal(err)
			}
			log, err := Open(path)
			if err != nil {
				t.Fatalf("it was not looked for, and yet: %v", err)
			}
			defer log.Close()
			_, err = log.Verify()
			plainWords(t, what, err)
			if _, err = log.Streams(); err != nil {
				plainWords(t, what, err)
			}
		})
	}
}

// A way through the branches that comes back to itself is seen before bbolt, under
// the seal too, follows it without end.
func TestWaysThatComeBack(t *testing.T) {
	path := shrunk(t, large(t))
	want, err := everything(path)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reported := 0
	for id := uint64(2); id < uint64(len(whole)/512); id++ {
		page := whole[id*512 : (id+1)*512]
		if native.Uint64(page) != id || native.Uint16(page[8:]) != branchKind {
			continue
		}
		for i := range int(native.Uint16(page[10:])) {
			altered := bytes.Clone(whole)
			native.PutUint64(altered[int(id)*512+pageHeader+i*elementSize+8:], id)
			if err := os.WriteFile(path, altered, 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := everything(path)
			if err == nil {
				if got != want {
					t.Fatalf("unseen, and the store holds\n%s", got)
				}
				continue // the page is not in use
			}
			reported++
			plainWords(t, fmt.Sprintf("page %d leads to itself", id), err)
		}
	}
	if reported < 10 {
		t.Errorf("only %d of them were reported", reported)
	}
}

// Free pages are on a list, and very many in a map; either way the store holds the
// same, and what was free is used again.
func TestManyFreePages(t *testing.T) {
	path := newPath(t)
	log := create(t, path)
	act := store.Append{Stream: "one", Bodies: [][]byte{[]byte("one")}, State: bytes.Repeat([]byte("s"), 4096*(manyFree+1000))}
	if _, err := log.Append(act); err != nil {
		t.Fatal(err)
	}
	if log.crowded {
		t.Error("a new store is taken for one with many free pages")
	}
	if err := errors.Join(log.DropStates(), log.Close()); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	log = reopen(t, path)
	if !log.crowded {
		t.Error("many free pages are on a list")
	}
	act.Expect, act.State = 1, act.State[:4096*manyFree]
	if _, err := log.Append(act); err != nil {
		t.Fatal(err)
	}
	if _, err := log.Verify(); err != nil {
		t.Error(err)
	}
	after, err := os.Stat(path)
	if err != nil || after.Size() > before.Size() {
		t.Errorf("%d bytes, and %d before: what was free is not used again (%v)", after.Size(), before.Size(), err)
	}
}
