package machine

import "concordat/engine/value"

// Fund is money that one party holds for several and spends on named fundings
// only: transfers in advance to a lead, or a pooled fund with a host. Once a year
// what was paid in is reconciled against what was spent.
type Fund struct {
	Name     string      `json:"name"`
	Title    string      `json:"title"`
	Pooled   bool        `json:"pooled,omitempty"` // contributors lose sight of whose money is spent; else an advance
	Holder   string      `json:"holder"`           // party: the lead or the host
	PaidIn   []string    `json:"paid_in"`          // fundings to the holder
	Own      []PeriodSum `json:"own,omitempty"`    // what the holder puts in itself
	SpentOn  []string    `json:"spent_on"`         // fundings by the holder
	Approved string      `json:"approved,omitempty"`
	Against  string      `json:"against"` // the figure of what was spent, in pounds
	Reserve  *Reserve    `json:"reserve,omitempty"`
	Under    []FundTier  `json:"under"`               // ranges of an underspend, complete
	Over     []FundTier  `json:"over"`                // ranges of an overspend, complete
	LeftOver string      `json:"left_over,omitempty"` // who gets what is still held when the last year is settled
	PartYear bool        `json:"part_year,omitempty"` // a year that the end cuts short is reconciled too

	Confirmed string     `json:"confirmed"` // decision
	Corrected value.Span `json:"corrected"`
}

// Reserve is set aside out of the first year's money; Short is who pays what it cannot.
type Reserve struct {
	Sum   value.Money `json:"sum"`
	Short string      `json:"short"`
}

// FundTier is what happens to the part of a difference that lies in a range.
type FundTier struct {
	Reach
	Takes FundTaker `json:"takes"`
	Who   string    `json:"who,omitempty"` // party or shares, of what is returned or borne
	Words string    `json:"words"`         // as the line reads
}

// FundTaker is where a part of a difference goes, or comes from.
type FundTaker string

const (
	ToReserve    FundTaker = "to the reserve"
	Kept         FundTaker = "kept for the next year"
	OffNext      FundTaker = "off the next transfer"
	ReturnedTo   FundTaker = "returned to"
	FromReserve  FundTaker = "from the reserve"
	BorneByThose FundTaker = "borne by"
)

// Fund finds a fund or an advance.
func (m *Machine) Fund(name string) *Fund {
	return find(m.Held, func(f *Fund) bool { return f.Name == name })
}

// Periods are the periods of a kind that the term has a day of; the term is its own.
func (m *Machine) Periods(kind value.PeriodKind) []value.Period {
	if kind == value.Term {
		return []value.Period{{Kind: value.Term}}
	}
	return m.YearStart.Over(kind, m.First, m.Last)
}

// FirstDay is the first day of a period.
func (m *Machine) FirstDay(p value.Period) value.Date {
	if p.Kind == value.Term {
		return m.First
	}
	return m.YearStart.First(p)
}

// LastDay is the last day of a period.
func (m *Machine) LastDay(p value.Period) value.Date {
	if p.Kind == value.Term {
		return m.Last
	}
	return m.YearStart.Last(p)
}

// Years are the years that a fund is reconciled for.
func (m *Machine) Years() []value.Period { return m.YearStart.Over(value.Year, m.First, m.Last) }
