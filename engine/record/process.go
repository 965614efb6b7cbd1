package record

import "concordat/engine/value"

// Round is one round of a step: what has been shown, and who said it is done.
type Round struct {
	N     int     `json:"n"` // counted from 1
	Shown []Shown `json:"shown,omitempty"`
	By    string  `json:"by,omitempty"` // who completed it
}

// Shown is evidence that was filed for a step. Digest is the SHA-256 of a file
// in hexadecimal; the file itself is kept by whoever keeps the record.
type Shown struct {
	Name   string     `json:"name"`
	By     string     `json:"by"`
	On     value.Date `json:"on"`
	Words  string     `json:"words,omitempty"`
	Digest string     `json:"digest,omitempty"`
}

// Has reports whether evidence has been shown.
func (r *Round) Has(name string) bool {
	for _, s := range r.Shown {
		if s.Name == name {
			return true
		}
	}
	return false
}

type (
	// Started: a process is started by somebody who may.
	Started struct {
		Act
		Process string `json:"process"`
	}

	// Filed: evidence is shown for a step, in words or as a file.
	Filed struct {
		Act
		Step   string `json:"step"`
		Name   string `json:"name"`
		Words  string `json:"words,omitempty"`
		Digest string `json:"digest,omitempty"`
	}

	// Completed: the lead of a step says that it is done.
	Completed struct {
		Act
		Step string `json:"step"`
	}
)

func (Started) event()   {}
func (Filed) event()     {}
func (Completed) event() {}

// roundFollows stands where else the number of effects or the length of the
// next thing's name does.
const roundFollows = -4

// round is written only for a thing that has one, as an entry is.
func (b *canonical) round(r *Round) {
	if r == nil {
		return
	}
	b.int(roundFollows)
	b.int(int64(r.N))
	b.text(r.By)
	list(b, r.Shown, func(s Shown) { b.text(s.Name); b.text(s.By); b.day(s.On); b.text(s.Words); b.text(s.Digest) })
}
