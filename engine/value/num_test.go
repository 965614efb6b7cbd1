package value

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestNumText(t *testing.T) {
	for _, c := range []struct{ in, people, machine string }{
		{"7.0", "7", "7"},
		{"12.5", "12.5", "25/2"},
		{"-50", "-50", "-50"},
		{"1/3", "1/3", "1/3"},
		{"-2/6", "-1/3", "-1/3"},
		{"3/2", "1.5", "3/2"},
		{"1,000", "1,000", "1000"},
		{"1,234,567.25", "1,234,567.25", "4938269/4"},
		{"-1000", "-1,000", "-1000"},
		{"0.000000000001", "0.000000000001", "1/1000000000000"},
		{"0.0000000000001", "1/10,000,000,000,000", "1/10000000000000"},
		{"-10000/3", "-10,000/3", "-10000/3"},
		{"-0.05", "-0.05", "-1/20"},
		{"-0", "0", "0"},
		{"0/7", "0", "0"},
		{"99999999999999999999", "99,999,999,999,999,999,999", "99999999999999999999"},
		{"9223372036854775808.5", "9,223,372,036,854,775,808.5", "18446744073709551617/2"},
	} {
		n, err := ParseNum(c.in)
		if err != nil {
			t.Errorf("ParseNum(%q): %v", c.in, err)
			continue
		}
		text, _ := n.MarshalText()
		if n.String() != c.people || string(text) != c.machine {
			t.Errorf("%q is %s for people, %s for machines; want %s and %s", c.in, n, text, c.people, c.machine)
		}
	}
	for _, in := range []string{"", "-", ".5", "5.", "1e3", " 1", "1 ", "+1", "1/0", "1/-3", "--1", "1/2/3", "1.5/2", "10,00", "0x10", "½"} {
		if n, err := ParseNum(in); err == nil {
			t.Errorf("ParseNum(%q) = %s; want an error", in, n)
		}
	}
	if _, err := ParseNum("1/0"); !errors.Is(err, ErrDivideByZero) {
		t.Errorf("1/0: %v", err)
	}
}

func TestNumRoundTo(t *testing.T) {
	for _, c := range []struct {
		in                              string
		places                          int
		halfUp, halfEven, down, upwards string
	}{
		{"2.5", 0, "3", "2", "2", "3"},
		{"3.5", 0, "4", "4", "3", "4"},
		{"2.4", 0, "2", "2", "2", "3"},
		{"2.6", 0, "3", "3", "2", "3"},
		{"-2.5", 0, "-2", "-2", "-3", "-2"},
		{"-3.5", 0, "-3", "-4", "-4", "-3"},
		{"-2.6", 0, "-3", "-3", "-3", "-2"},
		{"1.04", 1, "1", "1", "1", "1.1"},
		{"1.05", 1, "1.1", "1", "1", "1.1"},
		{"1.15", 1, "1.2", "1.2", "1.1", "1.2"},
		{"1/3", 2, "0.33", "0.33", "0.33", "0.34"},
		{"1250", -2, "1,300", "1,200", "1,200", "1,300"},
		{"7", 3, "7", "7", "7", "7"},
		{"99999999999999999999.5", 0, "100,000,000,000,000,000,000", "100,000,000,000,000,000,000", "99,999,999,999,999,999,999", "100,000,000,000,000,000,000"},
		{"0.00000000000000000000005", 22, "1/10,000,000,000,000,000,000,000", "0", "0", "1/10,000,000,000,000,000,000,000"},
	} {
		n := MustNum(c.in)
		for r, want := range map[Rounding]string{HalfUp: c.halfUp, HalfEven: c.halfEven, Down: c.down, Up: c.upwards} {
			if got := n.RoundTo(c.places, r); got.String() != want {
				t.Errorf("%s to %d places %s = %s; want %s", c.in, c.places, r, got, want)
			}
		}
	}
}

func TestRoundingIsNeverDefaulted(t *testing.T) {
	if got := Int(3).RoundTo(0, NoRounding); !got.Equal(Int(3)) {
		t.Errorf("a whole figure needs no rounding, but became %s", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a figure was rounded by a rule that nobody named")
		}
	}()
	Ratio(1, 2).RoundTo(0, NoRounding)
}

func TestNumMoney(t *testing.T) {
	for _, c := range []struct {
		in    string
		r     Rounding
		want  Money
		exact bool
	}{
		{"100", HalfUp, 100, true},
		{"100.5", HalfUp, 101, false},
		{"100.5", Down, 100, false},
		{"201/2", HalfEven, 100, false},
		{"99999999999999999999", HalfUp, math.MaxInt64, false},
		{"-99999999999999999999", HalfUp, math.MinInt64, false},
	} {
		if got, exact := MustNum(c.in).Money(c.r); got != c.want || exact != c.exact {
			t.Errorf("%s pence %s = %d, %v; want %d, %v", c.in, c.r, got, exact, c.want, c.exact)
		}
	}
	if got := FromMoney(12_345); !got.Equal(Int(12_345)) {
		t.Errorf("£123.45 is %s pence", got)
	}
}

func TestNumInt64(t *testing.T) {
	for in, want := range map[string]bool{"60": true, "-3": true, "60.5": false, "9223372036854775808": false} {
		if n, ok := MustNum(in).Int64(); ok != want || ok && !Int(n).Equal(MustNum(in)) {
			t.Errorf("%s as an integer is %d, %v", in, n, ok)
		}
	}
}

