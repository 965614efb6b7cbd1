package engine

import (
	"slices"

	"concordat/engine/record"
	"concordat/engine/refusal"
)

// delegated refuses an act of an officer that the delegation does not cover, and
// an act of a party that it has delegated to officers.
func (w *work) delegated(ev Event, act Act) error {
	kind := record.KindOf(ev)
	if act.As == "" {
		if officers := w.M.OfficersFor(act.By, kind); len(officers) > 0 {
			return refusal.OnlyOfficers(act.By, kind, officers)
		}
		return nil
	}
	switch o := w.M.Officer(act.As); {
	case o == nil || o.Party != act.By:
		return refusal.NoOfficer(act.As, act.By)
	case !o.Does(kind):
		return refusal.OfficerMayNot(o, kind)
	case !o.Holds(act.On):
		return refusal.OfficerLapsed(o, act.On)
	}
	return nil
}

// hand puts an officer's act on the record of the thing that it was done to.
func (w *work) hand(ev Event, act Act, before int) {
	if act.As == "" {
		return
	}
	for _, ef := range w.effects[before:] {
		if mv, ok := ef.(Moved); ok {
			t := w.Edit(mv.Key)
			t.Hands = append(slices.Clip(t.Hands), Hand{Officer: act.As, Party: act.By, Did: record.KindOf(ev), On: act.On})
			return
		}
	}
}
