package syntax

import "concordat/dsl/diag"

// Shapes that several statements share. The tags are participle's grammar:
// one field a line, closed wordings as Choice.

// Cycle is how often something comes round.
type Cycle string

const (
	Monthly    Cycle = "month"
	Quarterly  Cycle = "quarter"
	HalfYearly Cycle = "half year"
	Yearly     Cycle = "year"
)

// Phrases stand from what comes round most often to what does least.
func (Cycle) Phrases() []string { return []string{"month", "quarter", "half year", "year"} }

// Cycles is a Cycle counted in words: `2 quarters`.
type Cycles string

func (Cycles) Phrases() []string {
	return []string{"month", "months", "quarter", "quarters", "half year", "half years", "year", "years"}
}

// Cycle returns the cycle counted.
func (c Cycles) Cycle() Cycle {
	switch c {
	case "month", "months":
		return Monthly
	case "quarter", "quarters":
		return Quarterly
	case "half year", "half years":
		return HalfYearly
	}
	return Yearly
}

// LengthUnit is what a length is counted in.
type LengthUnit string

func (LengthUnit) Phrases() []string {
	return []string{
		"working day", "working days", "day", "days", "week", "weeks", "month", "months", "year", "years",
	}
}

// Singular is the unit in one spelling: `working day`, `day`, `week`, `month`, `year`.
func (u LengthUnit) Singular() string {
	if n := len(u); n > 0 && u[n-1] == 's' {
		return string(u[:n-1])
	}
	return string(u)
}

// Length is a stretch of time: `20 working days`, `6 months`.
type Length struct {
	Count Number
	Unit  Choice[LengthUnit]
	At    diag.Span
	Hole  *Hole
}

// AnchorEvent is an event that a length can be counted from.
type AnchorEvent string

const (
	FromOpening     AnchorEvent = "opening"
	FromQuarterEnd  AnchorEvent = "quarter end"
	FromHalfYearEnd AnchorEvent = "half-year end"
	FromYearEnd     AnchorEvent = "year end"
	FromMonthEnd    AnchorEvent = "month end"
	FromReceipt     AnchorEvent = "receipt"
	FromReferral    AnchorEvent = "referral"
	FromProposal    AnchorEvent = "proposal"
	FromPayment     AnchorEvent = "payment"
	FromEntry       AnchorEvent = "entry"
)

func (AnchorEvent) Phrases() []string {
	return []string{
		"opening", "quarter end", "half-year end", "year end", "month end", "receipt", "referral", "proposal", "payment", "entry",
	}
}

// Anchor is what a length is counted from: a closed list of events, or the
// adoption of a decision that is named.
type Anchor struct {
	Event    Choice[AnchorEvent]
	Decision *Ident
}

// Within is `within LENGTH of ANCHOR`.
type Within struct {
	Length Length
	Of     Anchor
}

// Adjust says which working day takes the place of a day that is none.
type Adjust string

const (
	NextWorkingDay     Adjust = "or the next working day"
	PreviousWorkingDay Adjust = "or the previous working day"
)

func (Adjust) Phrases() []string {
	return []string{string(NextWorkingDay), string(PreviousWorkingDay)}
}

// WhoSet is a set of people that is not listed by name.
type WhoSet string

const (
	EveryParty          WhoSet = "every party"
	EveryPartyButLeaver WhoSet = "every party but the leaver"
	EveryOtherParty     WhoSet = "every other party"
	AnyParty            WhoSet = "any party"
	AnyMember           WhoSet = "any member"
	EveryMember         WhoSet = "every member"
	Nobody              WhoSet = "nobody"
)

func (WhoSet) Phrases() []string {
	return []string{
		"every party", "every party but the leaver", "every other party", "any party", "any member", "every member", "nobody",
	}
}

// Who is a set of people, or names: Set or Names is set, and Of only with
// `every member of leadership`.
type Who struct {
	Set   Choice[WhoSet]
	Of    *Ident
	Names []*Ident
}

// Names is a list of names.
type Names struct {
	Names []*Ident `parser:"@@ (',' @@)*"`
}

// Name is one name.
type Name struct {
	Name Ident `parser:"@@"`
}

// ByDecision is `by decision NAME`.
type ByDecision struct {
	Decision Ident `parser:"'by' 'decision' @@"`
}

// By is who acts.
type By struct {
	Who Who `parser:"@@"`
}

// Titled is a name that the statement declares, and its title.
type Titled struct {
	Name  Ident `parser:"@@"`
	Title Text  `parser:"@@"`
}

// Says is text alone.
type Says struct {
	Text Text `parser:"@@"`
}

// Weight is `40% of results`: how much this counts, and in what.
type Weight struct {
	Part Percent `parser:"@@ 'of'"`
	Of   Ident   `parser:"@@"`
}

// Every is how often.
type Every struct {
	Cycle Choice[Cycle] `parser:"@@"`
}

// Dates is a range of dates; both belong to it.
type Dates struct {
	From Date `parser:"@@"`
	To   Date `parser:"'to' @@"`
}

// RoundingMode is what happens to what lies between two steps.
type RoundingMode string

const (
	HalfUp   RoundingMode = "half up"
	HalfEven RoundingMode = "half even"
	HalfDown RoundingMode = "half down"
	Up       RoundingMode = "up"
	Down     RoundingMode = "down"
)

func (RoundingMode) Phrases() []string {
	return []string{"half up", "half even", "half down", "up", "down"}
}

// Places is `to 1 decimal place half up`.
type Places struct {
	Count Number               `parser:"'to' @@ ('decimal' 'place' | 'decimal' 'places')"`
	Mode  Choice[RoundingMode] `parser:"@@"`
}

// Range is the values that a band holds. Low and High are nil where the range
// is open; a single value is both.
type Range struct {
	Low, High *Bound
	At        diag.Span
	Hole      *Hole
}

// Bound is one end of a range. Out says that the value itself lies outside:
// `above 7.0`, `below 3`.
type Bound struct {
	Value Value
	Out   bool
}
