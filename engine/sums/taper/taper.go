// Package taper computes the yearly sums of an investment that changes in equal
// steps, and which instalments lie above a ceiling. Sums are whole pence; a step
// that is no whole penny is rounded once a year, as the agreement rounds.
package taper

import (
	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// Reading is which straight line is meant.
type Reading int

const (
	LastYearPaysLast Reading = iota // the last year pays the last sum: 60, 45, 30
	MiddleOfYear                    // each year pays the line's middle: 55, 45, 35
	LastComesAfter                  // the line ends after the last year: 60, 50, 40
)

// Readings are all of them.
var Readings = [...]Reading{LastYearPaysLast, MiddleOfYear, LastComesAfter}

// Yearly are the sums of the years, from the first to the last. Of one year, or
// of fewer, the first reading is the first sum.
func Yearly(first, last value.Money, years int, r Reading, rounding value.Rounding) []value.Money {
	out := make([]value.Money, max(0, years))
	for i := range out {
		at, of := int64(i), int64(years-1)
		switch r {
		case MiddleOfYear:
			at, of = 2*at+1, 2*int64(years)
		case LastComesAfter:
			of = int64(years)
		}
		part := value.Ratio(at, max(1, of))
		out[i], _ = value.FromMoney(first).Add(value.FromMoney(last - first).Mul(part)).Money(rounding)
	}
	return out
}

// Above reports whether what has been paid with a period's instalment lies
// above a sum, in pence.
func Above(m *machine.Machine, f *machine.Funding, p value.Period, limit value.Money) bool {
	var paid value.Money
	for q := m.YearStart.Of(f.Every, m.First); m.YearStart.First(q) <= m.YearStart.First(p); q = m.YearStart.Next(q) {
		sum, _, _, _ := sums.Instalment(m, f, q)
		paid += sum
	}
	return paid > limit
}
