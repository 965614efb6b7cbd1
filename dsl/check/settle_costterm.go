package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// settledOver settles whether a cost is shared by year or once for the term.
func (c *checker) settledOver(b *syntax.Block, g *settled.Gainshare) {
	once, ended := b.Find("once"), b.Find("if ended")
	switch {
	case once != nil && b.Find("every") != nil:
		c.SettledTwice(g)
		fallthrough
	case once != nil:
		g.Every = value.Term
	}
	if ended != nil && once == nil && b.Find("every") != nil {
		c.NeedsOther(g.Said("if ended"), "if ended", "once for the term")
	}
	if v := syntax.One[*syntax.EndedEarly](b, "if ended"); v != nil {
		g.Cost.WholeYears = v.Is.Word == syntax.WholeYearsShared
	}
}

// readings shows what the two readings give where it is open over what a cost is
// settled, or what an early end leaves of it.
func (c *checker) readings(b *syntax.Block, g *settled.Gainshare) {
	switch {
	case c.unreadIn(b):
	case b.Find("every") == nil && b.Find("once") == nil:
		c.SettledOpen(g)
	case g.Every == value.Term && b.Find("if ended") == nil:
		c.EndedOpen(g)
	}
}

// movesTarget finds a decision that moves another target than there is.
func (c *checker) movesTarget(v *syntax.TargetMoved, g *settled.Gainshare) {
	ofTerm := slices.ContainsFunc(g.Cost.Targets, func(t settled.PeriodSum) bool { return t.Period.Kind == value.Term })
	if v.Which.Word != "" && len(g.Cost.Targets) > 0 && ofTerm != (v.Which.Word == syntax.TargetOfTerm) {
		c.MovesOther(v.Which.At, g)
	}
}

// oneTarget reports whether the term has one target, and finds what that leaves open.
func (c *checker) oneTarget(g *settled.Gainshare) bool {
	at := slices.IndexFunc(g.Cost.Targets, func(t settled.PeriodSum) bool { return t.Period.Kind == value.Term })
	if at < 0 {
		return false
	}
	one := g.Cost.Targets[at]
	if len(g.Cost.Targets) > 1 {
		c.TargetsOverlap(one, g.Cost.Targets[(at+1)%len(g.Cost.Targets)])
		return true
	}
	if g.Cost.WholeYears {
		c.NothingToCompare(g, one)
	}
	whole, all := c.Agreement.WholePeriods(value.Year), c.Agreement.Periods(value.Year)
	if len(whole) < len(all) {
		part := all[0]
		if slices.Contains(whole, part) {
			part = all[len(all)-1]
		}
		c.TargetHoldsPart(one, part)
	}
	return true
}
