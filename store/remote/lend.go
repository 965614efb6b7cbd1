package remote

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"sync"

	"concordat/store"
)

// Lender answers for a store. Make it with Lend.
type Lender struct {
	log      Lendable
	listener net.Listener
	path     string
	failed   func(error)

	mu    sync.Mutex
	conns map[net.Conn]bool // true: at work on a question
	ended bool
	all   sync.WaitGroup
}

// Lendable is what a lent store must do beside the contract.
type Lendable interface {
	store.Log

	// Backup writes the store into a new file and verifies it.
	Backup(path string) (store.Report, error)
}

// Lend opens a socket at a path, which only its owner may use, and answers there
// until Close. A socket that a dead process left there is replaced. failed is
// called when the store has stopped because a write failed.
func Lend(log Lendable, path string, failed func(error)) (*Lender, error) {
	// The socket is made in a folder of its own, which nobody else can enter,
	// and gets its name when its permissions are right.
	folder, err := os.MkdirTemp(filepath.Dir(path), ".socket-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	draft := filepath.Join(folder, "s")
	listener, err := net.ListenUnix("unix", &net.UnixAddr{Name: draft, Net: "unix"})
	if err != nil {
		return nil, fmt.Errorf("no socket can be made at %s (it may be too long a path): %w", path, err)
	}
	listener.SetUnlinkOnClose(false)
	err = os.Chmod(draft, 0o600)
	if err == nil {
		err = os.Rename(draft, path)
	}
	if err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	l := &Lender{log: log, listener: listener, path: path, failed: failed, conns: map[net.Conn]bool{}}
	l.all.Go(l.accept)
	return l, nil
}

func (l *Lender) accept() {
	for {
		conn, err := l.listener.Accept()
		if err != nil {
			return
		}
		l.mu.Lock()
		if l.ended {
			conn.Close()
		} else {
			l.conns[conn] = false
			l.all.Go(func() { l.serve(conn) })
		}
		l.mu.Unlock()
	}
}

// Close lets the questions under way be answered, then ends.
func (l *Lender) Close() error {
	l.mu.Lock()
	l.ended = true
	for conn, atWork := range l.conns {
		if !atWork {
			conn.Close()
		}
	}
	l.mu.Unlock()
	err := errors.Join(os.Remove(l.path), l.listener.Close())
	l.all.Wait()
	return err
}

// work notes whether a connection is at work; false ends it.
func (l *Lender) work(conn net.Conn, at bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.conns[conn] = at
	return !l.ended || at
}

func (l *Lender) serve(conn net.Conn) {
	defer func() {
		conn.Close()
		l.mu.Lock()
		delete(l.conns, conn)
		l.mu.Unlock()
	}()
	in, out := gob.NewDecoder(conn), gob.NewEncoder(conn)
	for {
		var q request
		if err := in.Decode(&q); err != nil {
			if !errors.Is(err, io.EOF) {
				_ = out.Encode(reply{Err: pass(fmt.Errorf("the server does not understand: %w", err))}) // if it still listens
			}
			return
		}
		l.work(conn, true)
		a := l.answer(q)
		if err := out.Encode(a); err != nil || !l.work(conn, false) {
			return
		}
	}
}

// How much one answer holds; the borrower asks again for more.
const (
	someRecords = 512
	someBytes   = 1 << 20
	somePlaces  = 4096
)

func (l *Lender) answer(q request) (a reply) {
	var err error
	switch q.Op {
	case opHello:
		if q.Version != version {
			err = errors.New("the server that holds the store is of another version of this program; restart it")
		}
	case opAppend:
		a.Results = l.append(q.Acts)
	case opRead:
		a.Records, err = l.read(q.Stream, q.From)
	case opLast:
		var last store.Record
		last, a.OK, err = l.log.Last(q.Stream)
		a.Records = []store.Record{last}
	case opStreams:
		a.Streams, err = l.log.Streams()
	case opDue:
		a.Due, err = l.log.Due(q.UpTo)
	case opBlob:
		a.Bytes, err = l.log.Blob(q.Name)
	case opKey:
		a.Seq, a.OK, err = l.log.Key(q.Stream, q.Name)
	case opState:
		a.Seq, a.Bytes, a.OK, err = l.log.State(q.Stream)
	case opDropStates:
		err = l.log.DropStates()
	case opOrder:
		a.Places, err = l.order(q.From)
	case opTree:
		a.Tree, err = l.log.Tree()
	case opHashes:
		a.Hashes, err = l.log.ReadHashes(q.Indexes)
	case opVerify:
		a.Report, err = l.log.Verify()
	case opBackup:
		a.Report, err = l.log.Backup(q.Name)
	default:
		err = fmt.Errorf("the server does not know the question %d", q.Op)
	}
	a.Err = pass(err)
	return a
}

func (l *Lender) append(acts []act) []result {
	unpacked := make([]store.Append, len(acts))
	for i, a := range acts {
		unpacked[i] = a.unpack()
	}
	out := make([]result, len(acts))
	for i, r := range l.log.AppendAll(unpacked) {
		out[i] = result{Records: r.Records, Err: pass(r.Err)}
		if errors.Is(r.Err, store.ErrStopped) || r.Err != nil && !refusal(r.Err) {
			l.failed(r.Err)
		}
	}
	return out
}

// refusal reports whether an act was refused in good order, and not for a fault
// of the disk.
func refusal(err error) bool {
	var recorded *store.RecordedError
	return errors.As(err, &recorded) || errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrClosed) || errors.As(err, new(*store.InvalidError))
}

func (l *Lender) read(stream string, from uint64) (some []store.Record, err error) {
	size := 0
	for r, err := range l.log.Read(stream, from) {
		if err != nil {
			return some, err
		}
		some = append(some, r)
		if size += len(r.Body); len(some) == someRecords || size > someBytes {
			break
		}
	}
	return some, nil
}

func (l *Lender) order(from uint64) (some []store.Place, err error) {
	for p, err := range l.log.Order(from) {
		if err != nil {
			return some, err
		}
		if some = append(some, p); len(some) == somePlaces {
			break
		}
	}
	return some, nil
}
