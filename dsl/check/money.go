package check

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Funding is a sum that falls due in instalments, whatever the results.
type Funding struct {
	Head
	From, To Side
	Basis    string
	Sums     []PeriodSum // one a year of the term, in order of time
	Total    value.Money // of a taper, also where the term is still to be agreed: the most that it can pay
	Ceiling  *Ceiling    // over the term; nil where there is none
	AYear    *Ceiling    // in any year
	Next     *NextYear   // nil where no sum follows from a band
	Withheld *Withheld   // nil where nothing is
	Excludes []string
	Every    value.PeriodKind
	Advance  bool           // paid for a period that begins; else in arrears
	Adjust   machine.Adjust // of the first, or last, day of the period
	Odd      int            // which instalment of the year takes the odd pennies, from 0; -1 is the last
	Repay    *Action        // `if ended repay by days`; nil where what is paid is kept
	Survives bool
}

// PeriodSum is what a year costs, and how that comes about where it tapers.
type PeriodSum struct {
	Said
	Period value.Period
	Sum    value.Money
	How    string
}

// Gainshare turns the bands of a period into a sum that one side owes the other.
type Gainshare struct {
	Head
	Every     value.PeriodKind
	Outcomes  []*Outcome // whose weights make 1
	Points    []Points   // best band first
	Stepped   bool       // else interpolated
	Places    *int       // the score is rounded to so many places; nil is not rounded
	Rounding  value.Rounding
	Pool      value.Money
	OnTop     *Funding // the pool is paid on top of this; nil where it is not
	Inside    *Funding // the pool is a part of this; nil where it is not
	Gain      Formula
	Pain      Formula
	GainCap   *value.Money // what lies beyond it is not paid
	PainCap   *value.Money
	Beyond    Side   // who bears what lies beyond the pain cap; empty where there is no cap
	PartYear  string // "none": no gain and no pain
	Confirmed *Decision
	Paid      Within     // of Confirmed
	Corrected value.Span // after payment
	Survives  bool
	Cost      *CostShare // it shares a cost: everything about points and a pool is empty; nil where it does not
	Scorecard bool       // it is scored and pays nothing: everything about sums is empty
}

// Points is the score of a band.
type Points struct {
	Said
	Band  value.Band
	Score value.Num
}

// Formula is a sum and who owes it to whom.
type Formula struct {
	Said
	Sum      machine.Expr
	From, To Side
}
