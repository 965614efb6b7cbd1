package taper

import (
	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// Above reports whether what has been paid with a period's instalment lies
// above a sum, in pence: over the whole term, or in the instalment's year.
func Above(m *machine.Machine, f *machine.Funding, p value.Period, limit value.Money, aYear bool) bool {
	from := m.First
	if aYear {
		from = m.YearStart.First(m.YearStart.Of(value.Year, m.YearStart.First(p)))
	}
	var paid value.Money
	for q := m.YearStart.Of(f.Every, from); m.YearStart.First(q) <= m.YearStart.First(p); q = m.YearStart.Next(q) {
		sum, _, _, _ := sums.Instalment(m, f, q)
		paid += sum
	}
	return paid > limit
}
