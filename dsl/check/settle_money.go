package check

import (
	"cmp"
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

func (c *checker) funding(b *syntax.Block, f *settled.Funding) {
	f.From, f.To = c.sideLine(b, "from"), c.sideLine(b, "to")
	c.bothSides(f.From, f.To, f.Said("to"))
	if basis := syntax.One[*syntax.Basis](b, "basis"); basis != nil {
		f.Basis = string(basis.Is.Word)
	}
	c.sums(b, f)
	c.investment(b, f)
	if paid := syntax.One[*syntax.Instalments](b, "paid"); paid != nil {
		f.Every = kind(paid.Every.Word)
		f.Advance = paid.When.Word == syntax.InAdvance
		f.Adjust = adjust(paid.Adjust.Word)
		if paid.When.Hole == nil && paid.On.Hole == nil && f.Advance != (paid.On.Word == syntax.OnFirstDay) {
			c.PaidContradicts(f.Said("paid"), f.Advance)
		}
		c.wholeInstalments(f)
	}
	if r := syntax.One[*syntax.RemainderOn](b, "remainder"); r != nil && r.On.Word == syntax.LastInstalment {
		f.Odd = -1
	}
	if ended := c.actions(b, &f.Head, "if ended", whenEndedEarly); len(ended) > 0 {
		f.Repay = ended[0]
		f.Repay.On = f
	}
}

func (c *checker) sideLine(b *syntax.Block, keyword string) settled.Side {
	if name := syntax.One[*syntax.Name](b, keyword); name != nil {
		return c.side(&name.Name)
	}
	return settled.Side{}
}

// sums settles what each year costs, and finds years of the term without a sum
// and sums outside the term.
func (c *checker) sums(b *syntax.Block, f *settled.Funding) {
	readable := true
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Sum)
		if !ok {
			readable = readable && s.Def != nil && s.Def.Keyword != "sum"
			continue
		}
		said := c.said(&f.Head, s)
		sum, ok := c.money(&v.Amount)
		period := periodOf(&v.Period)
		switch {
		case period.IsZero():
			readable = false
			continue
		case period.Kind != value.Year:
			c.SumNotYear(v.Period.At)
			readable = false
			continue
		}
		if first := f.Sum(period); first != nil {
			c.SumTwice(period, said, first.Said)
			continue
		}
		if ok && sum == 0 {
			c.SumNothing(v.Amount.At)
		}
		f.Sums = append(f.Sums, settled.PeriodSum{Said: said, Period: period, Sum: sum})
	}
	slices.SortStableFunc(f.Sums, func(x, y settled.PeriodSum) int { return cmp.Compare(x.Period.Start, y.Period.Start) })
	if readable && len(f.Sums) > 0 && b.Find("taper") == nil {
		c.everyYear(b, f)
	}
}

func (c *checker) everyYear(b *syntax.Block, f *settled.Funding) {
	years := c.Agreement.Periods(value.Year)
	if years == nil {
		return
	}
	for _, y := range years {
		if f.Sum(y) == nil && !c.unreadIn(b) {
			c.SumMissing(f, y)
		}
	}
	for _, s := range f.Sums {
		if !slices.Contains(years, s.Period) {
			c.SumOutside(s)
		}
	}
}

// wholeInstalments finds a term that cuts a period in two: what the instalment
// for a part is, nobody has said.
func (c *checker) wholeInstalments(f *settled.Funding) {
	periods := c.Agreement.Periods(f.Every)
	if len(periods) == 0 {
		return
	}
	y := c.Agreement.YearStart
	if y.First(periods[0]) != c.Agreement.First {
		c.InstalmentCut(f, periods[0])
	} else if last := periods[len(periods)-1]; y.Last(last) != c.Agreement.Last {
		c.InstalmentCut(f, last)
	}
}

// bothSides finds money that goes to where it comes from; of two shares blocks
// it says so once.
func (c *checker) bothSides(from, to settled.Side, at settled.Said) {
	if from.Name() == "" || to.Name() == "" {
		return
	}
	if from.Name() == to.Name() {
		c.PaysItself(from, at)
		return
	}
	pair := [2]string{min(from.Name(), to.Name()), max(from.Name(), to.Name())}
	for _, p := range from.Parties() {
		if slices.Contains(to.Parties(), p) && !slices.Contains(c.overlaps, pair) {
			c.overlaps = append(c.overlaps, pair)
			c.OnBothSides(p, at)
			return
		}
	}
}
