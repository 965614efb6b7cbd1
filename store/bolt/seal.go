package bolt

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"go.etcd.io/bbolt"
)

// A store that is closed in good order writes which of its pages are free and
// seals that: sealPlace bytes into its newest header page, in the same sector of the
// disk, stands the digest of the header and of the list. Then the next opening
// need not read every page. The next commit writes its header over the other
// page and so breaks the seal; while a store is open its free list is not
// written, because that would be half of a grown file's writing.
const (
	sealTag   = "concordat closed 1\n"
	sealPlace = 128
)

func (h header) seal(free []byte) [32]byte {
	return sha256.Sum256(bytes.Join([][]byte{[]byte(sealTag), h.raw, free}, nil))
}

func (h header) sealAt() int64 { return int64(h.id)*int64(h.pageSize) + sealPlace }

// sealed reports whether a file was closed in good order and nothing has been
// written since, and how many of its pages were free then. Damage that came to it at rest shows when its page is read, and to Verify.
func sealed(file *os.File, newest header) (free int, ok bool) {
	if newest.freelist == noFreelist {
		return 0, false
	}
	list, err := freePages(file, newest)
	if err != nil {
		return 0, false
	}
	var found [32]byte
	_, err = file.ReadAt(found[:], newest.sealAt())
	return len(list) / 8, err == nil && found == newest.seal(list)
}

// freePages reads the free list as it lies in the file.
func freePages(file *os.File, newest header) ([]byte, error) {
	w := walk{file: file, pageSize: int(newest.pageSize), pages: newest.pages, seen: make([]uint64, newest.pages/64+1)}
	return w.read(newest.freelist)
}

// free checks the list of free pages: none of them may be in use.
func (w *walk) free(id uint64) error {
	page, err := w.read(id)
	if err != nil {
		return err
	}
	list, count := page[pageHeader:], uint64(native.Uint16(page[10:]))
	if count == 0xFFFF && len(list) >= 8 { // then the count stands before the list
		list, count = list[8:], native.Uint64(list)
	}
	if native.Uint16(page[8:]) != freeKind || count > uint64(len(list)/8) {
		return bad("the list of its free pages is not what was written")
	}
	for i := range count {
		n := native.Uint64(list[8*i:])
		if n < 2 || n >= w.pages || w.seen[n/64]&(1<<(n%64)) != 0 {
			return bad(fmt.Sprintf("the list of its free pages names page %d, which is not free", n))
		}
		w.seen[n/64] |= 1 << (n % 64)
	}
	return nil
}

// seal is called when nothing else uses the log. What cannot be sealed is whole
// nevertheless, and is walked at the next opening.
func (l *Log) seal() error {
	if l.readOnly || !l.changed || l.stopped {
		return nil
	}
	l.stuck = true
	l.db.NoFreelistSync = false
	err := l.db.Update(func(*bbolt.Tx) error { return nil })
	l.stuck = false
	if err != nil {
		return nil
	}
	newest, err := newestHeader(l.path, l.file)
	if err != nil {
		return err
	}
	free, err := freePages(l.file, newest)
	if err != nil {
		return err
	}
	digest := newest.seal(free)
	_, err = l.file.WriteAt(digest[:], newest.sealAt())
	return errors.Join(err, l.file.Sync())
}
