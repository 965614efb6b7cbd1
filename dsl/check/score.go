package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/value"
)

// scores looks at what the best and the worst score would pay.
func (c *checker) scores(g *settled.Gainshare) {
	if len(g.Points) != len(value.Bands) || g.Pool == 0 {
		return
	}
	best, worst := g.Points[0], g.Points[len(g.Points)-1]
	outmost := func(p settled.Points) bool { return p.Score.Cmp(best.Score) > 0 || p.Score.Cmp(worst.Score) < 0 }
	if slices.ContainsFunc(g.Points, outmost) {
		return // the points rise somewhere, which is a finding of its own
	}
	if g.Gain.Sum.Op != "" {
		sum, ok := g.Reckon(&g.Gain.Sum, best.Score)
		switch {
		case best.Score.Sign() <= 0:
			c.NeverScored(g.Gain.Said, best, "above")
		case ok && sum.Sign() < 0:
			c.SumNegative(g.Gain, best, sum)
		case ok && g.GainCap != nil && sum.Cmp(value.FromMoney(*g.GainCap)) <= 0:
			c.CapNeverBinds(g, "gain", *g.GainCap, best, sum)
		}
	}
	if g.Pain.Sum.Op == "" {
		return
	}
	sum, ok := g.Reckon(&g.Pain.Sum, worst.Score)
	switch {
	case worst.Score.Sign() >= 0:
		c.NeverScored(g.Pain.Said, worst, "below")
	case ok && sum.Sign() < 0:
		c.SumNegative(g.Pain, worst, sum)
	case ok && g.PainCap != nil && sum.Cmp(value.FromMoney(*g.PainCap)) <= 0:
		c.CapNeverBinds(g, "pain", *g.PainCap, worst, sum)
	}
}
