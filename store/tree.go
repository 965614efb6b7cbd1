package store

import (
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

// Leaf is a record in the tree over all records of a store, which is that of
// RFC 6962: the leaf's bytes are the hash of the record (see Chain), so that a
// leaf stands for the record and for all before it in its stream.
func Leaf(record [32]byte) tlog.Hash { return tlog.RecordHash(record[:]) }

// Place says which record is the n-th of all.
type Place struct {
	Global uint64 // from 1
	Stream string
	Seq    uint64
	Hash   [32]byte
}

// Edge is the right edge of a growing tree: the roots of the whole subtrees that
// make it up, from left to right. The zero value is an empty tree.
type Edge struct {
	size  uint64
	roots []tlog.Hash
}

// EdgeAt is the edge of a tree of some size. It asks for the hash of each whole
// subtree, by its level and how many of that level lie to its left.
func EdgeAt(size uint64, hash func(level int, n int64) (tlog.Hash, error)) (Edge, error) {
	e := Edge{size: size}
	for level := bits.Len64(size) - 1; level >= 0; level-- {
		if size>>level&1 == 0 {
			continue
		}
		root, err := hash(level, int64(size>>level-1))
		if err != nil {
			return e, err
		}
		e.roots = append(e.roots, root)
	}
	return e, nil
}

// Add puts a leaf at the end and returns the inner hashes that it completes,
// from the lowest; they are the caller's to read until the next call.
func (e *Edge) Add(leaf tlog.Hash) (inner []tlog.Hash) {
	e.size++
	for range bits.TrailingZeros64(e.size) {
		last := len(e.roots) - 1
		leaf = tlog.NodeHash(e.roots[last], leaf)
		e.roots = e.roots[:last]
		inner = append(inner, leaf)
	}
	e.roots = append(e.roots, leaf)
	return inner
}

// Root is the hash of the whole tree.
func (e *Edge) Root() tlog.Hash {
	if len(e.roots) == 0 {
		root, _ := tlog.TreeHash(0, nil) // an empty tree reads nothing
		return root
	}
	last := len(e.roots) - 1
	root := e.roots[last]
	for i := last - 1; i >= 0; i-- {
		root = tlog.NodeHash(e.roots[i], root)
	}
	return root
}
