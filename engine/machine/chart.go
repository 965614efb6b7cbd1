package machine

import "concordat/engine/value"

// Chart is the life of one kind of thing: a figure, a decision, an instalment.
// The engine runs any chart in the same way; pictures are drawn from it.
type Chart struct {
	ID    string `json:"id"` // unique: the block's name, or block/part such as "results/payment"
	Kind  Kind   `json:"kind"`
	Block string `json:"block"`
	Title string `json:"title"`
	// Every is set for a thing that exists once a period of the term; without it
	// the thing exists once each time it is opened.
	Every value.PeriodKind `json:"every,omitempty"`
	// Survives: its duties go on after the agreement has ended.
	Survives bool    `json:"survives,omitempty"`
	States   []State `json:"states"` // the first is where it starts
	Moves    []Move  `json:"moves"`
}

// Kind is what a chart is the life of.
type Kind string

const (
	KindFigure     Kind = "figure"     // a measure in a period, returned or judged
	KindDecision   Kind = "decision"   // one opening
	KindReview     Kind = "review"     // one occurrence
	KindDispute    Kind = "dispute"    // one referral
	KindNotice     Kind = "notice"     // one service
	KindContract   Kind = "contract"   // another contract that ends before the agreement
	KindRule       Kind = "rule"       // the whole term
	KindSettlement Kind = "settlement" // a gainshare's period
	KindPayment    Kind = "payment"    // an instalment, or what a settlement or correction pays
	KindClaim      Kind = "claim"      // one person's outcome, for which a ratecard has a price
	KindRoute      Kind = "route"      // how a partner is chosen
	KindProcess    Kind = "process"    // one run of a process
	KindStep       Kind = "step"       // one round of a step
	KindRegister   Kind = "register"   // one entry
	KindAgreement  Kind = "agreement"  // the agreement itself
)

// State is where a thing can be.
type State struct {
	Name  string `json:"name"`            // in the reader's words: "late", "escalated to chiefs"
	End   bool   `json:"end,omitempty"`   // nothing more is awaited
	Waits *Who   `json:"waits,omitempty"` // who is expected to act
}

// Move takes a thing from one of its states to another, or lets it act where it is.
type Move struct {
	ID   string   `json:"id"` // unique in the chart: "return", "late 1", "silence"
	From []string `json:"from"`
	To   string   `json:"to,omitempty"` // empty: it stays
	On   Trigger  `json:"on"`
	By   *Who     `json:"by,omitempty"` // who may, for an act
	// At is the day at whose end the move is made, for OnDeadline.
	At   *Deadline `json:"at,omitempty"`
	Do   []Action  `json:"do,omitempty"`
	Says Ref       `json:"says"`           // the statement that provides for it
	Text string    `json:"text,omitempty"` // that statement in words: "within 10 working days of receipt"
}

// Trigger is what makes a move: an act of a party, a day, or what something else has led to.
type Trigger string

const (
	OnSign     Trigger = "sign"
	OnReturn   Trigger = "return"
	OnAccept   Trigger = "accept"
	OnContest  Trigger = "contest"
	OnRestate  Trigger = "restate"
	OnPropose  Trigger = "propose" // an answer is put to an open decision (of a judged measure: a band)
	OnVote     Trigger = "vote"
	OnServe    Trigger = "serve"
	OnWithdraw Trigger = "withdraw"
	OnRaise    Trigger = "raise"
	OnSettle   Trigger = "settle"
	OnHold     Trigger = "hold"
	OnEnter    Trigger = "enter"  // something is written down in a register
	OnAnswer   Trigger = "answer" // and answered

	OnStart    Trigger = "start"    // a process
	OnEvidence Trigger = "evidence" // for a step
	OnComplete Trigger = "complete" // a step

	OnClaim    Trigger = "claim"
	OnVerify   Trigger = "verify"
	OnReject   Trigger = "reject"
	OnOverturn Trigger = "overturn"

	OnDeadline Trigger = "deadline" // the end of the day that At computes

	OnSigned   Trigger = "signed"    // every party has signed
	OnAdopted  Trigger = "adopted"   // the votes carry a decision
	OnRejected Trigger = "rejected"  // they cannot, or did not in time
	OnDecided  Trigger = "decided"   // what this thing opened has given its answer
	OnSettled  Trigger = "settled"   // the dispute about this thing has ended, with or without an answer
	OnReady    Trigger = "ready"     // everything it is calculated from is final
	OnTrue     Trigger = "true"      // a rule's condition holds
	OnFalse    Trigger = "false"     // it no longer does
	OnRestated Trigger = "restated"  // a figure that it was calculated from has changed
	OnGiven    Trigger = "given"     // a notice has been received by those it must reach
	OnEnded    Trigger = "ended"     // the agreement has ended before this thing's period did
	OnMoot     Trigger = "moot"      // what it was opened for has come about otherwise
	OnHeldBack Trigger = "held back" // a dispute holds the payment
	OnWaived   Trigger = "waived"    // a route gives way to a waiver
	OnPaid     Trigger = "paid"      // the payment of what a claim pays has been made
	OnSentBack Trigger = "sent back" // the process goes back behind this step
	OnStopped  Trigger = "stopped"   // the process ends without its steps
	OnReleased Trigger = "released"  // and lets it go
)

