package bolt

import (
	"bytes"
	"errors"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// streamsAtOnce is how many rows of the old table of streams go to their places in
// one transaction: all of a large file would not fit into memory.
const streamsAtOnce = 4096

// upgrade brings a file of format 1 or 2 to format 3. The file is whole after each
// of its transactions; one that was interrupted goes on at the next opening.
func (l *Log) upgrade() error {
	old := false
	err := l.db.View(func(tx *bbolt.Tx) error {
		old = tx.Bucket(streamsBucket) != nil
		return nil
	})
	if err != nil || !old {
		return err
	}
	l.changed = true
	if err := l.db.Update(relay); err != nil {
		return err
	}
	for more := true; more && err == nil; {
		err = l.db.Update(func(tx *bbolt.Tx) (err error) {
			more, err = moveStreams(tx, streamsAtOnce)
			return err
		})
	}
	return err
}

// relay gives a file of an older format the tables of this one. What is in them
// already stays.
func relay(tx *bbolt.Tx) error {
	if tx.Bucket(recentBucket) != nil {
		return nil
	}
	h, err := headOf(tx)
	if err != nil {
		return err
	}
	planted := tx.Bucket(treeBucket) != nil
	for _, name := range allBuckets {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	o, tree := orderOf(tx, h.records), tx.Bucket(treeBucket)
	for n := o.whole + 1; n <= h.records; n++ {
		key := number(n)
		err := errors.Join(o.recent.Put(key, bytes.Clone(o.rows.Get(key))), o.rows.Delete(key), tree.Delete(key))
		if err != nil {
			return err
		}
	}
	if !planted {
		var edge store.Edge
		tree.FillPercent = endFill
		if err := o.rows.ForEach(func(key, row []byte) error { return grow(tree, &edge, key, row) }); err != nil {
			return err
		}
	}
	return tx.Bucket(metaBucket).Put(formatRow, number(Format))
}

// moveStreams moves some rows of the old table of streams to the ends of their
// streams, and removes the table with the last.
func moveStreams(tx *bbolt.Tx, some int) (more bool, err error) {
	streams, events := tx.Bucket(streamsBucket), tx.Bucket(eventsBucket)
	events.FillPercent = eventFill
	for ; some > 0; some-- {
		name, row := streams.Cursor().First()
		if name == nil {
			return false, tx.DeleteBucket(streamsBucket)
		}
		if err := events.Put(endKey(string(name)), append([]byte(nil), row...)); err != nil {
			return false, err
		}
		if err := streams.Delete(name); err != nil {
			return false, err
		}
	}
	return true, nil
}
