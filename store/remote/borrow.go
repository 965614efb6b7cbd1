package remote

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net"
	"sync"
	"syscall"

	"golang.org/x/mod/sumdb/tlog"

	"concordat/store"
)

// Log is a store that another process holds. Make it with Borrow.
type Log struct {
	mu     sync.Mutex
	conn   net.Conn
	in     *gob.Decoder
	out    *gob.Encoder
	closed bool
}

var _ Lendable = (*Log)(nil)

// ErrNobody: no server answers at the path.
var ErrNobody = errors.New("no server answers here")

// Borrow asks the server whose socket lies at a path. ErrNobody says that there
// is none; a socket that a dead server left is no server.
func Borrow(path string) (*Log, error) {
	conn, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: path, Net: "unix"})
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, syscall.EINVAL), errors.Is(err, syscall.ENOTSOCK):
		return nil, ErrNobody
	case err != nil:
		return nil, err
	}
	l := &Log{conn: conn, in: gob.NewDecoder(conn), out: gob.NewEncoder(conn)}
	if _, err := l.ask(request{Op: opHello, Version: version}); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return l, nil
}

func (l *Log) ask(q request) (a reply, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return a, store.ErrClosed
	}
	if err = l.out.Encode(q); err == nil {
		err = l.in.Decode(&a)
	}
	if err != nil {
		return a, fmt.Errorf("the server that holds the store ended before it answered; "+
			"an act may be recorded or not: look, or repeat it with the same --key (%w)", err)
	}
	return a, a.Err.error()
}

// Append keeps an act; see store.Log.
func (l *Log) Append(a store.Append) ([]store.Record, error) {
	done := l.AppendAll([]store.Append{a})[0]
	return done.Records, done.Err
}

// AppendAll keeps several acts; see store.Log.
func (l *Log) AppendAll(acts []store.Append) []store.Result {
	packed := make([]act, len(acts))
	for i, a := range acts {
		packed[i] = pack(a)
	}
	results := make([]store.Result, len(acts))
	a, err := l.ask(request{Op: opAppend, Acts: packed})
	if err == nil && len(a.Results) != len(acts) {
		err = fmt.Errorf("the server answers for %d acts of %d", len(a.Results), len(acts))
	}
	for i := range results {
		if err != nil {
			results[i].Err = err
			continue
		}
		results[i] = store.Result{Records: a.Results[i].Records, Err: a.Results[i].Err.error()}
	}
	return results
}

// Read yields a stream; see store.Log.
func (l *Log) Read(stream string, from uint64) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for next := max(from, 1); ; {
			a, err := l.ask(request{Op: opRead, Stream: stream, From: next})
			for _, r := range a.Records {
				if !yield(r, nil) {
					return
				}
			}
			if err != nil {
				yield(store.Record{}, err)
			}
			if err != nil || len(a.Records) == 0 {
				return
			}
			next += uint64(len(a.Records))
		}
	}
}

// Order yields the order of all records; see store.Log.
func (l *Log) Order(from uint64) iter.Seq2[store.Place, error] {
	return func(yield func(store.Place, error) bool) {
		for next := max(from, 1); ; {
			a, err := l.ask(request{Op: opOrder, From: next})
			for _, p := range a.Places {
				if !yield(p, nil) {
					return
				}
			}
			if err != nil {
				yield(store.Place{}, err)
			}
			if err != nil || len(a.Places) == 0 {
				return
			}
			next += uint64(len(a.Places))
		}
	}
}

// Last returns the newest record of a stream; see store.Log.
func (l *Log) Last(stream string) (last store.Record, ok bool, err error) {
	a, err := l.ask(request{Op: opLast, Stream: stream})
	if len(a.Records) == 1 {
		last = a.Records[0]
	}
	return last, a.OK, err
}

// Streams names all streams; see store.Log.
func (l *Log) Streams() ([]string, error) {
	a, err := l.ask(request{Op: opStreams})
	return a.Streams, err
}

// Due lists what is due by a day; see store.Log.
func (l *Log) Due(upTo int32) ([]store.DueRow, error) {
	a, err := l.ask(request{Op: opDue, UpTo: upTo})
	return a.Due, err
}

// Blob returns a kept file; see store.Log.
func (l *Log) Blob(digest string) ([]byte, error) {
	a, err := l.ask(request{Op: opBlob, Name: digest})
	return a.Bytes, err
}

// Key tells where an act with this key was recorded; see store.Log.
func (l *Log) Key(stream, key string) (uint64, bool, error) {
	a, err := l.ask(request{Op: opKey, Stream: stream, Name: key})
	return a.Seq, a.OK, err
}

// State returns a stream's newest state; see store.Log.
func (l *Log) State(stream string) (uint64, []byte, bool, error) {
	a, err := l.ask(request{Op: opState, Stream: stream})
	return a.Seq, a.Bytes, a.OK, err
}

// DropStates forgets all states; see store.Log.
func (l *Log) DropStates() error {
	_, err := l.ask(request{Op: opDropStates})
	return err
}

// Tree is the tree over all records; see store.Log.
func (l *Log) Tree() (tlog.Tree, error) {
	a, err := l.ask(request{Op: opTree})
	return a.Tree, err
}

// ReadHashes returns hashes of the tree; see store.Log.
func (l *Log) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	a, err := l.ask(request{Op: opHashes, Indexes: indexes})
	return a.Hashes, err
}

// Verify has the server walk everything; see store.Log.
func (l *Log) Verify() (store.Report, error) {
	a, err := l.ask(request{Op: opVerify})
	return a.Report, err
}

// Backup has the server write a backup; the path is the server's to open.
func (l *Log) Backup(path string) (store.Report, error) {
	a, err := l.ask(request{Op: opBackup, Name: path})
	return a.Report, err
}

// Close ends the use of the store here; the server keeps it.
func (l *Log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return store.ErrClosed
	}
	l.closed = true
	return l.conn.Close()
}
