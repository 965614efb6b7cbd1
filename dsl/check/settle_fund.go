package check

import (
	"fmt"
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *checker) fund(b *syntax.Block, f *settled.Fund) {
	for _, k := range []string{"led by", "hosted by"} {
		if v := syntax.One[*syntax.Name](b, k); v != nil {
			f.Holder = one[*settled.Party](c, &v.Name, "party")
		}
	}
	if v := syntax.One[*syntax.PaidInBy](b, "paid in"); v != nil {
		f.PaidIn = c.fundings(v.Fundings)
	}
	if v := syntax.One[*syntax.Names](b, "spent on"); v != nil {
		f.SpentOn = c.fundings(v.Names)
	}
	if v := syntax.One[*syntax.HeldBy](b, "approved"); v != nil {
		switch x := c.find(&v.Party, "group", "party").(type) {
		case *settled.Group:
			f.Approved = settled.Who{Group: x}
		case *settled.Party:
			f.Approved = settled.Who{Parties: []*settled.Party{x}}
		}
	}
	if v := syntax.One[*syntax.Reconciled](b, "reconciled"); v != nil {
		f.Against = one[*settled.Measure](c, &v.Against, "cost")
	}
	c.ownParts(b, f)
	c.reserve(b, f)
	f.Under, f.Over = c.fundTiers(b, f, "underspend"), c.fundTiers(b, f, "overspend")
	if v := syntax.One[*syntax.FundPartYear](b, "part year"); v != nil {
		f.PartYear = v.Is.Word == syntax.PartReconciled
	}
	c.fundSettled(b, f)
}

func (c *checker) fundings(names []*syntax.Ident) (out []*settled.Funding) {
	for _, n := range names {
		if f := one[*settled.Funding](c, n, "funding"); f != nil && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

func (c *checker) ownParts(b *syntax.Block, f *settled.Fund) {
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.HolderPart)
		if !ok {
			continue
		}
		sum, ok := c.money(&v.Sum)
		years := c.Agreement.Periods(value.Year)
		if v.Period != nil {
			years = []value.Period{periodOf(v.Period)}
			if k := years[0].Kind; k != value.Year && k != value.NoPeriod {
				c.SumNotYear(v.Period.At)
				continue
			}
			c.inTerm(v.Period.At, years[0])
		}
		for _, y := range years {
			if ok {
				f.Own = append(f.Own, settled.PeriodSum{Said: c.said(&f.Head, s), Period: y, Sum: sum})
			}
		}
	}
}

func (c *checker) reserve(b *syntax.Block, f *settled.Fund) {
	if v := syntax.One[*syntax.FundReserve](b, "reserve"); v != nil {
		if sum, ok := c.money(&v.Sum); ok {
			f.Reserve = &sum
		}
	}
	if v := syntax.One[*syntax.BorneBy](b, "reserve short"); v != nil {
		f.Short = c.side(&v.By)
	}
	if v := syntax.One[*syntax.ReturnedTo](b, "left over"); v != nil {
		f.LeftOver = c.side(&v.To)
	}
}

func (c *checker) fundTiers(b *syntax.Block, f *settled.Fund, keyword string) (out []settled.FundTier) {
	whole := true
	for _, s := range b.Statements {
		if s.Def == nil || s.Def.Keyword != keyword {
			continue
		}
		v, ok := s.Value.(*syntax.FundTier)
		if !ok {
			whole = false
			continue
		}
		t := settled.FundTier{Said: c.said(&f.Head, s), Takes: machine.FundTaker(v.Taker.Word)}
		t.Reach, ok = c.reach(&v.Range, func(*syntax.Ident, value.Num) bool {
			c.PartOfWhat(t.Said)
			return false
		})
		whole = whole && ok && v.Taker.Hole == nil
		switch {
		case v.Returned != nil:
			t.Takes, t.Who = machine.ReturnedTo, c.side(v.Returned)
		case v.Borne != nil:
			t.Takes, t.Who = machine.BorneByThose, c.side(v.Borne)
		}
		c.tierFits(f, t, keyword)
		out = append(out, t)
	}
	if whole && !c.unreadIn(b) && len(out) > 0 {
		parted(c, 0, out, fmt.Sprintf("of the %s of `%s`", keyword, f.Name), [2]string{keyword, "…"})
	}
	return out
}

// tierFits finds a taker on the wrong side, and one that needs what is not said.
func (c *checker) tierFits(f *settled.Fund, t settled.FundTier, keyword string) {
	over := t.Takes == machine.FromReserve || t.Takes == machine.BorneByThose
	switch {
	case t.Takes == "":
	case over != (keyword == "overspend"):
		c.TierMisplaced(t, keyword)
	case t.Takes == machine.OffNext && f.Pooled():
		c.NoTransfer(t)
	}
}

func (c *checker) fundSettled(b *syntax.Block, f *settled.Fund) {
	if by := syntax.One[*syntax.ByDecision](b, "confirmed"); by != nil {
		f.Confirmed = c.opens(&by.Decision, f.Said("confirmed"))
	}
	if paid := syntax.One[*syntax.PaidWithin](b, "paid"); paid != nil {
		f.Paid = c.paidWithin(paid, f.Said("paid"), f.Confirmed)
	}
	if v := syntax.One[*syntax.Corrected](b, "corrected"); v != nil {
		f.Corrected = c.within(f.Said("corrected"), &v.Within.Length, &v.Within.Of, onlyFrom(syntax.FromPayment, machine.AnchorPayment)).Span
	}
}
