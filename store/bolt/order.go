package bolt

import (
	"bytes"

	"go.etcd.io/bbolt"

	"concordat/store"
)

// chunk is how many rows at a time go into the order, together with the hashes of
// the tree over them. Until there are as many they stand in the table of recent
// ones, which is one page, where the others are trees several pages deep of which
// each act would copy a way from root to leaf.
const chunk = 32

// whole is how many of a number of records make chunks.
func whole(records uint64) uint64 { return records - records%chunk }

// order is the order in which all records came, in one transaction.
type order struct {
	rows, recent *bbolt.Bucket // recent is nil before format 3
	whole        uint64        // records from the next on stand in recent
}

func orderOf(tx *bbolt.Tx, records uint64) order {
	o := order{rows: tx.Bucket(orderBucket), recent: tx.Bucket(recentBucket), whole: whole(records)}
	if o.recent == nil {
		o.whole = records
	}
	return o
}

// table is the one in which a record has its row.
func (o order) table(global uint64) *bbolt.Bucket {
	if global > o.whole && o.recent != nil {
		return o.recent
	}
	return o.rows
}

// row is nil if there is none, also when it stands in the wrong table.
func (o order) row(global uint64) []byte { return o.table(global).Get(number(global)) }

// each goes through all rows of both tables.
func (o order) each(see func(key, row []byte) error) error {
	err := o.rows.ForEach(see)
	if err == nil && o.recent != nil {
		err = o.recent.ForEach(see)
	}
	return err
}

// arrange notes in which order records came, after as many others. A chunk that
// they complete goes into the order and the tree.
func arrange(tx *bbolt.Tx, before uint64, came []store.Record) error {
	from, o := whole(before), orderOf(tx, before+uint64(len(came)))
	if o.whole > from {
		o.rows.FillPercent = 0.95 // rows come only at its end, so that its pages need no room
		for n := from + 1; n <= before; n++ {
			if err := move(o.recent, o.rows, number(n)); err != nil {
				return err
			}
		}
	}
	for _, r := range came {
		row := append(r.Hash[:], eventKey(r.Stream, r.Seq)...)
		if err := o.table(r.Global).Put(number(r.Global), row); err != nil {
			return err
		}
	}
	return grow(tx, o, from)
}

// move takes a row from one table to another.
func move(from, to *bbolt.Bucket, key []byte) error {
	row := bytes.Clone(from.Get(key))
	if err := from.Delete(key); err != nil {
		return err
	}
	return to.Put(key, row)
}
