package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
)

// schedule sets the timers of a thing anew for the state it is in.
func (w *work) schedule(t *Thing) {
	if t.Figure != nil && t.Figure.Assumed {
		w.Schedule(t.Key, nil)
		return
	}
	var room [4]known.Timer
	set := room[:0]
	chart := w.M.Chart(t.Key.Chart)
	for i := range w.M.Charts[chart].Moves {
		mv := &w.M.Charts[chart].Moves[i]
		if mv.On != machine.OnDeadline || !slices.Contains(mv.From, t.State) || slices.Contains(t.Done, i) {
			continue
		}
		if at, ok := w.fallsAt(t, mv); ok {
			set = append(set, known.Timer{At: max(at, w.now), Chart: chart, Key: t.Key, Move: i})
		}
	}
	w.Schedule(t.Key, set)
}

// fallsAt is the moment at which a move of a thing is made by itself; false while
// what it is counted from has not happened.
func (w *work) fallsAt(t *Thing, mv *machine.Move) (known.Moment, bool) {
	day := w.Deadline(t, mv.At)
	if !day.IsSet() {
		return 0, false
	}
	if t.Payment != nil && mv.At.Adjust == machine.NextWorking {
		day = w.Days().NextWorkingDay(max(day, w.now.Day())) // one that is late is paid on a working day too
	}
	if mv.At.Morning {
		return known.Morning(day), true
	}
	return known.Evening(day), true
}
