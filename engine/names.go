package engine

import (
	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/refusal"
	"concordat/engine/sums/ratecard"
	"concordat/engine/value"
)

// What is on record, and what is known, goes by the same names here: who runs an
// agreement needs no second import to read it.
type (
	Key         = record.Key
	Thing       = record.Thing
	Day         = record.Day
	Figure      = record.Figure
	Pending     = record.Pending
	Ballot      = record.Ballot
	Vote        = record.Vote
	NoticeRun   = record.NoticeRun
	Receipt     = record.Receipt
	Settlement  = record.Settlement
	Payment     = record.Payment
	Signature   = record.Signature
	Hand        = record.Hand
	Derivation  = record.Derivation
	TargetMove  = record.TargetMove
	Event       = record.Event
	Act         = record.Act
	Signed      = record.Signed
	Returned    = record.Returned
	Accepted    = record.Accepted
	Contested   = record.Contested
	Restated    = record.Restated
	Judged      = record.Judged
	Proposed    = record.Proposed
	Voted       = record.Voted
	Served      = record.Served
	Withdrawn   = record.Withdrawn
	Raised      = record.Raised
	Entered     = record.Entered
	Started     = record.Started
	Filed       = record.Filed
	Completed   = record.Completed
	Answered    = record.Answered
	Entry       = record.Entry
	Settled     = record.Settled
	Held        = record.Held
	Claim       = record.Claim
	Claimed     = record.Claimed
	Verified    = record.Verified
	Rejected    = record.Rejected
	Overturned  = record.Overturned
	DayReached  = record.DayReached
	Assumed     = record.Assumed
	InputValue  = record.InputValue
	Reason      = record.Reason
	Answer      = record.Answer
	Choice      = record.Choice
	Effect      = record.Effect
	Moved       = record.Moved
	Notified    = record.Notified
	Varied      = record.Varied
	Proclaimed  = record.Proclaimed
	Holiday     = record.Holiday
	Rescheduled = record.Rescheduled
	Text        = record.Text
	Rename      = record.Rename
	Owed        = record.Owed
	Paid        = record.Paid
	Scored      = record.Scored
	Valued      = record.Valued
	Line        = record.Line

	State = known.State
	Worth = known.Worth

	Refusal = refusal.Refusal
)

// The votes.
const (
	Yes     = record.Yes
	No      = record.No
	Abstain = record.Abstain
)

// ErrLayout: a program whose states have another form has written this.
var ErrLayout = known.ErrLayout

// DecodeState reads what a state's Encode wrote, or says ErrLayout.
func DecodeState(text []byte) (State, error) { return known.DecodeState(text) }

// WorthOf evaluates a measure for a period of any kind that it has a line for.
func WorthOf(m *machine.Machine, s State, measure string, p value.Period) (Worth, bool) {
	return (&known.View{M: m, State: s}).WorthOf(measure, p)
}

// Claims are those that a ratecard has settled, in the order of their verification.
func Claims(m *machine.Machine, s State, rc *machine.Ratecard) []ratecard.Claim {
	_, claims := (&known.View{M: m, State: s}).Counted(rc, true)
	return claims
}

// WaitedFor is who is expected to act on a thing in the state it is in: in a
// vote, those who have not voted.
func WaitedFor(m *machine.Machine, s State, t *Thing) []string {
	return (&known.View{M: m, State: s}).WaitedFor(t)
}

// DeadlineOf is the day that a deadline computes for a thing; NoDate while its
// anchor has not happened.
func DeadlineOf(m *machine.Machine, s *State, t *Thing, d *machine.Deadline) value.Date {
	return (&known.View{M: m, State: *s}).Deadline(t, d)
}

// DaysOf is the calendar by which an agreement counts working days: the one that
// was signed, with the bank holidays proclaimed since.
func DaysOf(m *machine.Machine, s *State) *value.Calendar {
	return (&known.View{M: m, State: *s}).Days()
}

// AnchorOf is the day from which a span is counted; NoDate if it has not happened.
func AnchorOf(m *machine.Machine, s *State, t *Thing, a machine.Anchor) value.Date {
	return (&known.View{M: m, State: *s}).Anchor(t, a)
}

// EffectMove is the move by which a notice takes effect; nil where the chart has none.
func EffectMove(c *machine.Chart) *machine.Move { return known.EffectMove(c) }

// Observe evaluates every rule on a state and tells how each condition in it
// came out: what a trial needs to know which sides have been tried.
func Observe(m *machine.Machine, s State, seen func(rule string, e *machine.Expr, holds bool)) {
	(&known.View{M: m, State: s}).Observe(seen)
}
