package run

import (
	"iter"
)

// read is a record that has been read and decoded.
type read struct {
	seq  uint64
	body body
	err  error
}

// From the record soon on, an agreement is replayed by two: one reads, checks
// hashes and decodes, some records at a time, while the other steps.
const (
	soon  = 128
	chunk = 128
)

// ahead yields the records of an agreement, decoded; each until the next is asked
// for. A short record is read by the caller alone.
func (r *Shell) ahead(name string) iter.Seq2[*read, error] {
	return func(yield func(*read, error) bool) {
		n := uint64(0)
		for x := range r.reads(name, 1, func() *read { return new(read) }) {
			if !yield(x, x.err) || x.err != nil {
				return
			}
			if n++; n == soon {
				break
			}
		}
		if n < soon {
			return
		}
		to := &reader{full: make(chan []read, 16), used: make(chan []read, 16), stop: make(chan struct{})}
		go to.read(r, name)
		// The reader is waited for, so that nobody reads a log that its owner closes.
		defer func() {
			close(to.stop)
			for range to.full {
			}
		}()
		for some := range to.full {
			for i := range some {
				if x := &some[i]; !yield(x, x.err) || x.err != nil {
					return
				}
			}
			select {
			case to.used <- some:
			default:
			}
		}
	}
}

// reader reads for a replay, which gives back the lists that it is done with.
type reader struct {
	full, used chan []read
	stop       chan struct{}
}

// read sends what comes after the first records until it is stopped.
func (to *reader) read(r *Shell, name string) {
	defer close(to.full)
	some := make([]read, 0, chunk)
	send := func() bool {
		select {
		case to.full <- some:
		case <-to.stop:
			return false
		}
		select {
		case some = <-to.used:
			clear(some)
			some = some[:0]
		default:
			some = make([]read, 0, chunk)
		}
		return true
	}
	next := func() *read {
		some = some[:len(some)+1]
		return &some[len(some)-1]
	}
	for range r.reads(name, soon+1, next) {
		if len(some) == chunk && !send() {
			return
		}
	}
	send()
}

// reads yields the records from one on, each in an empty place; after one with an
// error comes no other.
func (r *Shell) reads(name string, from uint64, place func() *read) iter.Seq[*read] {
	return func(yield func(*read) bool) {
		for rec, err := range r.log.Read(name, from) {
			x := place()
			if x.seq, x.err = rec.Seq, err; err == nil {
				x.err = x.body.decode(name, rec.Seq, rec.Body)
			}
			if !yield(x) || x.err != nil {
				return
			}
		}
	}
}
