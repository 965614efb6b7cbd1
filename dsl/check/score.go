package check

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// scores looks at what the best and the worst score would pay.
func (c *checker) scores(g *Gainshare) {
	if len(g.Points) != len(value.Bands) || g.Pool == 0 {
		return
	}
	best, worst := g.Points[0], g.Points[len(g.Points)-1]
	outmost := func(p Points) bool { return p.Score.Cmp(best.Score) > 0 || p.Score.Cmp(worst.Score) < 0 }
	if slices.ContainsFunc(g.Points, outmost) {
		return // the points rise somewhere, which is a finding of its own
	}
	if g.Gain.Sum.Op != "" {
		sum, ok := g.reckon(&g.Gain.Sum, best.Score)
		switch {
		case best.Score.Sign() <= 0:
			c.neverScored(g.Gain.Said, best, "above")
		case ok && sum.Sign() < 0:
			c.sumNegative(g.Gain, best, sum)
		case ok && g.GainCap != nil && sum.Cmp(value.FromMoney(*g.GainCap)) <= 0:
			c.capNeverBinds(g, "gain", *g.GainCap, best, sum)
		}
	}
	if g.Pain.Sum.Op == "" {
		return
	}
	sum, ok := g.reckon(&g.Pain.Sum, worst.Score)
	switch {
	case worst.Score.Sign() >= 0:
		c.neverScored(g.Pain.Said, worst, "below")
	case ok && sum.Sign() < 0:
		c.sumNegative(g.Pain, worst, sum)
	case ok && g.PainCap != nil && sum.Cmp(value.FromMoney(*g.PainCap)) <= 0:
		c.capNeverBinds(g, "pain", *g.PainCap, worst, sum)
	}
}

// reckon works a formula of pool and score out, in pence; false where it cannot
// be done, because it divides by zero or reads something else.
func (g *Gainshare) reckon(e *machine.Expr, score value.Num) (value.Num, bool) {
	args := make([]value.Num, len(e.Args))
	for i := range e.Args {
		var ok bool
		if args[i], ok = g.reckon(&e.Args[i], score); !ok {
			return value.Num{}, false
		}
	}
	switch e.Op {
	case machine.OpConst:
		return *e.Num, true
	case machine.OpVar:
		if e.Name == "pool" {
			return value.FromMoney(g.Pool), true
		}
		return score, e.Name == "score"
	case machine.OpNeg:
		return args[0].Neg(), true
	case machine.OpAdd, machine.OpSum:
		return fold(args, value.Num.Add), true
	case machine.OpSub:
		return args[0].Sub(args[1]), true
	case machine.OpMul:
		return args[0].Mul(args[1]), true
	case machine.OpDiv:
		n, err := args[0].Div(args[1])
		return n, err == nil
	case machine.OpMin:
		return fold(args, lesser), true
	case machine.OpMax:
		return fold(args, greater), true
	}
	return value.Num{}, false
}

func fold(args []value.Num, join func(a, b value.Num) value.Num) value.Num {
	out := args[0]
	for _, n := range args[1:] {
		out = join(out, n)
	}
	return out
}

func lesser(a, b value.Num) value.Num {
	if b.Cmp(a) < 0 {
		return b
	}
	return a
}

func greater(a, b value.Num) value.Num {
	if b.Cmp(a) > 0 {
		return b
	}
	return a
}

// most is the largest sum that the gainshare can move each way: what the payees
// of the gain can get, what the payers of the pain can lose, and what then lies
// beyond the cap.
func (g *Gainshare) most() (gain, pain, beyond value.Num) {
	if g.Cost != nil {
		for _, t := range g.Cost.Targets {
			u, o, b := g.costMost(t.Sum)
			gain, pain, beyond = greater(gain, u), greater(pain, o), greater(beyond, b)
		}
		return gain, pain, beyond
	}
	if len(g.Points) != len(value.Bands) {
		return
	}
	if g.Gain.Sum.Op != "" && g.Points[0].Score.Sign() > 0 {
		gain, _ = g.reckon(&g.Gain.Sum, g.Points[0].Score)
	}
	if g.GainCap != nil && gain.Cmp(value.FromMoney(*g.GainCap)) > 0 {
		gain = value.FromMoney(*g.GainCap)
	}
	if worst := g.Points[len(g.Points)-1]; g.Pain.Sum.Op != "" && worst.Score.Sign() < 0 {
		pain, _ = g.reckon(&g.Pain.Sum, worst.Score)
	}
	if g.PainCap != nil {
		limit := value.FromMoney(*g.PainCap)
		if pain.Cmp(limit) > 0 {
			pain, beyond = limit, pain.Sub(limit)
		}
	}
	return gain, pain, beyond
}