// Anchor is the day from which a span is counted. A thing keeps the days of
// what happened to it under these names.
type Anchor string

const (
	AnchorOpening   Anchor = "opening"    // the day it opened
	AnchorPeriodEnd Anchor = "period end" // quarter end, year end …: of its own period
	AnchorPeriod    Anchor = "period"     // first day of its own period
	AnchorDue       Anchor = "due"        // the day set by the move with ID "due"
	AnchorReceipt   Anchor = "receipt"    // the day the last figure came in
	AnchorReferral  Anchor = "referral"   // the day it reached the level or stage that it is at
	AnchorProposal  Anchor = "proposal"
	AnchorGiven     Anchor = "given"
	AnchorEffect    Anchor = "effect"       // the day a notice takes effect
	AnchorDecision  Anchor = "decision"     // the day the decision that confirms it was taken
	AnchorDone      Anchor = "done"         // the day on which the step was done that it waited for
	AnchorPayment   Anchor = "payment"      // the day it was last paid
	AnchorEnd       Anchor = "end"          // the agreement's last day, for what is repaid
	AnchorExpiry    Anchor = "expiry"       // the last day that was noted with an entry of a register
	AnchorVerified  Anchor = "verification" // of a claim
	AnchorOverturn  Anchor = "overturning"  // of a claim that had been verified
	AnchorShadow    Anchor = "shadow"       // the first day of the shadow period
	AnchorTermStart Anchor = "term start"
	AnchorTermEnd   Anchor = "term end"
)

// Deadline computes a day.
type Deadline struct {
	Span   value.Span  `json:"span"`          // none: the anchor's own day
	Day    *value.Date `json:"day,omitempty"` // this day itself; there is no anchor then
	Before bool        `json:"before,omitempty"`
	Anchor Anchor      `json:"anchor"`
	Adjust Adjust      `json:"adjust,omitempty"`
	// Morning makes the move as the day begins, not at its end.
	Morning bool `json:"morning,omitempty"`
	// Expiring moves the day on to the end of a period of this kind ("at the end
	// of a financial year"); zero leaves it.
	Expiring value.PeriodKind `json:"expiring,omitempty"`
}

// Adjust says which day binds where the computed day is no working day.
type Adjust string

const (
	Unadjusted      Adjust = ""
	NextWorking     Adjust = "next working day"
	PreviousWorking Adjust = "previous working day"
)

// Action is what a move does, from the closed list after `then`, `otherwise` and `if …`.
type Action struct {
	Verb Verb       `json:"verb"`
	On   string     `json:"on,omitempty"`   // block or person it is done to: open fill_gap, tell chiefs
	Take value.Band `json:"take,omitempty"` // take failure
	// Figure is what TakeFigure takes, in the figure's own unit; a cost's is pounds.
	Figure *value.Num `json:"figure,omitempty"`
	// After delays the action to the day of this anchor ("when leave takes
	// effect": AnchorEffect of the notice that opened the decision).
	After Anchor `json:"after,omitempty"`
	Says  Ref    `json:"says"`
}

// Verb is an action's word.
type Verb string

const (
	Remind         Verb = "remind"      // whoever the state waits for
	Tell           Verb = "tell"        // On: party, group or body
	Open           Verb = "open"        // On: decision or dispute
	TakeBand       Verb = "take"        // for the figure that opened it
	TakeFigure     Verb = "take figure" // Figure, for the figure without bands that opened it
	TakeReturned   Verb = "take as returned"
	TakeAnswer     Verb = "take answer" // what was decided or settled, for the figure or notice that opened it
	Refer          Verb = "refer"       // On: dispute
	Adopt          Verb = "adopt"       // a revision
	Pay            Verb = "pay"         // On: gainshare
	Repay          Verb = "repay"       // On: funding, by days
	PayNone        Verb = "pay nothing" // On: block whose payments are held back while this lasts
	Release        Verb = "release"     // On: the same block, after
	EndMembership  Verb = "end membership"
	EndAgreement   Verb = "end agreement"
	Calculate      Verb = "calculate" // a settlement
	PostDifference Verb = "post difference"
	Post           Verb = "post"          // a payment's lines to the ledger: money moves
	Withhold       Verb = "withhold"      // On: funding, whose next instalment waits for this figure
	RaiseCeiling   Verb = "raise ceiling" // On: funding, to the sum that was decided
	MoveTarget     Verb = "move target"   // On: gainshare by cost, to the sum that was decided
	RefuseSaving   Verb = "refuse saving" // it has not been substantiated
	TurnDown       Verb = "turn down"     // what the decision was opened for gets a no
	CountClaim     Verb = "count claim"   // it takes its place, and belongs to the period of this day
	SettleClaims   Verb = "settle claims" // of the period
	ClaimsPaid     Verb = "claims paid"   // those of the payment's period
	ClawBack       Verb = "claw back"     // what an overturned claim was paid
	Reopen         Verb = "reopen"        // On: step, and all that follow it
	SendBack       Verb = "send back"     // On: step, which goes the way back that the decision opens
	StopProcess    Verb = "stop process"  // On: process
	Lapse          Verb = "lapse"
	Respecify      Verb = "respecify"   // a new specification comes before any renewal
	TakeWaiver     Verb = "take waiver" // On: route
	Practise       Verb = "practise"    // the shadow period has begun
	Begin          Verb = "begin"       // the agreement is in force
)
