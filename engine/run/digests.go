package run

import (
	"encoding/hex"

	"concordat/engine"
)

// digests holds what a replay comes to against the digests on record, beside the
// replay: each is chained onto the one on record before it, so that none waits for
// another. A replay goes on meanwhile, and what it comes to counts only once done
// has said that every digest fits.
type digests struct {
	some   []owed
	chunks chan []owed // nil while there is too little for a goroutine of its own
	bad    chan uint64
}

// owed is a change whose digest is still to be held against the record.
type owed struct {
	seq          uint64
	before, want [32]byte
	change       engine.Change
}

func (o *owed) fits() bool { return engine.Digest(o.before, o.change) == o.want }

// owe adds the change that an event led to. Changes come in the order of the events.
func (d *digests) owe(o owed) {
	if d.some == nil {
		d.some = make([]owed, 0, chunk)
	}
	d.some = append(d.some, o)
	if len(d.some) < chunk {
		return
	}
	if d.chunks == nil {
		d.chunks, d.bad = make(chan []owed, 4), make(chan uint64, 1)
		go check(d.chunks, d.bad)
	}
	d.chunks <- d.some
	d.some = nil
}

// done is the first event whose digest is another than the one on record; 0: none.
// After it nothing more is added.
func (d *digests) done() uint64 {
	if d.chunks == nil {
		return firstBad(d.some)
	}
	d.chunks <- d.some
	close(d.chunks)
	return <-d.bad
}

func check(chunks <-chan []owed, bad chan<- uint64) {
	first := uint64(0)
	for some := range chunks {
		if first == 0 {
			first = firstBad(some)
		}
	}
	bad <- first
}

func firstBad(of []owed) uint64 {
	for i := range of {
		if !of[i].fits() {
			return of[i].seq
		}
	}
	return 0
}

// onRecord reads the digest of a record; ok is false where it is none.
func (b *body) onRecord() (digest [32]byte, ok bool) {
	if len(b.Digest) != 2*len(digest) {
		return digest, false
	}
	var text [2 * len(digest)]byte
	copy(text[:], b.Digest)
	_, err := hex.Decode(digest[:], text[:])
	return digest, err == nil
}
