// Package tiers cuts an amount into ranges: up to this, above this up to that,
// above that. An end is a sum or a part of a base, both exact; what lies in each
// range, and the part of it that is shared, are exact too, and nothing is
// rounded here. Split proves that ranges leave no amount out and hold none twice.
package tiers

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Ranged is anything that is said of a range.
type Ranged interface{ Range() machine.Reach }

// Slice is what of an amount lies in one range, in pence and exact.
type Slice struct {
	Tier int       // place of the range
	In   value.Num // how much of the amount lies in it
}

// Cut cuts an amount of nothing or more; a range that it does not reach has no slice.
func Cut[R Ranged](amount, base value.Money, ranges []R) []Slice {
	var out []Slice
	whole := value.FromMoney(amount)
	for i := range ranges {
		r := ranges[i].Range()
		low, high := At(r.Above, base), whole
		if r.UpTo != nil {
			if end := At(r.UpTo, base); end.Cmp(high) < 0 {
				high = end
			}
		}
		if in := high.Sub(low); in.Sign() > 0 {
			out = append(out, Slice{Tier: i, In: in})
		}
	}
	return out
}

// Shared is what all slices share by the parts of their ranges, not rounded.
func Shared(slices []Slice, ranges []machine.Tier) (sum value.Num) {
	for _, s := range slices {
		sum = sum.Add(s.In.Mul(ranges[s.Tier].Part))
	}
	return sum
}

// At is where an end lies, in pence; no end is nothing.
func At(e *machine.Edge, base value.Money) value.Num {
	switch {
	case e == nil:
		return value.Num{}
	case e.Sum != nil:
		return value.FromMoney(*e.Sum)
	}
	return value.FromMoney(base).Mul(*e.Part)
}

// Flaw is the first place where ranges do not part all amounts.
type Flaw struct {
	Kind  FlawKind
	Tier  int       // the range to be changed
	Below int       // the range that lies before it; -1 is none
	From  value.Num // where the gap or the overlap begins
	Ended bool      // a range begins above the gap
}

// FlawKind is what is wrong.
type FlawKind string

const (
	Gap     FlawKind = "gap"     // amounts above From are in no range
	Overlap FlawKind = "overlap" // amounts above From are in two
	Empty   FlawKind = "empty"   // the range ends where it begins, or before
)

// Split finds the first flaw of ranges, in whatever order, for a base; nil where
// every amount above nothing is in exactly one.
func Split[R Ranged](base value.Money, ranges []R) *Flaw {
	order := make([]int, len(ranges))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return At(ranges[x].Range().Above, base).Cmp(At(ranges[y].Range().Above, base))
	})
	reached, open, below := value.Num{}, false, -1
	for _, i := range order {
		r := ranges[i].Range()
		low := At(r.Above, base)
		flaw := &Flaw{Tier: i, Below: below, From: low}
		switch {
		case r.UpTo != nil && At(r.UpTo, base).Cmp(low) <= 0:
			flaw.Kind = Empty
			return flaw
		case open, low.Cmp(reached) < 0:
			flaw.Kind = Overlap
			return flaw
		case low.Cmp(reached) > 0:
			flaw.Kind, flaw.From, flaw.Ended = Gap, reached, true
			return flaw
		}
		if open, below = r.UpTo == nil, i; !open {
			reached = At(r.UpTo, base)
		}
	}
	if !open {
		return &Flaw{Kind: Gap, Tier: below, Below: below, From: reached}
	}
	return nil
}
