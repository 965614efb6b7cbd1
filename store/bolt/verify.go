package bolt

import (
	"bytes"
	"cmp"
	"fmt"

	"go.etcd.io/bbolt"
	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// Verify walks the pages, every stream, the order of all records, and each
// table beside them; see store.Log. Appends go on meanwhile.
func (l *Log) Verify() (report store.Report, err error) {
	if err := l.verifyPages(); err != nil {
		return report, err
	}
	err = l.view(func(tx *bbolt.Tx) error {
		if err := checkFormat(l.path, tx); err != nil {
			return err
		}
		h, err := headOf(tx)
		if err != nil {
			return err
		}
		v := verifier{path: l.path, tx: tx, head: h, places: orderOf(tx, h.records)}
		err = v.all()
		report = v.report
		return err
	})
	return report, err
}

func (l *Log) verifyPages() error {
	l.use.RLock()
	defer l.use.RUnlock()
	if l.closed {
		return store.ErrClosed
	}
	return l.guard(func() error {
		newest, release, err := l.moment()
		if err != nil {
			return err
		}
		defer release()
		return checkFrom(l.path, l.file, newest)
	})
}

// moment is the newest header, whose pages stay as they are until release: a read
// transaction of the same moment keeps bbolt from writing over them.
func (l *Log) moment() (newest header, release func(), err error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	tx, err := l.db.Begin(false)
	if err != nil {
		return newest, nil, err
	}
	release = func() { _ = tx.Rollback() } // fails only on a transaction that has ended
	if newest, err = newestHeader(l.path, l.file); err != nil {
		release()
	}
	return newest, release, err
}

// verifier counts what it has found in good order. Every table that says a
// thing twice is compared with the other, and rows are counted on both sides,
// so that none can be lost or added.
type verifier struct {
	path      string
	tx        *bbolt.Tx
	head      head
	places    order
	report    store.Report
	keys, due uint64 // rows that the tables of keys and due days must have
	old       uint64 // and that of streams, where there is one
}

func (v *verifier) all() error {
	if err := v.streams(); err != nil {
		return err
	}
	if err := v.order(); err != nil {
		return err
	}
	if err := v.blobs(); err != nil {
		return err
	}
	if err := v.count(keysBucket, v.keys, "keys"); err != nil {
		return err
	}
	if err := v.count(dueBucket, v.due, "due days"); err != nil {
		return err
	}
	if v.tx.Bucket(streamsBucket) != nil {
		if err := v.count(streamsBucket, v.old, "streams"); err != nil {
			return err
		}
	}
	switch h := v.head; {
	case h.records != v.report.Records:
		return v.damaged("it says that it holds %d events and holds %d", h.records, v.report.Records)
	case h.blobs != v.report.Blobs:
		return v.damaged("it says that it keeps %d files and keeps %d", h.blobs, v.report.Blobs)
	case h.link != v.report.Head:
		return v.damaged("the hash over all its events is not the one that was written")
	}
	return nil
}

func (v *verifier) damaged(format string, args ...any) error {
	return &store.DamagedError{Path: v.path, Why: fmt.Sprintf(format, args...)}
}

// streams walks the events beside the ends of their streams.
func (v *verifier) streams() error {
	events := v.tx.Bucket(eventsBucket).Cursor()
	key, raw := events.First()
	return eachStream(v.tx, func(name string, s stream) error {
		var before [32]byte
		for seq := uint64(1); seq <= s.last; seq++ {
			if !bytes.Equal(key, eventKey(name, seq)) {
				raw = nil
			}
			r, err := v.record(before, name, seq, raw)
			if err != nil {
				return err
			}
			before = r.Hash
			key, raw = events.Next()
		}
		if before != s.hash {
			return &store.CorruptError{Stream: name, Seq: s.last, Why: "it is not the event that was recorded last"}
		}
		if bytes.Equal(key, endKey(name)) {
			key, raw = events.Next()
		} else {
			v.old++
		}
		if of, seq, ok := splitEventKey(key); ok && of == name {
			return nothingRecorded(of, seq)
		}
		v.report.Streams++
		return v.dueRow(name, s.due)
	})
}

// record checks one event and the rows that point at it.
func (v *verifier) record(before [32]byte, name string, seq uint64, raw []byte) (store.Record, error) {
	r, err := decodeEvent(before, name, seq, raw)
	if err != nil {
		return r, err
	}
	want := append(r.Hash[:], eventKey(name, seq)...)
	if !bytes.Equal(v.places.row(r.Global), want) {
		return r, &store.CorruptError{Stream: name, Seq: seq, Why: fmt.Sprintf("it says that it is number %d of all events, and another is", r.Global)}
	}
	if r.Key != "" {
		if !bytes.Equal(v.tx.Bucket(keysBucket).Get(keyKey(name, r.Key)), number(seq)) {
			return r, &store.CorruptError{Stream: name, Seq: seq, Why: "the table of keys does not have its key"}
		}
		v.keys++
	}
	v.report.Records++
	return r, nil
}

func (v *verifier) dueRow(name string, due *int32) error {
	if due == nil {
		return nil
	}
	v.due++
	key := dueKey(*due, name)
	if found, _ := v.tx.Bucket(dueBucket).Cursor().Seek(key); !bytes.Equal(found, key) {
		return v.damaged("the table of due days does not have the next day of %s", name)
	}
	return nil
}

// order walks all records as they came. Each event pointed at its own row, and
// there are as many rows as events, so a row that is right is right alone.
func (v *verifier) order() error {
	next := uint64(1)
	var edge store.Edge
	tree, nodes := v.tx.Bucket(treeBucket), uint64(0)
	err := v.places.each(func(key, row []byte) error {
		if !bytes.Equal(key, number(next)) || len(row) < hashLen {
			return v.damaged("event number %d of all is missing from the order in which they came", next)
		}
		hash := [32]byte(row[:hashLen])
		v.report.Head = store.Link(v.report.Head, hash)
		if inner := edge.Add(store.Leaf(hash)); len(inner) > 0 && tree != nil && next <= v.places.whole {
			nodes++
			if !bytes.Equal(tree.Get(key), joined(inner)) {
				return v.damaged("the tree over its events is not the one that was written, at event number %d of all", next)
			}
		}
		next++
		return nil
	})
	if err != nil {
		return err
	}
	v.report.Tree = tlog.Tree{N: int64(next - 1), Hash: edge.Root()}
	if tree != nil {
		if err := v.count(treeBucket, nodes, "the tree"); err != nil {
			return err
		}
	}
	if next-1 != v.report.Records {
		return v.lost()
	}
	return nil
}

// lost names the first event that was recorded and that no stream has.
func (v *verifier) lost() error {
	events := v.tx.Bucket(eventsBucket)
	err := v.places.each(func(_, row []byte) error {
		name, seq, ok := splitEventKey(row[hashLen:])
		if ok && events.Get(row[hashLen:]) == nil {
			return &store.CorruptError{Stream: name, Seq: seq, Why: "it is missing"}
		}
		return nil
	})
	return cmp.Or(err, v.damaged("the order in which events came has more rows than there are events"))
}

func (v *verifier) blobs() error {
	return v.tx.Bucket(blobsBucket).ForEach(func(key, content []byte) error {
		if store.Digest(content) != fmt.Sprintf("%x", key) {
			return badBlob(v.path, key)
		}
		v.report.Blobs++
		return nil
	})
}

func (v *verifier) count(bucket []byte, want uint64, what string) error {
	var have uint64
	err := v.tx.Bucket(bucket).ForEach(func(_, _ []byte) error {
		have++
		return nil
	})
	if err == nil && have != want {
		return v.damaged("the table of %s has %d rows where the events call for %d", what, have, want)
	}
	return err
}
