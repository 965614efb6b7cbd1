package problem

import (
	"fmt"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/sums/gainshare"
	"concordat/engine/value"
)

// NotOfCost reports statement-misplaced.
func (c *Collector) NotOfCost(g *settled.Gainshare, s *syntax.Statement) {
	c.unsettled("statement-misplaced", s.At, fmt.Sprintf("`%s` shares a cost, so `%s` means nothing in it", g.Name, s.Def.Keyword),
		"take the line out, or write a gainshare of its own for results", see(g.Said("cost").At, "it shares this cost"))
}

// ScoresNothing reports share-swing.
func (c *Collector) ScoresNothing(name *syntax.Ident, by *settled.Gainshare) {
	c.report("share-swing", name.At, fmt.Sprintf("`%s` shares a cost and has no score that a share could follow", by.Name),
		"name a gainshare or a scorecard that scores results", see(by.Said("cost").At, "it shares this cost"))
}

// TargetMissing reports sum-missing.
func (c *Collector) TargetMissing(g *settled.Gainshare, y value.Period) {
	c.report("sum-missing", g.At, fmt.Sprintf("`%s` has no target for %s, which is in the term", g.Name, c.Agreement.YearStart.Label(y)),
		fmt.Sprintf("write `target %s £…`", y), see(c.Agreement.Said("term").At, "the term"))
}

// SidesDiffer reports share-sides.
func (c *Collector) SidesDiffer(second, first settled.CostTier) {
	c.report("share-sides", second.At, "the ranges on one side of the target are paid by and to the same parties, and this line names others",
		fmt.Sprintf("write `from %s to %s`", first.From.Name(), first.To.Name()), see(first.At, "the first range"))
}

// RestElsewhere reports share-sides.
func (c *Collector) RestElsewhere(g *settled.Gainshare) {
	c.report("share-sides", g.Said("rest").At,
		fmt.Sprintf("the rest stays with `%s`, so a share of a saving comes from `%s` and a share of an overrun goes to it; the lines say otherwise", g.Cost.Rest.Name(), g.Cost.Rest.Name()),
		"exchange `from` and `to` in the ranges, or name here who holds the money", see(g.Gain.At, "below the target"), see(g.Pain.At, "above it"))
}

// RestNotHolder reports share-sides.
func (c *Collector) RestNotHolder(g *settled.Gainshare, f *settled.Funding) {
	c.report("share-sides", g.Said("rest").At,
		fmt.Sprintf("`%s` is a fixed sum: what is not spent of it is with `%s`, which would keep a saving and be paid for it as well", f.Name, f.To.Name()),
		fmt.Sprintf("write `rest with %s`, and let a share of a saving come from it", f.To.Name()), see(f.Said("basis").At, "the fixed sum"))
}

// BaseOpen shows both readings of a percentage that does not say of what, with their figures.
func (c *Collector) BaseOpen(g *settled.Gainshare, said settled.Said, part value.Num) {
	figures := ""
	if len(g.Cost.Targets) > 0 {
		t := g.Cost.Targets[0]
		of := func(base value.Money) value.Money {
			sum, _ := value.FromMoney(base).Mul(part).Money(value.HalfUp)
			return sum
		}
		cost := t.Sum / 2
		figures = fmt.Sprintf(": of the target for %s it is %s; of a cost of %s it would be %s", c.Agreement.YearStart.Label(t.Period), of(t.Sum), cost, of(cost))
	}
	c.unsettled("share-base", said.At, fmt.Sprintf("%s of what is open%s", part.Mul(value.Int(100)).String()+"%", figures),
		"write `of target`, or a sum in pounds")
}

// BaseOther reports share-base.
func (c *Collector) BaseOther(base *syntax.Ident, said settled.Said) {
	c.unsettled("share-base", base.At, fmt.Sprintf("ranges are said of the target, not of `%s`", base.Name), "write `of target`, or a sum in pounds")
}

func money(pence value.Num) value.Money {
	sum, _ := pence.Money(value.Down)
	return sum
}

// SwingOpen shows both readings of a modifier's percentage, with their figures.
func (c *Collector) SwingOpen(g *settled.Gainshare, m *settled.CostModifier, side string, swing value.Num) {
	base := value.Ratio(50, 100)
	for _, t := range append(g.Cost.Under, g.Cost.Over...) {
		if t.Is.Part.Sign() > 0 {
			base = t.Is.Part
			break
		}
	}
	is := m.Is
	is.Swing, is.Least, is.Most = swing, value.Int(-10), value.Int(10)
	factor := gainshare.Modified(base, &is, value.Int(100))
	is.Points = true
	points := gainshare.Modified(base, &is, value.Int(100))
	pc := func(n value.Num) string { return n.Mul(value.Int(100)).String() + "%" }
	c.unsettled("share-swing", m.At, fmt.Sprintf("%s may be points or a part of the share: at a score of 100 a share of %s becomes %s or %s", pc(swing), pc(base), pc(points), pc(factor)),
		fmt.Sprintf("write `%s points` or `%s of the share`", swing.Mul(value.Int(100)), pc(swing)))
}

// BoundsWrongWay reports share-swing.
func (c *Collector) BoundsWrongWay(m *settled.CostModifier) {
	c.report("share-swing", m.At, "the lower bound of the share lies above the upper one", "write the smaller percentage first")
}

// ShareAboveWhole reports share-above-whole.
func (c *Collector) ShareAboveWhole(t settled.CostTier) {
	c.report("share-above-whole", t.At, fmt.Sprintf("of every pound in this range %s is paid: who saves a pound loses by it, or who wastes one gains", "more than a pound"),
		"write at most 100%")
}

// StakeTiny warns of share-tiny.
func (c *Collector) StakeTiny(g *settled.Gainshare, t settled.PeriodSum, most value.Num) {
	c.warn("share-tiny", g.Said("under").At, fmt.Sprintf("at most %s can be gained in %s, less than 1%% of the target of %s: it will hardly change what anybody does", money(most), c.Agreement.YearStart.Label(t.Period), t.Sum),
		"raise the shares or the cap, or take the gainshare out and let the purpose carry the agreement", see(t.At, "the target"))
}

// ProvesOther reports decides-other.
func (c *Collector) ProvesOther(d *settled.Decision, by settled.Said) {
	c.report("decides-other", by.At, fmt.Sprintf("`%s` must find whether a saving is real, and does not decide that", d.Name),
		"give it the line `decides that the saving is real`", see(d.At, "the decision"))
}

// ProvesNoEnd reports decides-other.
func (c *Collector) ProvesNoEnd(d *settled.Decision, end *settled.Action) {
	c.report("decides-other", end.At, fmt.Sprintf("without a yes `%s` finds that the saving is not real, and nothing of it is shared: there is nothing else to do", d.Name),
		"let the last line be `otherwise lapse`", see(d.At, "the decision"))
}
