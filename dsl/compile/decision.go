package compile

import (
	"slices"
	"strconv"

	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// How a decision ends.
const (
	adopted = "adopted"
	taken   = "taken"
	lapsed  = "lapsed"
	moot    = "moot"
)

// decision adds the chart of a decision: a state for each round of votes, and
// for each round what a vote, the end of its time and its failure lead to.
func (l *lives) decision(d *settled.Decision) {
	c := newLife(machine.KindDecision, &d.Head)
	c.Survives = l.survives(d.Name)
	rounds := roundStates(d)
	for i, s := range d.Stages {
		c.waits(rounds[i], who(s.By))
	}
	if d.Decides != "" {
		c.act("propose", machine.OnPropose, proposer(d), rounds, stays, d.Said("decides"))
	}
	for i, s := range d.Stages {
		c.act(numbered("vote", i), machine.OnVote, who(s.By), from(rounds[i]), stays, s.Said)
		c.day(numbered("limit", i), roundEnds(s, i), from(rounds[i]), stays, s.Within.Said)
	}
	c.on("adopted", machine.OnAdopted, rounds, adopted, adoption(d), slices.Concat(l.adoptionDoes(d), l.raises(d), l.sendsBack(d), l.forCost(d))...)
	c.refusals(d, rounds)
	c.on("moot", machine.OnMoot, rounds, moot, opening(d))
	if !c.Survives {
		c.on("ended", machine.OnEnded, rounds, fallenAway, l.lasting())
	}
	c.endWhereLed(adopted, taken, lapsed, moot, fallenAway)
	l.add(c)
}

// roundStates names the state of each round: "open", "escalated to chiefs". The
// machine's stages carry the same names.
func roundStates(d *settled.Decision) []string {
	states := make([]string, len(d.Stages))
	for i, s := range d.Stages {
		states[i] = "open"
		if i > 0 {
			states[i] = "escalated to " + whoWords(s.By)
		}
	}
	return states
}

// whoWords names people in a state: "chiefs", "every party".
func whoWords(w settled.Who) string {
	switch {
	case w.Every && w.Leaver:
		return "every party but the leaver"
	case w.Every:
		return "every party"
	}
	return whoName(w)
}

// numbered tells the moves of rounds apart: "vote", "vote 2".
func numbered(id string, i int) string {
	if i == 0 {
		return id
	}
	return id + " " + strconv.Itoa(i+1)
}

// roundEnds is when the time of a round is over; that of a later one counts
// from the day the question reached it.
func roundEnds(s *settled.Stage, i int) machine.Deadline {
	at := within(s.Within)
	if i > 0 {
		at.Anchor = machine.AnchorReferral
	}
	return at
}

// proposer is who may put forward an answer.
func proposer(d *settled.Decision) machine.Who {
	if d.Opens.Proposal {
		return who(d.Opens.Who)
	}
	return who(d.Stages[0].By)
}

// opening is the statement by which a decision opens: its own, or where another
// block opens it, the one that limits its time.
func opening(d *settled.Decision) settled.Said {
	if d.Has("opens") {
		return d.Said("opens")
	}
	return d.Said("within")
}

// adoption is the statement that says what follows from a carried vote.
func adoption(d *settled.Decision) settled.Said {
	if len(d.Then) > 0 {
		return d.Said("then")
	}
	return d.Said("decides")
}

func (l *lives) adoptionDoes(d *settled.Decision) []machine.Action {
	var do []machine.Action
	if d.Decides != "" {
		do = append(do, does(machine.TakeAnswer, "", d.Said("decides")))
	}
	for _, a := range d.Then {
		if a.Verb == machine.TakeWaiver {
			do = append(do, l.waives(d, a)...)
			continue
		}
		do = append(do, actions(a)...)
	}
	return do
}

// refusals adds what follows where the votes do not carry a decision: the
// `otherwise` lines, one for each round, each tried where the one before failed.
func (c *life) refusals(d *settled.Decision, rounds []string) {
	round := 0
	for _, o := range d.Otherwise {
		id, failed := numbered("rejected", round), from(rounds[round])
		switch o.Verb {
		case settled.Escalate:
			round++
			c.on(id, machine.OnRejected, failed, rounds[round], o.Said)
			continue
		case machine.Refer:
			referred := "referred to " + settled.NameOf(o.On)
			c.state(referred)
			c.on(id, machine.OnRejected, failed, referred, o.Said, actions(o)...)
			c.on("settled", machine.OnSettled, from(referred), taken, o.Said, next(o)...)
		case machine.Lapse:
			c.on(id, machine.OnRejected, failed, lapsed, o.Said, turnsDown(d, o.Said)...)
		default:
			c.on(id, machine.OnRejected, failed, taken, o.Said, actions(o)...)
		}
		return // this ends the matter
	}
}

// next is what is done when a dispute has ended that a question was referred to.
func next(o *settled.Action) []machine.Action {
	if o.Then == nil {
		return nil
	}
	return actions(o.Then)
}

// endWhereLed adds those of the states that some move leads to, as ends.
func (c *life) endWhereLed(states ...string) {
	for _, s := range states {
		if slices.ContainsFunc(c.Moves, func(m machine.Move) bool { return m.To == s }) {
			c.end(s)
		}
	}
}
