// Package tiers cuts an amount into ranges: up to this, above this up to that,
// above that. An end is a sum or a part of a base, both exact; what lies in each
// range, and the part of it that is shared, are exact too, and nothing is
// rounded here. Split proves that ranges leave no amount out and hold none twice.
package tiers

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Slice is what of an amount lies in one range, in pence and exact.
type Slice struct {
	Tier  int       // place of the range
	In    value.Num // how much of the amount lies in it
	Share value.Num // the part of that which is shared
}

// Cut cuts an amount of nothing or more; a range that it does not reach has no slice.
func Cut(amount, base value.Money, ranges []machine.Tier) []Slice {
	var out []Slice
	whole := value.FromMoney(amount)
	for i := range ranges {
		low, high := At(ranges[i].Above, base), whole
		if ranges[i].UpTo != nil {
			if end := At(ranges[i].UpTo, base); end.Cmp(high) < 0 {
				high = end
			}
		}
		if in := high.Sub(low); in.Sign() > 0 {
			out = append(out, Slice{Tier: i, In: in, Share: in.Mul(ranges[i].Part)})
		}
	}
	return out
}

// Total is what all slices share, not rounded.
func Total(slices []Slice) (sum value.Num) {
	for _, s := range slices {
		sum = sum.Add(s.Share)
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

// Flaw is the first place where ranges, lowest first, do not part all amounts.
type Flaw struct {
	Kind  FlawKind
	Tier  int       // the range to be changed
	From  value.Num // where the gap or the overlap begins
	Up    value.Num // where it ends; of an open end, nothing
	Ended bool      // Up is set
}

// FlawKind is what is wrong.
type FlawKind string

const (
	Gap     FlawKind = "gap"     // amounts above From, up to Up, are in no range
	Overlap FlawKind = "overlap" // amounts above From, up to Up, are in two
	Empty   FlawKind = "empty"   // the range ends where it begins, or before
)

// Split finds the first flaw of ranges for a base; nil where every amount above
// nothing is in exactly one.
func Split(base value.Money, ranges []machine.Tier) *Flaw {
	reached, open := value.Num{}, false
	for i, r := range ranges {
		low := At(r.Above, base)
		switch {
		case open:
			return &Flaw{Kind: Overlap, Tier: i, From: low}
		case low.Cmp(reached) > 0:
			return &Flaw{Kind: Gap, Tier: i, From: reached, Up: low, Ended: true}
		case low.Cmp(reached) < 0:
			return &Flaw{Kind: Overlap, Tier: i, From: low, Up: reached, Ended: true}
		}
		if open = r.UpTo == nil; open {
			continue
		}
		if reached = At(r.UpTo, base); reached.Cmp(low) <= 0 {
			return &Flaw{Kind: Empty, Tier: i, From: low, Up: reached, Ended: true}
		}
	}
	if !open {
		return &Flaw{Kind: Gap, Tier: len(ranges) - 1, From: reached}
	}
	return nil
}
