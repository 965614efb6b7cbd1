package machine

import "concordat/engine/value"

// Reach is a range of an amount. Above lies outside it, UpTo inside it; nil is no limit.
type Reach struct {
	Above *Edge `json:"above,omitempty"`
	UpTo  *Edge `json:"up_to,omitempty"`
}

// Range is the range itself, also of what is said of one.
func (r Reach) Range() Reach { return r }

// Tier is a range and the part of it that one side pays the other.
type Tier struct {
	Reach
	Part  value.Num `json:"part"`
	From  string    `json:"from,omitempty"` // party or shares
	To    string    `json:"to,omitempty"`   // party or shares
	Words string    `json:"words"`          // the range as written: "above 5% up to 10% of target"
}

// Edge is where a range ends: a sum, or a part of the base that the ranges are said of.
type Edge struct {
	Sum  *value.Money `json:"sum,omitempty"`
	Part *value.Num   `json:"part,omitempty"` // 5% is 0.05
}

// CostShare shares what a cost lies below or above its target. The gainshare's
// Gain says who pays below it and GainCap at most how much; its Pain and PainCap
// say so above it.
type CostShare struct {
	Cost          string      `json:"cost"`                  // a measure in pounds
	Targets       []PeriodSum `json:"targets"`               // of each year; or one, of the term
	WholeYears    bool        `json:"whole_years,omitempty"` // settled over the term: an early end leaves the whole years to be shared
	Moved         string      `json:"moved,omitempty"`       // decision; its sum is the target of the year in which it opened
	Under         []Tier      `json:"under"`
	Over          []Tier      `json:"over"`
	Rest          string      `json:"rest"`                    // who keeps or bears what no range shares
	Substantiated string      `json:"substantiated,omitempty"` // decision; a saving that it turns down is not shared
	UnderBy       *Modifier   `json:"under_by,omitempty"`
	OverBy        *Modifier   `json:"over_by,omitempty"`
}

// Modifier changes every part above nothing by a score. At a score of 100 a part
// p becomes p + Swing where Points is set, and p * (1 + Swing) otherwise; in
// between on a straight line, and never outside Least and Most.
type Modifier struct {
	By     string    `json:"by"` // gainshare or scorecard
	Swing  value.Num `json:"swing"`
	Points bool      `json:"points,omitempty"`
	Least  value.Num `json:"least"`
	Most   value.Num `json:"most"`
}

// Settling is what a settlement of any block reads, and until when a restated
// figure still changes what it paid.
type Settling struct {
	Name      string
	Reads     []string // measures, all of them final before anything is calculated
	Corrected value.Span
	InTurn    bool // a year waits until the one before it is confirmed
}

// Settlements are the blocks whose settlement follows from figures.
func (m *Machine) Settlements() []Settling {
	var out []Settling
	for i := range m.Gainshares {
		g := &m.Gainshares[i]
		out = append(out, Settling{Name: g.Name, Reads: m.readsOf(g), Corrected: g.Corrected})
	}
	for i := range m.Held {
		f := &m.Held[i]
		out = append(out, Settling{Name: f.Name, Reads: []string{f.Against}, Corrected: f.Corrected, InTurn: true})
	}
	return out
}

func (m *Machine) readsOf(g *Gainshare) (reads []string) {
	if g.Cost != nil {
		reads = append(reads, g.Cost.Cost)
		for _, by := range []*Modifier{g.Cost.UnderBy, g.Cost.OverBy} {
			if by != nil {
				reads = append(reads, m.readsOf(m.Gainshare(by.By))...)
			}
		}
		return reads
	}
	for i := range m.Measures {
		if m.Scores(g, &m.Measures[i]) {
			reads = append(reads, m.Measures[i].Name)
		}
	}
	return reads
}
