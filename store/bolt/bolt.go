// Package bolt keeps a store in one bbolt file. Rows and their layout stand in
// format.go, the commit of all waiting acts in one transaction in append.go,
// the walk over a file's pages that comes before bbolt sees it in pages.go. A
// damaged file gives a plain error: bbolt itself panics on a page that is not
// what it should be, and a file that shrinks under its memory map is a fault.
package bolt

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"concordat/store"
)

// How long opening waits for another process to let go of the file.
const patience = time.Second

// Log is a store in one file. It is made by Create, Open or OpenReadOnly.
type Log struct {
	path     string
	readOnly bool
	db       *bbolt.DB
	file     *os.File // bbolt's own handle on the file

	use    sync.RWMutex // held for reading by every call, for writing by Close
	closed bool

	queue   queue
	writing sync.Mutex // held during a commit
	stopped bool       // a commit failed: what is on the disk is uncertain
	stuck   bool       // a write transaction ended in a panic and still holds bbolt's locks
	changed bool       // something was committed
	crowded bool       // many pages are free, or may be
}

var _ store.Log = (*Log)(nil)

// Open opens the store at path for reading and writing; no other process can
// open it meanwhile. The errors say what is wrong with the file:
// store.NoStoreError, NotAStoreError, FormatError, DamagedError, BusyError.
func Open(path string) (*Log, error) {
	// The pages are looked at first under a shared lock, because bbolt reads
	// them all while it opens a file for writing.
	l, err := OpenReadOnly(path)
	if err != nil {
		return nil, err
	}
	if err := l.Close(); err != nil {
		return nil, err
	}
	l, err = open(path, false, l.crowded)
	if err != nil {
		return nil, err
	}
	if err := l.guard(l.upgrade); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// OpenReadOnly opens the store at path for reading; others may read it at the
// same time and nobody may write. Errors are those of Open.
func OpenReadOnly(path string) (*Log, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &store.NoStoreError{Path: path}
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &store.NotAStoreError{Path: path, Why: "it is not a file"}
	case info.Size() == 0: // bbolt would make a new database of it
		return nil, &store.NotAStoreError{Path: path, Why: "it is empty"}
	}
	l, err := open(path, true, false)
	if err != nil {
		return nil, err
	}
	if err := l.inspect(); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// inspect walks the pages of the open file, or the branches alone if it was closed
// in good order, then asks what it is.
func (l *Log) inspect() error {
	newest, err := newestHeader(l.path, l.file)
	if err != nil {
		return err
	}
	free, trusted := sealed(l.file, newest)
	walk := checkBranches
	if !trusted {
		free, walk = int(newest.pages), checkFrom // free are as many at the most
	}
	if err := walk(l.path, l.file, newest); err != nil {
		return err
	}
	l.crowded = free > manyFree
	err = l.view(func(tx *bbolt.Tx) error { return checkFormat(l.path, tx) })
	if err != nil && trusted { // the walk says better what is wrong
		err = cmp.Or(checkFrom(l.path, l.file, newest), err)
	}
	return err
}

func open(path string, readOnly, crowded bool) (*Log, error) {
	l := &Log{path: path, readOnly: readOnly, crowded: crowded}
	err := l.guard(func() (err error) {
		l.db, err = bbolt.Open(path, 0o600, l.options())
		return err
	})
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, berrors.ErrTimeout):
		return nil, &store.BusyError{Path: path}
	case errors.As(err, new(*fs.PathError)):
		return nil, err
	}
	return nil, l.unreadable(err)
}

func (l *Log) options() *bbolt.Options {
	return &bbolt.Options{
		Timeout:        patience,
		ReadOnly:       l.readOnly,
		NoFreelistSync: true, // half of a grown file's writing would be its free list
		FreelistType:   l.freelist(),
		NoStatistics:   true,
		OpenFile: func(name string, flag int, mode os.FileMode) (_ *os.File, err error) {
			l.file, err = os.OpenFile(name, flag&^os.O_CREATE, mode)
			return l.file, err
		},
	}
}

// manyFree is from how many free pages on a list of them is slower than a map.
const manyFree = 20_000

// freelist is how bbolt holds free pages. A list hands out neighbours, which the disk
// writes a seventh faster in a grown store; but each page that is taken moves all
// behind it. So a map holds many.
func (l *Log) freelist() bbolt.FreelistType {
	if l.crowded {
		return bbolt.FreelistMapType
	}
	return bbolt.FreelistArrayType
}

// unreadable says in our words why bbolt would not open a file.
func (l *Log) unreadable(cause error) error {
	file, err := os.Open(l.path)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := checkPages(l.path, file); err != nil {
		return err
	}
	return &store.DamagedError{Path: l.path, Why: cause.Error()}
}

func checkFormat(path string, tx *bbolt.Tx) error {
	meta := tx.Bucket(metaBucket)
	if meta == nil || string(meta.Get(magicRow)) != magic {
		return &store.NotAStoreError{Path: path, Why: "it was made by another program"}
	}
	row := meta.Get(formatRow)
	if len(row) != 8 || decodeNumber(row) == 0 {
		return &store.DamagedError{Path: path, Why: "it does not say which format it has"}
	}
	have := decodeNumber(row)
	wanted, ok := tables[have]
	if !ok {
		return &store.FormatError{Path: path, Have: have, Know: Format}
	}
	for _, name := range wanted {
		if tx.Bucket(name) == nil {
			return &store.DamagedError{Path: path, Why: fmt.Sprintf("the table %q is missing", name)}
		}
	}
	_, err := headOf(tx)
	return err
}

// guard turns a panic or a fault on a damaged page into an error.
func (l *Log) guard(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = &store.DamagedError{Path: l.path, Why: fmt.Sprintf("it changed while it was open, or a page of it cannot be read (%v)", r)}
		}
	}()
	return do()
}

// view runs one read transaction. What lies in the file must be copied in it.
func (l *Log) view(do func(*bbolt.Tx) error) error {
	l.use.RLock()
	defer l.use.RUnlock()
	if l.closed {
		return store.ErrClosed
	}
	return l.guard(func() error { return l.db.View(do) })
}

// Close waits for the acts under way and lets go of the file.
func (l *Log) Close() error {
	l.use.Lock()
	defer l.use.Unlock()
	if l.closed {
		return store.ErrClosed
	}
	l.closed = true
	var err error
	if !l.stuck {
		err = l.guard(l.seal)
	}
	if l.stuck {
		return errors.Join(err, l.file.Close())
	}
	return errors.Join(err, l.guard(l.db.Close))
}
