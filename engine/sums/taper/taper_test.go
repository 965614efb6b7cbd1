package taper

import (
	"slices"
	"testing"

	"concordat/engine/machine"
	"concordat/engine/value"

	"pgregory.net/rapid"
)

func sumsOf(years []Year) []value.Money {
	out := make([]value.Money, len(years))
	for i, y := range years {
		out[i] = y.Sum
	}
	return out
}

var toThePenny = Exact{Sums: value.HalfUp}

// The three readings of a line from £60,000 to £30,000 over three years, by hand.
func TestReadings(t *testing.T) {
	for r, want := range map[Reading][]value.Money{
		LastYearPaysLast: {60_000_00, 45_000_00, 30_000_00},
		MiddleOfYear:     {55_000_00, 45_000_00, 35_000_00},
		LastComesAfter:   {60_000_00, 50_000_00, 40_000_00},
	} {
		if have := sumsOf(Yearly(60_000_00, 30_000_00, 3, r, toThePenny)); !slices.Equal(have, want) {
			t.Errorf("reading %d: %v, want %v", r, have, want)
		}
	}
	// £100 to £0.01 over four years: steps of £33.33 exactly.
	if have := sumsOf(Yearly(100_00, 1, 4, LastYearPaysLast, toThePenny)); !slices.Equal(have, []value.Money{100_00, 66_67, 33_34, 1}) {
		t.Error(have)
	}
}

// A table that pays thirds reproduces only if the percentage is rounded before
// the money: 66.7% and 33.3% of £30,000 are £20,010 and £9,990, thirds are
// £20,000 and £10,000.
func TestThePercentageIsRoundedBeforeTheMoney(t *testing.T) {
	for _, c := range []struct {
		what string
		have []Year
		want []value.Money
	}{
		{"thirds", Yearly(30_000_00, 10_000_00, 3, LastYearPaysLast, toThePenny), []value.Money{30_000_00, 20_000_00, 10_000_00}},
		{"thirds, percentage to 1 place", Yearly(30_000_00, 10_000_00, 3, LastYearPaysLast, Exact{value.HalfUp, value.HalfUp, 1}), []value.Money{30_000_00, 20_010_00, 9_990_00}},
		{"thirds, whole percentage", Yearly(30_000_00, 10_000_00, 3, LastYearPaysLast, Exact{value.HalfUp, value.HalfUp, 0}), []value.Money{30_000_00, 20_100_00, 9_900_00}},
		{"20% less of the first", Falling(60_000_00, value.Ratio(1, 5), 4, true, toThePenny), []value.Money{60_000_00, 48_000_00, 36_000_00, 24_000_00}},
		{"20% less of the year before", Falling(60_000_00, value.Ratio(1, 5), 4, false, toThePenny), []value.Money{60_000_00, 48_000_00, 38_400_00, 30_720_00}},
		// £10,000.01 less 33.3% is £6,670.006…, paid £6,670.01; less 33.3% again £4,448.89667.
		{"of what was paid", Falling(10_000_01, value.Ratio(333, 1000), 3, false, toThePenny), []value.Money{10_000_01, 6_670_01, 4_448_90}},
		// 66.7% × 66.7% is 44.4889%, rounded 44.5%: £4,450.00445.
		{"of a rounded percentage", Falling(10_000_01, value.Ratio(333, 1000), 3, false, Exact{value.HalfUp, value.HalfUp, 1}), []value.Money{10_000_01, 6_670_01, 4_450_00}},
		{"nothing is below zero", Falling(100_00, value.Ratio(2, 5), 4, true, toThePenny), []value.Money{100_00, 60_00, 20_00, 0}},
		{"a table", Parts(7_777_77, []value.Num{value.Ratio(1, 2), value.Ratio(3333, 10000), value.Ratio(1667, 10000)}, toThePenny), []value.Money{3_888_89, 2_592_33, 1_296_55}},
	} {
		if have := sumsOf(c.have); !slices.Equal(have, c.want) {
			t.Errorf("%s: %v, want %v", c.what, have, c.want)
		}
	}
}

// Both ends are met exactly, and no year lies outside them.
func TestYearlyEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, last := value.Money(rapid.Int64Range(0, 1e12).Draw(t, "first")), value.Money(rapid.Int64Range(0, 1e12).Draw(t, "last"))
		years := rapid.IntRange(2, 30).Draw(t, "years")
		have := sumsOf(Yearly(first, last, years, LastYearPaysLast, toThePenny))
		if have[0] != first || have[years-1] != last {
			t.Fatal(have)
		}
		for _, sum := range have {
			if sum < min(first, last) || sum > max(first, last) {
				t.Fatal(have)
			}
		}
	})
}

// No years of bands pay more than Most, and some pay exactly that.
func TestMostIsTheMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := &machine.NextYear{}
		for _, b := range value.Bands {
			step := machine.NextStep{Band: b, OfFirst: rapid.Bool().Draw(t, "of first")}
			if rapid.Bool().Draw(t, "money") {
				sum := value.Money(rapid.Int64Range(0, 1_000_000).Draw(t, "sum"))
				step.Sum = &sum
			} else {
				part := value.Ratio(rapid.Int64Range(0, 1500).Draw(t, "part"), 1000)
				step.Part = &part
			}
			n.Steps = append(n.Steps, step)
		}
		first := value.Money(rapid.Int64Range(0, 1_000_000).Draw(t, "first"))
		best := value.Money(0)
		for _, second := range value.Bands {
			for _, third := range value.Bands {
				one := Following(n, second, first, first, value.HalfUp).Sum
				best = max(best, first+one+Following(n, third, first, one, value.HalfUp).Sum)
			}
		}
		if have := Most(n, first, 3, value.HalfUp); have != best {
			t.Fatalf("Most is %s, and the most that any bands pay is %s", have, best)
		}
	})
}
