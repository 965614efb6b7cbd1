package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// untilBand holds a new instalment back whose sum follows from a band to come.
func (w *work) untilBand(t *Thing, f *machine.Funding) {
	if f.Next == nil {
		return
	}
	for i := range f.Sums[1:] {
		if w.M.YearStart.Within(t.Period, f.Sums[i+1].Period) {
			w.hold(t.Key, known.BandKey(f, f.Sums[i].Period))
		}
	}
}

// watchTapers gives the instalments that follow from a measure's band their sum
// once it is final, and a new one where it is restated before they are paid.
func (w *work) watchTapers(me *machine.Measure) {
	for i := range w.M.Fundings {
		f := &w.M.Fundings[i]
		if f.Next == nil || f.Next.Measure != me.Name {
			continue
		}
		all := w.Following(f)
		for at := range all.Sums[1:] {
			before := all.Sums[at].Period
			band := w.Worth(me, before)
			if !band.Final {
				break
			}
			w.follow(all, all.Sums[at+1].Period, known.BandKey(f, before), band.Because)
		}
	}
}

// follow gives each instalment of a year that is not paid its sum, and lets go
// of those that waited for it.
func (w *work) follow(f *machine.Funding, year value.Period, band Key, why Derivation) {
	for _, old := range slices.Collect(w.Of(f.Name)) {
		if !w.M.YearStart.Within(old.Period, year) || w.ChartOf(old).State(old.State).End {
			continue
		}
		t := w.Edit(old.Key)
		p := *t.Payment
		waited := slices.Contains(p.Held, band.String())
		p.Lines, p.Because = w.Instalment(f, t.Period)
		p.Because.From[0].From = []Derivation{why}
		t.Payment = &p
		w.underCeiling(t, f)
		if waited {
			w.effects = append(w.effects, Owed{Key: t.Key, Due: p.Due, Lines: p.Lines, Says: machine.Ref{Block: f.Name, Statement: "taper"}})
		}
	}
	w.releaseWhere(f.Name, band, func(p value.Period) bool { return w.M.YearStart.Within(p, year) })
}
