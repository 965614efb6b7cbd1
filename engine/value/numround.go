package value

import (
	"math"
	"math/big"
)

// Floor returns the greatest whole number that is not above a.
func (a Num) Floor() Num {
	if a.big != nil {
		return fromInt(floorRat(a.big))
	}
	if a.d == 0 {
		return a
	}
	q := a.n / a.d
	if a.n < 0 {
		q--
	}
	return Num{n: q}
}

// Int64 returns a whole number as an integer; ok is false if a has a fraction
// or does not fit.
func (a Num) Int64() (n int64, ok bool) {
	return a.n, a.big == nil && a.d == 0
}

// RoundTo rounds a to a number of decimal places (0 is whole, -3 thousands).
// It panics when a needs rounding and r is NoRounding.
func (a Num) RoundTo(places int, r Rounding) Num {
	unit := pow10(places)
	return a.Mul(unit).round(r).Mul(pow10(-places))
}

// Money reads a as a number of pence and rounds it to whole pence. It is exact
// when nothing was rounded. A number beyond the range of Money becomes the
// largest or smallest Money and is not exact.
func (a Num) Money(r Rounding) (m Money, exact bool) {
	pence := a.round(r)
	if pence.big != nil {
		if pence.Sign() < 0 {
			return math.MinInt64, false
		}
		return math.MaxInt64, false
	}
	return Money(pence.n), a.IsWhole()
}

func (a Num) round(r Rounding) Num {
	if a.IsWhole() {
		return a
	}
	down := a.Floor()
	up := down.Add(Int(1))
	switch r {
	case Down:
		return down
	case Up:
		return up
	case HalfUp, HalfEven:
		switch a.Sub(down).Cmp(Ratio(1, 2)) {
		case -1:
			return down
		case 1:
			return up
		}
		if r == HalfEven && down.Mul(Ratio(1, 2)).IsWhole() {
			return down
		}
		return up
	default:
		panic("value: a figure needs rounding and no rounding was named")
	}
}

// pow10 returns 10 to the power p, which may be negative.
func pow10(p int) Num {
	n, size := int64(1), max(p, -p)
	if size > 18 {
		b := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(size)), nil))
		if p < 0 {
			b.Inv(b)
		}
		return fromRat(b)
	}
	for range size {
		n *= 10
	}
	if p < 0 {
		return Ratio(1, n)
	}
	return Int(n)
}

// floorRat divides rounding towards minus infinity; big.Int.Div does so for a
// positive divisor, which a Rat's always is.
func floorRat(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

func fromInt(i *big.Int) Num { return fromRat(new(big.Rat).SetInt(i)) }
