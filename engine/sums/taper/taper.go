// Package taper computes the yearly sums of an investment that changes from year
// to year (in equal steps, by a percentage, by a table, by a year's band), and
// which instalments lie above a ceiling. Sums are whole pence, percentages parts
// of 1. A sum that is no whole penny is rounded once a year, as the agreement
// rounds; where the agreement rounds the percentage, that is rounded first.
package taper

import (
	"fmt"

	"concordat/engine/machine"
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

// Exact are the rounding steps of a taper: the sums', and, where Percentage is
// not NoRounding, that of each year's percentage of the first sum to Places.
type Exact struct {
	Sums       value.Rounding
	Percentage value.Rounding
	Places     int
}

// Year is a year's sum, and how it comes about where more than the line's two
// ends is needed to say it.
type Year struct {
	Sum value.Money
	How string
}

// of is a part of a sum, the percentage rounded first where that is said.
func (x Exact) of(first value.Money, part value.Num) Year {
	percent := part.Mul(value.Int(100))
	how := ""
	if x.Percentage != value.NoRounding {
		rounded := percent.RoundTo(x.Places, x.Percentage)
		if !rounded.Equal(percent) {
			how = fmt.Sprintf(" (%s%% rounded %s)", percent, x.Percentage)
		}
		percent = rounded
	}
	sum, whole := value.FromMoney(first).Mul(percent).Mul(value.Ratio(1, 100)).Money(x.Sums)
	how = fmt.Sprintf("%s%%%s of %s", percent, how, first)
	if !whole {
		how += fmt.Sprintf(", rounded %s to the penny", x.Sums)
	}
	return Year{sum, how}
}

// Yearly are the sums of the years, from the first to the last. Of one year, or
// of fewer, the first reading is the first sum.
func Yearly(first, last value.Money, years int, r Reading, x Exact) []Year {
	out := make([]Year, max(0, years))
	for i := range out {
		at, of := int64(i), int64(years-1)
		switch r {
		case MiddleOfYear:
			at, of = 2*at+1, 2*int64(years)
		case LastComesAfter:
			of = int64(years)
		}
		exact := value.FromMoney(first).Add(value.FromMoney(last - first).Mul(value.Ratio(at, max(1, of))))
		if part, err := exact.Div(value.FromMoney(first)); err == nil && x.Percentage != value.NoRounding {
			out[i] = x.of(first, part)
			continue
		}
		out[i].Sum, _ = exact.Money(x.Sums)
	}
	return out
}

// Falling are the sums of years of which each is a percentage less than the one
// before: less of the first sum, or of the sum of the year before. The latter is
// of the sum that was paid, unless the percentage is rounded: then each year's
// percentage of the first sum is.
func Falling(first value.Money, less value.Num, years int, ofFirst bool, x Exact) []Year {
	out := make([]Year, max(0, years))
	part := value.Int(1)
	for i := range out {
		switch {
		case i == 0:
			out[i].Sum = first
			continue
		case ofFirst:
			part = part.Sub(less)
		default:
			part = part.Mul(value.Int(1).Sub(less))
		}
		if part.Sign() < 0 {
			part = value.Int(0)
		}
		if ofFirst || x.Percentage != value.NoRounding {
			out[i] = x.of(first, part)
		} else {
			out[i] = x.of(out[i-1].Sum, value.Int(1).Sub(less))
		}
	}
	return out
}

// Parts are the sums of years that each pay a part of a sum.
func Parts(of value.Money, parts []value.Num, x Exact) []Year {
	out := make([]Year, len(parts))
	for i, p := range parts {
		out[i] = x.of(of, p)
	}
	return out
}

// Following is what the next year pays after a year in a band, whose own sum is
// known; first is the sum of the first year.
func Following(n *machine.NextYear, band value.Band, first, before value.Money, rounding value.Rounding) Year {
	for _, s := range n.Steps {
		switch {
		case s.Band != band:
		case s.Sum != nil:
			return Year{*s.Sum, fmt.Sprintf("%s after a year that is %s", s.Sum, band)}
		case s.OfFirst:
			y := Exact{Sums: rounding}.of(first, *s.Part)
			return Year{y.Sum, y.How + ", after a year that is " + band.String()}
		default:
			y := Exact{Sums: rounding}.of(before, *s.Part)
			return Year{y.Sum, y.How + ", after a year that is " + band.String()}
		}
	}
	return Year{}
}

// Most is the most that years which follow their bands can pay together.
func Most(n *machine.NextYear, first value.Money, years int, rounding value.Rounding) value.Money {
	total, before := first, first
	for range years - 1 {
		var most value.Money
		for _, s := range n.Steps {
			most = max(most, Following(n, s.Band, first, before, rounding).Sum)
		}
		total, before = total+most, most
	}
	return total
}