func TestNumDecimal(t *testing.T) {
	for _, c := range []struct {
		n      Num
		places int
		want   string
	}{
		{Int(7), 1, "7.0"}, {Ratio(1, 20), 1, "0.1"}, {Ratio(-1, 100), 2, "-0.01"}, {Ratio(-1, 1000), 2, "0.00"},
		{Int(1234), 2, "1,234.00"}, {Ratio(2, 3), 0, "1"}, {Num{}, 3, "0.000"},
	} {
		if got := c.n.Decimal(c.places); got != c.want {
			t.Errorf("%s with %d places is %q; want %q", c.n, c.places, got, c.want)
		}
	}
}

// anyNum draws numbers on both sides of the border between the two forms.
func anyNum() *rapid.Generator[Num] {
	edge := rapid.SampledFrom([]int64{0, 1, -1, 2, 10, math.MaxInt64, math.MinInt64, math.MinInt64 + 1, 1 << 32, -1 << 32})
	part := rapid.OneOf(rapid.Int64Range(-1000, 1000), edge, rapid.Int64())
	return rapid.Custom(func(t *rapid.T) Num {
		n, d := part.Draw(t, "n"), part.Draw(t, "d")
		if d == 0 {
			d = 1
		}
		if rapid.IntRange(0, 4).Draw(t, "large") == 0 {
			return Ratio(n, d).Mul(Int(math.MaxInt64)).Mul(Int(part.Draw(t, "factor")))
		}
		return Ratio(n, d)
	})
}

func TestNumAgreesWithBigRat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyNum().Draw(t, "a"), anyNum().Draw(t, "b")
		same := func(what string, got Num, want *big.Rat) {
			if got.rat().Cmp(want) != 0 {
				t.Fatalf("%s %s %s = %s; want %s", a, what, b, got, want)
			}
			if fits := want.Num().IsInt64() && want.Denom().IsInt64() && want.Num().Int64() != math.MinInt64; fits != (got.big == nil) {
				t.Fatalf("%s %s %s = %s is kept in the wrong form", a, what, b, got)
			}
		}
		x, y := a.rat(), b.rat()
		same("+", a.Add(b), new(big.Rat).Add(x, y))
		same("-", a.Sub(b), new(big.Rat).Sub(x, y))
		same("*", a.Mul(b), new(big.Rat).Mul(x, y))
		same("negated", a.Neg(), new(big.Rat).Neg(x))
		if q, err := a.Div(b); y.Sign() == 0 {
			if !errors.Is(err, ErrDivideByZero) {
				t.Fatalf("%s / 0 = %s, %v", a, q, err)
			}
		} else {
			same("/", q, new(big.Rat).Quo(x, y))
		}
		if a.Cmp(b) != x.Cmp(y) || a.Sign() != x.Sign() || a.IsWhole() != x.IsInt() {
			t.Fatalf("%s against %s: Cmp %d, Sign %d, IsWhole %v", a, b, a.Cmp(b), a.Sign(), a.IsWhole())
		}
		if f := a.Floor(); !f.IsWhole() || f.Cmp(a) > 0 || f.Add(Int(1)).Cmp(a) <= 0 {
			t.Fatalf("Floor of %s is %s", a, f)
		}
	})
}

func TestNumReadsBackWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNum().Draw(t, "n")
		text, err := json.Marshal(n)
		var got Num
		if err == nil {
			err = json.Unmarshal(text, &got)
		}
		if err != nil || !got.Equal(n) {
			t.Fatalf("%s marshalled as %s and read back as %s, %v", n, text, got, err)
		}
		if got, err = ParseNum(n.String()); err != nil || !got.Equal(n) {
			t.Fatalf("%s read back as %s, %v", n, got, err)
		}
	})
}

func TestNumRoundingKeepsWithinOnePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNum().Draw(t, "n")
		places := rapid.IntRange(-3, 6).Draw(t, "places")
		unit := pow10(-places)
		down, up := n.RoundTo(places, Down), n.RoundTo(places, Up)
		if down.Cmp(n) > 0 || up.Cmp(n) < 0 || up.Sub(down).Cmp(unit) > 0 {
			t.Fatalf("%s lies not between %s and %s", n, down, up)
		}
		for _, r := range []Rounding{HalfUp, HalfEven} {
			got := n.RoundTo(places, r)
			if off := got.Sub(n); off.Cmp(unit.Mul(Ratio(1, 2))) > 0 || off.Neg().Cmp(unit.Mul(Ratio(1, 2))) > 0 {
				t.Fatalf("%s %s is %s: off by more than half", n, r, got)
			}
		}
	})
}

func TestSmallNumbersDoNotAllocate(t *testing.T) {
	a, b := Ratio(7, 3), Ratio(-5, 12)
	if n := testing.AllocsPerRun(100, func() {
		if a.Cmp(b) < 0 || a.Add(b).Mul(a).Sub(b).IsZero() || a.RoundTo(1, HalfUp).IsZero() {
			t.Error("wrong")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestEqualSmallNumbersAreIdentical(t *testing.T) {
	if MustNum("2/4") != MustNum("0.50") || Ratio(6, 3) != Int(2) || Ratio(1, -2) != Ratio(-1, 2) || (Num{}) != Int(0) {
		t.Error("two forms of the same small number")
	}
}

func FuzzParseNum(f *testing.F) {
	for _, s := range []string{"7.0", "12.5", "-50", "1/3", "1,000.5", "9223372036854775808", "0/0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseNum(s)
		if err != nil || len(s) > 200 {
			return
		}
		if again, err := ParseNum(n.String()); err != nil || !again.Equal(n) {
			t.Errorf("%q is %s, which reads back as %s, %v", s, n, again, err)
		}
	})
}
