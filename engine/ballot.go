package engine

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/vote"
)

// startBallot readies a decision or dispute for its first stage.
func (w *work) startBallot(t *Thing, about string) {
	t.Ballot = &Ballot{About: about}
	w.note(t, machine.AnchorReferral, w.today)
	w.schedule(t)
}

// enterStage starts the next round: earlier votes are kept, and the time for
// this round counts from today.
func (w *work) enterStage(t *Thing) {
	if t.Ballot == nil || w.StageOf(t) == nil {
		return
	}
	b := *t.Ballot
	b.Stage++
	b.Earlier = append(slices.Clip(b.Earlier), b.Votes...)
	b.Votes, b.Silent = nil, nil
	t.Ballot = &b
	w.note(t, machine.AnchorReferral, w.today)
}

// judgeBallot looks at the votes after each one, and when the time is up.
func (w *work) judgeBallot(t *Thing, timeUp bool) {
	st := w.StageOf(t)
	if st == nil {
		return
	}
	who := w.Members(t, st.By)
	votes := make([]vote.Vote, len(t.Ballot.Votes))
	for i, v := range t.Ballot.Votes {
		votes[i] = vote.Vote{By: v.By, Choice: v.Choice, Aside: v.Aside}
	}
	result := vote.Tally(st, who, votes, timeUp)
	if result == vote.Undecided {
		return
	}
	b := *t.Ballot
	b.Silent = slices.DeleteFunc(slices.Clone(who), func(name string) bool { return b.VoteOf(name) != nil })
	t.Ballot = &b
	trigger := machine.OnRejected
	if result == vote.Carried && !w.nothingProposed(t) {
		trigger = machine.OnAdopted
	}
	if mv := w.MoveOn(t, trigger); mv != nil {
		w.make(t, mv, t.Ballot.Answer)
	}
}

// nothingProposed reports whether a decision that gives an answer was given none
// and nobody voted for one: silence cannot consent to what nobody put forward.
func (w *work) nothingProposed(t *Thing) bool {
	d := w.M.Decision(t.Key.Chart)
	return d != nil && d.Decides != "" && t.Ballot.Answer == nil &&
		!slices.ContainsFunc(t.Ballot.Votes, func(v Vote) bool { return v.Choice == Yes })
}

// closeBallot ends a round whose time is up.
func (w *work) closeBallot(t *Thing, limit *machine.Move) {
	w.effects = append(w.effects, Moved{Key: t.Key, Move: limit.ID, From: t.State, To: t.State, On: w.today, Says: limit.Says})
	w.judgeBallot(t, true)
}

// giveAnswer passes what was decided to what it was decided for.
func (w *work) giveAnswer(t *Thing) {
	w.signal(t.Opener, machine.OnDecided, t.Key, t.Ballot.Answer)
	if n := w.M.Notice(t.Opener.Chart); n != nil && n.Instead == t.Key.Chart && t.Ballot.Answer.Date != nil {
		w.moveEffect(w.Edit(t.Opener), *t.Ballot.Answer.Date)
	}
}
