package lastday

import (
	"concordat/dsl/settled"
	"concordat/engine/value"
)

// FundFinal is the last day on which what a fund's year is reconciled against is final.
func (a Days) FundFinal(f *settled.Fund, y value.Period) Path {
	parts := a.YearStart.Parts(y, f.Against.Every)
	if len(parts) == 0 {
		return a.From(a.YearStart.Label(y)+" ends", f.Said("reconciled"), a.YearStart.Last(y))
	}
	return a.final(f.Against, parts[len(parts)-1])
}

// FundPaid is the last day on which a fund's year is settled.
func (a Days) FundPaid(f *settled.Fund, y value.Period) Path {
	return a.FundFinal(f, y).decided(f.Confirmed).Within("is paid", f.Paid)
}
