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
	o := orderOf(tx, before+uint64(len(came)))
	if from := whole(before); o.whole > from {
		here := o.whole - before // so many of those that came
		if err := o.settle(tx, from, before, came[:here]); err != nil {
			return err
		}
		came = came[here:]
	}
	for _, r := range came {
		if err := o.recent.Put(number(r.Global), orderRow(r)); err != nil {
			return err
		}
	}
	return nil
}

func orderRow(r store.Record) []byte {
	b := make([]byte, 0, hashLen+len(r.Stream)+9)
	return appendEventKey(append(b, r.Hash[:]...), r.Stream, r.Seq)
}

// settle puts whole chunks into the order and the tree: the recent records, and
// those that came after them.
func (o order) settle(tx *bbolt.Tx, from, before uint64, came []store.Record) error {
	edge, err := store.EdgeAt(from, hashes{tx: tx, order: o}.node)
	if err != nil {
		return err
	}
	tree := tx.Bucket(treeBucket)
	tree.FillPercent, o.rows.FillPercent = endFill, endFill
	put := func(key, row []byte) error {
		if err := o.rows.Put(key, row); err != nil {
			return err
		}
		return grow(tree, &edge, key, row)
	}
	for n := from + 1; n <= before; n++ {
		key := number(n)
		row := bytes.Clone(o.recent.Get(key))
		if err := o.recent.Delete(key); err != nil {
			return err
		}
		if err := put(key, row); err != nil {
			return err
		}
	}
	for _, r := range came {
		if err := put(number(r.Global), orderRow(r)); err != nil {
			return err
		}
	}
	return nil
}
