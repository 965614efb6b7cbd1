package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// funds looks at what is held for others as a whole: who holds it, what comes in
// and goes out, and whether those who pay in hear of it.
func (c *checker) funds() {
	c.fundsSaid()
	for _, f := range c.Agreement.Held {
		if f.Holder == nil || f.Against == nil || f.Confirmed == nil {
			continue
		}
		c.fundFlows(f)
		c.fundEnough(f)
		c.fundPays(f)
		c.fundReported(f)
		c.fundApproved(f)
	}
	c.fundUnnamed()
}

// fundsSaid holds what the header says of the funds against what there is.
func (c *checker) fundsSaid() {
	want := map[string]string{string(syntax.PooledFunds): "fund", string(syntax.AlignedFunds): "advance"}[c.Agreement.Funds]
	fits := false
	for _, f := range c.Agreement.Held {
		switch {
		case want == "":
			c.FundNotSaid(f)
			return
		case f.Keyword == want && (c.Agreement.FundsBy == nil || c.Agreement.FundsBy == f.Holder):
			fits = true
		}
	}
	if want == "" {
		return
	}
	if c.Agreement.FundsBy == nil {
		c.FundsByWhom(want)
		return
	}
	if !fits {
		c.FundsWithout(want)
	}
}

// fundFlows finds money that comes in past the holder, or goes out from another.
func (c *checker) fundFlows(f *settled.Fund) {
	for _, in := range f.PaidIn {
		if in.To.Party != f.Holder {
			c.PaidElsewhere(f, in)
		}
	}
	for _, out := range f.SpentOn {
		if out.From.Party != f.Holder {
			c.SpentByOther(f, out)
		}
	}
	if f.Against.CostOf != nil && !slices.Contains(f.SpentOn, f.Against.CostOf) {
		c.CostElsewhere(f)
	}
}

// fundEnough finds a year in which less comes in than the named fundings take.
func (c *checker) fundEnough(f *settled.Fund) {
	for i, y := range c.Agreement.Periods(value.Year) {
		var in, out value.Money
		for _, x := range f.PaidIn {
			in += yearOf(x.Sums, y)
		}
		in += yearOf(f.Own, y)
		if i == 0 && f.Reserve != nil {
			in -= *f.Reserve
		}
		for _, x := range f.SpentOn {
			out += yearOf(x.Sums, y)
		}
		if in < out {
			c.FundShort(f, y, in, out)
			return
		}
	}
}

func yearOf(of []settled.PeriodSum, y value.Period) (sum value.Money) {
	for _, s := range of {
		if s.Period == y {
			sum += s.Sum
		}
	}
	return sum
}

// fundPays finds a settlement that its debtors can put off for ever.
func (c *checker) fundPays(f *settled.Fund) {
	d := f.Confirmed
	pays := func(a *settled.Action) bool { return a.Verb == machine.Pay && a.On == settled.Named(f) }
	if !slices.ContainsFunc(d.Then, pays) || len(d.Otherwise) == 0 {
		c.FundNeverPays(f, d)
		return
	}
	end := d.Otherwise[len(d.Otherwise)-1]
	if end.Then != nil {
		end = end.Then
	}
	if end.Verb != settled.Escalate && !pays(end) {
		c.FundNeverPays(f, d)
	}
}

// fundReported finds partners whose money is spent by another and who do not
// hear of it each quarter and each year, as the section 75 regulations want.
func (c *checker) fundReported(f *settled.Fund) {
	quarterly := f.Against.Return != nil && f.Against.Return.Every <= value.Quarter
	yearly := slices.ContainsFunc(c.Agreement.Reviews, func(r *settled.Review) bool { return r.Every == value.Year && slices.Contains(r.LooksAt, f.Against) })
	if !quarterly || !yearly {
		c.FundUnreported(f, quarterly, yearly)
	}
}

// fundApproved finds spending that a contributor has no voice in.
func (c *checker) fundApproved(f *settled.Fund) {
	if !f.Pooled() {
		return
	}
	for _, in := range f.PaidIn {
		for _, p := range in.From.Parties() {
			if g := f.Approved.Group; g != nil && !g.HasMember(p) || f.Approved.Parties != nil && !slices.Contains(f.Approved.Parties, p) {
				c.FundVoiceless(f, p)
				return
			}
		}
	}
}

// fundUnnamed finds what a holder pays that none of its funds is spent on.
func (c *checker) fundUnnamed() {
	for _, x := range c.Agreement.Fundings {
		for _, f := range c.Agreement.Held {
			named := slices.ContainsFunc(c.Agreement.Held, func(g *settled.Fund) bool { return slices.Contains(g.SpentOn, x) })
			if f.Holder != nil && x.From.Party == f.Holder && !named {
				c.FundSpentElsewhere(f, x)
				break
			}
		}
	}
}

// fundNeeds are the statements that a fund needs because of what takes its differences.
func fundNeeds(b *syntax.Block) []string {
	reserve, kept := b.Find("reserve") != nil, false
	for _, t := range append(syntax.All[*syntax.FundTier](b, "underspend"), syntax.All[*syntax.FundTier](b, "overspend")...) {
		switch machine.FundTaker(t.Taker.Word) {
		case machine.ToReserve, machine.FromReserve:
			reserve = true
		case machine.Kept:
			kept = true
		}
	}
	switch {
	case reserve:
		return []string{"reserve", "reserve short", "left over"}
	case kept:
		return []string{"left over"}
	}
	return nil
}
