package check

import (
	"cmp"
	"fmt"
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/expr"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *checker) gainshare(b *syntax.Block, g *settled.Gainshare) {
	if every := syntax.One[*syntax.Every](b, "every"); every != nil {
		g.Every = kind(every.Cycle.Word)
	}
	if v := syntax.One[*syntax.Matters](b, "matters"); v != nil {
		from, ok := c.percent(&v.From)
		if of := one[*settled.Funding](c, &v.Of, "funding"); of != nil && ok {
			g.Matters = &settled.Matters{Said: g.Said("matters"), From: from, Of: of}
		}
	}
	if !g.Scorecard {
		c.eitherOr(b, g)
		if b.Find("cost") != nil {
			c.costShare(b, g)
			return
		}
	}
	if score := syntax.One[*syntax.Score](b, "score"); score != nil && score.Places != nil {
		if n, ok := c.num(&score.Places.Count); ok {
			places, whole := n.Int64()
			if !whole || places < 0 || places > 9 {
				c.NotPlaces(&score.Places.Count)
			}
			digits := int(places)
			g.Places, g.Rounding = &digits, c.rounding(score.Places.Mode)
		}
	}
	if method := syntax.One[*syntax.Method](b, "method"); method != nil {
		g.Stepped = method.Is.Word == syntax.Stepped
	}
	c.points(b, g)
	if g.Scorecard {
		return
	}
	c.pool(b, g)
	g.Gain, g.Pain = c.flow(b, g, "gain"), c.flow(b, g, "pain")
	c.caps(b, g)
	c.settlement(b, g)
	c.scores(g)
}

func (c *checker) points(b *syntax.Block, g *settled.Gainshare) {
	readable := true
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Points)
		if !ok {
			readable = readable && s.Def != nil && s.Def.Keyword != "points"
			continue
		}
		p := settled.Points{Said: c.said(&g.Head, s), Band: c.band(&v.Band)}
		p.Score, ok = c.num(&v.Score)
		readable = readable && ok && p.Band != value.NoBand
		if p.Band == value.NoBand {
			continue
		}
		if i := slices.IndexFunc(g.Points, func(q settled.Points) bool { return q.Band == p.Band }); i >= 0 {
			c.PointsTwice(p, g.Points[i])
			readable = false
			continue
		}
		g.Points = append(g.Points, p)
	}
	slices.SortStableFunc(g.Points, func(x, y settled.Points) int { return cmp.Compare(y.Band, x.Band) })
	if !readable || len(g.Points) == 0 {
		return
	}
	var lacks []string
	for _, band := range value.Bands {
		if !slices.ContainsFunc(g.Points, func(p settled.Points) bool { return p.Band == band }) {
			lacks = append(lacks, band.String())
		}
	}
	if len(lacks) > 0 {
		if !c.unreadIn(b) {
			c.PointsMissing(g, lacks)
		}
		return
	}
	for i := 1; i < len(g.Points); i++ {
		if g.Points[i].Score.Cmp(g.Points[i-1].Score) > 0 {
			c.PointsRise(g.Points[i], g.Points[i-1])
			return
		}
	}
}

func (c *checker) pool(b *syntax.Block, g *settled.Gainshare) {
	p := syntax.One[*syntax.Pool](b, "pool")
	if p == nil {
		return
	}
	g.Pool, _ = c.money(&p.Amount)
	c.samePeriod(p.Per.At, kind(p.Per.Word), g, "pool")
	g.OnTop = one[*settled.Funding](c, p.OnTopOf, "funding")
	g.Inside = one[*settled.Funding](c, p.Within, "funding")
	for _, s := range sumsOf(g.Inside) {
		if g.Inside != nil && g.Every == value.Year && g.Pool > s.Sum && s.Sum > 0 {
			c.PoolTooLarge(g, s)
			return
		}
	}
}

func sumsOf(f *settled.Funding) []settled.PeriodSum {
	if f == nil {
		return nil
	}
	return f.Sums
}

// samePeriod finds a sum for another period than the one that is settled.
func (c *checker) samePeriod(at diag.Span, k value.PeriodKind, g *settled.Gainshare, what string) {
	if k != value.NoPeriod && g.Every != value.NoPeriod && k != g.Every {
		c.OtherPeriod(at, what, k, g)
	}
}

