package check

import (
	"fmt"
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// costNeeds are what a gainshare that shares a cost must say, and scoreNeeds
// what one must that shares a pool by results.
var (
	costNeeds  = []string{"target", "target moved", "under", "over", "rest", "substantiated"}
	costMay    = []string{"once", "if ended", "under modified", "over modified", "under cap", "over cap"}
	scoreNeeds = []string{"score", "points", "method", "pool", "gain", "pain", "gain cap", "pain cap", "calculated"}
)

// eitherOr finds statements of the one kind of gainshare in the other.
func (c *checker) eitherOr(b *syntax.Block, g *settled.Gainshare) {
	byCost := b.Find("cost") != nil
	wrong, other := slices.Concat(costNeeds, costMay), "cost"
	if byCost {
		wrong, other = scoreNeeds, ""
	}
	for _, s := range b.Statements {
		switch {
		case s.Def == nil || !slices.Contains(wrong, s.Def.Keyword):
		case other != "":
			c.NeedsOther(c.said(&g.Head, s), s.Def.Keyword, other)
		default:
			c.NotOfCost(g, s)
		}
	}
}

func (c *checker) costShare(b *syntax.Block, g *settled.Gainshare) {
	g.Cost = &settled.CostShare{}
	if name := syntax.One[*syntax.Name](b, "cost"); name != nil {
		g.Cost.Cost = one[*settled.Measure](c, &name.Name, "cost")
	}
	c.settledOver(b, g)
	c.targets(b, g)
	if v := syntax.One[*syntax.TargetMoved](b, "target moved"); v != nil && v.Decision != nil {
		g.Cost.Moved = one[*settled.Decision](c, v.Decision, "decision")
		c.movesTarget(v, g)
	}
	if v := syntax.One[*syntax.Substantiated](b, "substantiated"); v != nil && v.Decision != nil {
		g.Cost.Substantiated = c.opens(v.Decision, g.Said("substantiated"))
	}
	if v := syntax.One[*syntax.RestWith](b, "rest"); v != nil {
		g.Cost.Rest = c.side(&v.Who)
	}
	var complete [2]bool
	g.Cost.Under, g.Gain, complete[0] = c.costTiers(b, g, "under")
	g.Cost.Over, g.Pain, complete[1] = c.costTiers(b, g, "over")
	g.GainCap, g.PainCap = c.capOn(b, g, "under"), c.capOn(b, g, "over")
	g.Cost.UnderBy, g.Cost.OverBy = c.modifier(b, g, "under"), c.modifier(b, g, "over")
	if v := syntax.One[*syntax.BorneBy](b, "beyond cap"); v != nil {
		g.Beyond = c.side(&v.By)
		if b.Find("over cap") == nil && !c.unreadIn(b) {
			c.NeedsOther(g.Said("beyond cap"), "beyond cap", "over cap")
		}
	}
	c.settlement(b, g)
	if complete[0] && complete[1] {
		c.costShared(g)
		c.readings(b, g)
	}
}

// targets settles what each year should cost; every year of the term needs one.
func (c *checker) targets(b *syntax.Block, g *settled.Gainshare) {
	readable := true
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Sum)
		if !ok || s.Keyword.Name != "target" {
			readable = readable && (s.Def == nil || s.Def.Keyword != "target")
			continue
		}
		said, period := c.said(&g.Head, s), periodOf(&v.Period)
		sum, ok := c.money(&v.Amount)
		switch {
		case period.IsZero() || !ok:
			readable = false
			continue
		case period.Kind == value.Term && g.Every == value.Year:
			c.TargetOfTerm(said, g)
			readable = false
			continue
		case period.Kind != value.Year && period.Kind != value.Term:
			c.SumNotYear(v.Period.At)
			readable = false
			continue
		}
		if i := slices.IndexFunc(g.Cost.Targets, func(t settled.PeriodSum) bool { return t.Period == period }); i >= 0 {
			c.SumTwice(period, said, g.Cost.Targets[i].Said)
			continue
		}
		g.Cost.Targets = append(g.Cost.Targets, settled.PeriodSum{Said: said, Period: period, Sum: sum})
	}
	years := c.Agreement.Periods(value.Year)
	if !readable || years == nil || len(g.Cost.Targets) == 0 || c.oneTarget(g) {
		return
	}
	all := years
	if g.Every == value.Term {
		years = c.Agreement.WholePeriods(value.Year)
	}
	for _, y := range years {
		if !slices.ContainsFunc(g.Cost.Targets, func(t settled.PeriodSum) bool { return t.Period == y }) && !c.unreadIn(b) {
			c.TargetMissing(g, y)
		}
	}
	for _, t := range g.Cost.Targets {
		switch {
		case !slices.Contains(all, t.Period):
			c.SumOutside(t)
		case !slices.Contains(years, t.Period):
			c.TargetLeftOut(g, t)
		}
	}
}

