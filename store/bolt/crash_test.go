package bolt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// soak is how many times longer the long tests run; see the Makefile.
func soak() int {
	if os.Getenv("CONCORDAT_SOAK") != "" {
		return 20
	}
	return 1
}

// written is one write to the file, between two syncs.
type written struct {
	at   int64
	data []byte
}

// commit is what one act wrote. bbolt writes its pages, syncs, writes a header
// page, syncs (tx.go, write and writeMeta): what was written before a sync is on
// the disk whole, of what comes after it any part may be, in any order.
type commit struct {
	before []byte // the file before it, all on the disk
	pages  []written
	header []written
	acts   int // acknowledged before it
}

// onWrite puts a function in the place of the one with which bbolt writes. It is
// reached by reflection because bbolt keeps it to itself; no other way shows
// the writes that really happen.
func onWrite(t *testing.T, db *bbolt.DB, write func(b []byte, at int64, really func([]byte, int64) (int, error)) (int, error)) {
	t.Helper()
	field := reflect.ValueOf(db).Elem().FieldByName("ops").FieldByName("writeAt")
	if !field.IsValid() {
		t.Fatal("bbolt no longer writes through ops.writeAt: record its writes in another way")
	}
	place := (*func([]byte, int64) (int, error))(unsafe.Pointer(field.UnsafeAddr()))
	really := *place
	*place = func(b []byte, at int64) (int, error) { return write(b, at, really) }
}

// recorded runs acts on a store and keeps everything that it wrote.
func recorded(t *testing.T, path string, acts int) []commit {
	t.Helper()
	log := reopen(t, path)
	var commits []commit
	pageSize := int64(log.db.Info().PageSize)
	onWrite(t, log.db, func(b []byte, at int64, really func([]byte, int64) (int, error)) (int, error) {
		c := &commits[len(commits)-1]
		if c.before == nil {
			var err error
			if c.before, err = os.ReadFile(path); err != nil {
				return 0, err
			}
		}
		w := written{at: at, data: bytes.Clone(b)}
		if at < 2*pageSize {
			c.header = append(c.header, w)
		} else {
			c.pages = append(c.pages, w)
		}
		return really(b, at)
	})
	for n := range acts {
		commits = append(commits, commit{acts: n})
		if _, err := log.Append(crashAct(n)); err != nil {
			t.Fatal(err)
		}
	}
	commits = append(commits, commit{acts: acts}) // closing writes which pages are free
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	return commits
}

// crashAct is the n-th act of a run that is cut off: of several streams, some
// with files, states and keys, some large.
func crashAct(n int) store.Append {
	day := int32(n % 11)
	a := store.Append{Stream: fmt.Sprint("s", n%3), Expect: uint64(n / 3 * 2), Due: &day, Key: fmt.Sprint("key", n)}
	a.Bodies = [][]byte{[]byte(fmt.Sprint("act ", n)), []byte(strings.Repeat("x", n*n*7%3000))}
	if n%4 == 0 {
		file := []byte(fmt.Sprint("file ", n))
		a.Blobs = map[string][]byte{store.Digest(file): file}
		a.State = []byte(fmt.Sprint("after act ", n))
	}
	return a
}

// sector is what a disk writes whole or not at all.
const sector = 512

// image is the file as a power cut may leave it, as the sectors in which it differs from
// the file before: some of the pages that were not yet synced, or all of them
// and any of the header's.
func (c commit) image(r *rand.Rand) (sectors []written) {
	some := func(writes []written, share float64) {
		for _, w := range writes {
			for at := 0; at < len(w.data); at += sector {
				place := w.at + int64(at)
				if r.Float64() < share && !bytes.Equal(c.before[place:place+sector], w.data[at:at+sector]) {
					sectors = append(sectors, written{at: place, data: w.data[at : at+sector]})
				}
			}
		}
	}
	if r.IntN(4) > 0 {
		some(c.pages, []float64{0.05, 0.5, 0.95}[r.IntN(3)])
		return sectors
	}
	some(c.pages, 1)
	some(c.header, 0.5)
	return sectors
}

// places tells the images of one commit apart.
func places(sectors []written) string {
	var b []byte
	for _, w := range sectors {
		b = binary.AppendVarint(b, w.at)
	}
	return string(b)
}

