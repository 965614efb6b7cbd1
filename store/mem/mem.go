// Package mem keeps a store in memory: for scenarios, tests and trying out a
// variation on a running agreement. It passes the same suite as the store in a
// file and forgets everything when it is dropped.
package mem

import (
	"bytes"
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"

	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// Log is a store in memory. Make it with New.
type Log struct {
	mu      sync.RWMutex
	streams map[string]*stream
	records uint64
	blobs   map[string][]byte
	head    [32]byte
	order   []store.Place
	tree    []tlog.Hash // as tlog.StoredHashes orders them
	edge    store.Edge
	closed  bool
}

type stream struct {
	records []store.Record
	keys    map[string]uint64
	due     *int32
	state   []byte
	stateAt uint64
}

var _ store.Log = (*Log)(nil)

// New returns an empty store.
func New() *Log {
	return &Log{streams: map[string]*stream{}, blobs: map[string][]byte{}}
}

// Append keeps an act; see store.Log.
func (l *Log) Append(a store.Append) ([]store.Record, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil, store.ErrClosed
	}
	s := l.streams[a.Stream]
	if s == nil {
		s = &stream{keys: map[string]uint64{}}
	}
	if seq, ok := s.keys[a.Key]; ok {
		return nil, &store.RecordedError{Stream: a.Stream, Key: a.Key, Seq: seq}
	}
	if a.Expect != uint64(len(s.records)) {
		return nil, store.ErrConflict
	}
	l.streams[a.Stream] = s
	for digest, content := range a.Blobs {
		l.blobs[digest] = bytes.Clone(content)
	}
	s.due = nil
	if a.Due != nil {
		s.due = new(*a.Due)
	}
	added := l.record(s, a)
	if a.State != nil {
		s.state, s.stateAt = bytes.Clone(a.State), uint64(len(s.records))
	}
	return copied(added), nil
}

// AppendAll keeps several acts; see store.Log.
func (l *Log) AppendAll(acts []store.Append) []store.Result {
	results := make([]store.Result, len(acts))
	for i, a := range acts {
		results[i].Records, results[i].Err = l.Append(a)
	}
	return results
}

// State returns a stream's newest state; see store.Log.
func (l *Log) State(name string) (uint64, []byte, bool, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	s := l.streams[name]
	switch {
	case l.closed:
		return 0, nil, false, store.ErrClosed
	case s == nil || s.state == nil:
		return 0, nil, false, nil
	}
	return s.stateAt, bytes.Clone(s.state), true, nil
}

// DropStates forgets all states; see store.Log.
func (l *Log) DropStates() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return store.ErrClosed
	}
	for _, s := range l.streams {
		s.state = nil
	}
	return nil
}

func (l *Log) record(s *stream, a store.Append) []store.Record {
	if a.Key != "" {
		s.keys[a.Key] = a.Expect + 1
	}
	var before [32]byte
	if n := len(s.records); n > 0 {
		before = s.records[n-1].Hash
	}
	for i, body := range a.Bodies {
		r := store.Record{Stream: a.Stream, Seq: a.Expect + uint64(i) + 1, Global: l.records + 1, Body: bytes.Clone(body)}
		if i == 0 {
			r.Key = a.Key
		}
		r.Hash = store.Chain(before, r.Stream, r.Seq, r.Key, r.Body)
		before = r.Hash
		l.head = store.Link(l.head, r.Hash)
		l.order = append(l.order, store.Place{Global: r.Global, Stream: r.Stream, Seq: r.Seq, Hash: r.Hash})
		leaf := store.Leaf(r.Hash)
		l.tree = append(append(l.tree, leaf), l.edge.Add(leaf)...)
		s.records = append(s.records, r)
		l.records = r.Global
	}
	return s.records[a.Expect:]
}

func copied(records []store.Record) []store.Record {
	records = slices.Clone(records)
	for i := range records {
		records[i].Body = bytes.Clone(records[i].Body)
	}
	return records
}

