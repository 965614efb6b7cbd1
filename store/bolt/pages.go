package bolt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"concordat/store"
)

// The layout of a bbolt file, format 2: pages, each with a header (id, kind,
// count, overflow) and a table of elements; two header pages, the newer of which
// holds; trees of branch and leaf pages; small buckets inside the leaf that
// names them. Numbers have the byte order of the machine.
const (
	pageHeader  = 16
	elementSize = 16
	metaSize    = 64
	rootSize    = 16

	branchKind = 0x01
	leafKind   = 0x02
	metaKind   = 0x04
	freeKind   = 0x10

	boltMagic   = 0xED0CDAED
	boltVersion = 2
	noFreelist  = ^uint64(0)
	maxDepth    = 64
)

var native = binary.NativeEndian

// bad is a reason why a page cannot be read.
type bad string

func (b bad) Error() string { return string(b) }

// checkPages refuses a file that bbolt could not read without a panic: it
// follows every page that belongs to the newest state and checks its place,
// kind, bounds and order of keys. It reads the file, not the memory map, so
// that a short file is an error and not a fault.
func checkPages(path string, file *os.File) error {
	newest, err := newestHeader(path, file)
	if err != nil {
		return err
	}
	return checkFrom(path, file, newest)
}

func newestHeader(path string, file *os.File) (header, error) {
	info, err := file.Stat()
	if err != nil {
		return header{}, err
	}
	return readHeaders(path, file, info.Size())
}

// checkFrom walks the pages that belong to one header.
func checkFrom(path string, file *os.File, newest header) error {
	return check(path, file, newest, false)
}

// checkBranches walks the pages that lead to the tables and in them to their
// leaves, some in a hundred of all. A way among these that comes back to itself
// would end the program: of it bbolt makes no panic but a search without end.
func checkBranches(path string, file *os.File, newest header) error {
	return check(path, file, newest, true)
}

func check(path string, file *os.File, newest header, branches bool) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	size, pageSize := uint64(info.Size()), uint64(newest.pageSize)
	if newest.pages > size/pageSize {
		why := fmt.Sprintf("it is cut short: %d bytes are left where at least %d belong", size, newest.pages*pageSize)
		return &store.DamagedError{Path: path, Why: why}
	}
	w := walk{file: file, pageSize: int(pageSize), pages: newest.pages, seen: make([]uint64, newest.pages/64+1), branches: branches}
	err = w.tree(newest.root, nil, nil, 0)
	if err == nil && newest.freelist != noFreelist && !branches {
		err = w.free(newest.freelist)
	}
	if why, ok := err.(bad); ok {
		return &store.DamagedError{Path: path, Why: string(why)}
	}
	return err
}

// header is what a header page says: which pages there are and where the tree
// starts.
type header struct {
	id                uint64 // of its page
	raw               []byte // its page, up to the end of what bbolt writes
	pageSize          uint32
	root, pages, txid uint64
	freelist          uint64
}

// readHeaders returns the newer of the two header pages. Both must be whole and
// one commit apart: with one of them lost, bbolt would quietly go back to the
// state before the last commit.
func readHeaders(path string, file io.ReaderAt, size int64) (header, error) {
	first := make([]byte, pageHeader+metaSize)
	if _, err := file.ReadAt(first, 0); err != nil && err != io.EOF {
		return header{}, err
	}
	if native.Uint32(first[pageHeader:]) != boltMagic {
		return header{}, &store.NotAStoreError{Path: path, Why: "its first bytes are not those of a store"}
	}
	damaged := func(why string) (header, error) {
		return header{}, &store.DamagedError{Path: path, Why: why}
	}
	zero, ok := readHeader(first, 0)
	if !ok {
		return damaged("its first header page is not what was written")
	}
	if zero.pageSize < 512 || zero.pageSize > 1<<16 || zero.pageSize&(zero.pageSize-1) != 0 {
		return damaged(fmt.Sprintf("it says that its pages have %d bytes", zero.pageSize))
	}
	if size < 2*int64(zero.pageSize) {
		return damaged(fmt.Sprintf("it is cut short: only %d bytes are left", size))
	}
	second := make([]byte, pageHeader+metaSize)
	if _, err := file.ReadAt(second, int64(zero.pageSize)); err != nil {
		return header{}, err
	}
	one, ok := readHeader(second, 1)
	if !ok || one.pageSize != zero.pageSize || one.txid+1 != zero.txid && zero.txid+1 != one.txid {
		return damaged("its second header page is not what was written; the last act may be lost")
	}
	newest := zero
	if one.txid > zero.txid {
		newest = one
	}
	return newest, nil
}

func readHeader(b []byte, id uint64) (header, bool) {
	if native.Uint64(b) != id || native.Uint16(b[8:]) != metaKind {
		return header{}, false
	}
	m := b[pageHeader:]
	sum := fnv.New64a()
	sum.Write(m[:metaSize-8])
	if native.Uint32(m) != boltMagic || native.Uint32(m[4:]) != boltVersion || native.Uint64(m[56:]) != sum.Sum64() {
		return header{}, false
	}
	return header{
		id:       id,
		raw:      b[:pageHeader+metaSize],
		pageSize: native.Uint32(m[8:]),
		root:     native.Uint64(m[16:]),
		freelist: native.Uint64(m[32:]),
		pages:    native.Uint64(m[40:]),
		txid:     native.Uint64(m[48:]),
	}, true
}

