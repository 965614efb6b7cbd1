package pooled

import (
	"testing"

	"pgregory.net/rapid"

	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

func pounds(n int64) value.Money { return value.Money(n * 100) }

// reach is a range in pounds; 0 is no end.
func reach(above, upTo int64) machine.Reach {
	end := func(n int64) *machine.Edge {
		if n == 0 {
			return nil
		}
		sum := pounds(n)
		return &machine.Edge{Sum: &sum}
	}
	return machine.Reach{Above: end(above), UpTo: end(upTo)}
}

// partners is a machine with three contributors, of which the host is one.
func partners() *machine.Machine {
	third, _ := value.ParseNum("0.3")
	rest, _ := value.ParseNum("0.4")
	return &machine.Machine{Remainder: value.LargestFraction, Shares: []machine.Shares{{Name: "all", Parts: []machine.Share{
		{Party: "host", Part: third}, {Party: "city", Part: third}, {Party: "trust", Part: rest}}}}}
}

func pool() *machine.Fund {
	return &machine.Fund{
		Name: "pool", Pooled: true, Holder: "host", Reserve: &machine.Reserve{Sum: pounds(20_000), Short: "all"}, LeftOver: "all",
		Under: []machine.FundTier{{Reach: reach(0, 10_000), Takes: machine.ToReserve}, {Reach: reach(10_000, 30_000), Takes: machine.Kept},
			{Reach: reach(30_000, 40_000), Takes: machine.ReturnedTo, Who: "all"}, {Reach: reach(40_000, 0), Takes: machine.OffNext}},
		Over: []machine.FundTier{{Reach: reach(0, 15_000), Takes: machine.FromReserve}, {Reach: reach(15_000, 40_000), Takes: machine.BorneByThose, Who: "all"},
			{Reach: reach(40_000, 0), Takes: machine.BorneByThose, Who: "host"}},
	}
}

// Every penny that was there is spent, held, paid out, credited or kept by the
// holder; every penny that was missing comes from somewhere.
func TestNothingIsLost(t *testing.T) {
	m, f := partners(), pool()
	rapid.Check(t, func(t *rapid.T) {
		money := func(name string, most int64) value.Money { return value.Money(rapid.Int64Range(0, most).Draw(t, name)) }
		y := Year{
			PaidIn: []sums.Line{{From: "city", To: "host", Sum: money("city", 10_000_000)}, {From: "trust", To: "host", Sum: money("trust", 10_000_000)}},
			Own:    money("own", 10_000_000), Kept: money("kept", 3_000_000), Reserve: money("reserve", 4_000_000),
			Spent: money("spent", 40_000_000), Last: rapid.Bool().Draw(t, "last"),
		}
		r := Reconcile(m, f, y)
		left := y.PaidIn[0].Sum + y.PaidIn[1].Sum + y.Own + y.Kept + y.Reserve - y.Spent - r.Reserve - r.Kept
		for _, l := range r.Lines {
			if l.Sum <= 0 {
				t.Fatalf("a line of %s", l.Sum)
			}
			if l.To == "host" {
				left += l.Sum
			} else {
				left -= l.Sum
			}
		}
		for _, l := range r.OffNext {
			left -= l.Sum
		}
		// What is left is what the holder keeps of an underspend, or, below nought,
		// what it bears of an overspend itself.
		var own value.Money
		for _, l := range r.Bearers {
			own += l.Sum
		}
		if !r.Over && left != own || r.Over && !y.Last && left != -own {
			t.Fatalf("%s is unaccounted for; the holder keeps or bears %s: %+v", left, own, r)
		}
	})
}

func TestRangesHoldTheirEnds(t *testing.T) {
	m, f := partners(), pool()
	for _, tt := range []struct {
		spent, reserve, kept value.Money
		pays                 value.Money // in lines, in all
		bears                value.Money
	}{
		{pounds(100_000), pounds(20_000), 0, 0, 0},
		{pounds(90_000), pounds(30_000), 0, 0, 0},
		{pounds(90_000) - 1, pounds(30_000), 1, 0, 0},
		{pounds(70_000), pounds(30_000), pounds(20_000), 0, 0},
		{pounds(70_000) - 100, pounds(30_000), pounds(20_000), 70, 30}, // £1 is returned: 30p of it to the host itself
		{pounds(115_000), pounds(5_000), 0, 0, 0},
		{pounds(115_000) + 100, pounds(5_000), 0, 70, 30},
		{pounds(140_000) + 100, pounds(5_000), 0, pounds(17_500), pounds(7_500) + 100},
	} {
		y := Year{PaidIn: []sums.Line{{From: "city", To: "host", Sum: pounds(100_000)}}, Reserve: pounds(20_000), Spent: tt.spent}
		r := Reconcile(m, f, y)
		var pays, bears value.Money
		for _, l := range r.Lines {
			pays += l.Sum
		}
		for _, l := range r.Bearers {
			bears += l.Sum
		}
		if r.Reserve != tt.reserve || r.Kept != tt.kept || pays != tt.pays || bears != tt.bears {
			t.Errorf("spent %s: reserve %s, kept %s, lines %s, host %s", tt.spent, r.Reserve, r.Kept, pays, bears)
		}
	}
}