// Read yields a stream as it is when reading starts; see store.Log.
func (l *Log) Read(name string, from uint64) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		records, err := l.from(name, from)
		if err != nil {
			yield(store.Record{}, err)
			return
		}
		for _, r := range records {
			r.Body = bytes.Clone(r.Body)
			if !yield(r, nil) {
				return
			}
		}
	}
}

// from is a stream as it is now. A record that is there is never written again, so
// that its body is copied only for who reads it.
func (l *Log) from(name string, from uint64) ([]store.Record, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return nil, store.ErrClosed
	}
	s := l.streams[name]
	if s == nil || from > uint64(len(s.records)) {
		return nil, nil
	}
	return s.records[max(from, 1)-1:], nil
}

// Last returns the newest record of a stream; see store.Log.
func (l *Log) Last(name string) (store.Record, bool, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	s := l.streams[name]
	switch {
	case l.closed:
		return store.Record{}, false, store.ErrClosed
	case s == nil:
		return store.Record{}, false, nil
	}
	return copied(s.records[len(s.records)-1:])[0], true, nil
}

// Streams names all streams; see store.Log.
func (l *Log) Streams() ([]string, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return nil, store.ErrClosed
	}
	return slices.Sorted(maps.Keys(l.streams)), nil
}

// Due lists what is due by a day; see store.Log.
func (l *Log) Due(upTo int32) ([]store.DueRow, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return nil, store.ErrClosed
	}
	var rows []store.DueRow
	for name, s := range l.streams {
		if s.due != nil && *s.due <= upTo {
			rows = append(rows, store.DueRow{Day: *s.due, Stream: name})
		}
	}
	slices.SortFunc(rows, func(a, b store.DueRow) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Stream, b.Stream))
	})
	return rows, nil
}

// Blob returns a kept file; see store.Log.
func (l *Log) Blob(digest string) ([]byte, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	content, ok := l.blobs[digest]
	switch {
	case l.closed:
		return nil, store.ErrClosed
	case !ok:
		return nil, store.ErrNotFound
	}
	return bytes.Clone(content), nil
}

// Key tells where an act with this key was recorded; see store.Log.
func (l *Log) Key(name, key string) (seq uint64, ok bool, err error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return 0, false, store.ErrClosed
	}
	if s := l.streams[name]; s != nil {
		seq, ok = s.keys[key]
	}
	return seq, ok, nil
}

// Order yields the order in which records came, as it is when reading starts;
// see store.Log.
func (l *Log) Order(from uint64) iter.Seq2[store.Place, error] {
	return func(yield func(store.Place, error) bool) {
		l.mu.RLock()
		order, closed := l.order, l.closed
		l.mu.RUnlock()
		if closed {
			yield(store.Place{}, store.ErrClosed)
			return
		}
		for _, p := range order[min(max(from, 1)-1, uint64(len(order))):] {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// Tree is the tree over all records; see store.Log.
func (l *Log) Tree() (tlog.Tree, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return tlog.Tree{}, store.ErrClosed
	}
	return l.treeNow(), nil
}

func (l *Log) treeNow() tlog.Tree { return tlog.Tree{N: int64(l.records), Hash: l.edge.Root()} }

// ReadHashes returns hashes of the tree; see store.Log.
func (l *Log) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return nil, store.ErrClosed
	}
	found := make([]tlog.Hash, len(indexes))
	for i, at := range indexes {
		if at < 0 || at >= int64(len(l.tree)) {
			return nil, store.ErrNotFound
		}
		found[i] = l.tree[at]
	}
	return found, nil
}

// Verify reports what is held: memory that nobody else reaches cannot be altered.
func (l *Log) Verify() (store.Report, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return store.Report{}, store.ErrClosed
	}
	return store.Report{
		Streams: uint64(len(l.streams)), Records: l.records,
		Blobs: uint64(len(l.blobs)), Head: l.head, Tree: l.treeNow(),
	}, nil
}

// Close ends the use of the log.
func (l *Log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return store.ErrClosed
	}
	l.closed = true
	return nil
}
