// Package store is the contract of the record: append-only streams of bytes,
// the next day on which each stream must be woken, and files kept by their
// digest. It knows nothing of agreements: what the bytes say is the engine's
// business. Records of one stream are chained by hash, and so are all records
// in the order in which they came, so that a record that was changed, dropped
// or moved is noticed. Every implementation passes the suite in storetest.
package store

import (
	"iter"

	"golang.org/x/mod/sumdb/tlog"
)

// Record is one thing that happened, as it was kept. Body belongs to the
// caller: changing it changes nothing in the store.
type Record struct {
	Stream string
	Seq    uint64 // place in its stream, from 1
	Global uint64 // place among all records of the store, from 1
	Key    string // the key of the act that caused it, only on the first record of that act; else empty
	Body   []byte
	Hash   [32]byte // see Chain
}

// DueRow says that a stream must be woken on a day.
type DueRow struct {
	Day    int32 // days since 1 January 1970
	Stream string
}

// Append is one act: records of one stream and all that must be kept with them,
// or not at all.
type Append struct {
	Stream string
	Expect uint64            // the last Seq that the caller knows; 0 for a new stream
	Bodies [][]byte          // at least one
	Due    *int32            // the next due day of the stream from now on, in days since 1 January 1970; nil: none
	Key    string            // when not empty, the act can be recorded only once in this stream
	Blobs  map[string][]byte // files to keep: SHA-256 in lower-case hex -> bytes
	State  []byte            // when not nil, what the stream comes to after this act, in the caller's words; see Log.State
}

// Result is what became of one of several acts.
type Result struct {
	Records []Record
	Err     error
}

// Report is what Verify walked.
type Report struct {
	Streams uint64
	Records uint64
	Blobs   uint64
	Head    [32]byte  // see Link: one value that changes when any record does
	Tree    tlog.Tree // see Leaf: the tree over all records, of which a part can be proved
}

// Log is the record. It may be used from several goroutines at once. Every
// error is one of the kinds in errors.go or comes from the operating system.
type Log interface {
	// Append keeps an act for good: when it returns no error the records are on
	// the disk. It is refused whole, and changes nothing, with ErrConflict when
	// Expect is not the last Seq of the stream, and with RecordedError when Key
	// is known in the stream (which is asked first).
	Append(Append) ([]Record, error)

	// AppendAll appends several acts in their order, each as Append does: one
	// that is refused costs the others nothing. It is as durable and much
	// quicker, because they go to the disk together.
	AppendAll([]Append) []Result

	// Read yields the records of a stream from a Seq on, each checked against
	// its hash; it ends at the first error. A stream that does not exist is
	// empty. The caller may append while it reads.
	Read(stream string, from uint64) iter.Seq2[Record, error]

	// Last returns the newest record of a stream, and false when there is none.
	Last(stream string) (Record, bool, error)

	// Streams names all streams, sorted by bytes.
	Streams() ([]string, error)

	// Due lists the streams that are due on or before a day, by day, then name.
	Due(upTo int32) ([]DueRow, error)

	// Blob returns a kept file, checked against its digest; ErrNotFound when
	// there is none.
	Blob(digest string) ([]byte, error)

	// Key tells which record of a stream an act with this key led to first.
	Key(stream, key string) (seq uint64, ok bool, err error)

	// State returns the newest state that an act of the stream brought with it
	// and the Seq after which it held. It is a cache: one that is damaged, lost,
	// or not of this history is as if there were none, and it can be dropped.
	State(stream string) (seq uint64, state []byte, ok bool, err error)

	// DropStates forgets all states.
	DropStates() error

	// Order yields which record is which of all, in the order in which they
	// came, from a number on; it ends at the first error. The hashes are those
	// that were written: Verify is what compares them with the records.
	Order(from uint64) iter.Seq2[Place, error]

	// Tree is the tree over all records; see Leaf.
	Tree() (tlog.Tree, error)

	// ReadHashes returns the hashes that proofs in that tree are made of, by
	// tlog.StoredHashIndex; it makes a log a tlog.HashReader.
	ReadHashes(indexes []int64) ([]tlog.Hash, error)

	// Verify walks everything that is kept. A CorruptError names the first bad
	// record, by name of stream and then number; a DamagedError says what else
	// is wrong. The report counts what was walked in good order.
	Verify() (Report, error)

	// Close ends the use of the log; every later call returns ErrClosed.
	Close() error
}
