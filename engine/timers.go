package engine

import (
	"cmp"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// moment orders what falls on a day: what begins with the day, then the acts of
// the day, then what falls due at its end.
type moment int64

func morning(d value.Date) moment { return moment(d) * 2 }
func evening(d value.Date) moment { return moment(d)*2 + 1 }
func (t moment) day() value.Date  { return value.Date(t >> 1) }

// timer is a deadline that is running: a move of a thing that will be made at a moment.
type timer struct {
	at    moment
	chart int
	key   Key
	move  int // place in the chart; assumedMove for a figure that a trial takes as given
}

const assumedMove = -1

func (t timer) compare(u timer) int {
	return cmp.Or(cmp.Compare(t.at, u.at), cmp.Compare(t.chart, u.chart), cmp.Compare(t.key.Of, u.key.Of), cmp.Compare(t.move, u.move))
}

// schedule sets the timers of a thing anew for the state it is in.
func (w *work) schedule(t *Thing) {
	w.unschedule(t.Key)
	if t.Figure != nil && t.Figure.Assumed {
		return
	}
	chart := w.m.Chart(t.Key.Chart)
	for i := range w.m.Charts[chart].Moves {
		mv := &w.m.Charts[chart].Moves[i]
		if mv.On != machine.OnDeadline || !slices.Contains(mv.From, t.State) || slices.Contains(t.Done, i) {
			continue
		}
		day := w.deadline(t, mv.At)
		if !day.IsSet() {
			continue
		}
		if t.Payment != nil && mv.At.Adjust == machine.NextWorking {
			day = w.m.Days().NextWorkingDay(max(day, w.now.day())) // one that is late is paid on a working day too
		}
		at := evening(day)
		if mv.At.Morning {
			at = morning(day)
		}
		w.setTimer(timer{at: max(at, w.now), chart: chart, key: t.Key, move: i})
	}
}

func (w *work) setTimer(t timer) {
	at, _ := slices.BinarySearchFunc(w.s.timers, t, timer.compare)
	w.ownTimers()
	w.s.timers = slices.Insert(w.s.timers, at, t)
}

func (w *work) unschedule(k Key) {
	if !slices.ContainsFunc(w.s.timers, func(t timer) bool { return t.key == k }) {
		return
	}
	w.ownTimers()
	w.s.timers = slices.DeleteFunc(w.s.timers, func(t timer) bool { return t.key == k })
}

// ownTimers makes the list ours to change: the state that Step was given keeps its own.
func (w *work) ownTimers() {
	if !w.timersOwned {
		w.s.timers = slices.Clone(w.s.timers)
		w.timersOwned = true
	}
}

// deadline is the day that a deadline computes for a thing; NoDate while its
// anchor has not happened. Working days are those of the agreement's calendar.
func (w *work) deadline(t *Thing, d *machine.Deadline) value.Date { return DeadlineOf(w.m, &w.s, t, d) }

// DeadlineOf is the day that a deadline computes for a thing; NoDate while its
// anchor has not happened.
func DeadlineOf(m *machine.Machine, s *State, t *Thing, d *machine.Deadline) value.Date {
	if d.Anchor == machine.AnchorGiven && d.Span.N != 0 && t.Day(machine.AnchorEffect).IsSet() {
		return t.Day(machine.AnchorEffect) // computed when the notice was given, or moved by agreement since
	}
	day := AnchorOf(m, s, t, d.Anchor)
	if d.Day != nil {
		day = *d.Day
	}
	if !day.IsSet() {
		return day
	}
	cal := m.Days()
	if d.Span.N != 0 {
		if d.Before {
			day, _ = cal.Before(day, d.Span)
		} else {
			day, _ = cal.After(day, d.Span)
		}
	}
	if d.Expiring != value.NoPeriod && d.Expiring != value.Term {
		day = m.YearStart.Last(m.YearStart.Of(d.Expiring, day))
	}
	switch d.Adjust {
	case machine.NextWorking:
		day = cal.NextWorkingDay(day)
	case machine.PreviousWorking:
		day = cal.PreviousWorkingDay(day)
	}
	return day
}

// AnchorOf is the day from which a span is counted; NoDate if it has not happened.
func AnchorOf(m *machine.Machine, s *State, t *Thing, a machine.Anchor) value.Date {
	switch a {
	case machine.AnchorPeriod:
		return m.YearStart.First(t.Period)
	case machine.AnchorPeriodEnd:
		return m.YearStart.Last(t.Period)
	case machine.AnchorTermStart:
		return m.First
	case machine.AnchorTermEnd:
		return s.end(m)
	default:
		return t.Day(a)
	}
}

// end is the agreement's last day: the term's, or the first day on which a
// notice that ends it takes effect.
func (s *State) end(m *machine.Machine) value.Date {
	last := m.Last
	for _, k := range s.endsWith {
		if day := s.Find(k).Day(machine.AnchorEffect); day.IsSet() {
			last = min(last, day)
		}
	}
	return last
}

// Next is the next deadline that runs for a thing: its day, and the move that is
// made at the end of it. The move is nil when none runs.
func (s State) Next(m *machine.Machine, k Key) (value.Date, *machine.Move) {
	for _, t := range s.timers {
		if t.key == k && t.move >= 0 {
			return t.at.day(), &m.Charts[t.chart].Moves[t.move]
		}
	}
	return value.NoDate, nil
}
