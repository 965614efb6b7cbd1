package settled

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Fund is money that one party holds for several: an advance, or a pooled fund.
type Fund struct {
	Head
	Holder    *Party
	PaidIn    []*Funding
	Own       []PeriodSum
	SpentOn   []*Funding
	Approved  Who // of a pooled fund
	Against   *Measure
	Reserve   *value.Money
	Short     Side
	Under     []FundTier
	Over      []FundTier
	LeftOver  Side
	PartYear  bool
	Confirmed *Decision
	Paid      Within
	Corrected value.Span
	Survives  bool
}

// FundTier is a range of a difference and what takes it.
type FundTier struct {
	Said
	machine.Reach
	Takes machine.FundTaker
	Who   Side
}

// Pooled reports whether several contribute to it, rather than one advancing it.
func (f *Fund) Pooled() bool { return f.Keyword == "fund" }

// Holds is the statement that names the holder.
func (f *Fund) Holds() Said {
	if f.Pooled() {
		return f.Said("hosted by")
	}
	return f.Said("led by")
}
