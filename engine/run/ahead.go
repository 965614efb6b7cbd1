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

// ahead yields the records of an agreement, decoded. A short record is read by
// the caller alone.
func (r *Shell) ahead(name string) iter.Seq2[read, error] {
	return func(yield func(read, error) bool) {
		n := uint64(0)
		for x := range r.reads(name, 1) {
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
		chunks, stop := make(chan []read, 4), make(chan struct{})
		go r.readChunks(name, chunks, stop)
		// The reader is waited for, so that nobody reads a log that its owner closes.
		defer func() {
			close(stop)
			for range chunks {
			}
		}()
		for some := range chunks {
			for _, x := range some {
				if !yield(x, x.err) || x.err != nil {
					return
				}
			}
		}
	}
}

// readChunks sends what comes after the first records until it is stopped.
func (r *Shell) readChunks(name string, chunks chan<- []read, stop <-chan struct{}) {
	defer close(chunks)
	some := make([]read, 0, chunk)
	send := func() bool {
		select {
		case chunks <- some:
			some = make([]read, 0, chunk)
			return true
		case <-stop:
			return false
		}
	}
	for x := range r.reads(name, soon+1) {
		if some = append(some, x); len(some) == chunk && !send() {
			return
		}
	}
	send()
}

// reads yields the records from one on; after one with an error comes no other.
func (r *Shell) reads(name string, from uint64) iter.Seq[read] {
	return func(yield func(read) bool) {
		for rec, err := range r.log.Read(name, from) {
			x := read{seq: rec.Seq, err: err}
			if err == nil {
				x.body, x.err = decodeBody(name, rec.Seq, rec.Body)
			}
			if !yield(x) || x.err != nil {
				return
			}
		}
	}
}
