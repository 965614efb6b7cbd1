package engine

import (
	"cmp"
	"fmt"
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/sums/pooled"
	"concordat/engine/value"
)

// watchFunds looks at the funds that are reconciled against a figure.
func (w *work) watchFunds(measure string, p value.Period, again bool) {
	for i := range w.M.Held {
		f := &w.M.Held[i]
		if f.Against != measure {
			continue
		}
		for t := range w.Of(f.Name) {
			if again && t.Settlement != nil && w.M.YearStart.Within(p, t.Period) {
				w.signal(t.Key, machine.OnRestated, Key{Chart: measure}, nil)
			}
		}
		w.fundReady(f)
	}
}

// fundReady calculates the first year that is not yet calculated, if it can be:
// what was spent is final, and the year before has been confirmed.
func (w *work) fundReady(f *machine.Fund) {
	for _, p := range w.M.Years() {
		t := w.Find(Key{Chart: f.Name, Of: p.String()})
		if t == nil || w.ChartOf(t).State(t.State).End || t.State == "confirmed" {
			continue
		}
		if spent := w.Counts(w.M.Measure(f.Against), p); spent.Final && spent.Value != nil && t.Settlement == nil {
			w.signal(t.Key, machine.OnReady, Key{Chart: f.Against}, nil)
		}
		return
	}
}

// reconcile works out where the difference of a fund's year goes.
func (w *work) reconcile(t *Thing) {
	by, until := w.Under(t.Key.Chart, t.Period)
	f := by.M.Fund(t.Key.Chart)
	spent := by.Worth(by.M.Measure(f.Against), t.Period)
	y := by.FundYear(f, t.Period)
	y.Spent, _ = spent.Value.Mul(value.Int(100)).Money(by.M.Rounding)
	r := pooled.Reconcile(by.M, f, y)
	says := machine.Ref{Block: f.Name, Statement: "reconciled"}
	out := Settlement{Raw: r.Sum, Pain: r.Over, Lines: r.Lines, Bearers: r.Bearers,
		Fund: &record.FundYear{Available: r.Available, Spent: y.Spent, Reserve: r.Reserve, Kept: r.Kept, OffNext: r.OffNext}}
	for _, l := range r.Lines {
		out.Sum += l.Sum
	}
	out.Because = Derivation{Says: known.FundWords(f.Name, by.M.YearStart.Label(t.Period), &out), At: says, From: []Derivation{spent.Because}}
	for _, l := range y.PaidIn {
		out.Because.From = append(out.Because.From, Derivation{Says: fmt.Sprintf("%s paid in %s", l.From, l.Sum), At: machine.Ref{Block: f.Name, Statement: "paid in"}})
	}
	for _, x := range []struct {
		sum        value.Money
		says, from string
	}{{y.Own, f.Holder + " put in %s itself", "own part"}, {y.Kept, "%s was kept from the year before", "underspend"}, {y.SetAside, "%s is set aside for the reserve", "reserve"}} {
		if x.sum > 0 {
			out.Because.From = append(out.Because.From, Derivation{Says: fmt.Sprintf(x.says, x.sum), At: machine.Ref{Block: f.Name, Statement: x.from}})
		}
	}
	for _, step := range r.Steps {
		out.Because.From = append(out.Because.From, Derivation{Says: step.Says, At: machine.Ref{Block: f.Name, Statement: step.Statement}})
	}
	out.Because = known.ByText(by.M, out.Because, until)
	if t.Settlement != nil {
		out.Corrected = t.Settlement.Corrected
		if !slices.Equal(t.Settlement.Lines, out.Lines) {
			w.voteAnew(t.Key, machine.Ref{Block: f.Name, Statement: "corrected"})
		}
	}
	t.Settlement = &out
	w.note(t, anchorCalculated, w.today)
	w.effects = append(w.effects, Scored{Key: t.Key, Settlement: out, Says: says})
}

// payFund makes a year's sums payable, takes what comes off the next transfers
// off them, and pays back what no transfer is left for.
func (w *work) payFund(t *Thing, f *machine.Fund, says machine.Ref) {
	lines := slices.Clone(t.Settlement.Lines)
	for _, credit := range t.Settlement.Fund.OffNext {
		if rest := w.takeOff(f, credit, t.Key); rest > 0 {
			lines = append(lines, Line{From: credit.From, To: credit.To, Sum: rest})
		}
	}
	if len(lines) > 0 {
		w.owe(t, t.Period.String(), lines, t.Settlement.Because, says)
	}
	w.fundReady(f)
}

// takeOff takes a credit off a payer's next instalments, in the order of their
// days, and gives what is left of it.
func (w *work) takeOff(f *machine.Fund, credit Line, by Key) value.Money {
	var next []*Thing
	for _, in := range f.PaidIn {
		for t := range w.Of(in) {
			if !t.Payment.Paid.IsSet() && !w.ChartOf(t).State(t.State).End {
				next = append(next, t)
			}
		}
	}
	slices.SortStableFunc(next, func(x, y *Thing) int { return cmp.Compare(x.Payment.Due, y.Payment.Due) })
	left := credit.Sum
	for _, old := range next {
		at := slices.IndexFunc(old.Payment.Lines, func(l Line) bool { return l.From == credit.To })
		if at < 0 || left == 0 {
			continue
		}
		t := w.Edit(old.Key)
		p := *t.Payment
		p.Lines = slices.Clone(p.Lines)
		off := min(left, p.Lines[at].Sum)
		if p.Lines[at].Sum -= off; p.Lines[at].Sum == 0 {
			p.Lines = slices.Delete(p.Lines, at, at+1)
		}
		p.Credits = append(slices.Clip(p.Credits), Line{From: credit.To, To: credit.From, Sum: off})
		p.Because = Derivation{Says: fmt.Sprintf("%s comes off what %s transfers: %s left it over", off, credit.To, by), At: machine.Ref{Block: f.Name, Statement: "underspend"}, From: []Derivation{p.Because}}
		t.Payment = &p
		left -= off
	}
	return left
}
