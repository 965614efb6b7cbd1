package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// place is where an action stands; it decides which actions make sense.
type place struct {
	words string // "`if late`"
	may   string // the actions that may stand here, in words
	verbs []machine.Verb
}

var (
	whenLate          = place{"`if late`", "`remind`, `tell WHO` or `withhold the next instalment of FUNDING until returned`", []machine.Verb{machine.Remind, machine.Tell, machine.Withhold}}
	whenMissing       = place{"`if missing`", "`open DECISION`, one that decides a band, or of a count or a cost a figure", []machine.Verb{machine.Open}}
	whenAdopted       = place{"a decision's `then`", "`adopt revision`, `pay GAINSHARE`, `open DECISION`, `tell WHO`, `take waiver` or `end agreement`", []machine.Verb{machine.TakeWaiver, machine.Adopt, machine.Pay, machine.Open, machine.Tell, machine.EndAgreement}}
	whenRejected      = place{"a decision's `otherwise`", "`escalate to GROUP by the same rule, within LENGTH`, `refer to DISPUTE, then …`, `take BAND`, `take FIGURE`, `pay GAINSHARE`, `end agreement` or `lapse`", []machine.Verb{settled.Escalate, machine.Refer, machine.TakeBand, machine.TakeFigure, machine.Pay, machine.EndAgreement, machine.Lapse}}
	afterReferral     = place{"`refer to …, then`", "`pay GAINSHARE`, `take BAND`, `end agreement` or `lapse`", []machine.Verb{machine.Pay, machine.TakeBand, machine.TakeFigure, machine.EndAgreement, machine.Lapse}}
	whenMissed        = place{"`if missed`", "`tell WHO`, `remind` or `open DECISION`", []machine.Verb{machine.Tell, machine.Remind, machine.Open}}
	whenHeld          = place{"a review's `then`", "`tell WHO`, `open DECISION` or `respecify, when CONDITION`", []machine.Verb{machine.Tell, machine.Open, machine.Respecify}}
	whenHeldOtherwise = place{"a review's `otherwise`", "`tell WHO`, `open DECISION` or `end agreement, at the end of the term`", []machine.Verb{machine.Tell, machine.Open, machine.EndAgreement}}
	whenFired         = place{"a rule's `then`", "`open DECISION` or `tell WHO`", []machine.Verb{machine.Open, machine.Tell}}
	meanwhile         = place{"`meanwhile`", "`pay what falls due` or `pay nothing under NAME`", []machine.Verb{payWhatFallsDue, machine.PayNone}}
	whenUnsettled     = place{"a dispute's `otherwise`", "`take the figure as returned` or `lapse`", []machine.Verb{machine.TakeReturned, machine.Lapse}}
	whenGiven         = place{"a notice's `then`", "`open DECISION`, `tell WHO`, `end membership, when NAME takes effect` or `end agreement, when NAME takes effect`", []machine.Verb{machine.Open, machine.Tell, machine.EndMembership, machine.EndAgreement}}
	whenEndedEarly    = place{"`if ended`", "`repay by days`", []machine.Verb{machine.Repay}}
)

// payWhatFallsDue changes nothing: payments go on.
const payWhatFallsDue machine.Verb = "pay what falls due"

// action settles one action; nil where it makes no sense in its place.
func (c *checker) action(a *syntax.Action, said settled.Said, in place) *settled.Action {
	verb, word := verbOf(a)
	switch {
	case verb == "":
		c.NotOffered(a.At, "`"+word+"`", "write "+in.may)
		return nil
	case !in.allows(verb):
		c.ActionMisplaced(a.At, word, in.words, in.may)
		return nil
	}
	out := &settled.Action{Said: settled.Said{Ref: said.Ref, Text: c.words(a.At), At: a.At}, Verb: verb}
	c.object(a, out)
	if a.When != nil && in.words != whenHeld.words {
		c.NotOffered(a.When.At, "an action with a condition of its own", "put the condition in a `rule`, and the action after its `then`")
	}
	if a.AtTermsEnd.Word != "" && in.words == whenHeldOtherwise.words {
		out.TermsEnd = true
	} else if verb == machine.EndAgreement && in.words == whenHeldOtherwise.words {
		c.EndsUndated(a.At)
	} else if a.AtTermsEnd.Word != "" {
		c.NotOffered(a.AtTermsEnd.At, "waiting for the end of the term", "leave the words out")
	}
	if a.TakesHold != nil {
		out.After = one[*settled.Notice](c, a.TakesHold, "notice")
	}
	return out
}

func (p place) allows(verb machine.Verb) bool {
	for _, v := range p.verbs {
		if v == verb {
			return true
		}
	}
	return false
}

