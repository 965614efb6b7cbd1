package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
)

// schedule sets the timers of a thing anew for the state it is in.
func (w *work) schedule(t *Thing) {
	w.Unschedule(t.Key)
	if t.Figure != nil && t.Figure.Assumed {
		return
	}
	chart := w.M.Chart(t.Key.Chart)
	for i := range w.M.Charts[chart].Moves {
		mv := &w.M.Charts[chart].Moves[i]
		if mv.On != machine.OnDeadline || !slices.Contains(mv.From, t.State) || slices.Contains(t.Done, i) {
			continue
		}
		day := w.Deadline(t, mv.At)
		if !day.IsSet() {
			continue
		}
		if t.Payment != nil && mv.At.Adjust == machine.NextWorking {
			day = w.M.Days().NextWorkingDay(max(day, w.now.Day())) // one that is late is paid on a working day too
		}
		at := known.Evening(day)
		if mv.At.Morning {
			at = known.Morning(day)
		}
		w.SetTimer(known.Timer{At: max(at, w.now), Chart: chart, Key: t.Key, Move: i})
	}
}
