// Package remote lends a store that one process holds open to others on the same
// machine, over a local socket that only its owner may use. The lender is Lend,
// the borrower a Log like any other: it passes the same suite, and its errors
// are those of the store behind it, so that a command works in the same way with
// a server as without. Each connection asks one thing at a time; acts of many
// connections go to the disk together.
package remote

import (
	"errors"
	"io/fs"

	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// version is the format of what is said on the socket. Both sides must have the same.
const version = 1

type op uint8

const (
	opHello op = iota + 1
	opAppend
	opRead
	opLast
	opStreams
	opDue
	opBlob
	opKey
	opState
	opDropStates
	opOrder
	opTree
	opHashes
	opVerify
	opBackup
)

// request is one question; which fields count depends on Op.
type request struct {
	Op      op
	Version int
	Acts    []act
	Stream  string
	From    uint64
	UpTo    int32
	Name    string // of a key, a digest, a path
	Indexes []int64
}

// act is a store.Append as gob can carry it: gob takes a pointer to zero for no
// pointer, and no bytes for none at all.
type act struct {
	store.Append
	HasDue, HasState bool
	Day              int32
}

func pack(a store.Append) act {
	out := act{Append: a, HasDue: a.Due != nil, HasState: a.State != nil}
	if out.HasDue {
		out.Day = *a.Due
	}
	out.Due = nil
	return out
}

func (a act) unpack() store.Append {
	if a.HasDue {
		a.Due = &a.Day
	}
	if a.HasState && a.State == nil {
		a.State = []byte{}
	}
	return a.Append
}

// reply is the answer; which fields count depends on the question.
type reply struct {
	Err     *problem
	Records []store.Record
	Results []result
	Places  []store.Place
	Due     []store.DueRow
	Streams []string
	Bytes   []byte
	Seq     uint64
	OK      bool
	Tree    tlog.Tree
	Hashes  []tlog.Hash
	Report  store.Report
}

type result struct {
	Records []store.Record
	Err     *problem
}

// problem is an error on its way: its words and, if it is one of the store's
// kinds, which.
type problem struct {
	Words     string
	Is        int // index in plain, from 1
	Recorded  *store.RecordedError
	Invalid   *store.InvalidError
	Format    *store.FormatError
	Busy      *store.BusyError
	NoStore   *store.NoStoreError
	NotAStore *store.NotAStoreError
	Damaged   *store.DamagedError
	Corrupt   *store.CorruptError
}

// plain are the errors without anything of their own. Their order is part of
// the format.
var plain = []error{store.ErrConflict, store.ErrNotFound, store.ErrClosed, store.ErrReadOnly, store.ErrStopped, fs.ErrExist, fs.ErrNotExist}

func pass(err error) *problem {
	if err == nil {
		return nil
	}
	p := &problem{Words: err.Error()}
	switch {
	case errors.As(err, &p.Recorded), errors.As(err, &p.Invalid), errors.As(err, &p.Format), errors.As(err, &p.Busy), errors.As(err, &p.NoStore),
		errors.As(err, &p.NotAStore), errors.As(err, &p.Damaged), errors.As(err, &p.Corrupt):
		return p
	}
	for i, kind := range plain {
		if errors.Is(err, kind) {
			p.Is = i + 1
		}
	}
	return p
}

// lent is a problem as the borrower sees it.
type lent struct {
	words string
	kind  error
}

func (e *lent) Error() string { return e.words }
func (e *lent) Unwrap() error { return e.kind }

func (p *problem) error() error {
	if p == nil {
		return nil
	}
	e := &lent{words: p.Words}
	switch {
	case p.Recorded != nil:
		e.kind = p.Recorded
	case p.Invalid != nil:
		e.kind = p.Invalid
	case p.Format != nil:
		e.kind = p.Format
	case p.Busy != nil:
		e.kind = p.Busy
	case p.NoStore != nil:
		e.kind = p.NoStore
	case p.NotAStore != nil:
		e.kind = p.NotAStore
	case p.Damaged != nil:
		e.kind = p.Damaged
	case p.Corrupt != nil:
		e.kind = p.Corrupt
	case p.Is > 0 && p.Is <= len(plain):
		e.kind = plain[p.Is-1]
	}
	return e
}
