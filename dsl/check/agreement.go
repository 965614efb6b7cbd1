package check

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Agreement is a settled agreement. Slices keep the order of the text.
type Agreement struct {
	Head       // Name is the agreement's own name
	Path       string
	Src        []byte // the text, for line numbers
	Language   int
	Model      string
	First      value.Date // of the term
	Last       value.Date // of the term, included
	Begins     machine.Begins
	Survives   []Named // *Return, *Decision, *Review, *Gainshare, *Funding, *Dispute, *Notice, *Rule
	Currency   string  // ISO 4217
	VAT        string
	YearStart  value.YearStart
	Calendar   *value.Calendar
	Rounding   value.Rounding // of sums, to the penny
	Remainder  value.Remainder
	Funds      string
	FundsBy    *Party // who leads aligned funds, or hosts pooled ones
	Under      string // the law that lets the parties act together
	Beside     []string
	Follows    []Following
	Prevails   []machine.Prevailing
	KeySigned  []string // kinds of event that need a signature by key
	Varied     *Decision
	Unclear    *Decision
	Purpose    string
	Principles []*Principle

	Terms         []*Term
	Parties       []*Party
	Bodies        []*Body
	Groups        []*Group
	Officers      []*Officer
	Places        []*Place
	Areas         []*Area
	Shares        []*Shares
	Returns       []*Return
	Outcomes      []*Outcome
	Measures      []*Measure
	Fundings      []*Funding
	Committed     []*Commitment
	Gainshares    []*Gainshare
	Ratecards     []*Ratecard
	SocialReturns []*SocialReturn
	Benefits      []*Benefit // of all social returns
	Prices        []*Price   // of all ratecards
	Held          []*Fund    // advances and pooled funds
	Decisions     []*Decision
	Reviews       []*Review
	Rules         []*Rule
	Disputes      []*Dispute
	Notices       []*Notice
	Clauses       []*Clause
	Registers     []*Register
	Processes     []*Process
	Steps         []*ProcessStep

	// Holes are values still to be agreed. Where one stands, the settled value
	// is the zero of its type: no date, no number, a nil pointer.
	Holes    []Hole
	Template bool // its open values are its point

	Routes []*Route
}

// Hole is a value to be agreed.
type Hole struct {
	Said
	What string
}

// Principle is a reason that decisions may have to record.
type Principle struct {
	Head
	Says string
}

// Term is a defined term.
type Term struct {
	Head
	Means string
}

// Party signs and is bound.
type Party struct {
	Head
	Roles []string
}

// Body advises, hears or judges; it neither signs nor votes.
type Body struct {
	Head
	PaidBy Side   // empty: nobody named
	PartOf *Party // nil: none
}

// Group votes; each seat has one vote and binds its own party.
type Group struct {
	Head
	Seats  []Seat
	Limit  *value.Money // of a seat in one decision; nil is without limit
	From   value.Date   // the delegation holds from this day
	To     value.Date   // up to and including this day
	Undone Who          // who may undo a decision: Nobody, or parties
}

// Seat is a place in a group, held for a party by an office.
type Seat struct {
	Said
	Party  *Party
	Office string
}

// Shares split a sum; the parts make exactly 1.
type Shares struct {
	Head
	Parts []Share
}

// Share is one party's part.
type Share struct {
	Said
	Party *Party
	Part  value.Num
}

// Side is who pays or is paid: a party, or the parties of a shares block.
// Exactly one is set.
type Side struct {
	Party  *Party
	Shares *Shares
}

// Name is the block's name; empty where the side could not be settled.
func (s Side) Name() string {
	switch {
	case s.Party != nil:
		return s.Party.Head.Name
	case s.Shares != nil:
		return s.Shares.Head.Name
	}
	return ""
}
