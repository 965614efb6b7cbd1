package engine

import (
	"slices"

	"concordat/engine/machine"
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
					Rule: machine.Voting{Kind: machine.Unanimous, Of: ofMembers}}
			}
		}
	}
	return nil
}

const ofMembers = "members"

func decisionOf(m *machine.Machine, name string) *machine.Decision {
	for i := range m.Decisions {
		if m.Decisions[i].Name == name {
			return &m.Decisions[i]
		}
	}
	return nil
}

// verdict is where a vote stands.
type verdict int

const (
	undecided verdict = iota
	carried
	refused
)

// count is how the members of a stage have answered.
type count struct{ members, yes, no, abstained, remaining int }

// tally counts the votes of a stage. It says carried or refused as soon as the
// votes still to come cannot change that; when the time is up, those who are
// silent count as the stage says, and never towards a quorum.
func tally(st *machine.Stage, members []string, votes []Vote, timeUp bool) verdict {
	var c count
	for _, name := range members {
		at := slices.IndexFunc(votes, func(v Vote) bool { return v.By == name })
		switch {
		case at < 0:
			c.members++
			c.remaining++
		case votes[at].Aside:
			// Who stands aside is no longer counted among the members.
		default:
			c.members++
			c.add(votes[at].Choice)
		}
	}
	if c.members == 0 {
		return refused
	}
	quorum := c.yes+c.no+c.abstained >= st.Rule.Quorum
	if timeUp {
		c = c.silent(st.Silence)
		if quorum && c.carries(st.Rule) {
			return carried
		}
		return refused
	}
	best, worst := c, c
	best.yes += c.remaining
	worst.no += c.remaining
	switch {
	case quorum && worst.carries(st.Rule):
		return carried
	case !best.carries(st.Rule):
		return refused
	}
	return undecided
}

func (c *count) add(choice Choice) {
	switch choice {
	case Yes:
		c.yes++
	case No:
		c.no++
	case Abstain:
		c.abstained++
	}
}

// silent counts those who did not vote in time.
func (c count) silent(means machine.Silence) count {
	switch means {
	case machine.SilenceConsent:
		c.yes += c.remaining
	case machine.SilenceRefusal:
		c.no += c.remaining
	case machine.SilenceAbstention:
		c.abstained += c.remaining
	}
	c.remaining = 0
	return c
}

// carries reports whether the votes make the decision, were they all. A tie
// does not carry.
func (c count) carries(rule machine.Voting) bool {
	of := c.members
	if rule.Of != ofMembers {
		of = c.yes + c.no
	}
	switch rule.Kind {
	case machine.Unanimous, machine.Sole:
		return c.yes > 0 && c.yes == of
	case machine.Majority:
		return 2*c.yes > of
	case machine.TwoThirds:
		return c.yes > 0 && 3*c.yes >= 2*of
	case machine.AtLeast:
		return c.yes >= rule.N
	}
	return false
}

// members of a stage: parties (or a body) that may still vote in it.
func members(m *machine.Machine, s *State, t *Thing, who machine.Who) []string {
	var out []string
	switch {
	case who.Group != "":
		for _, seat := range groupOf(m, who.Group).Seats {
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
	return slices.DeleteFunc(out, func(name string) bool { return name == leaver || s.hasLeft(name) })
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

func groupOf(m *machine.Machine, name string) *machine.Group {
	for i := range m.Groups {
		if m.Groups[i].Name == name {
			return &m.Groups[i]
		}
	}
	panic("engine: no group is called " + name)
}

func (s *State) hasLeft(party string) bool {
	a := s.Find(Key{Chart: agreementChart})
	return a != nil && slices.ContainsFunc(a.Left, func(r Receipt) bool { return r.By == party })
}

// judge looks at the votes after each one, and when the time is up.
func (w *work) judgeBallot(t *Thing, timeUp bool) {
	st := stageOf(w.m, t)
	if st == nil {
		return
	}
	who := members(w.m, &w.s, t, st.By)
	result := tally(st, who, t.Ballot.Votes, timeUp)
	if result == undecided {
		return
	}
	b := *t.Ballot
	b.Silent = slices.DeleteFunc(slices.Clone(who), func(name string) bool { return b.voteOf(name) != nil })
	t.Ballot = &b
	trigger := machine.OnRejected
	if result == carried {
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

func (b *Ballot) voteOf(name string) *Vote {
	for i := range b.Votes {
		if b.Votes[i].By == name {
			return &b.Votes[i]
		}
	}
	return nil
}

// giveAnswer passes what was decided to what it was decided for.
func (w *work) giveAnswer(t *Thing) {
	to := t.Opener
	if n := w.noticeMovedBy(t); n != nil {
		to = n.Key
	}
	w.signal(to, machine.OnDecided, t.Key, t.Ballot.Answer)
	if n := w.s.Find(to); n != nil && n.Notice != nil && t.Ballot.Answer != nil && t.Ballot.Answer.Date != nil {
		w.moveEffect(w.edit(to), *t.Ballot.Answer.Date)
	}
}
