package syntax

import "concordat/dsl/diag"

// Action is one of the closed list of things that an agreement does, after
// `then`, `otherwise`, `if …` and `meanwhile`. Exactly one pointer is set, and
// at most one of the last three, which say when it happens.
type Action struct {
	Remind     *Remind
	Tell       *Tell
	Open       *OpenOne
	Take       *Take
	Escalate   *Escalate
	Refer      *Refer
	Lapse      *Lapse
	Adopt      *Adopt
	Pay        *Pay
	Repay      *Repay
	Withhold   *Withhold
	EndIt      *EndIt
	Respecify  *Respecify
	TakesHold  *Ident        // `, when leave takes effect`
	When       *Condition    // `, when placements.band is minimum or better`
	AtTermsEnd Choice[Later] // `, at the end of the term`
	At         diag.Span
}

// Later is a moment at which an action waits to happen.
type Later string

const EndOfTerm Later = "at the end of the term"

func (Later) Phrases() []string { return []string{string(EndOfTerm)} }

// Remind reminds whoever has not done what is due.
type Remind struct{ At diag.Span }

// Tell tells people of what happened.
type Tell struct {
	Who Who `parser:"'tell' @@"`
}

// OpenOne opens a decision.
type OpenOne struct {
	Decision Ident `parser:"'open' @@"`
}

// TakeWhat is what is taken where it is not a band.
type TakeWhat string

const (
	FigureAsReturned TakeWhat = "the figure as returned"
	TheWaiver        TakeWhat = "waiver"
)

func (TakeWhat) Phrases() []string { return []string{string(FigureAsReturned), string(TheWaiver)} }

// Take settles a value.
type Take struct {
	What   Choice[TakeWhat] `parser:"'take' ( @@"`
	Figure *Value           `parser:"       | @@"`
	Band   *Ident           `parser:"       | @@ )"`
}

// Escalate puts the same question to other people.
type Escalate struct {
	To     Ident  `parser:"'escalate' 'to' @@ 'by' 'the' 'same' 'rule' ','"`
	Within Length `parser:"'within' @@"`
}

// Refer puts a question to a dispute; Then is done when the dispute has ended.
type Refer struct {
	To   Ident   `parser:"'refer' 'to' @@"`
	Then *Action `parser:"(',' 'then' @@)?"`
}

// Lapse ends the matter with nothing changed.
type Lapse struct{ At diag.Span }

// Adopt puts the proposed revision in force.
type Adopt struct {
	Is Choice[adoptWord] `parser:"'adopt' @@"`
}

type adoptWord string

func (adoptWord) Phrases() []string { return []string{"revision"} }

// PayWhat is what is paid where it is not one sum that is named.
type PayWhat string

const WhatFallsDue PayWhat = "what falls due"

func (PayWhat) Phrases() []string { return []string{string(WhatFallsDue)} }

// Pay pays. Exactly one field is set.
type Pay struct {
	What         Choice[PayWhat] `parser:"'pay' ( @@"`
	NothingUnder *Ident          `parser:"      | 'nothing' 'under' @@"`
	Name         *Ident          `parser:"      | @@ )"`
}

// RepayBy is how much is paid back.
type RepayBy string

const RepayByDays RepayBy = "by days"

func (RepayBy) Phrases() []string { return []string{string(RepayByDays)} }

// Repay pays back what was paid for time that did not come, within a time that
// counts from the agreement's last day.
type Repay struct {
	By     Choice[RepayBy] `parser:"'repay' @@ ','"`
	Within Length          `parser:"'within' @@ 'of' 'the' 'end'"`
	Adjust Choice[Adjust]  `parser:"(',' @@)?"`
}

// Withhold keeps back the next instalment, of one funding or of every one,
// until the figure is returned.
type Withhold struct {
	Of *Ident `parser:"'withhold' 'the' 'next' 'instalment' ('of' @@)? 'until' 'returned'"`
}

// EndWhat is what ends.
type EndWhat string

const (
	TheAgreement  EndWhat = "agreement"
	TheMembership EndWhat = "membership"
)

func (EndWhat) Phrases() []string { return []string{string(TheAgreement), string(TheMembership)} }

// EndIt ends the agreement, or one party's part in it.
type EndIt struct {
	What Choice[EndWhat] `parser:"'end' @@"`
}

// Respecify starts the redesign that comes before any renewal.
type Respecify struct{ At diag.Span }

// Then is an action as a statement's whole value.
type Then struct {
	Action Action `parser:"@@"`
}