// walk follows the trees of a file.
type walk struct {
	file     io.ReaderAt
	pageSize int
	pages    uint64
	seen     []uint64 // a bit for each page that a tree has used
	branches bool     // of tables no leaves are read
	leaves   int      // the depth of those that are left out; 0 if none are
}

// tree checks a page and all below it. Its keys lie between low (included) and
// high (excluded); nil means no bound.
func (w *walk) tree(id uint64, low, high []byte, depth int) error {
	if w.leaves > 0 && depth >= w.leaves {
		return nil
	}
	if depth > maxDepth {
		return bad(fmt.Sprintf("page %d lies too deep", id))
	}
	page, err := w.read(id)
	if err != nil {
		return err
	}
	return w.elements(page, fmt.Sprintf("page %d", id), low, high, depth)
}

// read returns a page with its overflow and marks it as used.
func (w *walk) read(id uint64) ([]byte, error) {
	if id < 2 || id >= w.pages {
		return nil, bad(fmt.Sprintf("it refers to page %d, which it does not have", id))
	}
	page := make([]byte, w.pageSize)
	if _, err := w.file.ReadAt(page, int64(id)*int64(w.pageSize)); err != nil {
		return nil, err
	}
	if native.Uint64(page) != id {
		return nil, bad(fmt.Sprintf("page %d is not what was written", id))
	}
	more := uint64(native.Uint32(page[12:]))
	if more >= w.pages-id {
		return nil, bad(fmt.Sprintf("page %d runs beyond the end", id))
	}
	for n := id; n <= id+more; n++ {
		if w.seen[n/64]&(1<<(n%64)) != 0 {
			return nil, bad(fmt.Sprintf("page %d is used twice", n))
		}
		w.seen[n/64] |= 1 << (n % 64)
	}
	if more == 0 {
		return page, nil
	}
	page = make([]byte, int(more+1)*w.pageSize)
	_, err := w.file.ReadAt(page, int64(id)*int64(w.pageSize))
	return page, err
}

func (w *walk) elements(page []byte, name string, low, high []byte, depth int) error {
	kind, count := native.Uint16(page[8:]), int(native.Uint16(page[10:]))
	table := pageHeader + count*elementSize
	if kind != leafKind && (kind != branchKind || count == 0) || table > len(page) {
		return bad(name + " is not what was written")
	}
	element := func(i int) element { return readElement(page, pageHeader+i*elementSize, table, kind) }
	for i := range count {
		e := element(i)
		if !e.ok || bytes.Compare(e.key, low) < 0 || i > 0 && bytes.Equal(e.key, low) || high != nil && bytes.Compare(e.key, high) >= 0 {
			return bad(fmt.Sprintf("%s has a bad entry %d", name, i+1))
		}
		low = e.key
		var err error
		switch {
		case kind == branchKind:
			below := high
			if i+1 < count {
				below = element(i + 1).key
			}
			err = w.tree(e.child, e.key, below, depth+1)
		case e.bucket:
			err = w.bucket(e.value, name, depth)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bucket checks a tree of its own, or a page that stands in the place of one.
func (w *walk) bucket(value []byte, name string, depth int) error {
	if len(value) < rootSize {
		return bad(name + " has a bad table")
	}
	if root := native.Uint64(value); root != 0 {
		if w.branches {
			levels, err := w.levels(root)
			if err != nil {
				return err
			}
			w.leaves = depth + 1 + levels
			defer func() { w.leaves = 0 }()
		}
		return w.tree(root, nil, nil, depth+1)
	}
	inline := value[rootSize:]
	if len(inline) < pageHeader || native.Uint16(inline[8:]) != leafKind {
		return bad(name + " has a bad table")
	}
	return w.elements(inline, name, nil, nil, depth+1)
}

// levels is how many branches lie above the leaves of a tree, which all lie at one
// depth. It goes down at the left.
func (w *walk) levels(id uint64) (levels int, err error) {
	first := make([]byte, pageHeader+elementSize)
	for ; levels < maxDepth && id < w.pages; levels++ {
		if _, err := w.file.ReadAt(first, int64(id)*int64(w.pageSize)); err != nil {
			return 0, err
		}
		if native.Uint16(first[8:]) != branchKind {
			break
		}
		id = native.Uint64(first[pageHeader+8:])
	}
	return levels, nil // what is wrong on the way the walk will say
}

// element is one entry of a page: a key with a child page or a value.
type element struct {
	key, value []byte
	child      uint64
	bucket, ok bool
}

// readElement reads the entry at an offset; its bytes lie after the table.
func readElement(page []byte, at, table int, kind uint16) (e element) {
	b := page[at : at+elementSize]
	var start, keyEnd, end uint64
	if kind == branchKind {
		start = uint64(at) + uint64(native.Uint32(b))
		keyEnd = start + uint64(native.Uint32(b[4:]))
		end = keyEnd
		e.child = native.Uint64(b[8:])
	} else {
		flags := native.Uint32(b)
		start = uint64(at) + uint64(native.Uint32(b[4:]))
		keyEnd = start + uint64(native.Uint32(b[8:]))
		end = keyEnd + uint64(native.Uint32(b[12:]))
		if e.bucket = flags == 1; flags > 1 {
			return e
		}
	}
	if start < uint64(table) || end > uint64(len(page)) {
		return e
	}
	e.key, e.value, e.ok = page[start:keyEnd:keyEnd], page[keyEnd:end:end], true
	return e
}
