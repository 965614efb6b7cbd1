package engine

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
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
	if t.Ballot == nil || stageOf(w.m, t) == nil {
		return
	}
	b := *t.Ballot
	b.Stage++
	b.Earlier = append(slices.Clip(b.Earlier), b.Votes...)
	b.Votes, b.Silent = nil, nil
	t.Ballot = &b
	w.note(t, machine.AnchorReferral, w.today)
}

// stageOf is the round of voting that a thing is in; nil when nobody can vote.
// A level of a dispute is a stage too: a group must be of one mind, a body decides.
func stageOf(m *machine.Machine, t *Thing) *machine.Stage {
	for i := range m.Decisions {
		if m.Decisions[i].Name != t.Key.Chart {
			continue
		}
		for j := range m.Decisions[i].Stages {
			if m.Decisions[i].Stages[j].State == t.State {
				return &m.Decisions[i].Stages[j]
			}
		}
	}
	for i := range m.Disputes {
		if m.Disputes[i].Name != t.Key.Chart {
			continue
		}
		for _, l := range m.Disputes[i].Levels {
			if l.State == t.State {
				return &machine.Stage{State: l.State, By: l.By, Silence: machine.SilenceRefusal,
					Rule: machine.Voting{Kind: machine.Unanimous, Of: vote.OfMembers}}
			}
		}
	}
	return nil
}

// members of a stage: parties (or a body) that may still vote in it.
func members(m *machine.Machine, s *State, t *Thing, who machine.Who) []string {
	var out []string
	switch {
	case who.Lead:
		out = []string{t.Entry.Lead(m)}
	case who.Group != "":
		for _, seat := range m.Group(who.Group).Seats {
			out = append(out, seat.Party)
		}
	case who.Any, who.Every:
		for _, p := range m.Parties {
			out = append(out, p.Name)
		}
	default:
		out = slices.Clone(who.Parties)
	}
	leaver := ""
	if who.But != "" {
		leaver = leaverFor(s, t)
	}
	// A figure is still owed, and checked, by who was a member in its period.
	figure := t != nil && m.Charts[m.Chart(t.Key.Chart)].Kind == machine.KindFigure
	return slices.DeleteFunc(out, func(name string) bool {
		return name == leaver || s.hasLeft(name) && (!figure || s.leftBefore(m, name, t.Period))
	})
}

// leaverFor is the party whose notice opened a thing.
func leaverFor(s *State, t *Thing) string {
	if t == nil {
		return ""
	}
	if n := s.Find(t.Opener); n != nil && n.Notice != nil {
		return n.Notice.By
	}
	return ""
}

func (s *State) hasLeft(party string) bool {
	a := s.Find(Key{Chart: agreementChart})
	return a != nil && slices.ContainsFunc(a.Left, func(r Receipt) bool { return r.By == party })
}

// leftBefore reports whether a party's membership ended before a period began.
func (s *State) leftBefore(m *machine.Machine, party string, p value.Period) bool {
	a := s.Find(Key{Chart: agreementChart})
	return slices.ContainsFunc(a.Left, func(r Receipt) bool { return r.By == party && r.On < m.YearStart.First(p) })
}

// judgeBallot looks at the votes after each one, and when the time is up.
func (w *work) judgeBallot(t *Thing, timeUp bool) {
	st := stageOf(w.m, t)
	if st == nil {
		return
	}
	who := members(w.m, &w.s, t, st.By)
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
	if result == vote.Carried {
		trigger = machine.OnAdopted
	}
	if mv := w.moveOn(t, trigger); mv != nil {
		w.make(t, mv, t.Ballot.Answer)
	}
}

// closeBallot ends a round whose time is up.
func (w *work) closeBallot(t *Thing, limit *machine.Move) {
	w.effects = append(w.effects, Moved{Key: t.Key, Move: limit.ID, From: t.State, To: t.State, On: w.today, Says: limit.Says})
	w.judgeBallot(t, true)
}

// giveAnswer passes what was decided to what it was decided for.
func (w *work) giveAnswer(t *Thing) {
	w.signal(t.Opener, machine.OnDecided, t.Key, t.Ballot.Answer)
	if n := w.m.Notice(t.Opener.Chart); n != nil && n.Instead == t.Key.Chart && t.Ballot.Answer.Date != nil {
		w.moveEffect(w.edit(t.Opener), *t.Ballot.Answer.Date)
	}
}
