package value

import (
	"fmt"
	"slices"
)

// Split divides a sum into shares that add up to it exactly. The parts are not
// negative and sum to 1, in the order written; each share is its part rounded
// down to the penny, and r says who gets the pence that are left. It panics if
// the parts do not sum to 1: the checker has proved that they do.
func Split(total Money, parts []Num, r Remainder) []Money {
	shares := make([]Money, len(parts))
	lost := make([]Num, len(parts))
	left := total
	whole := Num{}
	for i, part := range parts {
		if part.Sign() < 0 {
			panic(fmt.Sprintf("value: split into a part of %s", part))
		}
		whole = whole.Add(part)
		shares[i], lost[i] = floorPart(total, part)
		left -= shares[i]
	}
	if !whole.Equal(Int(1)) {
		panic(fmt.Sprintf("value: split into parts that make %s, not 1", whole))
	}
	if left == 0 {
		return shares
	}
	switch r {
	case LargestFraction:
		for _, i := range byFraction(lost)[:left] {
			shares[i]++
		}
	case FirstShare:
		shares[slices.IndexFunc(parts, notNothing)] += left
	case LastShare:
		last := len(parts) - 1
		for !notNothing(parts[last]) {
			last--
		}
		shares[last] += left
	default:
		panic("value: a split leaves pence and no remainder rule was named")
	}
	return shares
}

// Instalments divides a sum into n equal instalments in whole pence; what is
// left is added to the instalment with index on, counted from 0. It panics if
// there is no such instalment.
func Instalments(total Money, n, on int) []Money {
	if on < 0 || on >= n {
		panic(fmt.Sprintf("value: the remainder is on instalment %d of %d", on+1, n))
	}
	each := total / Money(n)
	instalments := slices.Repeat([]Money{each}, n)
	instalments[on] += total - each*Money(n)
	return instalments
}

func notNothing(part Num) bool { return !part.IsZero() }

// floorPart is a part of a sum rounded down to the penny, and the fraction of
// a penny that it lost.
func floorPart(total Money, part Num) (pence Money, lost Num) {
	exact := FromMoney(total).Mul(part)
	down := exact.Floor()
	pence, _ = down.Money(Down)
	return pence, exact.Sub(down)
}

// byFraction orders shares by what they lost, most first; equals stay in the
// order written. As the lost fractions sum to the pence that are left and each
// is below one, there are always enough shares that lost something.
func byFraction(lost []Num) []int {
	order := make([]int, len(lost))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return lost[b].Cmp(lost[a]) })
	return order
}
