package known

import (
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/sums/gainshare"
	"concordat/engine/sums/pooled"
	"concordat/engine/value"
)

// Ready reports whether all that a settlement reads for a period is final.
func (v *View) Ready(g *machine.Settling, p value.Period) bool {
	years := v.SettledYears(v.M.Gainshare(g.Name), p)
	return len(years) > 0 && !slices.ContainsFunc(g.Reads, func(name string) bool {
		return slices.ContainsFunc(years, func(y value.Period) bool { return !v.Counts(v.M.Measure(name), y).Final })
	})
}

// Under is the view by which a settlement is worked out: under the text in force
// at the end of its period, and from when. A text that has been varied since can
// be asked as long as all that it reads still stands on record.
func (v *View) Under(block string, p value.Period) (of View, until value.Date) {
	of, until = *v, value.NoDate
	for e := v.M.Earlier(); e != nil && v.M.LastDay(p) < e.Until; e = e.Machine.Earlier() {
		then := View{M: e.Machine, State: v.State}
		if !then.readable(block, p) {
			break
		}
		of, until = then, e.Until
	}
	return of, until
}

// readable reports whether all that a settlement reads for a period is on record.
func (v *View) readable(block string, p value.Period) bool {
	if f := v.M.Fund(block); f != nil {
		return slices.Contains(v.M.Years(), p) && v.Counts(v.M.Measure(f.Against), p).Final
	}
	at := slices.IndexFunc(v.M.Settlements(), func(g machine.Settling) bool { return g.Name == block })
	return at >= 0 && v.M.Gainshare(block).Every == p.Kind && v.Ready(&v.M.Settlements()[at], p)
}

// ByText is a derivation by a text that has been varied since.
func ByText(m *machine.Machine, d record.Derivation, until value.Date) record.Derivation {
	if !until.IsSet() {
		return d
	}
	d.From = append(slices.Clip(d.From), record.Derivation{At: d.At,
		Says: fmt.Sprintf("its period ended under the text with the fingerprint %.12s, which held until it was varied on %s: it is worked out by that text", m.Fingerprint(), until)})
	return d
}

// SettledYears are the periods whose cost a settlement adds up: its own period,
// or of the term every year that is whole, up to where the agreement has ended.
func (v *View) SettledYears(g *machine.Gainshare, p value.Period) []value.Period {
	if g == nil || p.Kind != value.Term {
		return []value.Period{p}
	}
	last := v.M.Last
	if end := v.EndedOn(); end.IsSet() {
		last = min(last, end)
	}
	return slices.DeleteFunc(v.M.Years(), func(y value.Period) bool {
		return v.M.YearStart.First(y) < v.M.First || v.M.YearStart.Last(y) > last
	})
}

// Score is what the measures of a gainshare come to in a period, and why.
func (v *View) Score(g *machine.Gainshare, p value.Period) (value.Num, record.Derivation) {
	return gainshare.Score(v.M, g, p, func(me *machine.Measure) gainshare.Worth {
		is := v.Worth(me, p)
		return gainshare.Worth{Value: is.Value, Band: is.Band, Because: is.Because}
	})
}

// Spent gathers what a gainshare by cost is calculated from.
func (v *View) Spent(g *machine.Gainshare, t *record.Thing) gainshare.Spent {
	is := gainshare.Spent{Refused: t.Settlement != nil && t.Settlement.Refused}
	years := v.SettledYears(g, t.Period)
	for _, y := range years {
		cost := v.Worth(v.M.Measure(g.Cost.Cost), y)
		sum, _ := cost.Value.Mul(value.Int(100)).Money(v.M.Rounding)
		is.Cost += sum
		is.CostWhy = append(is.CostWhy, cost.Because)
	}
	is.Target, is.TargetWhy = gainshare.Target(g, years, t.Targets)
	for _, by := range []*machine.Modifier{g.Cost.UnderBy, g.Cost.OverBy} {
		if by != nil {
			score, why := v.Score(v.M.Gainshare(by.By), t.Period)
			is.Score, is.ScoreWhy = &score, why
		}
	}
	return is
}

// FundYear gathers what was paid in for a year, and what the year before left.
func (v *View) FundYear(f *machine.Fund, p value.Period) pooled.Year {
	years := v.M.Years()
	at := slices.Index(years, p)
	y := pooled.Year{Last: at == len(years)-1 || v.EndedOn().IsSet() && v.EndedOn() <= v.M.YearStart.Last(p)}
	for _, s := range f.Own {
		if s.Period == p {
			y.Own += s.Sum
		}
	}
	if f.Reserve != nil {
		y.Reserve = f.Reserve.Sum
		if at == 0 {
			y.SetAside = f.Reserve.Sum
		}
	}
	if at > 0 {
		if before := v.Find(record.Key{Chart: f.Name, Of: years[at-1].String()}); before != nil && before.Settlement != nil {
			y.Reserve, y.Kept = before.Settlement.Fund.Reserve, before.Settlement.Fund.Kept
		}
	}
	for _, in := range f.PaidIn {
		for _, chart := range []string{in, in + RepaymentPart} {
			for t := range v.Of(chart) {
				if t.Payment.Paid.IsSet() && v.M.YearStart.Within(t.Period, p) {
					y.PaidIn = paidIn(y.PaidIn, f.Holder, slices.Concat(t.Payment.Lines, t.Payment.Credits))
				}
			}
		}
	}
	return y
}

// paidIn adds lines by payer; what was paid back, or set off against the holder, counts accordingly.
func paidIn(sum []record.Line, holder string, lines []record.Line) []record.Line {
	for _, l := range lines {
		who, part := l.From, l.Sum
		if l.From == holder {
			who, part = l.To, -l.Sum
		}
		at := slices.IndexFunc(sum, func(x record.Line) bool { return x.From == who })
		if at < 0 {
			sum, at = append(sum, record.Line{From: who, To: holder}), len(sum)
		}
		sum[at].Sum += part
	}
	return sum
}

// OwedBy is all that a settlement moves between the parties: what it pays, and
// what comes off later transfers.
func OwedBy(s *record.Settlement) []record.Line {
	if s.Fund == nil {
		return s.Lines
	}
	return slices.Concat(s.Lines, s.Fund.OffNext)
}

// FundWords says what a fund's year came to.
func FundWords(name, year string, s *record.Settlement) string {
	words := fmt.Sprintf("%s for %s: %s spent of %s", name, year, s.Fund.Spent, s.Fund.Available)
	switch {
	case s.Raw == 0:
		return words + ", nothing over"
	case s.Pain:
		return words + fmt.Sprintf(", %s too much", s.Raw)
	}
	return words + fmt.Sprintf(", %s over", s.Raw)
}