// costTiers settles the ranges on one side of the target, and who pays whom;
// false where something of it is not settled.
func (c *checker) costTiers(b *syntax.Block, g *settled.Gainshare, side string) (out []settled.CostTier, flow settled.Formula, ok bool) {
	flow.Said, ok = g.Said(side), true
	for _, s := range b.Statements {
		v, is := s.Value.(*syntax.TierShare)
		if !is || s.Keyword.Name != side {
			ok = ok && (s.Def == nil || s.Def.Keyword != side)
			continue
		}
		t := settled.CostTier{Said: c.said(&g.Head, s), From: c.side(&v.From), To: c.side(&v.To)}
		var read bool
		t.Is.Part, read = c.percent(&v.Part)
		ok = ok && read && t.From.Name() != "" && t.To.Name() != ""
		t.Is.Words, _ = cutComma(t.Text)
		t.Is.Reach, read = c.reach(&v.Range, func(of *syntax.Ident, part value.Num) bool { return c.ofTarget(of, part, t.Said, g) })
		ok = ok && read
		if len(out) > 0 && ok && (t.From != out[0].From || t.To != out[0].To) {
			c.SidesDiffer(t, out[0])
		}
		out = append(out, t)
	}
	if ok = ok && len(out) > 0; ok {
		flow.From, flow.To = out[0].From, out[0].To
		c.bothSides(flow.From, flow.To, flow.Said)
		c.tiersSplit(g, out, side)
	}
	return out, flow, ok
}

func cutComma(text string) (string, string) {
	for i := 0; i+1 < len(text); i++ {
		if text[i] == ',' && text[i+1] == ' ' {
			return text[:i], text[i+2:]
		}
	}
	return text, ""
}

// ofTarget reports whether a percentage is one of the target, and finds one that is not.
func (c *checker) ofTarget(of *syntax.Ident, part value.Num, said settled.Said, g *settled.Gainshare) bool {
	switch {
	case of == nil:
		c.BaseOpen(g, said, part)
	case of.Name != "target":
		c.BaseOther(of, said)
	default:
		return true
	}
	return false
}

// tiersSplit proves for every target that each amount is in one range.
func (c *checker) tiersSplit(g *settled.Gainshare, of []settled.CostTier, side string) {
	for _, target := range g.CostOver() {
		where := fmt.Sprintf("%s the target for %s", side, c.Agreement.YearStart.Label(target.Period))
		if !parted(c, target.Sum, of, where, [2]string{side, fmt.Sprintf("0%% from %s to %s", of[0].From.Name(), of[0].To.Name())}) {
			return
		}
	}
}

func (c *checker) modifier(b *syntax.Block, g *settled.Gainshare, side string) *settled.CostModifier {
	v := syntax.One[*syntax.ModifiedBy](b, side+" modified")
	if v == nil {
		return nil
	}
	m := &settled.CostModifier{Said: g.Said(side + " modified")}
	if g.Every == value.Term {
		c.ModifiedOverTerm(m, g)
		return nil
	}
	m.By, _ = c.find(&v.By, "gainshare", "scorecard").(*settled.Gainshare)
	if m.By != nil && m.By.Has("cost") {
		c.ScoresNothing(&v.By, m.By)
		m.By = nil
	}
	ok := m.By != nil
	if v.Points != nil {
		n, read := c.num(v.Points)
		m.Is.Swing, m.Is.Points, ok = n.Mul(value.Ratio(1, 100)), true, ok && read
	} else {
		n, read := c.percent(v.Percent)
		m.Is.Swing, ok = n, ok && read
		if read && !v.OfShare {
			c.SwingOpen(g, m, side, n)
			return nil
		}
	}
	if v.Way.Word == syntax.SwingLess {
		m.Is.Swing = m.Is.Swing.Neg()
	}
	var read bool
	m.Is.Least, read = c.percent(&v.Least)
	ok = ok && read
	m.Is.Most, read = c.percent(&v.Most)
	if !ok || !read {
		c.Broken = true
		return nil
	}
	if m.Is.Least.Cmp(m.Is.Most) > 0 {
		c.BoundsWrongWay(m)
	}
	m.Is.By = settled.NameOf(m.By)
	return m
}

// costShared looks at what the shares do to those who spend.
func (c *checker) costShared(g *settled.Gainshare) {
	for _, t := range slices.Concat(g.Cost.Under, g.Cost.Over) {
		if t.Is.Part.Cmp(value.Int(1)) > 0 {
			c.ShareAboveWhole(t)
			return
		}
	}
	rest := g.Cost.Rest
	if rest.Name() != "" && (g.Gain.From != rest || g.Pain.To != rest) {
		c.RestElsewhere(g)
		return
	}
	if of := g.Cost.Cost; of != nil && of.CostOf != nil && of.CostOf.Basis == string(syntax.FixedSum) && of.CostOf.To.Name() != "" && of.CostOf.To != rest && rest.Name() != "" {
		c.RestNotHolder(g, of.CostOf)
		return
	}
	for _, target := range g.CostOver() {
		if most, _, _ := g.CostMost(target.Sum); most.Mul(value.Int(100)).Cmp(value.FromMoney(target.Sum)) < 0 {
			c.StakeTiny(g, target, most)
			return
		}
	}
}
