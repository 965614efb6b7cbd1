package settled

import "concordat/engine/machine"

// CostShare shares what a cost lies below or above its target.
type CostShare struct {
	Cost          *Measure
	Targets       []PeriodSum
	Moved         *Decision // nil: never
	Substantiated *Decision // nil: never
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

// CostModifier changes shares by a score.
type CostModifier struct {
	Said
	By *Gainshare
	Is machine.Modifier
}
