package whole

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"slices"
)

// exceptions finds a ceiling whose exception gives no sum.
func (w *Text) exceptions() {
	for _, f := range w.Agreement.Fundings {
		for _, limit := range []*settled.Ceiling{f.Ceiling, f.AYear} {
			if limit != nil && limit.Unless != nil {
				w.mustDecide(limit.Unless, machine.DecidesSum, limit.Said)
			}
		}
	}
}

// costDecided proves that the decisions of cost shares give what they are asked for.
func (w *Text) costDecided(g *settled.Gainshare) {
	if g.Cost == nil {
		return
	}
	if d := g.Cost.Moved; d != nil {
		w.mustDecide(d, machine.DecidesSum, g.Said("target moved"))
		if !d.Opens.Proposal {
			w.NobodyProposes(d, g.Said("target moved"))
		}
		w.Openers[d] = append(w.Openers[d], g.Said("target moved"))
	}
	if d := g.Cost.Substantiated; d != nil && !d.Proves {
		w.ProvesOther(d, g.Said("substantiated"))
	} else if d != nil && len(d.Otherwise) > 0 && d.Otherwise[len(d.Otherwise)-1].Verb != machine.Lapse {
		w.ProvesNoEnd(d, d.Otherwise[len(d.Otherwise)-1])
	}
}

// determined proves that what is missing gets what it needs: a band where the
// figure has bands, else a figure.
func (w *Text) determined(r *settled.Return, d *settled.Decision) {
	bare := slices.IndexFunc(r.Measures, (*settled.Measure).WithoutBands)
	banded := slices.IndexFunc(r.Measures, func(m *settled.Measure) bool { return !m.WithoutBands() })
	switch {
	case bare >= 0 && banded >= 0:
		w.ReturnMixed(r, r.Measures[banded], r.Measures[bare])
	case bare >= 0:
		w.mustDecide(d, machine.DecidesFigure, r.Missing.Said)
	default:
		w.mustDecide(d, machine.DecidesBand, r.Missing.Said)
	}
}

// waivers finds decisions that take a waiver that no route offers.
func (w *Text) waivers() {
	for _, d := range w.Agreement.Decisions {
		for _, a := range d.Then {
			if a.Verb == machine.TakeWaiver && !slices.ContainsFunc(w.Agreement.Routes, func(r *settled.Route) bool { return r.Waiver == d }) {
				w.WaiverOfNothing(a)
			}
		}
	}
}
