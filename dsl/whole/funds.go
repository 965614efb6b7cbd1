package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// funds looks at what is held for others as a whole: who holds it, what comes in
// and goes out, and whether those who pay in hear of it.
func (w *Text) funds() {
	w.fundsSaid()
	for _, f := range w.Agreement.Held {
		if f.Holder == nil || f.Against == nil || f.Confirmed == nil {
			continue
		}
		w.fundFlows(f)
		w.fundEnough(f)
		w.fundPays(f)
		w.fundReported(f)
		w.fundApproved(f)
	}
	w.fundUnnamed()
	w.spentUngiven()
	w.costsInPart()
}

// costsInPart finds a part of a cost where the whole is settled.
func (w *Text) costsInPart() {
	for _, f := range w.Agreement.Held {
		if f.Against != nil && f.Against.For != nil {
			w.CostInPart(f.Said("reconciled"), f.Against)
		}
	}
	for _, g := range w.Agreement.Gainshares {
		if g.Cost != nil && g.Cost.Cost != nil && g.Cost.Cost.For != nil {
			w.CostInPart(g.Said("cost"), g.Cost.Cost)
		}
	}
}

// spentUngiven finds a cost of what its returner has not committed.
func (w *Text) spentUngiven() {
	for _, m := range w.Agreement.Measures {
		if m.Under != nil && m.Returner != nil && !slices.ContainsFunc(m.Under.Gives, func(g settled.Gift) bool { return g.Party == m.Returner }) {
			w.SpentUngiven(m)
		}
	}
}

// fundsSaid holds what the header says of the funds against what there is.
func (w *Text) fundsSaid() {
	want := map[string]string{string(syntax.PooledFunds): "fund", string(syntax.AlignedFunds): "advance"}[w.Agreement.Funds]
	fits := false
	for _, f := range w.Agreement.Held {
		switch {
		case want == "":
			w.FundNotSaid(f)
			return
		case f.Keyword == want && (w.Agreement.FundsBy == nil || w.Agreement.FundsBy == f.Holder):
			fits = true
		}
	}
	if want == "" {
		return
	}
	if w.Agreement.FundsBy == nil {
		w.FundsByWhom(want)
		return
	}
	if !fits {
		w.FundsWithout(want)
	}
}

// fundFlows finds money that comes in past the holder, or goes out from another.
func (w *Text) fundFlows(f *settled.Fund) {
	for _, in := range f.PaidIn {
		if in.To.Party != f.Holder {
			w.PaidElsewhere(f, in)
		}
	}
	for _, out := range f.SpentOn {
		if out.From.Party != f.Holder {
			w.SpentByOther(f, out)
		}
	}
	if of := f.Against.CostOf; f.Against.Under != nil || of != nil && !slices.Contains(f.SpentOn, of) {
		w.CostElsewhere(f)
	}
}

// fundEnough finds a year in which less comes in than the named fundings take.
func (w *Text) fundEnough(f *settled.Fund) {
	for i, y := range w.Agreement.Periods(value.Year) {
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
			w.FundShort(f, y, in, out)
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
func (w *Text) fundPays(f *settled.Fund) {
	d := f.Confirmed
	pays := func(a *settled.Action) bool { return a.Verb == machine.Pay && a.On == settled.Named(f) }
	if !slices.ContainsFunc(d.Then, pays) || len(d.Otherwise) == 0 {
		w.FundNeverPays(f, d)
		return
	}
	end := d.Otherwise[len(d.Otherwise)-1]
	if end.Then != nil {
		end = end.Then
	}
	if end.Verb != settled.Escalate && !pays(end) {
		w.FundNeverPays(f, d)
	}
}

// fundReported finds partners whose money is spent by another and who do not
// hear of it each quarter and each year, as the section 75 regulations want.
func (w *Text) fundReported(f *settled.Fund) {
	quarterly := f.Against.Return != nil && f.Against.Return.Every <= value.Quarter
	yearly := slices.ContainsFunc(w.Agreement.Reviews, func(r *settled.Review) bool { return r.Every == value.Year && slices.Contains(r.LooksAt, f.Against) })
	if !quarterly || !yearly {
		w.FundUnreported(f, quarterly, yearly)
	}
}

// fundApproved finds spending that a contributor has no voice in.
func (w *Text) fundApproved(f *settled.Fund) {
	if !f.Pooled() {
		return
	}
	for _, in := range f.PaidIn {
		for _, p := range in.From.Parties() {
			if g := f.Approved.Group; g != nil && !g.HasMember(p) || f.Approved.Parties != nil && !slices.Contains(f.Approved.Parties, p) {
				w.FundVoiceless(f, p)
				return
			}
		}
	}
}

// fundUnnamed finds what a holder pays that none of its funds is spent on.
func (w *Text) fundUnnamed() {
	for _, x := range w.Agreement.Fundings {
		for _, f := range w.Agreement.Held {
			named := slices.ContainsFunc(w.Agreement.Held, func(g *settled.Fund) bool { return slices.Contains(g.SpentOn, x) })
			if f.Holder != nil && x.From.Party == f.Holder && !named {
				w.FundSpentElsewhere(f, x)
				break
			}
		}
	}
}
