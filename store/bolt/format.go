package bolt

import (
	"encoding/binary"
	"fmt"
	"math"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// Format is the version of the layout below. A file with a higher number is
// refused by name. An older one is read as it is, and brought to this layout when
// it is next opened for writing: see upgrade.go.
const Format = 3

const magic = "concordat store\n"

// The buckets of format 3. Numbers are big-endian, so that rows sort by them.
//
//	meta     "magic"          -> the magic line
//	         "format"         -> number
//	         "head"           -> records, blobs, Link of all records
//	events   stream 0 seq     -> global, hash, length of key, key, body
//	         stream 0 last    -> where the stream ends: seq, its hash, 1 and due day, or 0
//	order    global           -> hash, stream 0 seq
//	recent   global           -> the same, of those that do not yet make a chunk
//	tree     global           -> the inner hashes that it completes, from the lowest
//	states   stream           -> seq, digest, bytes; a cache
//	due      day, stream      -> nothing
//	keys     stream 0 key     -> seq
//	blobs    digest (32)      -> bytes
//
// Format 2 had no recent, and said where streams end in a table of its own,
// "streams". Format 1 had neither tree nor states besides.
var (
	metaBucket    = []byte("meta")
	eventsBucket  = []byte("events")
	orderBucket   = []byte("order")
	recentBucket  = []byte("recent")
	treeBucket    = []byte("tree")
	statesBucket  = []byte("states")
	streamsBucket = []byte("streams")
	dueBucket     = []byte("due")
	keysBucket    = []byte("keys")
	blobsBucket   = []byte("blobs")

	// The first six every format has, the next two all since format 2.
	allBuckets = [][]byte{metaBucket, eventsBucket, orderBucket, dueBucket, keysBucket, blobsBucket, treeBucket, statesBucket, recentBucket}

	// tables are what a file of each format must have.
	tables = map[uint64][][]byte{
		1:      append(allBuckets[:6:6], streamsBucket),
		2:      append(allBuckets[:8:8], streamsBucket),
		Format: allBuckets,
	}

	magicRow  = []byte("magic")
	formatRow = []byte("format")
	headRow   = []byte("head")
)

const hashLen = 32

// How full bbolt leaves the pages of a table that it splits. Rows that come only at
// the end of a table need no room. A stream grows at its end only: a page halved
// when it is full would stay half empty, and more than this costs room among very
// short streams.
const (
	endFill   = 0.95
	eventFill = 0.75
)

// head counts what the whole store holds.
type head struct {
	records, blobs uint64
	link           [32]byte
}

func (h head) encode() []byte {
	b := binary.BigEndian.AppendUint64(make([]byte, 0, 16+hashLen), h.records)
	b = binary.BigEndian.AppendUint64(b, h.blobs)
	return append(b, h.link[:]...)
}

func decodeHead(b []byte) (h head, ok bool) {
	if len(b) != 16+hashLen {
		return h, false
	}
	h.records, h.blobs = binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:])
	copy(h.link[:], b[16:])
	return h, true
}

func headOf(tx *bbolt.Tx) (head, error) {
	h, ok := decodeHead(tx.Bucket(metaBucket).Get(headRow))
	if !ok {
		return h, &store.DamagedError{Path: tx.DB().Path(), Why: "it does not say how many events it holds"}
	}
	return h, nil
}

// stream is the row at the end of one stream: what it ends with and when it is due.
type stream struct {
	last uint64
	hash [32]byte
	due  *int32
}

func (s stream) encode() []byte {
	b := binary.BigEndian.AppendUint64(make([]byte, 0, 8+hashLen+5), s.last)
	b = append(b, s.hash[:]...)
	if s.due == nil {
		return append(b, 0)
	}
	return append(append(b, 1), encodeDay(*s.due)...)
}

func decodeStream(b []byte) (s stream, ok bool) {
	if len(b) != 8+hashLen+1 && len(b) != 8+hashLen+5 {
		return s, false
	}
	s.last = binary.BigEndian.Uint64(b)
	copy(s.hash[:], b[8:])
	rest := b[8+hashLen:]
	if len(rest) == 5 {
		day := decodeDay(rest[1:])
		s.due = &day
	}
	return s, s.last > 0 && int(rest[0])*4+1 == len(rest)
}

// Days before 1970 sort before later ones: the sign bit is turned over.
func encodeDay(day int32) []byte { return binary.BigEndian.AppendUint32(nil, uint32(day)^1<<31) }
func decodeDay(b []byte) int32   { return int32(binary.BigEndian.Uint32(b) ^ 1<<31) }

func dueKey(day int32, stream string) []byte { return append(encodeDay(day), stream...) }

func eventKey(stream string, seq uint64) []byte {
	return appendEventKey(make([]byte, 0, len(stream)+9), stream, seq)
}

func appendEventKey(b []byte, stream string, seq uint64) []byte {
	return binary.BigEndian.AppendUint64(append(append(b, stream...), 0), seq)
}

// endKey is where a stream ends: after its last event, in most cases on the same
// page, so that an act writes no other for it.
func endKey(stream string) []byte { return eventKey(stream, math.MaxUint64) }

func splitEventKey(b []byte) (stream string, seq uint64, ok bool) {
	cut := len(b) - 9
	if cut < 1 || b[cut] != 0 {
		return "", 0, false
	}
	return string(b[:cut]), binary.BigEndian.Uint64(b[cut+1:]), true
}

func keyKey(stream, key string) []byte { return []byte(stream + "\x00" + key) }

func number(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func encodeEvent(r store.Record) []byte {
	b := make([]byte, 0, 9+hashLen+len(r.Key)+len(r.Body))
	b = binary.BigEndian.AppendUint64(b, r.Global)
	b = append(b, r.Hash[:]...)
	b = append(b, byte(len(r.Key)))
	b = append(b, r.Key...)
	return append(b, r.Body...)
}

// decodeEvent reads a row and checks it against the hash of the record before
// it. The body still lies in the file.
func decodeEvent(before [32]byte, stream string, seq uint64, b []byte) (store.Record, error) {
	bad := func(why string) (store.Record, error) {
		return store.Record{}, &store.CorruptError{Stream: stream, Seq: seq, Why: why}
	}
	if b == nil {
		return bad("it is missing")
	}
	if len(b) < 9+hashLen || len(b) < 9+hashLen+int(b[8+hashLen]) {
		return bad(fmt.Sprintf("only %d bytes of it are left", len(b)))
	}
	r := store.Record{Stream: stream, Seq: seq, Global: binary.BigEndian.Uint64(b)}
	copy(r.Hash[:], b[8:])
	rest := b[9+hashLen:]
	n := int(b[8+hashLen])
	r.Key, r.Body = string(rest[:n]), rest[n:]
	if store.Chain(before, stream, seq, r.Key, r.Body) != r.Hash {
		return bad("its bytes do not match its hash")
	}
	return r, nil
}

func decodeNumber(b []byte) uint64 { return binary.BigEndian.Uint64(b) }
