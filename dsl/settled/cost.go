package settled

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// CostShare shares what a cost lies below or above its target.
type CostShare struct {
	Cost          *Measure
	WholeYears    bool        // settled over the term: an early end leaves the whole years to be shared, not nothing
	Targets       []PeriodSum // by year, or one for the term
	Moved         *Decision   // nil: never
	Substantiated *Decision   // nil: never
	Under, Over   []CostTier
	Rest          Side
	UnderBy       *CostModifier
	OverBy        *CostModifier
}

// CostTier is a range and its share.
type CostTier struct {
	Said
	Is       machine.Tier
	From, To Side
}

// Range is which amounts the share is of.
func (t CostTier) Range() machine.Reach { return t.Is.Reach }

// CostModifier changes shares by a score.
type CostModifier struct {
	Said
	By *Gainshare
	Is machine.Modifier
}

// CostOver is what the targets come to over which a settlement is made: each
// year's, or that of the term, and of as many years as an early end may leave.
func (g *Gainshare) CostOver() []PeriodSum {
	if g.Every != value.Term {
		return g.Cost.Targets
	}
	var out []PeriodSum
	var sum value.Money
	for _, t := range g.Cost.Targets {
		sum += t.Sum
		t.Sum, t.Period = sum, value.Period{Kind: value.Term}
		if out = append(out, t); !g.Cost.WholeYears {
			out = out[len(out)-1:]
		}
	}
	return out
}

// Rhythm is the line that says over what a gainshare is
func (g *Gainshare) Rhythm() Said {
	if g.Every == value.Term {
		return g.Said("once")
	}
	return g.Said("every")
}

// Settled says over what: "every year", "once for the term".
func (g *Gainshare) Settled() string {
	if g.Every == value.Term {
		return "once for the term"
	}
	return "every " + g.Every.String()
}
