package tiers

import (
	"testing"

	"pgregory.net/rapid"

	"concordat/engine/machine"
	"concordat/engine/value"
)

func part(percent int64) *machine.Edge {
	n := value.Ratio(percent, 100)
	return &machine.Edge{Part: &n}
}

func sum(pence value.Money) *machine.Edge { return &machine.Edge{Sum: &pence} }

func tier(above, upTo *machine.Edge, share int64) machine.Tier {
	return machine.Tier{Reach: machine.Reach{Above: above, UpTo: upTo}, Part: value.Ratio(share, 100)}
}

// The example of a target contract: the difference is cut at 5% and 10% of the
// target, and each slice has its own share.
func TestCut(t *testing.T) {
	ranges := []machine.Tier{tier(nil, part(5), 20), tier(part(5), part(10), 50), tier(part(10), nil, 0)}
	for _, x := range []struct {
		amount value.Money
		shared string // pence
		slices int
	}{
		{0, "0", 0},
		{1, "0.2", 1},
		{5_000_00, "100000", 1},
		{5_000_01, "100000.5", 2},
		{10_000_00, "350000", 2},
		{12_000_00, "350000", 3},
	} {
		got := Cut(x.amount, 100_000_00, ranges)
		if len(got) != x.slices || !Shared(got, ranges).Equal(value.MustNum(x.shared)) {
			t.Errorf("%s: %d slices share %s pence, want %d and %s", x.amount, len(got), Shared(got, ranges), x.slices, x.shared)
		}
	}
}

func TestSplit(t *testing.T) {
	for name, x := range map[string]struct {
		ranges []machine.Tier
		kind   FlawKind
		at     int
	}{
		"whole":               {[]machine.Tier{tier(nil, part(5), 20), tier(part(5), nil, 50)}, "", 0},
		"sums and parts meet": {[]machine.Tier{tier(nil, sum(5_000_00), 20), tier(part(5), nil, 50)}, "", 0},
		"one for all":         {[]machine.Tier{tier(nil, nil, 20)}, "", 0},
		"gap":                 {[]machine.Tier{tier(nil, part(5), 20), tier(part(6), nil, 50)}, Gap, 1},
		"gap below":           {[]machine.Tier{tier(part(1), nil, 20)}, Gap, 0},
		"in any order":        {[]machine.Tier{tier(part(5), nil, 50), tier(nil, part(5), 20)}, "", 0},
		"a gap in any order":  {[]machine.Tier{tier(part(6), nil, 50), tier(nil, part(5), 20)}, Gap, 0},
		"gap above":           {[]machine.Tier{tier(nil, part(5), 20)}, Gap, 0},
		"overlap":             {[]machine.Tier{tier(nil, part(5), 20), tier(part(4), nil, 50)}, Overlap, 1},
		"behind an open end":  {[]machine.Tier{tier(nil, nil, 20), tier(part(4), nil, 50)}, Overlap, 1},
		"empty":               {[]machine.Tier{tier(nil, part(5), 20), tier(part(5), sum(1), 50)}, Empty, 1},
	} {
		flaw := Split(100_000_00, x.ranges)
		switch {
		case x.kind == "" && flaw != nil, x.kind != "" && (flaw == nil || flaw.Kind != x.kind || flaw.Tier != x.at):
			t.Errorf("%s: %+v", name, flaw)
		}
	}
}

// Ranges without a flaw lose nothing: the slices add up to the amount.
func TestCutLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := value.Money(rapid.Int64Range(1, 1e12).Draw(t, "base"))
		amount := value.Money(rapid.Int64Range(0, 1e12).Draw(t, "amount"))
		var ranges []machine.Tier
		var low *machine.Edge
		at := int64(0)
		for range rapid.IntRange(0, 5).Draw(t, "ends") {
			at += rapid.Int64Range(1, 40).Draw(t, "step")
			ranges = append(ranges, tier(low, part(at), rapid.Int64Range(0, 100).Draw(t, "share")))
			low = part(at)
		}
		ranges = append(ranges, tier(low, nil, 10))
		if flaw := Split(base, ranges); flaw != nil {
			t.Fatalf("flaw %+v", flaw)
		}
		var in value.Num
		for _, s := range Cut(amount, base, ranges) {
			in = in.Add(s.In)
		}
		if !in.Equal(value.FromMoney(amount)) {
			t.Fatalf("slices hold %s of %s", in, amount)
		}
	})
}
