package known

import (
	"iter"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

// State is everything that is known of one agreement after an event. It is a
// value: Step returns a new one and leaves the old as it was.
type State struct {
	Seq    uint64     // events so far
	Today  value.Date // the day of the last event
	Closed value.Date // the last day whose deadlines have run; acts on it or before are too late
	Digest [32]byte   // chained over every change and effect since the start

	things   []*record.Thing // sorted by chart, then Of
	head     int             // where among them the agreement stands
	timers   []*Timer        // none is ever changed; sorted by day, chart, Of, move
	endsWith []record.Key    // the notices that end the agreement before its term does, the first of them
}

// All yields every thing, by chart, then by which one it is.
func (s State) All() iter.Seq[*record.Thing] { return slices.Values(s.things) }

// EndsWith names the notices with the first of which the agreement ends before
// its term does; none where it does not.
func (s State) EndsWith() []record.Key { return slices.Clone(s.endsWith) }

// Find returns a thing by its key, or nil.
func (s State) Find(k record.Key) *record.Thing {
	if at, ok := s.place(k); ok {
		return s.things[at]
	}
	return nil
}

// agreement is the thing that the agreement itself is, or nil. Every act asks for
// it several times, so its place is kept.
func (s *State) agreement() *record.Thing {
	if s.head < len(s.things) && s.things[s.head].Key.Chart == AgreementChart {
		return s.things[s.head]
	}
	return nil
}

// place is where a thing stands or would stand. It is asked a dozen times in
// each step, so it compares in place.
func (s *State) place(k record.Key) (at int, ok bool) {
	low, high := 0, len(s.things)
	for low < high {
		mid := int(uint(low+high) / 2)
		switch c := s.things[mid].Key.Compare(k); {
		case c == 0:
			return mid, true
		case c < 0:
			low = mid + 1
		default:
			high = mid
		}
	}
	return low, false
}

// In is the thing of a chart for a period, or nil.
func (s *State) In(chart string, p value.Period) *record.Thing {
	at, _ := s.place(record.Key{Chart: chart})
	for ; at < len(s.things) && s.things[at].Key.Chart == chart; at++ {
		if s.things[at].Period == p {
			return s.things[at]
		}
	}
	return nil
}

// Of yields the things of one chart.
func (s State) Of(chart string) iter.Seq[*record.Thing] {
	return func(yield func(*record.Thing) bool) {
		at, _ := s.place(record.Key{Chart: chart})
		for ; at < len(s.things) && s.things[at].Key.Chart == chart; at++ {
			if !yield(s.things[at]) {
				return
			}
		}
	}
}

// Wake is the next day on which something falls due; NoDate if nothing does.
func (s State) Wake() value.Date {
	if len(s.timers) == 0 {
		return value.NoDate
	}
	return s.timers[0].At.Day()
}

// Behind reports whether a deadline that falls before a moment has not been run.
func (s State) Behind(at Moment) bool { return len(s.timers) > 0 && s.timers[0].At < at }

// Next is the next deadline that runs for a thing: its day, and the move that is
// made at the end of it. The move is nil when none runs.
func (s State) Next(m *machine.Machine, k record.Key) (value.Date, *machine.Move) {
	for _, t := range s.timers {
		if t.Key == k && t.Move >= 0 {
			return t.At.Day(), &m.Charts[t.Chart].Moves[t.Move]
		}
	}
	return value.NoDate, nil
}
