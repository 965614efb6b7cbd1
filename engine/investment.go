package engine

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

// ceilingKey is what holds back the instalments that lie above a ceiling.
func ceilingKey(f *machine.Funding, aYear bool) Key {
	if aYear {
		return Key{Chart: f.Name, Of: "ceiling a year"}
	}
	return Key{Chart: f.Name, Of: "ceiling"}
}

// underCeiling holds an instalment back that would lie above a ceiling.
func (w *work) underCeiling(t *Thing, f *machine.Funding) {
	for i, limit := range []*machine.Ceiling{f.Ceiling, f.CeilingAYear} {
		key := ceilingKey(f, i == 1)
		if limit != nil && taper.Above(w.m, f, t.Period, limit.Sum, i == 1) && !slices.Contains(t.Payment.Held, key.String()) {
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
	f := w.known(w.m.Funding(funding))
	for i, limit := range []*machine.Ceiling{f.Ceiling, f.CeilingAYear} {
		if aYear := i == 1; limit != nil && limit.Unless == by {
			w.releaseWhere(funding, ceilingKey(f, aYear), func(p value.Period) bool { return !taper.Above(w.m, f, p, *answer.Sum, aYear) })
		}
	}
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
