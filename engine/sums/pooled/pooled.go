// Package pooled reconciles a year of money that one party holds for several: what
// was paid in against what was spent. The difference goes through ranges, each
// with its own taker: the reserve, the next year, the next transfer, those who
// paid, those who bear. Sums are whole pence; everything that was there is
// somewhere afterwards, to the penny.
package pooled

import (
	"fmt"

	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/sums/tiers"
	"concordat/engine/value"
)

// Year is what a fund's year is reconciled from.
type Year struct {
	PaidIn   []sums.Line // each payer to the holder, with what was set off against it
	Own      value.Money // the holder's own part
	Kept     value.Money // from the year before
	SetAside value.Money // of this year's money, for the reserve
	Reserve  value.Money // before this year's difference; SetAside is in it
	Spent    value.Money
	Last     bool // no year follows: what is still held goes out
}

// Result is where a year's difference has gone.
type Result struct {
	Available value.Money // what could be spent: paid in, own part and what was kept, less what was set aside
	Over      bool        // more was spent
	Sum       value.Money // the difference
	Lines     []sums.Line // what is to be paid now
	OffNext   []sums.Line // the holder's credit to each payer, for its next transfers
	Bearers   []sums.Line // what the holder bears or keeps itself: From is the holder
	Reserve   value.Money // afterwards
	Kept      value.Money // for the next year
	Steps     []Step
}

// Step is one range that the difference reached.
type Step struct {
	Statement string // underspend, overspend, reserve short, left over
	Says      string
	Sum       value.Money
}

type year struct {
	m *machine.Machine
	f *machine.Fund
	y Year
	r Result
}

// Reconcile sends the difference of a year through the ranges of its fund.
func Reconcile(m *machine.Machine, f *machine.Fund, y Year) Result {
	w := year{m: m, f: f, y: y, r: Result{Reserve: y.Reserve}}
	for _, l := range y.PaidIn {
		w.r.Available += l.Sum
	}
	w.r.Available += y.Own + y.Kept - y.SetAside
	w.r.Sum = w.r.Available - y.Spent
	ranges, statement := f.Under, "underspend"
	if w.r.Sum < 0 {
		w.r.Sum, w.r.Over = -w.r.Sum, true
		ranges, statement = f.Over, "overspend"
	}
	for _, s := range tiers.Cut(w.r.Sum, w.r.Available, ranges) {
		t := ranges[s.Tier]
		part, _ := s.In.Money(m.Rounding) // the ends are sums: it is whole
		w.step(statement, fmt.Sprintf("%s: %s", t.Words, part), part)
		w.take(t, part)
	}
	if left := w.r.Reserve + w.r.Kept; y.Last && left > 0 {
		w.step("left over", fmt.Sprintf("no year follows: the %s still held goes to %s", left, f.LeftOver), left)
		w.out(left, f.LeftOver)
		w.r.Reserve, w.r.Kept = 0, 0
	}
	w.r.Lines = sums.Difference(nil, w.r.Lines)
	return w.r
}

func (w *year) step(statement, says string, sum value.Money) {
	w.r.Steps = append(w.r.Steps, Step{Statement: statement, Says: says, Sum: sum})
}

func (w *year) take(t machine.FundTier, part value.Money) {
	switch t.Takes {
	case machine.ToReserve:
		w.r.Reserve += part
	case machine.Kept:
		w.r.Kept += part
	case machine.OffNext:
		w.offNext(part)
	case machine.ReturnedTo:
		w.out(part, t.Who)
	case machine.BorneByThose:
		w.in(part, t.Who)
	case machine.FromReserve:
		had := min(part, w.r.Reserve)
		w.r.Reserve -= had
		if short := part - had; short > 0 {
			w.step("reserve short", fmt.Sprintf("the reserve holds %s of it; %s bears the other %s", had, w.f.Reserve.Short, short), short)
			w.in(short, w.f.Reserve.Short)
		}
	default:
		panic("pooled: nothing takes " + string(t.Takes))
	}
}

// out pays a sum from the holder to others; what falls on the holder it keeps.
func (w *year) out(sum value.Money, to string) {
	w.lines(sums.Matrix(w.m, sum, w.f.Holder, to))
}

// in takes a sum from those who bear it; what falls on the holder it bears.
func (w *year) in(sum value.Money, by string) {
	w.lines(sums.Matrix(w.m, sum, by, w.f.Holder))
}

func (w *year) lines(of []sums.Line) {
	for _, l := range of {
		if l.From == l.To {
			w.r.Bearers = append(w.r.Bearers, l)
		} else {
			w.r.Lines = append(w.r.Lines, l)
		}
	}
}

// offNext credits a sum to those who paid in, in the parts in which they did.
func (w *year) offNext(sum value.Money) {
	who, paid := []string{w.f.Holder}, []value.Num{value.FromMoney(w.y.Own)}
	total := w.y.Own
	for _, l := range w.y.PaidIn {
		who, paid = append(who, l.From), append(paid, value.FromMoney(l.Sum))
		total += l.Sum
	}
	if total == 0 {
		w.r.Bearers = append(w.r.Bearers, sums.Line{From: w.f.Holder, To: w.f.Holder, Sum: sum})
		return
	}
	for i := range paid {
		paid[i], _ = paid[i].Div(value.FromMoney(total))
	}
	for i, part := range value.Split(sum, paid, w.m.Remainder) {
		switch l := (sums.Line{From: w.f.Holder, To: who[i], Sum: part}); {
		case part == 0:
		case l.From == l.To:
			w.r.Bearers = append(w.r.Bearers, l)
		default:
			w.r.OffNext = append(w.r.OffNext, l)
		}
	}
}
