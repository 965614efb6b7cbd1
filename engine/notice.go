package engine

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// served sends a notice. A second one by the same party goes with the first
// while that runs: those whom the first did not reach are added.
func (w *work) served(e Served) error {
	n := w.m.Notice(e.Notice)
	if n == nil {
		return refusal.NoBlock(w.m, "notice", e.Notice)
	}
	if err := w.inForce(machine.Ref{Block: n.Name, Statement: "by"}); err != nil {
		return err
	}
	if !slices.Contains(members(w.m, &w.s, nil, n.By), e.By) {
		return w.notYours(e.By, machine.Ref{Block: n.Name, Statement: "by"}, "serve "+n.Name, n.By)
	}
	manner := slices.IndexFunc(n.Manners, func(m machine.Manner) bool { return m.Name == e.Manner })
	if manner < 0 {
		return refusal.NoManner(n, e.Manner)
	}
	all := w.addressees(n, e.By)
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
	day, _ := w.m.Days().After(w.today, n.Manners[manner].Received)
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
	w.runTo(morning(w.today)) // received on the day it was served
	return nil
}

// addressees are those whom a party's notice must reach; who has left need not be.
func (w *work) addressees(n *machine.Notice, by string) []string {
	return slices.DeleteFunc(members(w.m, &w.s, nil, n.To), func(p string) bool { return p == by })
}

// maybeGiven sets the day on which a notice counts as given, once it is known.
func (w *work) maybeGiven(t *Thing, n *machine.Notice) {
	if given := givenOn(n, t.Notice, w.addressees(n, t.Notice.By)); given.IsSet() {
		w.note(t, machine.AnchorGiven, given)
		w.schedule(t)
	}
}

// leftOut lets the notices on their way be given that waited only for a party
// that has left.
func (w *work) leftOut() {
	for i := range w.m.Notices {
		for t := range w.s.Of(w.m.Notices[i].Name) {
			if t.State == w.chartOf(t).States[0].Name && !t.Day(machine.AnchorGiven).IsSet() {
				w.maybeGiven(w.edit(t.Key), &w.m.Notices[i])
			}
		}
	}
}

// noticeBy is the notice of a party that is still on its way, or a new one.
func (w *work) noticeBy(n *machine.Notice, by string) (*Thing, error) {
	for t := range w.s.Of(n.Name) {
		if t.Notice.By != by || w.chartOf(t).State(t.State).End {
			continue
		}
		if t.State != w.chartOf(t).States[0].Name {
			return nil, refusal.NoticeRuns(t)
		}
		return w.edit(t.Key), nil
	}
	key := Key{Chart: n.Name, Of: by}
	if w.s.Find(key) != nil {
		key = w.numbered(n.Name, by)
	}
	t := w.create(w.m.Chart(n.Name), key, value.Period{}, Key{})
	t.Notice = &NoticeRun{By: by}
	return t, nil
}

// givenOn is the day on which a notice counts as given; NoDate while somebody
// whom it must reach has not been served.
func givenOn(n *machine.Notice, run *NoticeRun, all []string) value.Date {
	given := value.NoDate
	for _, p := range all {
		at := slices.IndexFunc(run.Received, func(r Receipt) bool { return r.By == p })
		switch {
		case at < 0 && !n.GivenFirst:
			return value.NoDate
		case at < 0:
		case !given.IsSet() || n.GivenFirst && run.Received[at].On < given || !n.GivenFirst && run.Received[at].On > given:
			given = run.Received[at].On
		}
	}
	return given
}

// given is called when a notice starts to run: the day it takes effect is now known.
func (w *work) given(t *Thing) {
	effect := EffectMove(w.chartOf(t))
	if effect == nil || !slices.Contains(effect.From, t.State) {
		return
	}
	w.note(t, machine.AnchorEffect, w.deadline(t, effect.At))
	w.signal(Key{Chart: agreementChart}, machine.OnGiven, t.Key, nil)
}

// EffectMove is the move by which a notice takes effect; nil where the chart has none.
func EffectMove(c *machine.Chart) *machine.Move {
	for i := range c.Moves {
		if c.Moves[i].ID == "effect" {
			return &c.Moves[i]
		}
	}
	return nil
}

// moveEffect puts off or brings forward the day on which a notice takes effect.
func (w *work) moveEffect(t *Thing, day value.Date) {
	n := w.m.Notice(t.Key.Chart)
	w.note(t, machine.AnchorEffect, max(day, w.today))
	w.effects = append(w.effects, Moved{Key: t.Key, Move: "replaced", From: t.State, To: t.State, On: w.today, Says: machine.Ref{Block: n.Name, Statement: "instead"}})
	w.schedule(t)
	w.endMoved()
}

// tooLateToMove closes the decisions on another day for a notice that has ended.
func (w *work) tooLateToMove(t *Thing) {
	for _, d := range w.s.things {
		if d.Opener == t.Key && d.Key.Chart == w.m.Notice(t.Key.Chart).Instead {
			w.signal(d.Key, machine.OnMoot, t.Key, nil)
		}
	}
}

// withdrawn takes a notice back, where its `withdrawn` line allows.
func (w *work) withdrawn(e Withdrawn) error {
	n := w.m.Notice(e.Notice)
	if n == nil {
		return refusal.NoBlock(w.m, "notice", e.Notice)
	}
	says := machine.Ref{Block: n.Name, Statement: "withdrawn"}
	for t := range w.s.Of(n.Name) {
		if t.Notice.By != e.By || w.chartOf(t).State(t.State).End {
			continue
		}
		mv := w.moveOn(t, machine.OnWithdraw)
		if mv == nil {
			return refusal.CannotWithdraw(n)
		}
		t = w.edit(t.Key)
		w.make(t, mv, nil)
		w.moot(t.Key)
		w.s.endsWith = slices.DeleteFunc(slices.Clone(w.s.endsWith), func(k Key) bool { return k == t.Key })
		w.endMoved()
		w.signal(Key{Chart: agreementChart}, machine.OnMoot, t.Key, nil)
		return nil
	}
	return refusal.NoNotice(n, e.By, says)
}
