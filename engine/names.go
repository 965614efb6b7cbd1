package engine

import (
	"concordat/engine/record"
	"concordat/engine/refusal"
)

// What is on record goes by the same names here: who runs an agreement needs
// no second import to read it.
type (
	Key        = record.Key
	Thing      = record.Thing
	Day        = record.Day
	Figure     = record.Figure
	Pending    = record.Pending
	Ballot     = record.Ballot
	Vote       = record.Vote
	NoticeRun  = record.NoticeRun
	Receipt    = record.Receipt
	Settlement = record.Settlement
	Payment    = record.Payment
	Signature  = record.Signature
	Hand       = record.Hand
	Derivation = record.Derivation
	TargetMove = record.TargetMove
	Event      = record.Event
	Act        = record.Act
	Signed     = record.Signed
	Returned   = record.Returned
	Accepted   = record.Accepted
	Contested  = record.Contested
	Restated   = record.Restated
	Judged     = record.Judged
	Proposed   = record.Proposed
	Voted      = record.Voted
	Served     = record.Served
	Withdrawn  = record.Withdrawn
	Raised     = record.Raised
	Entered    = record.Entered
	Started    = record.Started
	Filed      = record.Filed
	Completed  = record.Completed
	Answered   = record.Answered
	Entry      = record.Entry
	Settled    = record.Settled
	Held       = record.Held
	Claim      = record.Claim
	Claimed    = record.Claimed
	Verified   = record.Verified
	Rejected   = record.Rejected
	Overturned = record.Overturned
	DayReached = record.DayReached
	Assumed    = record.Assumed
	InputValue = record.InputValue
	Reason     = record.Reason
	Answer     = record.Answer
	Choice     = record.Choice
	Effect     = record.Effect
	Moved      = record.Moved
	Notified   = record.Notified
	Varied     = record.Varied
	Text       = record.Text
	Rename     = record.Rename
	Owed       = record.Owed
	Paid       = record.Paid
	Scored     = record.Scored
	Valued     = record.Valued
	Line       = record.Line

	Refusal = refusal.Refusal
)

// The votes.
const (
	Yes     = record.Yes
	No      = record.No
	Abstain = record.Abstain
)
