// Package vote counts votes: the rules, quorums and meanings of silence of the
// language, and nothing else. A vote is decided as soon as what is still to
// come cannot change it, and at the latest when its time is up. Silence never
// makes a quorum, a tie does not carry, and who stands aside is not counted.
package vote

import (
	"slices"

	"concordat/engine/machine"
)

// Choice is what a member says.
type Choice string

const (
	Yes     Choice = "yes"
	No      Choice = "no"
	Abstain Choice = "abstain"
)

// OfMembers is a rule that counts all members, not only those voting.
const OfMembers = "members"

// Vote is one member's. Aside is set for a member who stands aside because of
// an interest.
type Vote struct {
	By     string
	Choice Choice
	Aside  bool
}

// Verdict is where a vote stands.
type Verdict int

const (
	Undecided Verdict = iota
	Carried
	Refused
)

// count is how the members of a stage have answered.
type count struct{ members, yes, no, abstained, remaining int }

// Tally counts the votes of a stage. It says carried or refused as soon as the
// votes still to come cannot change that; when the time is up, those who are
// silent count as the stage says, and never towards a quorum.
func Tally(st *machine.Stage, members []string, votes []Vote, timeUp bool) Verdict {
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
		return Refused
	}
	quorum := c.yes+c.no+c.abstained >= st.Rule.Quorum
	if timeUp {
		c = c.silent(st.Silence)
		if quorum && c.carries(st.Rule) {
			return Carried
		}
		return Refused
	}
	best, worst := c, c
	best.yes += c.remaining
	worst.no += c.remaining
	switch {
	case quorum && worst.carries(st.Rule):
		return Carried
	case !best.carries(st.Rule):
		return Refused
	}
	return Undecided
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
	if rule.Of != OfMembers {
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