func (c *checker) flow(b *syntax.Block, g *settled.Gainshare, keyword string) settled.Formula {
	v := syntax.One[*syntax.Flow](b, keyword)
	if v == nil {
		return settled.Formula{}
	}
	f := settled.Formula{Said: g.Said(keyword)}
	env := &expr.Env{
		Currency: c.Agreement.Currency, Where: fmt.Sprintf("the gainshare `%s`", g.Name),
		Names: []expr.Name{{Name: "pool", Type: machine.TypeMoney}, {Name: "score", Type: machine.TypeNumber}},
	}
	sum, found := expr.Formula(&v.Sum, env, machine.TypeMoney)
	c.Take(found)
	if !found.HasErrors() {
		f.Sum = sum
	}
	f.From, f.To = c.side(&v.From), c.side(&v.To)
	c.bothSides(f.From, f.To, f.Said)
	return f
}

func (c *checker) caps(b *syntax.Block, g *settled.Gainshare) {
	g.GainCap = c.capOn(b, g, "gain")
	g.PainCap = c.capOn(b, g, "pain")
	if v := syntax.One[*syntax.BorneBy](b, "beyond cap"); v != nil {
		g.Beyond = c.side(&v.By)
		if b.Find("pain cap") == nil && !c.unreadIn(b) {
			c.NeedsOther(g.Said("beyond cap"), "beyond cap", "pain cap")
		}
	}
}

// capOn settles the most that a gain or a pain can come to; nil where no line says.
func (c *checker) capOn(b *syntax.Block, g *settled.Gainshare, side string) *value.Money {
	v := syntax.One[*syntax.Cap](b, side+" cap")
	if v == nil {
		return nil
	}
	if b.Find(side) == nil && !c.unreadIn(b) {
		c.NeedsOther(g.Said(side+" cap"), side+" cap", side)
	}
	sum, ok := c.money(&v.Amount)
	if !ok {
		return nil
	}
	per, k := v.Per.At, kind(v.Per.Word)
	if v.InAll {
		per, k = v.Amount.At, value.Term
	}
	if g.Every == value.Term && k == value.Year {
		c.CapByYear(per, g, sum)
	} else {
		c.samePeriod(per, k, g, "cap")
	}
	return &sum
}

func (c *checker) settlement(b *syntax.Block, g *settled.Gainshare) {
	if part := syntax.One[*syntax.PartYear](b, "part year"); part != nil {
		switch part.Is.Word {
		case syntax.NothingForPart:
			g.PartYear = "none"
		case syntax.PartByDays:
			c.NotOffered(part.Is.At, "gain and pain by days", "write `part year no gain and no pain`")
		}
	}
	if by := syntax.One[*syntax.ByDecision](b, "confirmed"); by != nil {
		g.Confirmed = c.opens(&by.Decision, g.Said("confirmed"))
	}
	if paid := syntax.One[*syntax.PaidWithin](b, "paid"); paid != nil {
		g.Paid = c.paidWithin(paid, g.Said("paid"), g.Confirmed)
	}
	if off := syntax.One[*syntax.SetOff](b, "set off"); off != nil && off.Against != nil && off.Against.Hole == nil {
		c.NotOffered(off.Against.At, "set off against a funding", "write `set off never`: the sum is paid by itself")
	}
	if v := syntax.One[*syntax.Corrected](b, "corrected"); v != nil {
		w := c.within(g.Said("corrected"), &v.Within.Length, &v.Within.Of, onlyFrom(syntax.FromPayment, machine.AnchorPayment))
		g.Corrected = w.Span
	}
}

// paidWithin settles the day of payment, which counts from the decision that
// confirms the sum and from nothing else.
func (c *checker) paidWithin(v *syntax.PaidWithin, said settled.Said, confirmed *settled.Decision) settled.Within {
	w := settled.Within{Said: said, Adjust: adjust(v.Adjust.Word)}
	w.Span, _ = c.span(&v.Within.Length)
	of := v.Within.Of
	switch {
	case of.Decision == nil && of.Event.Hole == nil:
		c.AnchorWrong(of.Event.At, string(of.Event.Word), settled.NameOf(confirmed))
	case of.Decision != nil && of.Decision.Hole == nil:
		w.Decision = one[*settled.Decision](c, of.Decision, "decision")
		if w.Decision == nil || confirmed == nil {
			break
		}
		if w.Decision != confirmed {
			c.AnchorWrong(of.Decision.At, of.Decision.Name, confirmed.Name)
			break
		}
		w.Anchor = machine.AnchorDecision
	}
	return w
}
