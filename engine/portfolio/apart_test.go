package portfolio

import (
	"testing"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Prevention is a part where it is neither nothing nor all; what is spent on it is
// told apart by costs for its outcomes, and by no others.
func TestApart(t *testing.T) {
	outcome := func(name, family string, weight int64) machine.Outcome {
		return machine.Outcome{Name: name, Family: family, Weight: value.Ratio(weight, 10)}
	}
	cost := machine.Measure{Name: "spent", Title: "What was spent", For: "well"}
	for _, c := range []struct {
		says     string
		outcomes []machine.Outcome
		costs    []machine.Measure
		listed   bool
		sum      value.Money
		by       int
	}{
		{"a part by weight", []machine.Outcome{outcome("well", "prevention", 6), outcome("back", "organisational", 4)}, nil, true, 90_01, 0},
		{"all of it", []machine.Outcome{outcome("well", "prevention", 10)}, nil, false, 0, 0},
		{"nothing", []machine.Outcome{outcome("back", "organisational", 10)}, nil, false, 0, 0},
		{"no weights, and told apart", []machine.Outcome{outcome("well", "prevention", 0)}, []machine.Measure{cost}, true, 0, 1},
		{"a cost for another outcome", []machine.Outcome{outcome("well", "organisational", 10)}, []machine.Measure{cost}, false, 0, 0},
	} {
		m := alliance(t, "a")
		m.Outcomes, m.Measures = c.outcomes, c.costs
		got := apart([]*machine.Machine{m.Seal()})
		switch {
		case len(got) == 0 != !c.listed:
			t.Errorf("%s: listed %+v", c.says, got)
		case c.listed && (got[0].Sum != c.sum || got[0].Total != 150_01 || len(got[0].By) != c.by):
			t.Errorf("%s: %s of %s by %d costs, want %s by %d", c.says, got[0].Sum, got[0].Total, len(got[0].By), c.sum, c.by)
		}
	}
}
