package known

import (
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/sums"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

// BandKey is what holds back the instalments of the year after one whose band is
// not final: the measure in that year.
func BandKey(f *machine.Funding, year value.Period) record.Key {
	return record.Key{Chart: f.Next.Measure, Of: year.String()}
}

// Following is a funding with the sums that follow from the bands which are final;
// the years after those pay nothing yet.
func (v *View) Following(f *machine.Funding) *machine.Funding {
	if f.Next == nil {
		return f
	}
	out := *f
	out.Sums = slices.Clone(f.Sums)
	me := v.M.Measure(f.Next.Measure)
	for i := range f.Sums[1:] {
		band := v.Counts(me, f.Sums[i].Period)
		if !band.Final {
			break
		}
		y := taper.Following(f.Next, band.Band, f.Sums[0].Sum, out.Sums[i].Sum, v.M.Rounding)
		out.Sums[i+1].Sum, out.Sums[i+1].How = y.Sum, y.How
	}
	return &out
}

// Instalment is what a period of a funding pays, and why.
func (v *View) Instalment(f *machine.Funding, p value.Period) ([]record.Line, record.Derivation) {
	sum, of, at, n := sums.Instalment(v.M, f, p)
	yearly := "sum"
	if f.Taper != "" {
		yearly = "taper"
	}
	year := record.Derivation{Says: fmt.Sprintf("%s for %s is %s", f.Name, of, sums.OfYear(f, of).Sum), At: machine.Ref{Block: f.Name, Statement: yearly}}
	if how := sums.OfYear(f, of).How; how != "" {
		year.Says += ": " + how
	}
	return sums.Matrix(v.M, sum, f.From, f.To), record.Derivation{Says: fmt.Sprintf("instalment %d of %d of %s for %s is %s", at+1, n, f.Name, of, sum),
		At: machine.Ref{Block: f.Name, Statement: "paid"}, From: []record.Derivation{year}}
}

// Tranche is what a tranche pays, and why, for a step that was done on a day.
func (v *View) Tranche(x *machine.Tranche, done value.Date) ([]record.Line, record.Derivation) {
	return sums.Matrix(v.M, x.Sum, x.From, x.To), record.Derivation{Says: fmt.Sprintf("%s is %s, once", x.Name, x.Sum), At: machine.Ref{Block: x.Name, Statement: "sum"},
		From: []record.Derivation{{Says: fmt.Sprintf("%s was done on %s", x.Step, done), At: machine.Ref{Block: x.Name, Statement: "when"}}}}
}

// CeilingKey is what holds back the instalments that lie above a ceiling.
func CeilingKey(f *machine.Funding, aYear bool) record.Key {
	if aYear {
		return record.Key{Chart: f.Name, Of: "ceiling a year"}
	}
	return record.Key{Chart: f.Name, Of: "ceiling"}
}
