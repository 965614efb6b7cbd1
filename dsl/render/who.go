package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// who says a set of parties by name: "slam", "any party", "every party but the leaver".
func who(w *machine.Who) string {
	if w == nil {
		return "nobody"
	}
	switch {
	case w.Lead:
		return "the lead of its area"
	case w.Group != "":
		return "the members of " + w.Group
	case w.Any:
		return "any party"
	case w.Every && w.But == "leaver":
		return "every party but the leaver"
	case w.Every && w.But != "":
		return "every party but " + w.But
	case w.Every:
		return "every party"
	}
	return list(w.Parties)
}

// list joins words as a sentence does: "a, b and c".
func list(words []string) string {
	switch n := len(words); n {
	case 0:
		return "nobody"
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

var anchorWords = map[machine.Anchor]string{
	machine.AnchorOpening:   "the day it opens",
	machine.AnchorPeriodEnd: "the end of the PERIOD",
	machine.AnchorPeriod:    "the first day of the PERIOD",
	machine.AnchorDue:       "the day it is due",
	machine.AnchorReceipt:   "receipt",
	machine.AnchorReferral:  "referral",
	machine.AnchorProposal:  "the proposal",
	machine.AnchorGiven:     "the day it is given",
	machine.AnchorEffect:    "the day it takes effect",
	machine.AnchorDecision:  "the decision",
	machine.AnchorPayment:   "payment",
	machine.AnchorEnd:       "the agreement's last day",
	machine.AnchorExpiry:    "the day that was noted",
	machine.AnchorVerified:  "its verification",
	machine.AnchorDone:      "the day on which the step is done",
	machine.AnchorOverturn:  "the outcome is overturned",
	machine.AnchorTermStart: "the first day of the term",
	machine.AnchorShadow:    "the first day of the shadow period",
	machine.AnchorTermEnd:   "the last day of the term",
}

// deadline says a day in words: "15 working days after the end of the quarter".
func deadline(c *machine.Chart, d *machine.Deadline) string {
	if d.Day != nil {
		return "on " + d.Day.String()
	}
	anchor := strings.ReplaceAll(anchorWords[d.Anchor], "PERIOD", c.Every.String())
	words := anchor
	if d.Span.N != 0 {
		side := "after"
		if d.Before {
			side = "before"
		}
		words = fmt.Sprintf("%s %s %s", d.Span, side, anchor)
	}
	if d.Expiring != value.NoPeriod && d.Expiring != value.Term {
		words = fmt.Sprintf("the first end of a %s at least %s", d.Expiring, words)
	}
	switch d.Adjust {
	case machine.NextWorking:
		words += ", or the next working day"
	case machine.PreviousWorking:
		words += ", or the working day before"
	}
	return words
}

// naming is how a name is set: between backquotes in prose, as it is in a picture.
type naming func(name string) string

func inPicture(name string) string { return name }
func inProse(name string) string   { return "`" + name + "`" }

// action says what a move does: "open fill_gap", "tell leadership".
func action(a *machine.Action, name naming) string {
	words := string(a.Verb)
	switch a.Verb {
	case machine.Remind:
		words = "send a reminder"
	case machine.TakeFigure:
		words = "take " + a.Figure.String()
	case machine.TakeBand:
		words = "take " + a.Take.String()
	case machine.TakeReturned:
		words = "take the figure as returned"
	case machine.TakeAnswer:
		words = "what was decided counts"
	case machine.Refer:
		words = "refer to " + name(a.On)
	case machine.Adopt:
		words = "adopt the revision"
	case machine.PayNone:
		words = "pay nothing under " + name(a.On)
	case machine.Release:
		words = "let payments under " + name(a.On) + " go on"
	case machine.Withhold:
		words = "hold back the next instalment of " + name(a.On) + " until the figure comes in or its band is fixed"
	case machine.MoveTarget:
		words = "what is decided takes the place of the year's target of " + name(a.On)
	case machine.RefuseSaving, machine.TurnDown:
		words = "nothing of the saving is shared"
	case machine.RaiseCeiling:
		words = "what is decided takes the place of the ceiling of " + name(a.On)
	case machine.EndMembership:
		words = "end the membership"
	case machine.EndAgreement:
		words = "end the agreement"
	case machine.PostDifference:
		words = "pay the difference"
	case machine.CountClaim:
		words = "it takes its place"
	case machine.SettleClaims:
		words = "the claims are settled"
	case machine.ClaimsPaid:
		words = "its claims are paid"
	case machine.ClawBack:
		words = "what it was paid comes back"
	case machine.Post:
		words = "the money is paid"
	case machine.Begin:
		words = "everything starts to run"
	case machine.Repay:
		words = "repay by days"
	default:
		if a.On != "" {
			words += " " + name(a.On)
		}
	}
	return words
}

// doing says everything that a move does. What waits until a notice takes
// effect says so, unless the move is just that.
func doing(mv *machine.Move, name naming) []string {
	var out []string
	for i := range mv.Do {
		words := action(&mv.Do[i], name)
		if mv.Do[i].After == machine.AnchorEffect && mv.ID != "effect" {
			words += " when the notice takes effect"
		}
		out = append(out, words)
	}
	return out
}