// After a power cut at any moment the store opens, verifies, and holds every act
// that was acknowledged, and of the one under way all or nothing.
func TestCrashImages(t *testing.T) {
	images, acts := 10_000*soak(), 80
	path := newPath(t)
	create(t, path).Close()
	commits := recorded(t, path, acts)
	// Of closing and of the first acts there are few images, of the others more than enough.
	commits = slices.Concat(commits[acts:], commits[:acts])
	r := rand.New(rand.NewPCG(4, 2026))
	tried, kept := 0, 0
	for n, c := range commits {
		more, held := c.crash(t, r, (images-tried)/(len(commits)-n))
		tried, kept = tried+more, kept+held
	}
	if tried < images || kept == 0 || kept == tried {
		t.Errorf("%d images, and of the acts under way %d were kept: they are not those of a crash", tried, kept)
	}
	t.Logf("%d images of %d commits: the act under way was kept in %d, not in %d", tried, len(commits), kept, tried-kept)
}

// crash tries so many images of one commit, or as many as there are. None is the
// file before it, and so none is an image of another commit.
func (c commit) crash(t *testing.T, r *rand.Rand, images int) (tried, kept int) {
	path := newPath(t)
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	put := func(b []byte, at int64) {
		if _, err := file.WriteAt(b, at); err != nil {
			t.Fatal(err)
		}
	}
	put(c.before, 0)
	seen := map[string]bool{"": true}
	for tries := 0; tried < images && tries < 20*images; tries++ {
		sectors := c.image(r)
		if seen[places(sectors)] {
			continue
		}
		seen[places(sectors)] = true
		for _, w := range sectors {
			put(w.data, w.at)
		}
		tried++
		goOn := tried%100 == 0
		if survived(t, path, c.acts, goOn) {
			kept++
		}
		if goOn {
			put(c.before, 0)
			if err := file.Truncate(int64(len(c.before))); err != nil {
				t.Fatal(err)
			}
			continue
		}
		for _, w := range sectors {
			put(c.before[w.at:w.at+sector], w.at)
		}
	}
	return tried, kept
}

// survived checks a store after a crash, and tells whether it holds the act that
// was under way.
func survived(t *testing.T, path string, acts int, goOn bool) (whole bool) {
	t.Helper()
	log, err := Open(path)
	if err != nil {
		t.Fatalf("after %d acts it does not open: %v", acts, err)
	}
	defer log.Close()
	report, err := log.Verify()
	if err != nil {
		t.Fatalf("after %d acts: %v", acts, err)
	}
	switch report.Records {
	case uint64(2 * acts):
	case uint64(2*acts + 2):
		whole = true
	default:
		t.Fatalf("after %d acts it holds %d events, want %d or 2 more", acts, report.Records, 2*acts)
	}
	if acts > 0 {
		name := fmt.Sprint("s", (acts-1)%3)
		if seq, ok, err := log.Key(name, fmt.Sprint("key", acts-1)); !ok || err != nil || seq != uint64((acts-1)/3*2+1) {
			t.Fatalf("the key of act %d leads to %d, %v, %v", acts-1, seq, ok, err)
		}
	}
	if goOn {
		next := acts
		if whole {
			next++
		}
		if _, err := log.Append(crashAct(next)); err != nil {
			t.Fatalf("after %d acts it takes no more: %v", acts, err)
		}
		if _, err := log.Verify(); err != nil {
			t.Fatal(err)
		}
	}
	return whole
}

// The disk may fill up at any write of a commit: the caller is told, nothing
// that was acknowledged is lost, and the store works again when it is opened on a disk with room.
func TestDiskFull(t *testing.T) {
	path := newPath(t)
	create(t, path).Close()
	acts := 0
	for fails := range 40 * soak() {
		log := reopen(t, path)
		writes := 0
		onWrite(t, log.db, func(b []byte, at int64, really func([]byte, int64) (int, error)) (int, error) {
			if writes++; writes > fails {
				n, _ := really(b[:len(b)/2/512*512], at)
				return n, syscall.ENOSPC
			}
			return really(b, at)
		})
		var err error
		for err == nil {
			if _, err = log.Append(crashAct(acts)); err == nil {
				acts++
			}
		}
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("on a full disk: %v", err)
		}
		if _, err := log.Append(crashAct(acts)); !errors.Is(err, store.ErrStopped) {
			t.Fatalf("after that: %v", err)
		}
		if err := log.Close(); err != nil {
			t.Fatal(err)
		}
		if survived(t, path, acts, false) {
			acts++ // only its last sectors, which say nothing, found no room
		}
	}
	log := reopen(t, path)
	defer log.Close()
	if _, err := log.Append(crashAct(acts)); err != nil || acts < 20 {
		t.Errorf("with room again, after %d acts: %v", acts, err)
	}
}
