package engine

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

// bandKey is what holds back the instalments of the year after one whose band is
// not final: the measure in that year.
func bandKey(f *machine.Funding, year value.Period) Key {
	return Key{Chart: f.Next.Measure, Of: year.String()}
}

// untilBand holds a new instalment back whose sum follows from a band to come.
func (w *work) untilBand(t *Thing, f *machine.Funding) {
	if f.Next == nil {
		return
	}
	for i := range f.Sums[1:] {
		if w.m.YearStart.Within(t.Period, f.Sums[i+1].Period) {
			w.hold(t.Key, bandKey(f, f.Sums[i].Period))
		}
	}
}

// known is a funding with the sums that follow from the bands which are final;
// the years after those pay nothing yet.
func (w *work) known(f *machine.Funding) *machine.Funding {
	if f.Next == nil {
		return f
	}
	out := *f
	out.Sums = slices.Clone(f.Sums)
	me := w.m.Measure(f.Next.Measure)
	for i := range f.Sums[1:] {
		band := worthOf(w.m, &w.s, me, f.Sums[i].Period)
		if !band.Final {
			break
		}
		y := taper.Following(f.Next, band.Band, f.Sums[0].Sum, out.Sums[i].Sum, w.m.Rounding)
		out.Sums[i+1].Sum, out.Sums[i+1].How = y.Sum, y.How
	}
	return &out
}

// watchTapers gives the instalments that follow from a measure's band their sum
// once it is final, and a new one where it is restated before they are paid.
func (w *work) watchTapers(me *machine.Measure) {
	for i := range w.m.Fundings {
		f := &w.m.Fundings[i]
		if f.Next == nil || f.Next.Measure != me.Name {
			continue
		}
		known := w.known(f)
		for at := range known.Sums[1:] {
			before := known.Sums[at].Period
			band := worthOf(w.m, &w.s, me, before)
			if !band.Final {
				break
			}
			w.follow(known, known.Sums[at+1].Period, bandKey(f, before), band.Because)
		}
	}
}

// follow gives each instalment of a year that is not paid its sum, and lets go
// of those that waited for it.
func (w *work) follow(f *machine.Funding, year value.Period, band Key, why Derivation) {
	for _, old := range slices.Collect(w.s.Of(f.Name)) {
		if !w.m.YearStart.Within(old.Period, year) || w.chartOf(old).State(old.State).End {
			continue
		}
		t := w.edit(old.Key)
		p := *t.Payment
		waited := slices.Contains(p.Held, band.String())
		p.Lines, p.Because = instalment(w.m, f, t.Period)
		p.Because.From[0].From = []Derivation{why}
		t.Payment = &p
		w.underCeiling(t, f)
		if waited {
			w.effects = append(w.effects, Owed{Key: t.Key, Due: p.Due, Lines: p.Lines, Says: machine.Ref{Block: f.Name, Statement: "taper"}})
		}
	}
	w.releaseWhere(f.Name, band, func(p value.Period) bool { return w.m.YearStart.Within(p, year) })
}
