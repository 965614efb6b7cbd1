package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/value"
)

// practised finds a shadow period in which nothing runs: no figure is asked for,
// and no review held, for a period that lies in it with all its days.
func (w *Text) practised() {
	if w.Agreement.Shadow == nil {
		return
	}
	runs := func(k value.PeriodKind) bool {
		return slices.ContainsFunc(w.Agreement.YearStart.Over(k, w.Agreement.Shadow.First, w.Agreement.First.AddDays(-1)), w.Agreement.Practises)
	}
	if !slices.ContainsFunc(w.Agreement.Measures, func(m *settled.Measure) bool { return runs(m.Every) }) &&
		!slices.ContainsFunc(w.Agreement.Reviews, func(r *settled.Review) bool { return runs(r.Every) }) {
		w.ShadowEmpty()
	}
}
