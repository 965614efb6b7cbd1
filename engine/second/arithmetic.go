package second

import (
	"fmt"
	"math/big"
	"sort"
)

// Sums are what each party pays and gets, in pence.
type Sums struct{ Pays, Gets map[string]int64 }

func rat(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("second: no number: " + text)
	}
	return r
}

func whole(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

// round takes a number to so many decimal places.
func round(x *big.Rat, places int, how string) *big.Rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	scaled := new(big.Rat).Mul(x, unit)
	half := big.NewRat(1, 2)
	down := new(big.Int).Div(scaled.Num(), scaled.Denom())
	rest := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(down))
	up := false
	switch how {
	case "half up":
		up = rest.Cmp(half) >= 0
	case "half to even":
		up = rest.Cmp(half) > 0 || rest.Cmp(half) == 0 && down.Bit(0) == 1
	case "up":
		up = rest.Sign() > 0
	case "down":
	default:
		if rest.Sign() != 0 {
			panic(fmt.Sprintf("second: %s is not whole, and nothing says how it is rounded", x))
		}
	}
	if up {
		down.Add(down, big.NewInt(1))
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(down), unit)
}

// pence rounds a number of pence as the agreement does.
func (m *Machine) pence(x *big.Rat) int64 { return round(x, 0, m.Rounding).Num().Int64() }

func (m *Machine) parts(name string) []part {
	for _, s := range m.Shares {
		if s.Name == name {
			return s.Parts
		}
	}
	return []part{{name, "1"}}
}

// deal hands out whole pence: each its share rounded down, and what is left as
// `remainder` says.
func (m *Machine) deal(name string, sum int64) map[string]int64 {
	to := map[string]int64{}
	parts := m.parts(name)
	type rest struct {
		at       int
		fraction *big.Rat
	}
	left := sum
	var rests []rest
	for i, p := range parts {
		exact := new(big.Rat).Mul(rat(p.Part), whole(sum))
		floor := new(big.Int).Div(exact.Num(), exact.Denom())
		to[p.Party] += floor.Int64()
		left -= floor.Int64()
		if rat(p.Part).Sign() > 0 {
			rests = append(rests, rest{i, exact.Sub(exact, new(big.Rat).SetInt(floor))})
		}
	}
	switch m.Remainder {
	case "to the share written first":
		to[parts[rests[0].at].Party] += left
	case "to the share written last":
		to[parts[rests[len(rests)-1].at].Party] += left
	default:
		sort.SliceStable(rests, func(i, j int) bool { return rests[i].fraction.Cmp(rests[j].fraction) > 0 })
		for i := range left {
			to[parts[rests[i].at].Party]++
		}
	}
	return to
}

func (m *Machine) between(from, to string, sum int64) Sums {
	return Sums{Pays: m.deal(from, sum), Gets: m.deal(to, sum)}
}

// work evaluates a formula; false where it divides by nothing.
func work(e *expr, names map[string]*big.Rat) (*big.Rat, bool) {
	switch e.Op {
	case "const":
		return rat(e.Num), true
	case "var":
		return names[e.Name], true
	}
	out, ok := work(&e.Args[0], names)
	if !ok {
		return nil, false
	}
	out = new(big.Rat).Set(out)
	if e.Op == "neg" {
		return out.Neg(out), true
	}
	for i := 1; i < len(e.Args); i++ {
		x, ok := work(&e.Args[i], names)
		if !ok || e.Op == "div" && x.Sign() == 0 {
			return nil, false
		}
		switch e.Op {
		case "add":
			out.Add(out, x)
		case "sub":
			out.Sub(out, x)
		case "mul":
			out.Mul(out, x)
		case "div":
			out.Quo(out, x)
		default:
			panic("second: the second opinion does not know " + e.Op)
		}
	}
	return out, true
}
