package syntax

import "concordat/dsl/diag"

// GivenFact is `placements 100 for 2015/16, final 29 April 2016`: it stands
// for every return of the period. Value or Band is set.
type GivenFact struct {
	Measure Ident  `parser:"@@"`
	Value   *Value `parser:"( @@"`
	Band    *Ident `parser:"| @@ )"`
	Period  Period `parser:"'for' @@ ','"`
	Final   Date   `parser:"'final' @@"`
}

// OnDay is what happens, or what is expected, on a day. Exactly one of Expect,
// Refuse and Act is set.
type OnDay struct {
	Date   Date         `parser:"@@"`
	Expect *Expectation `parser:"( 'expect' @@"`
	Refuse *Refusal     `parser:"| 'refuse' @@"`
	Act    *Act         `parser:"| @@ )"`
}

// Refusal is an act that must be refused, and the line that forbids it.
type Refusal struct {
	Act     Act     `parser:"@@ ','"`
	Because RuleRef `parser:"'because' @@"`
}

// RuleRef names a statement of a block: `placements.returned`. A keyword of
// two words is joined by `_`.
type RuleRef struct {
	Block     Word `parser:"@@ '.'"`
	Statement Word `parser:"@@"`
}

// Act is what somebody does. Exactly one pointer is set.
type Act struct {
	Who       Who
	Signs     *SignsAct
	Returns   *FigureAct
	Accepts   *ForPeriod
	Contests  *ContestsAct
	Restates  *FigureAct
	Judges    *JudgesAct
	Proposes  *ProposesAct
	Votes     *VotesAct
	Serves    *ServesAct
	Withdraws *WithdrawsAct
	Raises    *RaisesAct
	Settles   *SettlesAct
	Holds     *HoldsAct
	Claims    *ClaimsAct
	Verifies  *ClaimAct
	Rejects   *ClaimAct
	Overturns *ClaimAct
	Enters    *EntersAct
	Files     *FilesAct
	Completes *CompletesAct
	Starts    *CompletesAct
	Answers   *AnswersAct
	Proclaims *ProclaimsAct
}

// SignsAct is a party signing the agreement.
type SignsAct struct{ At diag.Span }

// ForPeriod is `NAME for PERIOD`: a measure's figure, or a review.
type ForPeriod struct {
	Name   Ident  `parser:"@@"`
	Period Period `parser:"'for' @@"`
}

// HoldsAct is `NAME for PERIOD`; a review that is held once has no period.
type HoldsAct struct {
	Name   Ident   `parser:"@@"`
	Period *Period `parser:"('for' @@)?"`
}

// FigureAct is a figure, or the inputs it is reckoned from, for a period.
// Value or Inputs is set.
type FigureAct struct {
	Measure Ident         `parser:"@@"`
	Value   *Value        `parser:"( @@"`
	Inputs  []*InputValue `parser:"| @@ (',' @@)* )"`
	Period  Period        `parser:"'for' @@"`
}

// InputValue is `stays 12`.
type InputValue struct {
	Input Ident `parser:"@@"`
	Value Value `parser:"@@"`
}

// Because is a reason: `because "…"`, or `because best_for_service "…"` where
// the decision asks for a reason by name.
type Because struct {
	Reason *Ident `parser:"'because' @@?"`
	Text   Text   `parser:"@@"`
}

// ContestsAct contests a figure.
type ContestsAct struct {
	Figure  ForPeriod `parser:"@@"`
	Because *Because  `parser:"(',' @@)?"`
}

// JudgesAct judges a band.
type JudgesAct struct {
	Measure  Ident      `parser:"@@"`
	Band     Ident      `parser:"@@"`
	Period   Period     `parser:"'for' @@"`
	Evidence *Text      `parser:"(',' 'on' 'evidence' @@)?"`
	Because  []*Because `parser:"(',' @@)*"`
}

// About is what a decision or a dispute is about: words, or a thing and a period.
type About struct {
	Text   *Text   `parser:"'about' ( @@"`
	Name   *Ident  `parser:"| @@"`
	Period *Period `parser:"  ('for' @@)? )"`
}

// Answer is what a proposal or a settlement puts forward. Exactly one is set.
type Answer struct {
	Date  *Date  `parser:"  @@"`
	Value *Value `parser:"| @@"`
	Text  *Text  `parser:"| @@"`
	Name  *Ident `parser:"| @@"` // a band
}

// ProposesAct opens a decision and puts an answer forward.
type ProposesAct struct {
	Decision Ident   `parser:"@@"`
	Answer   *Answer `parser:"@@?"`
	About    *About  `parser:"@@?"`
}

// Ballot is a vote.
type Ballot string

const (
	VoteYes     Ballot = "yes"
	VoteNo      Ballot = "no"
	VoteAbstain Ballot = "abstain"
)

func (Ballot) Phrases() []string {
	return []string{string(VoteYes), string(VoteNo), string(VoteAbstain)}
}

// VotesAct votes on a decision.
type VotesAct struct {
	Ballot    Choice[Ballot] `parser:"@@ 'on'"`
	Decision  Ident          `parser:"@@"`
	About     *About         `parser:"@@?"`
	Because   []*Because     `parser:"(',' @@)*"`
	Declaring *Text          `parser:"(',' 'declaring' @@)?"`
}

