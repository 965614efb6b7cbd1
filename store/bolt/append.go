package bolt

import (
	"bytes"
	"encoding/hex"
	"errors"
	"runtime"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// Append waits until the act is on the disk. Acts that come while another
// commit runs go into the next one together; one that is refused costs the
// others nothing. See store.Log.
func (l *Log) Append(a store.Append) ([]store.Record, error) {
	done := l.AppendAll([]store.Append{a})[0]
	return done.Records, done.Err
}

// AppendAll puts several acts into the queue at once; see store.Log.
func (l *Log) AppendAll(acts []store.Append) []store.Result {
	results := make([]store.Result, len(acts))
	places := make([]int, 0, len(acts))
	group := make([]*waiting, 0, len(acts))
	for i, a := range acts {
		if results[i].Err = a.Validate(); results[i].Err == nil {
			group = append(group, &waiting{Append: a, turn: make(chan bool, 1)})
			places = append(places, i)
		}
	}
	if len(group) == 0 {
		return results
	}
	if l.queue.add(group) {
		group[0].turn <- false
	}
	for i, w := range group {
		if !<-w.turn {
			l.lead(w)
		}
		results[places[i]] = store.Result{Records: w.records, Err: w.err}
	}
	return results
}

func (l *Log) lead(own *waiting) {
	// Callers that were answered a moment ago may be about to come back:
	// letting them run first puts them into this commit.
	runtime.Gosched()
	acts := l.queue.take()
	if err := l.commit(acts); err != nil {
		for _, w := range acts {
			w.records, w.err = nil, err
		}
	}
	for _, w := range acts {
		if w != own {
			w.turn <- true
		}
	}
	l.queue.handOver()
}

// commit writes all acts that are not refused. An error means that none is
// written.
func (l *Log) commit(acts []*waiting) error {
	l.use.RLock()
	defer l.use.RUnlock()
	l.writing.Lock()
	defer l.writing.Unlock()
	if err := l.mayWrite(); err != nil {
		return err
	}
	l.stuck = true
	err := l.guard(func() error {
		tx, err := l.db.Begin(true)
		if err != nil {
			l.stuck = false
			return err
		}
		written, err := write(tx, acts)
		if err != nil || !written {
			l.stuck = false
			_ = tx.Rollback() // fails only on a transaction that has ended
			return err
		}
		err = tx.Commit()
		l.stuck, l.stopped, l.changed = false, err != nil, true
		return err
	})
	l.stopped = l.stopped || l.stuck
	return err
}

// mayWrite is asked with both locks held.
func (l *Log) mayWrite() error {
	switch {
	case l.closed:
		return store.ErrClosed
	case l.readOnly:
		return store.ErrReadOnly
	case l.stopped:
		return store.ErrStopped
	}
	return nil
}

// write puts the acts into the transaction, in order, and notes the refusal of
// those that do not fit; written is false when all are refused.
func write(tx *bbolt.Tx, acts []*waiting) (written bool, err error) {
	h, err := headOf(tx)
	if err != nil {
		return false, err
	}
	before := h.records
	var came []store.Record
	for _, w := range acts {
		row, err := fits(tx, w.Append)
		if err != nil {
			w.err = err
			continue
		}
		if w.records, err = put(tx, &h, row, w.Append); err != nil {
			return false, err
		}
		came, written = append(came, w.records...), true
	}
	return written, errors.Join(arrange(tx, before, came), tx.Bucket(metaBucket).Put(headRow, h.encode()))
}

// fits refuses an act that is recorded already or that comes too late.
func fits(tx *bbolt.Tx, a store.Append) (stream, error) {
	if a.Key != "" {
		if seq := tx.Bucket(keysBucket).Get(keyKey(a.Stream, a.Key)); len(seq) == 8 {
			return stream{}, &store.RecordedError{Stream: a.Stream, Key: a.Key, Seq: decodeNumber(seq)}
		}
	}
	row, err := streamRow(tx, a.Stream)
	if err != nil {
		return row, err
	}
	if row.last != a.Expect {
		return row, store.ErrConflict
	}
	return row, nil
}

func put(tx *bbolt.Tx, h *head, row stream, a store.Append) ([]store.Record, error) {
	if err := putBlobs(tx, h, a.Blobs); err != nil {
		return nil, err
	}
	if err := putDue(tx, a.Stream, row.due, a.Due); err != nil {
		return nil, err
	}
	if a.Key != "" {
		if err := tx.Bucket(keysBucket).Put(keyKey(a.Stream, a.Key), number(row.last+1)); err != nil {
			return nil, err
		}
	}
	records := make([]store.Record, len(a.Bodies))
	for i, body := range a.Bodies {
		r := store.Record{Stream: a.Stream, Seq: row.last + 1, Global: h.records + 1, Body: bytes.Clone(body)}
		if i == 0 {
			r.Key = a.Key
		}
		r.Hash = store.Chain(row.hash, r.Stream, r.Seq, r.Key, r.Body)
		if err := putRecord(tx, r); err != nil {
			return nil, err
		}
		row.last, row.hash = r.Seq, r.Hash
		h.records, h.link = r.Global, store.Link(h.link, r.Hash)
		records[i] = r
	}
	row.due = a.Due
	if a.State != nil {
		if err := putState(tx, a.Stream, row, a.State); err != nil {
			return nil, err
		}
	}
	return records, putEnd(tx, a.Stream, row)
}

func putRecord(tx *bbolt.Tx, r store.Record) error {
	events := tx.Bucket(eventsBucket)
	events.FillPercent = eventFill
	return events.Put(eventKey(r.Stream, r.Seq), encodeEvent(r))
}

func putDue(tx *bbolt.Tx, name string, before, after *int32) error {
	if before != nil && after != nil && *before == *after {
		return nil // most acts leave the day as it is, and the pages on the way to its row
	}
	due := tx.Bucket(dueBucket)
	if before != nil {
		if err := due.Delete(dueKey(*before, name)); err != nil {
			return err
		}
	}
	if after == nil {
		return nil
	}
	return due.Put(dueKey(*after, name), nil)
}

// putBlobs takes the files in any order: bbolt sorts them.
func putBlobs(tx *bbolt.Tx, h *head, blobs map[string][]byte) error {
	table := tx.Bucket(blobsBucket)
	for digest, content := range blobs {
		key, err := hex.DecodeString(digest)
		if err != nil {
			return err
		}
		if table.Get(key) != nil {
			continue
		}
		if err := table.Put(key, content); err != nil {
			return err
		}
		h.blobs++
	}
	return nil
}
