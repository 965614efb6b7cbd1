package bolt

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"iter"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// What one read transaction takes up before its records are handed out: a
// transaction must not be open while the caller has a record in hand, because
// the caller may append.
const (
	readRecords = 512
	readBytes   = 1 << 20
)

// Read yields a stream from a number on; see store.Log.
func (l *Log) Read(name string, from uint64) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for next := max(from, 1); ; {
			var some []store.Record
			var bad error // an error after some good records
			err := l.view(func(tx *bbolt.Tx) error {
				some, bad = readSome(tx, name, next)
				return nil
			})
			for _, r := range some {
				if !yield(r, nil) {
					return
				}
			}
			if err == nil {
				err = bad
			}
			if err != nil {
				yield(store.Record{}, err)
				return
			}
			if len(some) == 0 {
				return
			}
			next += uint64(len(some))
		}
	}
}

func readSome(tx *bbolt.Tx, name string, next uint64) (some []store.Record, err error) {
	row, err := streamRow(tx, name)
	if err != nil || next > row.last {
		return nil, err
	}
	before, err := hashBefore(tx, name, next)
	if err != nil {
		return nil, err
	}
	cursor := tx.Bucket(eventsBucket).Cursor()
	taken := 0
	for key, raw := cursor.Seek(eventKey(name, next)); next <= row.last; key, raw = cursor.Next() {
		if !bytes.Equal(key, eventKey(name, next)) {
			raw = nil
		}
		r, err := decodeEvent(before, name, next, raw)
		if err != nil {
			return some, err
		}
		if next == row.last && r.Hash != row.hash {
			return some, notTheLast(r)
		}
		r.Body = bytes.Clone(r.Body)
		some = append(some, r)
		before, next = r.Hash, next+1
		if taken += len(r.Body); len(some) == readRecords || taken > readBytes {
			break
		}
	}
	return some, nil
}

func notTheLast(r store.Record) error {
	return &store.CorruptError{Stream: r.Stream, Seq: r.Seq, Why: "it is not the event that was recorded last"}
}

// hashBefore returns the hash that record seq is chained to.
func hashBefore(tx *bbolt.Tx, name string, seq uint64) (hash [32]byte, err error) {
	if seq <= 1 {
		return hash, nil
	}
	raw := tx.Bucket(eventsBucket).Get(eventKey(name, seq-1))
	if len(raw) < 8+hashLen {
		return hash, &store.CorruptError{Stream: name, Seq: seq - 1, Why: "it is missing"}
	}
	return [32]byte(raw[8 : 8+hashLen]), nil
}

// Last returns the newest record of a stream; see store.Log.
func (l *Log) Last(name string) (last store.Record, ok bool, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		row, err := streamRow(tx, name)
		if err != nil || row.last == 0 {
			return err
		}
		some, err := readSome(tx, name, row.last)
		if err != nil {
			return err
		}
		last, ok = some[0], true
		return nil
	})
	return last, ok, err
}

// Streams names all streams; see store.Log.
func (l *Log) Streams() (names []string, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		return eachStream(tx, func(name string, _ stream) error {
			names = append(names, name)
			return nil
		})
	})
	return names, err
}

// Due lists what is due by a day; its cost is what is due, not what exists.
func (l *Log) Due(upTo int32) (rows []store.DueRow, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		cursor := tx.Bucket(dueBucket).Cursor()
		for key, _ := cursor.First(); key != nil; key, _ = cursor.Next() {
			if len(key) < 5 {
				return &store.DamagedError{Path: l.path, Why: "a row in the table of due days cannot be read"}
			}
			row := store.DueRow{Day: decodeDay(key), Stream: string(key[4:])}
			if row.Day > upTo {
				return nil
			}
			rows = append(rows, row)
		}
		return nil
	})
	return rows, err
}

// Blob returns a kept file; see store.Log.
func (l *Log) Blob(digest string) (content []byte, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		key, err := hex.DecodeString(digest)
		if err != nil {
			return store.ErrNotFound
		}
		found := tx.Bucket(blobsBucket).Get(key)
		if found == nil {
			return store.ErrNotFound
		}
		if store.Digest(found) != hex.EncodeToString(key) {
			return badBlob(l.path, key)
		}
		content = bytes.Clone(found)
		return nil
	})
	return content, err
}

func badBlob(path string, key []byte) error {
	return &store.DamagedError{Path: path, Why: fmt.Sprintf("the bytes of the kept file %x… are not those that were kept", key[:min(len(key), 6)])}
}

// Key tells where an act with this key was recorded; see store.Log.
func (l *Log) Key(name, key string) (seq uint64, ok bool, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		found := tx.Bucket(keysBucket).Get(keyKey(name, key))
		if ok = len(found) == 8; ok {
			seq = decodeNumber(found)
		}
		return nil
	})
	return seq, ok, err
}
