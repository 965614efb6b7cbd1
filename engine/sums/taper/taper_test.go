package taper

import (
	"slices"
	"testing"

	"concordat/engine/value"

	"pgregory.net/rapid"
)

// The three readings of a line from £60,000 to £30,000 over three years, by hand.
func TestReadings(t *testing.T) {
	for r, want := range map[Reading][]value.Money{
		LastYearPaysLast: {60_000_00, 45_000_00, 30_000_00},
		MiddleOfYear:     {55_000_00, 45_000_00, 35_000_00},
		LastComesAfter:   {60_000_00, 50_000_00, 40_000_00},
	} {
		if have := Yearly(60_000_00, 30_000_00, 3, r, value.HalfUp); !slices.Equal(have, want) {
			t.Errorf("reading %d: %v, want %v", r, have, want)
		}
	}
	// £100 to £0.01 over four years: steps of £33.33 exactly.
	if have := Yearly(100_00, 1, 4, LastYearPaysLast, value.HalfUp); !slices.Equal(have, []value.Money{100_00, 66_67, 33_34, 1}) {
		t.Error(have)
	}
}

// Both ends are met exactly, and no year lies outside them.
func TestYearlyEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, last := value.Money(rapid.Int64Range(0, 1e12).Draw(t, "first")), value.Money(rapid.Int64Range(0, 1e12).Draw(t, "last"))
		years := rapid.IntRange(2, 30).Draw(t, "years")
		have := Yearly(first, last, years, LastYearPaysLast, value.HalfUp)
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
