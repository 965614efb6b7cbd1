package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// served sends a notice. A second one by the same party goes with the first
// while that runs: those whom the first did not reach are added.
func (w *work) served(e Served) error {
	n := w.M.Notice(e.Notice)
	if n == nil {
		return refusal.NoBlock(w.M, "notice", e.Notice)
	}
	if err := w.inForce(machine.Ref{Block: n.Name, Statement: "by"}); err != nil {
		return err
	}
	if !w.Among(e.By, nil, n.By) {
		return w.notYours(e.By, machine.Ref{Block: n.Name, Statement: "by"}, "serve "+n.Name, n.By)
	}
	manner := slices.IndexFunc(n.Manners, func(m machine.Manner) bool { return m.Name == e.Manner })
	if manner < 0 {
		return refusal.NoManner(n, e.Manner)
	}
	all := w.Addressees(n, e.By)
	if len(all) == 0 {
		return refusal.NobodyToServe(n)
	}
	to := e.To
	if len(to) == 0 {
		to = all
	}
	for _, p := range to {
		if !slices.Contains(all, p) {
			return refusal.NotOwedNotice(n, p)
		}
	}
	t, err := w.noticeBy(n, e.By)
	if err != nil {
		return err
	}
	from := t.State
	if len(t.Notice.Received) == 0 {
		from = "" // it is only now on its way
	}
	day, _ := w.Days().After(w.today, n.Manners[manner].Received)
	run := *t.Notice
	run.Received = slices.Clone(run.Received)
	for _, p := range to {
		if !slices.ContainsFunc(run.Received, func(r Receipt) bool { return r.By == p }) {
			run.Received = append(run.Received, Receipt{By: p, On: day, Manner: e.Manner})
		}
	}
	t.Notice = &run
	w.effects = append(w.effects, Moved{Key: t.Key, Move: "serve", From: from, To: t.State, On: w.today, Says: machine.Ref{Block: n.Name, Statement: "served"}})
	w.maybeGiven(t, n)
	w.runTo(known.Morning(w.today)) // received on the day it was served
	return nil
}

// maybeGiven sets the day on which a notice counts as given, once it is known.
func (w *work) maybeGiven(t *Thing, n *machine.Notice) {
	if given := known.GivenOn(n, t.Notice, w.Addressees(n, t.Notice.By)); given.IsSet() {
		w.note(t, machine.AnchorGiven, given)
		w.schedule(t)
	}
}

// leftOut lets the notices on their way be given that waited only for a party
// that has left.
func (w *work) leftOut() {
	for i := range w.M.Notices {
		for t := range w.Of(w.M.Notices[i].Name) {
			if t.State == w.ChartOf(t).States[0].Name && !t.Day(machine.AnchorGiven).IsSet() {
				w.maybeGiven(w.Edit(t.Key), &w.M.Notices[i])
			}
		}
	}
}

// noticeBy is the notice of a party that is still on its way, or a new one.
func (w *work) noticeBy(n *machine.Notice, by string) (*Thing, error) {
	for t := range w.Of(n.Name) {
		if t.Notice.By != by || w.ChartOf(t).State(t.State).End {
			continue
		}
		if t.State != w.ChartOf(t).States[0].Name {
			return nil, refusal.NoticeRuns(t)
		}
		return w.Edit(t.Key), nil
	}
	key := Key{Chart: n.Name, Of: by}
	if w.Find(key) != nil {
		key = w.Numbered(n.Name, by)
	}
	t := w.create(w.M.Chart(n.Name), key, value.Period{}, Key{})
	t.Notice = &NoticeRun{By: by}
	return t, nil
}

// given is called when a notice starts to run: the day it takes effect is now known.
func (w *work) given(t *Thing) {
	effect := EffectMove(w.ChartOf(t))
	if effect == nil || !slices.Contains(effect.From, t.State) {
		return
	}
	w.note(t, machine.AnchorEffect, w.Deadline(t, effect.At))
	w.signal(Key{Chart: known.AgreementChart}, machine.OnGiven, t.Key, nil)
}

// moveEffect puts off or brings forward the day on which a notice takes effect.
func (w *work) moveEffect(t *Thing, day value.Date) {
	n := w.M.Notice(t.Key.Chart)
	w.note(t, machine.AnchorEffect, max(day, w.today))
	w.effects = append(w.effects, Moved{Key: t.Key, Move: "replaced", From: t.State, To: t.State, On: w.today, Says: machine.Ref{Block: n.Name, Statement: "instead"}})
	w.schedule(t)
	w.endMoved()
}

// tooLateToMove closes the decisions on another day for a notice that has ended.
func (w *work) tooLateToMove(t *Thing) {
	for d := range w.All() {
		if d.Opener == t.Key && d.Key.Chart == w.M.Notice(t.Key.Chart).Instead {
			w.signal(d.Key, machine.OnMoot, t.Key, nil)
		}
	}
}

// withdrawn takes a notice back, where its `withdrawn` line allows.
func (w *work) withdrawn(e Withdrawn) error {
	n := w.M.Notice(e.Notice)
	if n == nil {
		return refusal.NoBlock(w.M, "notice", e.Notice)
	}
	says := machine.Ref{Block: n.Name, Statement: "withdrawn"}
	for t := range w.Of(n.Name) {
		if t.Notice.By != e.By || w.ChartOf(t).State(t.State).End {
			continue
		}
		mv := w.MoveOn(t, machine.OnWithdraw)
		if mv == nil {
			return refusal.CannotWithdraw(n)
		}
		t = w.Edit(t.Key)
		w.make(t, mv, nil)
		w.moot(t.Key)
		w.NotEndWith(t.Key)
		w.endMoved()
		w.signal(Key{Chart: known.AgreementChart}, machine.OnMoot, t.Key, nil)
		return nil
	}
	return refusal.NoNotice(n, e.By, says)
}
