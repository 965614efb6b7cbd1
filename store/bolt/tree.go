package bolt

import (
	"fmt"
	"iter"

	"go.etcd.io/bbolt"
	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// grow puts the next record into the tree, by its row in the order. Only every
// second record completes inner hashes; leaves are made from the order.
func grow(tree *bbolt.Bucket, edge *store.Edge, key, row []byte) error {
	if len(row) < hashLen {
		return missing(tree.Tx(), decodeNumber(key))
	}
	inner := edge.Add(store.Leaf([32]byte(row[:hashLen])))
	if len(inner) == 0 {
		return nil
	}
	return tree.Put(key, joined(inner))
}

func joined(hashes []tlog.Hash) []byte {
	b := make([]byte, 0, len(hashes)*hashLen)
	for _, h := range hashes {
		b = append(b, h[:]...)
	}
	return b
}

// hashes reads the tree in a transaction.
type hashes struct {
	tx    *bbolt.Tx
	order order
}

func hashesOf(tx *bbolt.Tx) (hashes, head, error) {
	h, err := headOf(tx)
	return hashes{tx: tx, order: orderOf(tx, h.records)}, h, err
}

// ReadHashes implements tlog.HashReader.
func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		var err error
		if found[i], err = h.node(tlog.SplitStoredHashIndex(index)); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// node is the n-th hash of a level. Over records that do not make a chunk yet, and
// in a file of format 1, which has no tree, it is worked out from the leaves.
func (h hashes) node(level int, n int64) (hash tlog.Hash, err error) {
	last := uint64(n+1) << level // the record that completes it
	if level == 0 {
		row := h.order.row(last)
		if len(row) < hashLen {
			return hash, missing(h.tx, last)
		}
		return store.Leaf([32]byte(row[:hashLen])), nil
	}
	if tree := h.tx.Bucket(treeBucket); tree != nil && last <= h.order.whole {
		row := tree.Get(number(last))
		if len(row) < level*hashLen {
			return hash, missing(h.tx, last)
		}
		return tlog.Hash(row[(level-1)*hashLen:]), nil
	}
	left, err := h.node(level-1, 2*n)
	if err != nil {
		return hash, err
	}
	right, err := h.node(level-1, 2*n+1)
	return tlog.NodeHash(left, right), err
}

func missing(tx *bbolt.Tx, record uint64) error {
	why := fmt.Sprintf("the tree over its events has no hash for event number %d of all", record)
	return &store.DamagedError{Path: tx.DB().Path(), Why: why}
}

// Tree is the tree over all records; see store.Log.
func (l *Log) Tree() (tree tlog.Tree, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		in, h, err := hashesOf(tx)
		if err != nil {
			return err
		}
		tree.N = int64(h.records)
		tree.Hash, err = tlog.TreeHash(tree.N, in)
		return err
	})
	return tree, err
}

// ReadHashes returns hashes of the tree; see store.Log.
func (l *Log) ReadHashes(indexes []int64) (found []tlog.Hash, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		in, _, err := hashesOf(tx)
		if err != nil {
			return err
		}
		found, err = in.ReadHashes(indexes)
		return err
	})
	return found, err
}

// How many places are copied out of the file at once; see Read.
const readPlaces = 4096

// Order yields the order in which records came; see store.Log.
func (l *Log) Order(from uint64) iter.Seq2[store.Place, error] {
	return func(yield func(store.Place, error) bool) {
		for next := max(from, 1); ; {
			some, err := l.places(next)
			for _, p := range some {
				if !yield(p, nil) {
					return
				}
			}
			if err != nil {
				yield(store.Place{}, err)
			}
			if err != nil || len(some) == 0 {
				return
			}
			next += uint64(len(some))
		}
	}
}

func (l *Log) places(next uint64) (some []store.Place, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		in, h, err := hashesOf(tx)
		if err != nil {
			return err
		}
		rows := in.order.table(next).Cursor()
		key, row := rows.Seek(number(next))
		for ; next <= h.records && len(some) < readPlaces; key, row = rows.Next() {
			if key == nil && in.order.table(next) == in.order.recent {
				rows = in.order.recent.Cursor()
				key, row = rows.First()
			}
			if len(key) != 8 || len(row) < hashLen || decodeNumber(key) != next {
				return &store.DamagedError{Path: l.path, Why: fmt.Sprintf("event number %d of all is missing from the order in which they came", next)}
			}
			name, seq, ok := splitEventKey(row[hashLen:])
			if !ok {
				return &store.DamagedError{Path: l.path, Why: fmt.Sprintf("nothing says which event is number %d of all", next)}
			}
			some = append(some, store.Place{Global: next, Stream: name, Seq: seq, Hash: [32]byte(row[:hashLen])})
			next++
		}
		return nil
	})
	return some, err
}
