package settled

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Band is the range of a band; nil where the measure has no such line.
func (m *Measure) Band(b value.Band) *BandRange {
	for i := range m.Bands {
		if m.Bands[i].Band == b {
			return &m.Bands[i]
		}
	}
	return nil
}

// MissingBands are the names of the bands that the measure does not say.
func (m *Measure) MissingBands() (lacks []string) {
	for _, b := range value.Bands {
		if m.Band(b) == nil {
			lacks = append(lacks, b.String())
		}
	}
	return lacks
}

// Value is a whole step of a measure's unit as a figure.
func (m *Measure) Value(step int64) value.Num {
	n := value.Int(step)
	for range m.Places {
		n = n.Mul(value.Ratio(1, 10))
	}
	return n
}

// Return says when figures are due and what becomes of them.
type Return struct {
	Head
	Every          value.PeriodKind
	Due            Within // of the period's end
	Accepter       Who    // one party, one group or one body
	AcceptIn       Within // of receipt
	SilenceAccepts bool   // else silence contests
	Contested      *Dispute
	Late           []Consequence // counted from the day it is due, in the order of the text
	Missing        Consequence
	Measures       []*Measure // returned in it
	Survives       bool
}

// Consequence is what follows at the end of a day that was missed.
type Consequence struct {
	Said
	Span value.Span // after the day the figure was due
	Do   Action
}

// Outcome is a change for people, scored by its measures.
type Outcome struct {
	Head
	Of       *Gainshare // or scorecard, that reads it; nil where nothing does
	Weight   value.Num  // part of the gainshare's score; 1 is all
	Measures []*Measure
	Family   string   // "prevention" or "organisational"; empty where it is not said
	Improves []string // what is intended under it, in words
}

// Measure is a figure, or a judgement, and what it means.
type Measure struct {
	Head
	Outcome  *Outcome
	Weight   value.Num // part of the outcome
	Means    string
	Unit     string         // "people", "stays a person"
	Places   int            // decimal places that a figure has; 0 is whole
	Rounding value.Rounding // of a computed figure to those places
	Lower    bool           // lower is better
	Baseline *Baseline
	Output   bool       // it shows what was done, not what became true
	Return   *Return    // nil for a judged measure
	Returner *Party     // nil for a judged measure
	Inputs   []Input    // returned in place of the figure
	Values   []Figure   // one a period kind, shortest first
	IfZero   value.Band // taken where a formula divides by zero; see HasZero
	HasZero  bool
	Bands    []BandRange      // best first
	Judged   *Decision        // by which it is judged; nil for a returned measure
	Every    value.PeriodKind // how often it is returned or judged
	Evidence []Evidence
	CostOf   *Funding    // of a cost
	Under    *Commitment // of a cost: what whoever returns it spends itself
	For      *Outcome    // of a cost: the outcome on which this part of the money was spent; nil: all of it
	Shown    string      // whether it is known to show what it claims, in words; empty where it is not said
}

// Baseline is the starting value.
type Baseline struct {
	Said
	Value   value.Num
	On      value.Date
	Quality string // audited, counted or estimated; empty where it is not said
	From    string
}

// Input is a figure that a formula reads, whole.
type Input struct {
	Said
	Name  string
	Title string
}

// Evidence is what a judgement rests on.
type Evidence struct {
	Said
	Name  string
	Title string
}

// Figure says how a period's value comes about: `each quarter …`, `each year …`.
type Figure struct {
	Said
	Every value.PeriodKind
	How   machine.How
	Part  int           // AsReturnedFor: number of the part, 4 for Q4
	By    *machine.Expr // Computed: over the inputs of the period, or their totals
}

// BandRange is one of the five bands. A measure that is returned has a Range,
// one that is judged has Says.
type BandRange struct {
	Said
	Band  value.Band
	Range value.Range
	Says  string
}

// Kinds are the periods for which the measure has a band, shortest first.
func (m *Measure) Kinds() []value.PeriodKind {
	if m.Judged != nil {
		return []value.PeriodKind{m.Every}
	}
	kinds := make([]value.PeriodKind, len(m.Values))
	for i, v := range m.Values {
		kinds[i] = v.Every
	}
	return kinds
}

// RangeText writes a range as a band's line has it.
func (m *Measure) RangeText(r value.Range) string {
	write := func(n *value.Num) string { return n.Decimal(m.Places) }
	switch {
	case r.Low == nil && r.High == nil:
		return "LOW to HIGH"
	case r.Low == nil && r.HighOpen:
		return "below " + write(r.High)
	case r.Low == nil && m.Places == 0:
		return write(r.High) + " or fewer"
	case r.Low == nil:
		return "up to " + write(r.High)
	case r.High == nil && r.LowOpen:
		return "above " + write(r.Low)
	case r.High == nil:
		return write(r.Low) + " or more"
	case r.LowOpen && r.HighOpen:
		return "above " + write(r.Low) + " below " + write(r.High)
	case r.LowOpen:
		return "above " + write(r.Low) + " up to " + write(r.High)
	case r.HighOpen:
		return "at least " + write(r.Low) + " below " + write(r.High)
	}
	return write(r.Low) + " to " + write(r.High)
}

// Text is a whole step of the measure's unit as a decimal figure.
func (m *Measure) Text(step int64) string { return m.Value(step).Decimal(m.Places) }

// WithoutBands reports whether a measure is a count or a cost.
func (m *Measure) WithoutBands() bool { return m.Keyword == "count" || m.Keyword == "cost" }
