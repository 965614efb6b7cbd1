package engine_test

import (
	"math/big"
	"sort"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// A second opinion on every pound: a few lines on math/big that share no code
// with the engine. It reads the machine as data and works out what a year's
// gainshare comes to for each party.

type opinion struct {
	score             *big.Rat
	sum, beyond       int64
	pays, gets, bears map[string]int64
}

// secondOpinion takes the band of each measure and gives the year's result.
func secondOpinion(m *machine.Machine, g *machine.Gainshare, bands map[string]value.Band) opinion {
	score := new(big.Rat)
	for _, o := range m.Outcomes {
		for _, me := range m.Measures {
			if me.Outcome == o.Name {
				for _, p := range g.Points {
					if p.Band == bands[me.Name] {
						part := new(big.Rat).Mul(rat(p.Score), rat(me.Weight))
						score.Add(score, part.Mul(part, rat(o.Weight)))
					}
				}
			}
		}
	}
	out := opinion{score: score, pays: map[string]int64{}, gets: map[string]int64{}, bears: map[string]int64{}}
	f, limit := g.Gain, g.GainCap
	switch score.Sign() {
	case 0:
		return out
	case -1:
		f, limit = g.Pain, g.PainCap
	}
	exact := work(&f.Sum, map[string]*big.Rat{"pool": new(big.Rat).SetInt64(int64(g.Pool)), "score": score})
	out.sum = halfUp(exact)
	if limit != nil && out.sum > int64(*limit) {
		out.beyond = out.sum - int64(*limit)
		out.sum = int64(*limit)
	}
	deal(m, f.From, out.sum, out.pays)
	deal(m, f.To, out.sum, out.gets)
	if score.Sign() < 0 && g.Beyond != "" {
		deal(m, g.Beyond, out.beyond, out.bears)
	}
	return out
}

func rat(n value.Num) *big.Rat {
	text, _ := n.MarshalText()
	r, ok := new(big.Rat).SetString(string(text))
	if !ok {
		panic("no number: " + string(text))
	}
	return r
}

func work(e *machine.Expr, names map[string]*big.Rat) *big.Rat {
	switch e.Op {
	case machine.OpConst:
		return rat(*e.Num)
	case machine.OpVar:
		return names[e.Name]
	case machine.OpNeg:
		return new(big.Rat).Neg(work(&e.Args[0], names))
	}
	out := new(big.Rat).Set(work(&e.Args[0], names))
	for i := 1; i < len(e.Args); i++ {
		x := work(&e.Args[i], names)
		switch e.Op {
		case machine.OpAdd:
			out.Add(out, x)
		case machine.OpSub:
			out.Sub(out, x)
		case machine.OpMul:
			out.Mul(out, x)
		case machine.OpDiv:
			out.Quo(out, x)
		default:
			panic("the second opinion does not know " + string(e.Op))
		}
	}
	return out
}

// halfUp rounds to whole pence: floor(x + 1/2).
func halfUp(x *big.Rat) int64 {
	y := new(big.Rat).Add(x, big.NewRat(1, 2))
	q := new(big.Int)
	q.Div(y.Num(), y.Denom())
	return q.Int64()
}

// deal hands out whole pence: each its share rounded down, then one more to the
// largest fractions, the share written first going first where they are equal.
func deal(m *machine.Machine, name string, sum int64, to map[string]int64) {
	parts := []machine.Share{{Party: name, Part: value.Int(1)}}
	for _, s := range m.Shares {
		if s.Name == name {
			parts = s.Parts
		}
	}
	type rest struct {
		at       int
		fraction *big.Rat
	}
	left := sum
	var rests []rest
	for i, p := range parts {
		exact := new(big.Rat).Mul(rat(p.Part), new(big.Rat).SetInt64(sum))
		whole := new(big.Int).Quo(exact.Num(), exact.Denom())
		to[p.Party] += whole.Int64()
		left -= whole.Int64()
		rests = append(rests, rest{i, exact.Sub(exact, new(big.Rat).SetInt(whole))})
	}
	sort.SliceStable(rests, func(i, j int) bool { return rests[i].fraction.Cmp(rests[j].fraction) > 0 })
	for i := range left {
		to[parts[rests[i].at].Party]++
	}
}
