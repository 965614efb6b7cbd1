package engine

import (
	"reflect"
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// raised refers something to a dispute's first level.
func (w *work) raised(e Raised) error {
	d := w.M.Dispute(e.Dispute)
	if d == nil {
		return refusal.NoBlock(w.M, "dispute", e.Dispute)
	}
	says := machine.Ref{Block: d.Name}
	if err := w.underWay(says); err != nil {
		return err
	}
	who := machine.Who{Any: true}
	if may := known.WhoMay(&w.M.Charts[w.M.Chart(d.Name)], machine.OnRaise); may != nil {
		who = *may
	}
	if !w.Among(e.By, nil, who) {
		return w.notYours(e.By, says, "raise "+d.Name, who)
	}
	if e.About == "" {
		return refusal.SayAbout(d)
	}
	if d.Figures {
		return refusal.ContestInstead(d)
	}
	if open := w.Openings(d.Name, e.About); len(open) > 0 {
		return refusal.AlreadyOpen(open[0])
	}
	t := w.create(w.M.Chart(d.Name), w.Numbered(d.Name, ""), value.Period{}, w.Named(e.About))
	w.startBallot(t, e.About)
	w.effects = append(w.effects, Moved{Key: t.Key, Move: "raise", To: t.State, On: w.today, Says: says})
	w.onRaised(t)
	return nil
}

// onRaised does what a dispute does meanwhile: hold payments back.
func (w *work) onRaised(t *Thing) {
	chart := w.ChartOf(t)
	if chart.Kind != machine.KindDispute {
		return
	}
	for i := range chart.Moves {
		if chart.Moves[i].On == machine.OnRaise {
			for j := range chart.Moves[i].Do {
				w.do(t, &chart.Moves[i].Do[j], nil)
			}
		}
	}
}

// settled records an answer at the level that hears a dispute. A body decides
// alone; a group's level is settled when every member has given the same answer.
func (w *work) settled(e Settled) error {
	d := w.M.Dispute(e.Dispute)
	if d == nil {
		return refusal.NoBlock(w.M, "dispute", e.Dispute)
	}
	t, err := w.theOpening(e.Dispute, e.About)
	if err != nil {
		return err
	}
	st := w.StageOf(t)
	mv := w.MoveOn(t, machine.OnSettle)
	if st == nil || mv == nil {
		return refusal.TooLate(w.M, t, "settle")
	}
	who := w.Members(t, st.By)
	if !slices.Contains(who, e.By) {
		return w.notYours(e.By, mv.Says, "settle "+d.Name+" at this level", st.By)
	}
	if e.Because == "" {
		return refusal.SayWhy("settle", mv.Says)
	}
	if err := w.checkSettlement(t, e.Answer, mv.Says); err != nil {
		return err
	}
	t = w.Edit(t.Key)
	w.keepAnswer(t, e, mv)
	for _, name := range who {
		if v := t.Ballot.VoteOf(name); v == nil || !sameAnswer(v.Answer, e.Answer) {
			return nil
		}
	}
	b := *t.Ballot
	b.Answer = e.Answer
	t.Ballot = &b
	if done := w.MoveOn(t, machine.OnDecided); done != nil {
		w.make(t, done, e.Answer)
	}
	return nil
}

// checkSettlement: a contested figure is settled by a figure that its measure can have.
func (w *work) checkSettlement(t *Thing, a *Answer, says machine.Ref) error {
	me := w.M.Measure(t.Opener.Chart)
	if me == nil {
		return nil
	}
	if a == nil || a.Value == nil && len(a.Inputs) == 0 {
		return refusal.WantsFigure(t, says)
	}
	return w.checkFigure(me, a.Value, a.Inputs)
}

// keepAnswer replaces what the same member said before: minds may change until all agree.
func (w *work) keepAnswer(t *Thing, e Settled, mv *machine.Move) {
	b := *t.Ballot
	b.Votes = slices.DeleteFunc(slices.Clone(b.Votes), func(v Vote) bool { return v.By == e.By })
	b.Votes = append(b.Votes, Vote{By: e.By, On: w.today, Choice: Yes, Answer: e.Answer})
	b.Reasons = append(slices.Clip(b.Reasons), Reason{Name: e.By, Words: e.Because})
	t.Ballot = &b
	w.effects = append(w.effects, Moved{Key: t.Key, Move: mv.ID, From: t.State, To: t.State, On: w.today, Says: mv.Says})
}

func sameAnswer(a, b *Answer) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Value != nil && b.Value != nil {
		return a.Value.Equal(*b.Value)
	}
	if len(a.Inputs) > 0 && len(b.Inputs) > 0 { // each has all of them, in any order
		return !slices.ContainsFunc(a.Inputs, func(x InputValue) bool {
			return !slices.ContainsFunc(b.Inputs, func(y InputValue) bool { return x.Name == y.Name && x.Value.Equal(y.Value) })
		})
	}
	return reflect.DeepEqual(a, b)
}
