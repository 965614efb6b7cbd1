package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

// underCeiling holds an instalment back that would lie above a ceiling.
func (w *work) underCeiling(t *Thing, f *machine.Funding) {
	for i, limit := range []*machine.Ceiling{f.Ceiling, f.CeilingAYear} {
		key := known.CeilingKey(f, i == 1)
		if limit != nil && taper.Above(w.M, f, t.Period, limit.Sum, i == 1) && !slices.Contains(t.Payment.Held, key.String()) {
			w.hold(t.Key, key)
		}
	}
}

// raiseCeiling lets go of the instalments that no longer lie above the sum that
// was decided. What is lower than before takes nothing back.
func (w *work) raiseCeiling(funding string, answer *Answer, by string) {
	if answer == nil || answer.Sum == nil {
		return
	}
	f := w.Following(w.M.Funding(funding))
	for i, limit := range []*machine.Ceiling{f.Ceiling, f.CeilingAYear} {
		if aYear := i == 1; limit != nil && limit.Unless == by {
			w.releaseWhere(funding, known.CeilingKey(f, aYear), func(p value.Period) bool { return !taper.Above(w.M, f, p, *answer.Sum, aYear) })
		}
	}
}

// withholdNext holds back the next instalment of a funding until a figure has
// come in. Where all have been paid there is nothing to hold back.
func (w *work) withholdNext(by *Thing, funding string) {
	var next *Thing
	for t := range w.Of(funding) {
		if t.Payment != nil && !w.ChartOf(t).State(t.State).End && t.Payment.Due >= w.today && (next == nil || t.Payment.Due < next.Payment.Due) {
			next = t
		}
	}
	if next != nil {
		w.hold(next.Key, by.Key)
	}
}

// askHeld asks the condition of a review that has been held, where it has one.
func (w *work) askHeld(review string) {
	for i := range w.M.Rules {
		if w.M.Rules[i].Name == review {
			on := machine.OnFalse
			if w.Holds(&w.M.Rules[i], nil) {
				on = machine.OnTrue
			}
			w.signal(Key{Chart: review}, on, Key{Chart: review}, nil)
		}
	}
}
