package engine

import (
	"fmt"
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// readyInstalment fills in a new instalment; a period without a sum has none.
func (w *work) readyInstalment(t *Thing, f *machine.Funding) {
	t.Payment = &Payment{Says: machine.Ref{Block: f.Name, Statement: "paid"}, Due: value.NoDate, Paid: value.NoDate}
	t.Payment.Lines, t.Payment.Because = w.Instalment(f, t.Period)
	w.setDue(t)
	w.untilBand(t, f)
	w.underCeiling(t, f)
}

// setDue computes the day of a payment and holds it back where a dispute says so.
func (w *work) setDue(t *Thing) {
	if mv, due := w.dueOf(t); mv != nil {
		t.Payment.Due = due
	}
	w.schedule(t)
	for i := range w.M.Disputes {
		d := &w.M.Disputes[i]
		if d.PaysNone != w.ChartOf(t).Block || d.PaysNone == "" {
			continue
		}
		for _, open := range w.Openings(d.Name, "") {
			w.hold(t.Key, open.Key)
		}
	}
}

// dueOf is the deadline by which a payment is made in the state it is in, and its
// day; nil where none is.
func (w *work) dueOf(t *Thing) (by *machine.Move, due value.Date) {
	c := w.ChartOf(t)
	for i := range c.Moves {
		if mv := &c.Moves[i]; mv.On == machine.OnDeadline && slices.Contains(mv.From, t.State) {
			by, due = mv, w.Deadline(t, mv.At)
		}
	}
	return by, due
}

// dueOn sets the day of a payment.
func (w *work) dueOn(t *Thing, due value.Date) *Thing {
	t = w.Edit(t.Key)
	p := *t.Payment
	p.Due = due
	t.Payment = &p
	return t
}

// pay is `pay results`: said by a decision it confirms the settlement that the
// decision was opened about; said by the settlement it makes the sum payable.
func (w *work) pay(t *Thing, a *machine.Action) {
	if t.Settlement == nil {
		w.signal(t.Opener, machine.OnDecided, t.Key, nil)
		return
	}
	if f := w.M.Fund(t.Key.Chart); f != nil {
		w.payFund(t, f, a.Says)
		return
	}
	if t.Settlement.Sum > 0 {
		w.owe(t, t.Period.String(), t.Settlement.Lines, t.Settlement.Because, a.Says)
	}
}

// owe makes a payment of a gainshare.
func (w *work) owe(t *Thing, of string, lines []Line, why Derivation, says machine.Ref) {
	chart := t.Key.Chart + known.PaymentPart
	p := w.create(w.M.Chart(chart), Key{Chart: chart, Of: of}, t.Period, t.Key)
	w.note(p, machine.AnchorDecision, w.today)
	p.Payment = &Payment{Lines: lines, Says: says, Because: why, Due: value.NoDate, Paid: value.NoDate}
	w.setDue(p)
	w.effects = append(w.effects, Owed{Key: p.Key, Due: p.Payment.Due, Lines: lines, Says: says})
}

// postDifference pays what a restated figure changes, and leaves what was paid as it was.
func (w *work) postDifference(t *Thing) {
	old := *t.Settlement
	w.calculate(t)
	lines := sums.Difference(known.OwedBy(&old), known.OwedBy(t.Settlement))
	if len(lines) == 0 {
		return
	}
	s := *t.Settlement
	s.Corrected = old.Corrected + 1
	t.Settlement = &s
	says := machine.Ref{Block: t.Key.Chart, Statement: "corrected"}
	var paid value.Money
	for _, l := range lines {
		paid += l.Sum
	}
	why := Derivation{Says: fmt.Sprintf("a figure was restated: before %s, now %s; the difference of %s is paid", known.GainOrPain(&old), known.GainOrPain(&s), paid),
		At: says, From: []Derivation{s.Because}}
	w.owe(t, fmt.Sprintf("%s correction %d", t.Period, s.Corrected), lines, why, says)
}

// post moves the money on its day. What is paid after an early end is at once
// owed back for the days that it no longer pays for.
func (w *work) post(t *Thing) {
	p := *t.Payment
	p.Paid = w.today
	t.Payment = &p
	w.note(t, machine.AnchorPayment, w.today)
	w.effects = append(w.effects, Paid{Key: t.Key, On: w.today, Lines: p.Lines, Says: p.Says})
	if end := w.EndedOn(); end.IsSet() && end < w.M.LastDay(t.Period) {
		w.repayUnused(t, end)
	}
}

// askWhoIsPaid holds a payment back that is due to or from a party that has
// left. The agreement does not say who then pays or is paid, and it is not
// guessed at: those whom `unclear` names are asked.
func (w *work) askWhoIsPaid(t *Thing) bool {
	unclear := slices.ContainsFunc(t.Payment.Lines, func(l Line) bool {
		return w.LeftBefore(l.From, t.Period) || w.LeftBefore(l.To, t.Period)
	})
	mv := w.MoveOn(t, machine.OnHeldBack)
	if !unclear || mv == nil {
		return false
	}
	w.make(t, mv, nil)
	if w.M.Chart(w.M.Unclear) >= 0 {
		p := *t.Payment
		p.Held = append(slices.Clip(p.Held), w.open(w.M.Unclear, t, t.Payment.Says).String())
		t.Payment = &p
	}
	return true
}

// holdBack stops payments under a block while a dispute is open; release lets them go.
func (w *work) holdBack(block string, by Key) {
	for _, t := range slices.Collect(w.All()) {
		if t.Payment != nil && w.ChartOf(t).Block == block && !w.ChartOf(t).State(t.State).End {
			w.hold(t.Key, by)
		}
	}
}

func (w *work) hold(key, by Key) {
	t := w.Edit(key)
	p := *t.Payment
	p.Held = append(slices.Clip(p.Held), by.String())
	t.Payment = &p
	w.signal(key, machine.OnHeldBack, by, nil)
}

func (w *work) release(block string, by Key) {
	w.releaseWhere(block, by, func(value.Period) bool { return true })
}

// releaseWhere lets go of the payments of some periods.
func (w *work) releaseWhere(block string, by Key, of func(value.Period) bool) {
	for _, old := range slices.Collect(w.All()) {
		if old.Payment == nil || w.ChartOf(old).Block != block || !slices.Contains(old.Payment.Held, by.String()) || !of(old.Period) {
			continue
		}
		t := w.Edit(old.Key)
		p := *t.Payment
		p.Held = slices.DeleteFunc(slices.Clone(p.Held), func(s string) bool { return s == by.String() })
		t.Payment = &p
		if len(p.Held) == 0 {
			w.signal(t.Key, machine.OnReleased, by, nil)
		}
	}
}
