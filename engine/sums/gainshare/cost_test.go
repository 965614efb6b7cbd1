package gainshare

import (
	"testing"

	"pgregory.net/rapid"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

func percentage(n int64) *machine.Edge {
	part := value.Ratio(n, 100)
	return &machine.Edge{Part: &part}
}

func half(above, upTo *machine.Edge, percent int64) machine.Tier {
	return machine.Tier{Reach: machine.Reach{Above: above, UpTo: upTo}, Part: value.Ratio(percent, 100), From: "doing", To: "paying", Words: "a range"}
}

// sharing is a gainshare by cost of two years between one payer and one payee.
func sharing() (*machine.Machine, *machine.Gainshare) {
	most, worst := value.Money(40_000_00), value.Money(30_000_00)
	g := machine.Gainshare{Name: "sharing", GainCap: &most, PainCap: &worst, Beyond: "doing",
		Gain: machine.Formula{From: "doing", To: "paying"}, Pain: machine.Formula{From: "paying", To: "doing"},
		Cost: &machine.CostShare{
			Targets: []machine.PeriodSum{{Period: year(2015), Sum: 1_000_000_00}, {Period: year(2016), Sum: 500_000_00}},
			Under:   []machine.Tier{half(nil, percentage(5), 50), half(percentage(5), nil, 25)},
			Over:    []machine.Tier{half(nil, percentage(10), 50), half(percentage(10), nil, 0)},
		}}
	m := &machine.Machine{Rounding: value.HalfUp, Gainshares: []machine.Gainshare{g},
		Parties: []machine.Party{{Name: "doing"}, {Name: "paying"}}}
	return m, &m.Gainshares[0]
}

func year(start int) value.Period { return value.Period{Kind: value.Year, Start: start} }

func TestCost(t *testing.T) {
	m, g := sharing()
	for name, x := range map[string]struct {
		cost, raw, sum, beyond value.Money
		pain, refused          bool
	}{
		"on target":                   {cost: 1_000_000_00},
		"a penny under":               {cost: 999_999_99, raw: 1, sum: 1}, // half a penny, rounded half up
		"the first range to its end":  {cost: 950_000_00, raw: 25_000_00, sum: 25_000_00},
		"into the second":             {cost: 940_000_00, raw: 27_500_00, sum: 27_500_00},
		"at the cap":                  {cost: 890_000_00, raw: 40_000_00, sum: 40_000_00},
		"beyond the cap":              {cost: 800_000_00, raw: 62_500_00, sum: 40_000_00, beyond: 22_500_00},
		"not real":                    {cost: 800_000_00, refused: true},
		"a penny over":                {cost: 1_000_000_01, raw: 1, sum: 1, pain: true},
		"an overrun, capped":          {cost: 1_100_000_00, raw: 50_000_00, sum: 30_000_00, beyond: 20_000_00, pain: true},
		"a range that shares nothing": {cost: 1_500_000_00, raw: 50_000_00, sum: 30_000_00, beyond: 20_000_00, pain: true},
		"an overrun is shared though the saving is not real": {cost: 1_020_000_00, raw: 10_000_00, sum: 10_000_00, pain: true, refused: true},
	} {
		got := Cost(m, g, Spent{Target: 1_000_000_00, Cost: x.cost, Refused: x.refused})
		if got.Raw != x.raw || got.Sum != x.sum || got.Beyond != x.beyond || got.Pain != x.pain {
			t.Errorf("%s: %s, capped %s, beyond %s, pain %v; want %s, %s, %s, %v", name, got.Raw, got.Sum, got.Beyond, got.Pain, x.raw, x.sum, x.beyond, x.pain)
		}
		if got.Because.Says == "" {
			t.Errorf("%s: nobody says why", name)
		}
	}
}

// What is paid and what others bear make up what was shared, and no more is ever
// shared than was saved or overspent.
func TestCostLosesNothing(t *testing.T) {
	m, g := sharing()
	rapid.Check(t, func(t *rapid.T) {
		target := value.Money(rapid.Int64Range(1, 1e11).Draw(t, "target"))
		is := Spent{Target: target, Cost: value.Money(rapid.Int64Range(0, 2e11).Draw(t, "cost"))}
		got := Cost(m, g, is)
		var paid, borne value.Money
		for _, l := range got.Lines {
			paid += l.Sum
		}
		for _, l := range got.Bearers {
			borne += l.Sum
		}
		off := max(target-is.Cost, is.Cost-target)
		if paid != got.Sum || got.Sum+got.Beyond != got.Raw || got.Pain && borne != got.Beyond || got.Raw > off {
			t.Fatalf("%s off target: %s shared, %s paid, %s beyond, %s borne", off, got.Raw, paid, got.Beyond, borne)
		}
	})
}

// A target that was moved counts, the last one; over several years each has its own.
func TestTarget(t *testing.T) {
	_, g := sharing()
	moves := []record.TargetMove{{Sum: 1_100_000_00, By: "first", Of: year(2015)}, {Sum: 600_000_00, By: "second", Of: year(2016)}, {Sum: 1_200_000_00, By: "third", Of: year(2015)}}
	for name, x := range map[string]struct {
		years []value.Period
		moves []record.TargetMove
		want  value.Money
	}{
		"as written":            {[]value.Period{year(2015)}, nil, 1_000_000_00},
		"moved in its year":     {[]value.Period{year(2016)}, []record.TargetMove{{Sum: 7_00}}, 7_00},
		"both years":            {[]value.Period{year(2015), year(2016)}, nil, 1_500_000_00},
		"each moved, one twice": {[]value.Period{year(2015), year(2016)}, moves, 1_800_000_00},
	} {
		got, why := Target(g, x.years, x.moves)
		if got != x.want || len(why) != len(x.years) {
			t.Errorf("%s: %s for %d reasons, want %s", name, got, len(why), x.want)
		}
	}
	g.Cost.Targets = []machine.PeriodSum{{Period: value.Period{Kind: value.Term}, Sum: 900_000_00}}
	if got, _ := Target(g, []value.Period{year(2015), year(2016)}, []record.TargetMove{{Sum: 950_000_00}}); got != 950_000_00 {
		t.Errorf("one target for the term, moved: %s", got)
	}
}

// A score of 100 changes a share by the whole swing, and no score takes it out of its bounds.
func TestModified(t *testing.T) {
	points := machine.Modifier{Swing: value.Ratio(-20, 100), Points: true, Least: value.Ratio(30, 100), Most: value.Ratio(80, 100)}
	factor := points
	factor.Points = false
	for name, x := range map[string]struct {
		by    *machine.Modifier
		score int64
		want  string
	}{
		"no score":           {&points, 0, "0.5"},
		"points":             {&points, 100, "0.3"},
		"a part of itself":   {&factor, 100, "0.4"},
		"half the score":     {&points, 50, "0.4"},
		"worse than nothing": {&points, -100, "0.7"},
		"the lower bound":    {&points, 200, "0.3"},
		"the upper bound":    {&points, -200, "0.8"},
	} {
		if got := Modified(value.Ratio(1, 2), x.by, value.Int(x.score)); !got.Equal(value.MustNum(x.want)) {
			t.Errorf("%s: %s, want %s", name, got, x.want)
		}
	}
}
