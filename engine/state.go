package engine

import (
	"iter"
	"slices"

	"concordat/engine/value"
)

// State is everything that is known of one agreement after an event. It is a
// value: Step returns a new one and leaves the old as it was.
type State struct {
	Seq    uint64     // events so far
	Today  value.Date // the day of the last event
	Closed value.Date // the last day whose deadlines have run; acts on it or before are too late
	Digest [32]byte   // chained over every change and effect since the start

	things   []*Thing // sorted by chart, then Of
	timers   []timer  // sorted by day, chart, Of, move
	endsWith []Key    // the notices that end the agreement before its term does, the first of them
}

// All yields every thing, by chart, then by which one it is.
func (s State) All() iter.Seq[*Thing] { return slices.Values(s.things) }

// EndsWith names the notices with the first of which the agreement ends before
// its term does; none where it does not.
func (s State) EndsWith() []Key { return slices.Clone(s.endsWith) }

// Find returns a thing by its key, or nil.
func (s State) Find(k Key) *Thing {
	if at, ok := slices.BinarySearchFunc(s.things, k, compareThing); ok {
		return s.things[at]
	}
	return nil
}

// Of yields the things of one chart.
func (s State) Of(chart string) iter.Seq[*Thing] {
	return func(yield func(*Thing) bool) {
		at, _ := slices.BinarySearchFunc(s.things, Key{Chart: chart}, compareThing)
		for ; at < len(s.things) && s.things[at].Key.Chart == chart; at++ {
			if !yield(s.things[at]) {
				return
			}
		}
	}
}

func compareThing(t *Thing, k Key) int {
	return t.Key.Compare(k)
}