// ServesAct serves a notice.
type ServesAct struct {
	Notice Ident            `parser:"@@ 'on'"`
	On     Who              `parser:"@@"`
	By     Choice[ServedBy] `parser:"@@"`
}

// WithdrawsAct takes a notice back.
type WithdrawsAct struct {
	Notice Ident `parser:"@@"`
}

// ProclaimsAct puts a bank holiday on record that was proclaimed after signature,
// or that was moved from the day in Instead.
type ProclaimsAct struct {
	Name    Text    `parser:"@@ 'on'"`
	Day     Date    `parser:"@@"`
	Instead *Date   `parser:"('instead' 'of' @@)?"`
	In      []*Name `parser:"'in' @@ ('and' @@)*"`
	Source  Text    `parser:"',' 'source' @@"`
}

// RaisesAct starts a dispute.
type RaisesAct struct {
	Dispute Ident `parser:"@@"`
	About   About `parser:"@@"`
}

// SettlesAct settles a dispute.
type SettlesAct struct {
	Dispute Ident    `parser:"@@"`
	Answer  *Answer  `parser:"@@?"`
	About   *About   `parser:"@@?"`
	Because *Because `parser:"(',' @@)?"`
}

// Expectation is what must be so at the end of the day. Exactly one of the
// fields after Period is set.
type Expectation struct {
	Subject     Word
	Number      *Number // of an entry in a register
	About       *About
	Period      *Period
	Person      *Text // in a claim
	ComesTo     *Money
	Scores      *Number
	Owes        *Debt
	Bears       *Debt
	TakesEffect *Date
	Has         Choice[HasWord]
	IsOwed      *Debt
	IsReminded  *Concerns
	IsTold      *Concerns
	Is          *IsSo
}

// HasWord is what has come to an end.
type HasWord string

const (
	HasLapsed HasWord = "lapsed"
	HasEnded  HasWord = "ended"
)

func (HasWord) Phrases() []string { return []string{string(HasLapsed), string(HasEnded)} }

// Debt is `£180,000 under results for 2015/16, due 6 June 2016`.
type Debt struct {
	Amount Money  `parser:"@@"`
	Under  Ident  `parser:"'under' @@"`
	Period Period `parser:"'for' @@"`
	Due    *Date  `parser:"(',' 'due' @@)?"`
}

// Concerns is what somebody is reminded or told of.
type Concerns struct {
	Name   Ident   `parser:"@@"`
	Number *Number `parser:"@@?"` // of an entry in a register
	Period *Period `parser:"('for' @@)?"`
}

// StateWord is a state that a figure, decision, review, notice, dispute or the
// agreement can be in.
type StateWord string

func (StateWord) Phrases() []string {
	return []string{
		"open", "adopted", "rejected", "submitted", "accepted", "provisional", "final", "late", "missing", "contested", "restated",
		"given", "withdrawn", "held", "missed", "settled", "in force", "in shadow", "in notice", "waived", "respecified", "not respecified", "held back", "paid", "scored", "calculated", "substantiated", "confirmed",
		"claimed", "verified", "payable", "unpaid", "overturned", "clawed back", "closed",
		"waiting", "under way", "at the gate", "sent back", "done", "running", "ended",
		"entered", "answered", "answered late", "expired", "on record",
	}
}

// IsSo is what stands after `is`. Exactly one of State, DueOn, EscalatedTo,
// With, Value and Band is set; Due belongs to a decision that is open.
type IsSo struct {
	Not         bool              `parser:"@'not'?"`
	State       Choice[StateWord] `parser:"( @@"`
	DueOn       *Date             `parser:"| 'due' @@"`
	EscalatedTo *Ident            `parser:"| 'escalated' 'to' @@"`
	With        *Ident            `parser:"| 'with' @@"`
	Value       *Value            `parser:"| @@"`
	Band        *Ident            `parser:"| @@ )"`
	Due         *Date             `parser:"(',' 'due' @@)?"`
}

var scenarioBlock = &BlockDef{
	Keyword: "scenario", Titled: true, In: ScenarioFile, Column: 1,
	Doc: "A story of one agreement: dated acts, and what is expected of it on which day.",
	Example: `scenario "One silent member stops a change" {
  on 1 June 2015       ccg proposes vary
  on 2 June 2015       lambeth, ccg, slam, certitude vote yes on vary,
                       because best_for_service "It helps the people served"
  on 26 June 2015      expect vary is open
  on 29 June 2015      expect vary has lapsed
}`,
	Statements: []*StatementDef{
		{
			Keyword: "given", Many: true, Shape: "MEASURE VALUE for PERIOD, final DATE, or: MEASURE BAND for …",
			Example: "given placements 100 for 2015/16, final 29 April 2016",
			Means:   "Every return of the period, in time, the last one final on that day.", value: of[GivenFact](),
		},
		{
			Keyword: "on", Key: 1, Column: 21, Many: true, Shape: "DATE WHO DOES WHAT, or: DATE expect WHAT, or: DATE refuse ACT, because BLOCK.STATEMENT",
			Example: "on 10 July 2015 slam returns placements 150 for 2015/16 Q1",
			Means:   "What somebody does, what must be so at the end of the day, or what must be refused.", value: of[OnDay](),
		},
	},
}
