package whole

import (
	"concordat/dsl/settled"
	"concordat/engine/value"
)

// matters finds results that cannot matter: in some year less lies between the
// worst and the best than the author asks for.
func (w *Text) matters() {
	for _, g := range w.Agreement.Gainshares {
		if g.Matters == nil {
			continue
		}
		gain, pain, _ := g.Most()
		between := gain.Add(pain)
		for _, s := range settledOver(g) {
			if least := value.FromMoney(s.Sum).Mul(g.Matters.From); between.Cmp(least) < 0 {
				w.MattersLittle(g, s, between, least)
				break
			}
		}
	}
}

// settledOver is what the funding pays in each time over which a gainshare is
// settled: a year, or the whole term.
func settledOver(g *settled.Gainshare) []settled.PeriodSum {
	if g.Every != value.Term {
		return g.Matters.Of.Sums
	}
	return []settled.PeriodSum{{Said: g.Matters.Said, Period: value.Period{Kind: value.Term}, Sum: g.Matters.Of.Most()}}
}
