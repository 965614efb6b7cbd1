package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/sums/gainshare"
	"concordat/engine/value"
)

// watchSettlements looks at the settlements that read a figure: one that waited
// may now be ready, one that was calculated may have to be again.
func (w *work) watchSettlements(me *machine.Measure, p value.Period, again bool) {
	for _, g := range w.M.Settlements() {
		if g.InTurn || !slices.Contains(g.Reads, me.Name) {
			continue
		}
		for t := range w.Of(g.Name) {
			if !w.M.YearStart.Within(p, t.Period) {
				continue
			}
			if w.MoveOn(t, machine.OnReady) != nil && w.Ready(&g, t.Period) {
				w.signal(t.Key, machine.OnReady, Key{Chart: me.Name}, nil)
			}
			if again && t.Settlement != nil {
				w.signal(t.Key, machine.OnRestated, Key{Chart: me.Name}, nil)
			}
		}
	}
}

// calculate works out what a period's settlement comes to.
func (w *work) calculate(t *Thing) {
	block := t.Key.Chart
	if w.M.Fund(block) != nil {
		w.reconcile(t)
		return
	}
	by, until := w.Under(block, t.Period)
	g, result, says := by.M.Gainshare(block), Settlement{}, machine.Ref{Block: block, Statement: "score"}
	if g.Cost != nil {
		says.Statement = "cost"
		result = gainshare.Cost(by.M, g, by.Spent(g, t))
	} else {
		score, why := by.Score(g, t.Period)
		result = gainshare.Results(by.M, g, score, why)
	}
	result.Because = known.ByText(by.M, result.Because, until)
	if t.Settlement != nil {
		result.Corrected, result.Refused = t.Settlement.Corrected, t.Settlement.Refused
		if !slices.Equal(t.Settlement.Lines, result.Lines) {
			w.voteAnew(t.Key, machine.Ref{Block: block, Statement: "corrected"})
		}
	}
	t.Settlement = &result
	w.note(t, anchorCalculated, w.today)
	w.effects = append(w.effects, Scored{Key: t.Key, Settlement: result, Says: says})
}

// moveTarget puts the sum that was decided in the place of the target of the
// year in which the decision opened. A year that has been calculated is again.
func (w *work) moveTarget(decision *Thing, gainshare string, answer *Answer) {
	if answer == nil || answer.Sum == nil {
		return
	}
	year := w.M.YearStart.Of(value.Year, decision.Day(machine.AnchorOpening))
	moved := TargetMove{Sum: *answer.Sum, On: w.today, By: decision.Key.String()}
	key := Key{Chart: gainshare, Of: year.String()}
	if g := w.M.Gainshare(gainshare); g.Every == value.Term {
		key.Of = value.Term.String()
		if g.Cost.Targets[0].Period.Kind != value.Term {
			moved.Of = year
		}
	}
	if w.Find(key) == nil || !slices.Contains(w.M.Years(), year) {
		return // a year after the term has no target to move
	}
	t := w.Edit(key)
	t.Targets = append(slices.Clip(t.Targets), moved)
	if t.Settlement != nil {
		w.signal(key, machine.OnRestated, decision.Key, nil)
	}
}

// cutShort lets a settlement know that the agreement ended within its period.
// Of a term whose whole years are shared all the same, those that are over stay
// to be settled, at once if they are final.
func (w *work) cutShort(t *Thing, ended Key) {
	g := w.M.Gainshare(t.Key.Chart)
	if g == nil || g.Cost == nil || !g.Cost.WholeYears || len(w.SettledYears(g, t.Period)) == 0 {
		w.signal(t.Key, machine.OnMoot, ended, nil)
		return
	}
	for _, s := range w.M.Settlements() {
		if s.Name == g.Name && w.Ready(&s, t.Period) {
			w.signal(t.Key, machine.OnReady, ended, nil)
		}
	}
}

// refuseSaving notes that a saving has not been substantiated: nothing of it is shared.
func (w *work) refuseSaving(t *Thing) {
	s := *t.Settlement
	s.Refused = true
	t.Settlement = &s
	w.calculate(t)
}

// voteAnew sets aside the votes on a sum that is no longer the sum: who voted is
// told, and may vote again in the time that is left.
func (w *work) voteAnew(about Key, says machine.Ref) {
	for _, t := range slices.Collect(w.All()) {
		if t.Opener != about || w.StageOf(t) == nil || len(t.Ballot.Votes) == 0 {
			continue
		}
		t = w.Edit(t.Key)
		b := *t.Ballot
		who := make([]string, len(b.Votes))
		for i, v := range b.Votes {
			who[i] = v.By
		}
		b.Earlier, b.Votes = append(slices.Clip(b.Earlier), b.Votes...), nil
		t.Ballot = &b
		w.effects = append(w.effects, Notified{Who: who, About: t.Key, On: w.today, Says: says})
	}
}

const anchorCalculated machine.Anchor = "calculated"

// stillCorrected refuses to restate a figure that was paid on too long ago.
func (w *work) stillCorrected(measure string, p value.Period) error {
	for _, g := range w.M.Settlements() {
		if !slices.Contains(g.Reads, measure) {
			continue
		}
		for t := range w.Of(g.Name + known.PaymentPart) {
			if t.Payment.Paid.IsSet() && w.M.YearStart.Within(p, t.Period) {
				if last, _ := w.Days().After(t.Payment.Paid, g.Corrected); w.today > last {
					return refusal.CorrectedTooLate(g.Name, t, last)
				}
			}
		}
	}
	return nil
}
