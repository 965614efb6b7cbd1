package portfolio

import (
	"slices"
	"testing"

	"concordat/engine/machine"
)

// Figures of one title are set side by side, and what differs in how they are
// counted is named; what people judge, and what something cost, is left out.
func TestCompare(t *testing.T) {
	with := func(name string, figures ...machine.Measure) *machine.Machine {
		m := alliance(t, name)
		m.Measures = figures
		return m.Seal()
	}
	bands := []machine.BandRange{{}}
	visits := machine.Measure{Name: "visits", Title: "Home visits", Means: "Visits in the period", Unit: "visits", Bands: bands}
	for _, c := range []struct {
		says   string
		change func(*machine.Measure)
		differ []string
	}{
		{"alike", func(*machine.Measure) {}, nil},
		{"alike but for capitals and a full stop", func(m *machine.Measure) { m.Title, m.Means = "Home  Visits.", "visits in the period." }, nil},
		{"another meaning", func(m *machine.Measure) { m.Means = "Visits by day" }, []string{DiffersMeaning}},
		{"another unit, and better when lower", func(m *machine.Measure) { m.Unit, m.Lower = "hours", true }, []string{DiffersUnit, DiffersDirection}},
		{"finer", func(m *machine.Measure) { m.Places = 1 }, []string{DiffersUnit}},
		{"a count, which has no better values", func(m *machine.Measure) { m.Bands, m.Lower = nil, true }, nil},
	} {
		other := visits
		c.change(&other)
		got := compare([]*machine.Machine{with("a", visits), with("b", other)})
		if len(got) != 1 || len(got[0].In) != 2 || !slices.Equal(got[0].Differ, c.differ) {
			t.Errorf("%s: got %+v", c.says, got)
		}
	}
	judged, cost, alone := visits, visits, visits
	judged.Judged, cost.Unit, alone.Title = "judge", "pounds", "Calls"
	if got := compare([]*machine.Machine{with("a", judged, cost, visits, alone, alone), with("b", judged, cost)}); len(got) != 0 {
		t.Errorf("nothing can be compared here, and it gives %+v", got)
	}
}
