package syntax

import (
	"concordat/dsl/diag"
	"concordat/dsl/token"
)

// Expression is a formula as the scanner cut it: tokens without comments and
// line ends. What its signs may be, and its types, are for the checker.
type Expression struct {
	Tokens []token.Token
	Src    []byte // the whole file, for the tokens' text
	At     diag.Span
	Hole   *Hole
}

// Condition is what stands after `when`: tests joined by `and`, or by `or`;
// never by both, because readers disagree which binds first.
type Condition struct {
	Tests []*Test
	Any   bool // joined by `or`
	At    diag.Span
}

// Test is one question that is true or false: Band or Expression is set, and
// then at most one of the tails.
type Test struct {
	Band       *BandTest   // `placements.band is poor or worse`
	Expression *Expression // anything else
	Running    *Running    // `for 2 quarters running`
	InAny      *InAny      // `in any quarter of the year`
	Day        *DayTest    // `on or before 1 April 2016`
	At         diag.Span
}

// Half says which bands beside the one named belong to a BandTest.
type Half string

const (
	OrWorse  Half = "or worse"
	OrBetter Half = "or better"
)

func (Half) Phrases() []string { return []string{string(OrWorse), string(OrBetter)} }

// BandTest is `placements.band is poor or worse`.
type BandTest struct {
	Measure Ident        `parser:"@@ '.' 'band' 'is'"`
	Not     bool         `parser:"@'not'?"`
	Band    Ident        `parser:"@@"`
	Half    Choice[Half] `parser:"@@?"`
}

// Running is `for 2 quarters running`.
type Running struct {
	Count Number         `parser:"'for' @@"`
	Of    Choice[Cycles] `parser:"@@ 'running'"`
}

// InAny is `in any quarter of the year`.
type InAny struct {
	Of Choice[Cycle] `parser:"'in' 'any' @@ 'of' 'the' 'year'"`
}

// DaySide is on which side of a day something must lie.
type DaySide string

const (
	OnOrBefore DaySide = "on or before"
	OnOrAfter  DaySide = "on or after"
)

func (DaySide) Phrases() []string { return []string{string(OnOrBefore), string(OnOrAfter)} }

// DayTest is `on or before 1 April 2016`.
type DayTest struct {
	Side Choice[DaySide] `parser:"@@"`
	Date Date            `parser:"@@"`
}

// Figure is how a period's value comes about. Exactly one of AsReturned, Sum
// and Formula is set.
type Figure struct {
	AsReturned *AsReturned   `parser:"  @@"`
	Sum        *SumOf        `parser:"| @@"`
	Formula    *TotalFormula `parser:"| @@"`
}

// AsReturned takes the figure that was returned for the period itself or, with
// For, for one part of it.
type AsReturned struct {
	For Choice[PartOfYear] `parser:"'as' 'returned' ('for' @@)?"`
}

// PartOfYear is a quarter or a half of the period's year.
type PartOfYear string

func (PartOfYear) Phrases() []string {
	return []string{
		"Q1", "Q2", "Q3", "Q4", "H1", "H2", "the first half", "the second half",
		"the first quarter", "the second quarter", "the third quarter", "the last quarter",
	}
}

// SumOf adds the parts of the period up.
type SumOf struct {
	Of Choice[SumParts] `parser:"'sum' 'of' @@"`
}

// SumParts is what is added up.
type SumParts string

const (
	SumMonths    SumParts = "months"
	SumQuarters  SumParts = "quarters"
	SumHalfYears SumParts = "half years"
)

func (SumParts) Phrases() []string {
	return []string{string(SumMonths), string(SumQuarters), string(SumHalfYears)}
}

// TotalFormula is an expression of the inputs. On says that it is reckoned
// on the sums of the year's inputs, not on each quarter's.
type TotalFormula struct {
	Expression Expression     `parser:"@@"`
	On         Choice[Totals] `parser:"(',' @@)?"`
}

// Totals says what a formula of a year is reckoned on, where it is not each quarter.
type Totals string

const OnYearsTotals Totals = "on the year's totals"

func (Totals) Phrases() []string { return []string{string(OnYearsTotals)} }
