package run

import "concordat/engine"

// digests holds what a replay comes to against the digests on record, beside the
// replay: each is chained onto the one on record before it, so that none waits for
// another. A replay goes on meanwhile, and what it comes to counts only once done
// has said that every digest fits.
type digests struct {
	some   []owed
	chunks chan []owed // nil while there is too little for a goroutine of its own
	used   chan []owed // lists that have been seen to, to be filled again
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
		d.some = d.empty()
	}
	d.some = append(d.some, o)
	if len(d.some) < chunk {
		return
	}
	if d.chunks == nil {
		d.chunks, d.used, d.bad = make(chan []owed, 16), make(chan []owed, 16), make(chan uint64, 1)
		go d.check()
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

func (d *digests) check() {
	first := uint64(0)
	for some := range d.chunks {
		if first == 0 {
			first = firstBad(some)
		}
		clear(some)
		select {
		case d.used <- some[:0]:
		default:
		}
	}
	d.bad <- first
}

func (d *digests) empty() []owed {
	select {
	case some := <-d.used: // never, while that is nil
		return some
	default:
		return make([]owed, 0, chunk)
	}
}

func firstBad(of []owed) uint64 {
	for i := range of {
		if !of[i].fits() {
			return of[i].seq
		}
	}
	return 0
}

// onRecord is the digest of a record; ok is false where it has none that this
// program would write.
func (b *body) onRecord() (digest [32]byte, ok bool) {
	if b.reads {
		return b.digest, true
	}
	return digestOf(b.Digest)
}

// digestOf reads a digest as it is written: in lower case.
func digestOf(text string) (digest [32]byte, ok bool) {
	if len(text) != 2*len(digest) {
		return digest, false
	}
	for i := range digest {
		high, low := nibble(text[2*i]), nibble(text[2*i+1])
		if high|low > 0xf {
			return digest, false
		}
		digest[i] = high<<4 | low
	}
	return digest, true
}

// nibble is what a hexadecimal digit stands for; of any other byte, more than 15.
func nibble(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	}
	return 0xff
}
