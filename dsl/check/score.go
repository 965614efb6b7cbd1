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

// success finds, in an alliance, results that pay or cost some of those who
// provide and not every one: success is the alliance's, never a member's.
func (c *checker) success() {
	if c.Agreement.Model != "alliance" {
		return
	}
	for _, g := range c.Agreement.Gainshares {
		if g.Scorecard || g.Cost != nil {
			continue
		}
		if left := c.leftOut(g.Gain.To); left != nil {
			c.SuccessOfSome(g.Gain, left, "pays")
		} else if left := c.leftOut(g.Pain.From); left != nil {
			c.SuccessOfSome(g.Pain, left, "costs")
		}
	}
}

// leftOut is a party that provides and has no part in a side in which another
// that provides has one; nil where there is none.
func (c *checker) leftOut(side settled.Side) *settled.Party {
	var in []*settled.Party
	if side.Party != nil {
		in = append(in, side.Party)
	}
	if side.Shares != nil {
		for _, part := range side.Shares.Parts {
			in = append(in, part.Party)
		}
	}
	if !slices.ContainsFunc(in, func(p *settled.Party) bool { return p != nil && provides(p) }) {
		return nil
	}
	for _, p := range c.Agreement.Parties {
		if provides(p) && !slices.Contains(in, p) {
			return p
		}
	}
	return nil
}
