// Package scenario plays what the parties of an agreement expect of it. A
// scenario is a story of dated acts with statements of what must then be so; it
// is played on engine.Step exactly as the shell plays real acts, so that a
// scenario that passes shows what the engine will do. The player writes a
// transcript for people, says in a sentence why an expectation is not met, and
// Coverage adds up what all scenarios together have reached of the agreement:
// bands, sides of conditions and deadlines, outcomes of decisions, clauses.
package scenario

import (
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Scenario is one story. Its lines keep the order of the text and their dates
// never go back.
type Scenario struct {
	Title string
	Path  string // of the file it is written in, for messages
	Line  int    // where it starts, from 1
	Lines []Line
}

// Line is one line of a scenario: a Given, an Act, an Expect or a Refuse.
type Line interface {
	line()
	Where() Place
}

// Place is where a line stands and what it says, as written but on one line.
type Place struct {
	Line int
	Text string
}

// Where returns the place itself.
func (p Place) Where() Place { return p }

type (
	// Given takes figures as returned and final on a day, whatever is done meanwhile.
	Given struct {
		Place
		Event engine.Assumed // its On is set by the player
	}

	// Act is something that one or several parties do on a day: one event each.
	Act struct {
		Place
		On     value.Date
		Events []engine.Event
	}

	// Expect is what must be so at the end of a day.
	Expect struct {
		Place
		On   value.Date
		That Expectation
	}

	// Refuse is an act that the agreement must refuse, and the statement that
	// must be the reason; an empty reason is any.
	Refuse struct {
		Place
		On      value.Date
		Event   engine.Event
		Because machine.Ref
	}
)

func (Given) line()  {}
func (Act) line()    {}
func (Expect) line() {}
func (Refuse) line() {}

// Expectation is a statement about the agreement at the end of a day.
type Expectation interface{ expectation() }

type (
	// InBand: a measure's period has a final value in a band; Band NoBand asks
	// only whether it has one.
	InBand struct {
		Measure string
		Period  value.Period
		Band    value.Band
		Not     bool
	}

	// HasValue: a measure's period has this final value.
	HasValue struct {
		Measure string
		Period  value.Period
		Value   value.Num
	}

	// Scores: a settlement's score.
	Scores struct {
		Gainshare string
		Period    value.Period
		Score     value.Num
	}

	// Stands: a thing is in a state of its chart, or one of the words below fits
	// it. A thing that does not exist is in no state.
	Stands struct {
		Chart string
		Of    string // which one; empty is the only one, or the latest
		State string
		Not   bool
		Due   value.Date // the day its time is up; NoDate is not asked
	}

	// Owes: what a party, or everybody in a block of shares, still has to pay or
	// to receive under a block for a period: see owes in sums.go.
	Owes struct {
		Party  string
		Sum    value.Money
		Owed   bool // is owed, instead of owes
		Under  string
		Period value.Period
		Due    value.Date // NoDate is not asked
	}

	// Bears: what somebody bears beyond a cap.
	Bears struct {
		Who    string
		Sum    value.Money
		Under  string
		Period value.Period
	}

	// Told: somebody was reminded or told of a thing on this day.
	Told struct {
		Who    string
		Remind bool
		About  engine.Key
		Not    bool
	}

	// TakesEffect: a notice takes effect on a day.
	TakesEffect struct {
		Notice string
		Of     string // the party that gave it; empty is the only one, or the latest
		On     value.Date
	}
)

func (InBand) expectation()      {}
func (HasValue) expectation()    {}
func (Scores) expectation()      {}
func (Stands) expectation()      {}
func (Owes) expectation()        {}
func (Bears) expectation()       {}
func (Told) expectation()        {}
func (TakesEffect) expectation() {}

// Words that fit a thing in states that are called otherwise.
const (
	Open        = "open"        // of anything: not at its end
	Closed      = "closed"      // of anything: at its end
	Rejected    = "rejected"    // of a decision: at its end, not adopted and not moot
	IsGiven     = "given"       // of a notice: received by those whom it must reach
	Accepted    = "accepted"    // of a figure: final
	Provisional = "provisional" // of a figure: it has come in and is not final
	IsHeld      = "held"        // of a review: in time or late
	IsAnswered  = "answered"    // of an entry of a register: in time or late
)
