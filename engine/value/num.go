package value

import (
	"cmp"
	"errors"
	"math"
	"math/big"
	"math/bits"
)

// Num is an exact rational number; its zero value is 0. Numbers whose
// numerator and denominator fit in 63 bits are computed without allocating;
// larger ones go on in math/big. Compare with Equal or Cmp, never with ==.
type Num struct {
	n int64
	// INVARIANT: d is 0 for a whole number, else at least 2 and coprime to n;
	// n is never math.MinInt64. So equal small numbers are also equal by ==.
	d   int64
	big *big.Rat // not nil only when n or d would not fit; never changed once set
}

// ErrDivideByZero is the error of Div.
var ErrDivideByZero = errors.New("cannot divide by zero")

// Int returns a whole number.
func Int(n int64) Num {
	if n == math.MinInt64 {
		return Num{big: new(big.Rat).SetInt64(n)}
	}
	return Num{n: n}
}

// Ratio returns n/d. It panics if d is 0: a written denominator is never
// unknown; Div is for those that are.
func Ratio(n, d int64) Num {
	if d == 0 {
		panic("value: a ratio with denominator 0")
	}
	if n == math.MinInt64 || d == math.MinInt64 {
		return fromRat(big.NewRat(n, d))
	}
	if d < 0 {
		n, d = -n, -d
	}
	return reduced(n, d)
}

// FromMoney returns a sum as its number of pence.
func FromMoney(m Money) Num { return Int(int64(m)) }

func (a Num) den() int64 {
	if a.d == 0 {
		return 1
	}
	return a.d
}

func (a Num) rat() *big.Rat {
	if a.big != nil {
		return a.big
	}
	return big.NewRat(a.n, a.den())
}

// Add returns a + b.
func (a Num) Add(b Num) Num {
	if a.big == nil && b.big == nil {
		if a.d == b.d {
			if n, ok := addInt(a.n, b.n); ok {
				return reduced(n, a.den())
			}
		} else if l, ok1 := mulInt(a.n, b.den()); ok1 {
			r, ok2 := mulInt(b.n, a.den())
			d, ok3 := mulInt(a.den(), b.den())
			if n, ok4 := addInt(l, r); ok2 && ok3 && ok4 {
				return reduced(n, d)
			}
		}
	}
	return fromRat(new(big.Rat).Add(a.rat(), b.rat()))
}

// Sub returns a - b.
func (a Num) Sub(b Num) Num { return a.Add(b.Neg()) }

// Neg returns -a.
func (a Num) Neg() Num {
	if a.big != nil {
		return fromRat(new(big.Rat).Neg(a.big))
	}
	return Num{n: -a.n, d: a.d}
}

// Mul returns a * b.
func (a Num) Mul(b Num) Num {
	if a.big == nil && b.big == nil {
		// Cancelling first keeps sums of money times percentages small.
		g, h := gcd(a.n, b.den()), gcd(b.n, a.den())
		n, ok1 := mulInt(a.n/g, b.n/h)
		d, ok2 := mulInt(a.den()/h, b.den()/g)
		if ok1 && ok2 {
			return reduced(n, d)
		}
	}
	return fromRat(new(big.Rat).Mul(a.rat(), b.rat()))
}

// Div returns a / b, or ErrDivideByZero.
func (a Num) Div(b Num) (Num, error) {
	switch {
	case b.IsZero():
		return Num{}, ErrDivideByZero
	case b.big != nil:
		return fromRat(new(big.Rat).Quo(a.rat(), b.big)), nil
	case b.n < 0:
		return a.Mul(Num{n: -b.den(), d: whole(-b.n)}), nil
	default:
		return a.Mul(Num{n: b.den(), d: whole(b.n)}), nil
	}
}

// Cmp is -1 if a is less than b, 0 if they are equal, +1 if a is greater.
func (a Num) Cmp(b Num) int {
	switch {
	case a.big != nil || b.big != nil:
		return a.rat().Cmp(b.rat())
	case a.d == b.d:
		return cmp.Compare(a.n, b.n)
	case a.Sign() != b.Sign():
		return cmp.Compare(a.Sign(), b.Sign())
	}
	c := cmpProducts(size(a.n), uint64(b.den()), size(b.n), uint64(a.den()))
	return c * a.Sign()
}

// Equal reports whether a and b are the same number.
func (a Num) Equal(b Num) bool { return a.Cmp(b) == 0 }

// Sign is -1, 0 or +1.
func (a Num) Sign() int {
	if a.big != nil {
		return a.big.Sign()
	}
	return cmp.Compare(a.n, 0)
}

// IsZero reports whether a is 0.
func (a Num) IsZero() bool { return a.Sign() == 0 }

// IsWhole reports whether a has no fraction.
func (a Num) IsWhole() bool {
	if a.big != nil {
		return a.big.IsInt()
	}
	return a.d == 0
}

// cmpProducts compares a*b with c*d in 128 bits.
func cmpProducts(a, b, c, d uint64) int {
	hi, lo := bits.Mul64(a, b)
	hi2, lo2 := bits.Mul64(c, d)
	if hi != hi2 {
		return cmp.Compare(hi, hi2)
	}
	return cmp.Compare(lo, lo2)
}

// reduced returns n/d in lowest terms, for a d above 0.
func reduced(n, d int64) Num {
	if d != 1 {
		g := gcd(n, d)
		n, d = n/g, d/g
	}
	return Num{n: n, d: whole(d)}
}

// whole stores a denominator: 1 is kept as 0.
func whole(d int64) int64 {
	if d == 1 {
		return 0
	}
	return d
}

// fromRat takes over r, as a small number if it fits.
func fromRat(r *big.Rat) Num {
	n, d := r.Num(), r.Denom()
	if n.IsInt64() && d.IsInt64() && n.Int64() != math.MinInt64 {
		return Num{n: n.Int64(), d: whole(d.Int64())}
	}
	return Num{big: r}
}

func size(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// gcd is the greatest common divisor of n and a d above 0; gcd(0, d) is d.
func gcd(n, d int64) int64 {
	a, b := size(n), uint64(d)
	for a != 0 {
		a, b = b%a, a
	}
	return int64(b)
}

// addInt adds, unless the sum leaves the range that Num and Money share.
func addInt(a, b int64) (int64, bool) {
	s := a + b
	if (a^s)&(b^s) < 0 || s == math.MinInt64 {
		return 0, false
	}
	return s, true
}

func mulInt(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(size(a), size(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}
