package engine

import (
	"slices"

	"concordat/engine/machine"
)

// watchRules evaluates every rule that reads a measure.
func (w *work) watchRules(measure string) {
	for i := range w.M.Rules {
		r := &w.M.Rules[i]
		if !slices.Contains(r.Reads, measure) {
			continue
		}
		on := machine.OnFalse
		if w.Holds(r, nil) {
			on = machine.OnTrue
		}
		w.signal(Key{Chart: r.Name}, on, Key{Chart: measure}, nil)
	}
}
