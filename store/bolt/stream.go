package bolt

import (
	"bytes"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// streamRow says where a stream ends; the zero row is that of one without events.
func streamRow(tx *bbolt.Tx, name string) (row stream, err error) {
	raw := tx.Bucket(eventsBucket).Get(endKey(name))
	if raw == nil {
		raw = oldRow(tx, name)
	}
	if raw == nil {
		return row, nil
	}
	return readStream(tx, name, raw)
}

// oldRow is the row of a stream in a file that has not been brought to format 3,
// or not wholly.
func oldRow(tx *bbolt.Tx, name string) []byte {
	if streams := tx.Bucket(streamsBucket); streams != nil {
		return streams.Get([]byte(name))
	}
	return nil
}

func readStream(tx *bbolt.Tx, name string, raw []byte) (stream, error) {
	row, ok := decodeStream(raw)
	if !ok {
		return row, &store.DamagedError{Path: tx.DB().Path(), Why: "the row that says where " + name + " ends cannot be read"}
	}
	return row, nil
}

func putEnd(tx *bbolt.Tx, name string, row stream) error {
	return tx.Bucket(eventsBucket).Put(endKey(name), row.encode())
}

// eachStream goes from stream to stream, by name, and reads no event between the
// first of each and its end.
func eachStream(tx *bbolt.Tx, see func(name string, row stream) error) error {
	rows := tx.Bucket(eventsBucket).Cursor()
	before := ""
	for key, _ := rows.First(); key != nil; {
		name, seq, ok := splitEventKey(key)
		if !ok {
			return &store.DamagedError{Path: tx.DB().Path(), Why: "an event has neither stream nor number"}
		}
		if name <= before { // on a damaged page the search for an end may lead back
			return &store.DamagedError{Path: tx.DB().Path(), Why: "the events of " + name + " do not stand where they belong"}
		}
		before = name
		end := endKey(name)
		var raw []byte
		if key, raw = rows.Seek(end); bytes.Equal(key, end) {
			key, _ = rows.Next()
		} else if raw = oldRow(tx, name); raw == nil {
			return nothingRecorded(name, seq)
		}
		row, err := readStream(tx, name, raw)
		if err != nil {
			return err
		}
		if err := see(name, row); err != nil {
			return err
		}
	}
	return nil
}

// nothingRecorded names an event that its stream does not count.
func nothingRecorded(name string, seq uint64) error {
	return &store.CorruptError{Stream: name, Seq: seq, Why: "nothing was recorded under this number"}
}
