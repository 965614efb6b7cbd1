package engine

import (
	"concordat/engine/machine"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

// ceilingKey is what holds back the instalments that lie above a ceiling.
func ceilingKey(f *machine.Funding) Key { return Key{Chart: f.Name, Of: "ceiling"} }

// underCeiling holds a new instalment back that would lie above the ceiling.
func (w *work) underCeiling(t *Thing, f *machine.Funding) {
	if f.Ceiling != nil && taper.Above(w.m, f, t.Period, f.Ceiling.Sum) {
		w.hold(t.Key, ceilingKey(f))
	}
}

// raiseCeiling lets go of the instalments that no longer lie above the sum that
// was decided. What is lower than before takes nothing back.
func (w *work) raiseCeiling(funding string, answer *Answer) {
	f := w.m.Funding(funding)
	if answer == nil || answer.Sum == nil {
		return
	}
	w.releaseWhere(funding, ceilingKey(f), func(p value.Period) bool { return !taper.Above(w.m, f, p, *answer.Sum) })
}

// withholdNext holds back the next instalment of a funding until a figure has
// come in. Where all have been paid there is nothing to hold back.
func (w *work) withholdNext(by *Thing, funding string) {
	var next *Thing
	for t := range w.s.Of(funding) {
		if t.Payment != nil && !w.chartOf(t).State(t.State).End && t.Payment.Due >= w.today && (next == nil || t.Payment.Due < next.Payment.Due) {
			next = t
		}
	}
	if next != nil {
		w.hold(next.Key, by.Key)
	}
}

// askHeld asks the condition of a review that has been held, where it has one.
func (w *work) askHeld(review string) {
	for i := range w.m.Rules {
		if w.m.Rules[i].Name == review {
			on := machine.OnFalse
			if holds(w.m, &w.s, &w.m.Rules[i], nil) {
				on = machine.OnTrue
			}
			w.signal(Key{Chart: review}, on, Key{Chart: review}, nil)
		}
	}
}