// verbOf names what an action does; a verb that no engine runs is empty.
func verbOf(a *syntax.Action) (verb machine.Verb, word string) {
	switch {
	case a.Remind != nil:
		return machine.Remind, "remind"
	case a.Tell != nil:
		return machine.Tell, "tell"
	case a.Open != nil:
		return machine.Open, "open"
	case a.Take != nil && a.Take.What.Word == syntax.FigureAsReturned:
		return machine.TakeReturned, "take the figure as returned"
	case a.Take != nil && a.Take.What.Word == syntax.TheWaiver:
		return machine.TakeWaiver, "take waiver"
	case a.Take != nil && a.Take.Figure != nil:
		return machine.TakeFigure, "take"
	case a.Take != nil:
		return machine.TakeBand, "take"
	case a.Escalate != nil:
		return settled.Escalate, "escalate"
	case a.Refer != nil:
		return machine.Refer, "refer"
	case a.Lapse != nil:
		return machine.Lapse, "lapse"
	case a.Adopt != nil:
		return machine.Adopt, "adopt"
	case a.Pay != nil && a.Pay.What.Word == syntax.WhatFallsDue:
		return payWhatFallsDue, "pay what falls due"
	case a.Pay != nil && a.Pay.NothingUnder != nil:
		return machine.PayNone, "pay nothing"
	case a.Pay != nil:
		return machine.Pay, "pay"
	case a.Repay != nil:
		return machine.Repay, "repay"
	case a.Withhold != nil:
		return machine.Withhold, "withhold"
	case a.EndIt != nil && a.EndIt.What.Word == syntax.TheMembership:
		return machine.EndMembership, "end membership"
	case a.EndIt != nil:
		return machine.EndAgreement, "end agreement"
	}
	return machine.Respecify, "respecify"
}

// object settles what an action is done to.
func (c *checker) object(a *syntax.Action, out *settled.Action) {
	switch {
	case a.Tell != nil:
		out.Who = c.who(&a.Tell.Who, aParty|aGroup|aBody|everyParty)
		if out.Who.Every {
			out.Who = settled.Who{Parties: c.Agreement.Parties} // each is told by name
		}
	case a.Open != nil:
		if d := c.opens(&a.Open.Decision, out.Said); d != nil {
			out.On = d
		}
	case a.Take != nil && a.Take.Band != nil:
		out.Take = c.band(a.Take.Band)
	case a.Take != nil && a.Take.Figure != nil:
		out.Figure = c.plain(a.Take.Figure)
	case a.Escalate != nil:
		out.Stage = c.escalation(a.Escalate, out.Said)
	case a.Refer != nil:
		if d := one[*settled.Dispute](c, &a.Refer.To, "dispute"); d != nil {
			out.On = d
		}
		if a.Refer.Then != nil {
			out.Then = c.action(a.Refer.Then, out.Said, afterReferral)
		}
	case a.Repay != nil:
		out.Within = settled.Within{Said: out.Said, Adjust: adjust(a.Repay.Adjust.Word)}
		out.Within.Span, _ = c.span(&a.Repay.Within)
	case a.Pay != nil && a.Pay.NothingUnder != nil:
		out.On = c.find(a.Pay.NothingUnder, "gainshare", "funding", "tranche", "advance", "fund")
	case a.Withhold != nil:
		if f := one[*settled.Funding](c, a.Withhold.Of, "funding"); f != nil {
			out.On = f
		} else if a.Withhold.Of == nil {
			c.WithholdsWhat(a.At)
		}
	case a.Pay != nil && a.Pay.Name != nil:
		if is := c.find(a.Pay.Name, "gainshare", "advance", "fund"); is != nil {
			out.On = is
		}
	}
}

// escalation is the round of a decision that follows when nobody said yes in time.
func (c *checker) escalation(e *syntax.Escalate, said settled.Said) *settled.Stage {
	stage := &settled.Stage{Said: said}
	if g := one[*settled.Group](c, &e.To, "group"); g != nil {
		stage.By = settled.Who{Group: g}
	}
	stage.Within = settled.Within{Said: said, Anchor: machine.AnchorReferral}
	stage.Within.Span, _ = c.span(&e.Within)
	return stage
}

// band settles the name of a band.
func (c *checker) band(name *syntax.Ident) value.Band {
	if name.Hole != nil {
		return value.NoBand
	}
	band, err := value.ParseBand(name.Name)
	if err != nil {
		c.BandUnknown(name)
	}
	return band
}

// actions settles every action with a keyword.
func (c *checker) actions(b *syntax.Block, h *settled.Head, keyword string, in place) (out []*settled.Action) {
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Then)
		if !ok || s.Keyword.Name != keyword {
			continue
		}
		if a := c.action(&v.Action, c.said(h, s), in); a != nil {
			out = append(out, a)
		}
	}
	return out
}
