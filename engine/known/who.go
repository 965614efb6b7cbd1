package known

import (
	"slices"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
	"concordat/engine/vote"
)

// StageOf is the round of voting that a thing is in; nil when nobody can vote.
// A level of a dispute is a stage too: a group must be of one mind, a body decides.
func (v *View) StageOf(t *record.Thing) *machine.Stage {
	for i := range v.M.Decisions {
		if v.M.Decisions[i].Name != t.Key.Chart {
			continue
		}
		for j := range v.M.Decisions[i].Stages {
			if v.M.Decisions[i].Stages[j].State == t.State {
				return &v.M.Decisions[i].Stages[j]
			}
		}
	}
	for i := range v.M.Disputes {
		if v.M.Disputes[i].Name != t.Key.Chart {
			continue
		}
		for _, l := range v.M.Disputes[i].Levels {
			if l.State == t.State {
				return &machine.Stage{State: l.State, By: l.By, Silence: machine.SilenceRefusal,
					Rule: machine.Voting{Kind: machine.Unanimous, Of: vote.OfMembers}}
			}
		}
	}
	return nil
}

// Members of a stage: parties (or a body) that may still vote in it.
func (v *View) Members(t *record.Thing, who machine.Who) []string {
	var out []string
	switch {
	case who.Lead:
		out = []string{t.Entry.Lead(v.M)}
	case who.Group != "":
		for _, seat := range v.M.Group(who.Group).Seats {
			out = append(out, seat.Party)
		}
	case who.Any, who.Every:
		for _, p := range v.M.Parties {
			out = append(out, p.Name)
		}
	default:
		out = slices.Clone(who.Parties)
	}
	return slices.DeleteFunc(out, func(name string) bool { return v.notNow(name, t, who) })
}

// Among reports whether somebody is one of those whom Members lists.
func (v *View) Among(name string, t *record.Thing, who machine.Who) bool {
	if who.Lead || who.Group != "" || who.Any || who.Every {
		return slices.Contains(v.Members(t, who), name)
	}
	return slices.Contains(who.Parties, name) && !v.notNow(name, t, who)
}

// notNow reports whether somebody has left, or is the one whose notice a thing is
// about. A figure is still owed, and checked, by who was a member in its period.
func (v *View) notNow(name string, t *record.Thing, who machine.Who) bool {
	if who.But != "" && name == v.leaver(t) {
		return true
	}
	if a := v.agreement(); a == nil || len(a.Left) == 0 || !v.HasLeft(name) {
		return false
	}
	figure := t != nil && v.M.Charts[v.M.Chart(t.Key.Chart)].Kind == machine.KindFigure
	return !figure || v.LeftBefore(name, t.Period)
}

// leaver is the party whose notice opened a thing.
func (v *View) leaver(t *record.Thing) string {
	if t == nil {
		return ""
	}
	if n := v.Find(t.Opener); n != nil && n.Notice != nil {
		return n.Notice.By
	}
	return ""
}

// HasLeft reports whether a party is no longer a member.
func (v *View) HasLeft(party string) bool {
	a := v.agreement()
	return a != nil && slices.ContainsFunc(a.Left, func(r record.Receipt) bool { return r.By == party })
}

// LeftBefore reports whether a party's membership ended before a period began,
// or within the term: of a sum for the whole of it nobody has said what a leaver's part is.
func (v *View) LeftBefore(party string, p value.Period) bool {
	a := v.agreement()
	return slices.ContainsFunc(a.Left, func(r record.Receipt) bool {
		return r.By == party && (p.Kind == value.Term || r.On < v.M.YearStart.First(p))
	})
}

// Unsigned are the parties that have not signed.
func (v *View) Unsigned(a *record.Thing) []string {
	var out []string
	for _, p := range v.M.Parties {
		if !slices.ContainsFunc(a.Signatures, func(s record.Signature) bool { return s.By == p.Name }) {
			out = append(out, p.Name)
		}
	}
	return out
}

// WaitedFor is who is expected to act on a thing in the state it is in: in a
// vote, those who have not voted.
func (v *View) WaitedFor(t *record.Thing) []string {
	c := &v.M.Charts[v.M.Chart(t.Key.Chart)]
	st := c.State(t.State)
	if c.Kind == machine.KindAgreement && t.State == c.States[0].Name {
		return v.Unsigned(t)
	}
	if t.Payment != nil && !st.End && v.heldAsUnclear(t) {
		return v.Members(t, v.M.Decision(v.M.Unclear).Stages[0].By)
	}
	if st.Waits == nil {
		return nil
	}
	if t.Notice != nil {
		if t.Day(machine.AnchorGiven).IsSet() {
			return nil
		}
		return []string{t.Notice.By} // to serve those whom it has not reached
	}
	var out []string
	for _, name := range v.Members(t, *st.Waits) {
		if t.Ballot == nil || t.Ballot.VoteOf(name) == nil {
			out = append(out, name)
		}
	}
	return out
}

// heldAsUnclear reports whether a payment is held back because the agreement does
// not say who is paid: it waits for those whom `unclear` names, and for the new
// text in which they say so.
func (v *View) heldAsUnclear(t *record.Thing) bool {
	return v.M.Decision(v.M.Unclear) != nil && slices.ContainsFunc(t.Payment.Held, func(h string) bool { return strings.HasPrefix(h, v.M.Unclear+" ") })
}

// Addressees are those whom a party's notice must reach; who has left need not be.
func (v *View) Addressees(n *machine.Notice, by string) []string {
	return slices.DeleteFunc(v.Members(nil, n.To), func(p string) bool { return p == by })
}

// GivenOn is the day on which a notice counts as given; NoDate while somebody
// whom it must reach has not been served.
func GivenOn(n *machine.Notice, run *record.NoticeRun, all []string) value.Date {
	given := value.NoDate
	for _, p := range all {
		at := slices.IndexFunc(run.Received, func(r record.Receipt) bool { return r.By == p })
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

// EffectMove is the move by which a notice takes effect; nil where the chart has none.
func EffectMove(c *machine.Chart) *machine.Move {
	for i := range c.Moves {
		if c.Moves[i].ID == "effect" {
			return &c.Moves[i]
		}
	}
	return nil
}

// WhoMay is who may do an act anywhere in a chart.
func WhoMay(c *machine.Chart, on machine.Trigger) *machine.Who {
	for i := range c.Moves {
		if c.Moves[i].On == on && c.Moves[i].By != nil {
			return c.Moves[i].By
		}
	}
	return nil
}

// SaysFor is the statement that provides for an act; the block where none does.
func SaysFor(c *machine.Chart, on machine.Trigger) machine.Ref {
	for i := range c.Moves {
		if c.Moves[i].On == on {
			return c.Moves[i].Says
		}
	}
	return machine.Ref{Block: c.Block}
}

// Stake is what a decision would cost a party, in pence.
func (v *View) Stake(t *record.Thing, party string) value.Money {
	var sum value.Money
	if s := v.Find(t.Opener); s != nil && s.Settlement != nil {
		for _, l := range s.Settlement.Lines {
			if l.From == party {
				sum += l.Sum
			}
		}
	}
	if a := t.Ballot.Answer; a != nil && a.Sum != nil {
		sum += *a.Sum
	}
	return sum
}
