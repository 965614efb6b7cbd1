package socialreturn

import (
	"math/big"
	"testing"

	"concordat/engine/machine"
	"concordat/engine/value"

	"pgregory.net/rapid"
)

func fixed(n value.Num) *value.Num { return &n }

func known(b *machine.Benefit) (value.Num, bool) {
	if b.Quantity == nil {
		return value.Num{}, false
	}
	return *b.Quantity, true
}

func year(n int) value.Period { return value.Period{Kind: value.Year, Start: n} }

// By hand: 100 x £200 = £20,000, less 25%, less 10%, less a quarter by others
// is £10,125 a year; falling by half from the second year, over two years, at
// 10% with the first year in full: 10,125 + 5,062.50 / 1.1 = £14,727.27...
func TestByHand(t *testing.T) {
	r := &machine.SocialReturn{From: year(2015), Years: 2, Rates: []machine.Rate{{Rate: value.Ratio(1, 10)}}, FirstFull: true,
		Benefits: []machine.Benefit{{Name: "nights", Kind: machine.Cashable, Quantity: fixed(value.Int(100)), Proxy: 200_00,
			Deadweight: value.Ratio(1, 4), Displacement: value.Ratio(1, 10), Attribution: value.Ratio(1, 4), DropOff: value.Ratio(1, 2), Lasts: 9}},
		PutIn: []machine.PutIn{{Sum: 5_000_00, Year: year(2015)}, {Sum: 1_100_00, Year: year(2016)}}}
	for _, tt := range []struct {
		name   string
		change func(*machine.SocialReturn)
		want   value.Num // pence
	}{
		{"as written", func(*machine.SocialReturn) {}, value.Ratio(162_000_00, 11)},
		{"drop-off from the first year", func(r *machine.SocialReturn) { r.DropFirst = true }, value.Ratio(162_000_00, 22)},
		{"our own share", func(r *machine.SocialReturn) { r.Own = true }, value.Ratio(162_000_00, 33)},
		{"the first year discounted too", func(r *machine.SocialReturn) { r.FirstFull = false }, value.Ratio(162_000_00*10, 121)},
	} {
		c := *r
		tt.change(&c)
		if have := Reckon(&c, known).Total; !have.Equal(tt.want) {
			t.Errorf("%s: %s pence, want %s", tt.name, have, tt.want)
		}
	}
	have := Reckon(r, known)
	if !have.In.Equal(value.Int(6_000_00)) || !have.Ratio.Equal(value.Ratio(162_000_00, 11*6_000_00)) || !have.Net.Equal(value.Ratio(162_000_00, 11).Sub(value.Int(6_000_00))) {
		t.Errorf("in %s, ratio %s, net %s", have.In, have.Ratio, have.Net)
	}
	r.PutIn = nil
	if Reckon(r, known).Ratio != nil {
		t.Error("a ratio to nothing")
	}
}

// The Green Book's rates change after 30 and 75 years; today is not discounted.
func TestGreenBook(t *testing.T) {
	r := &machine.SocialReturn{Rates: GreenBook, FirstFull: true}
	for n, want := range map[int]string{1: "1.000000", 2: "0.966184", 31: "0.356278", 32: "0.345901", 76: "0.094214", 77: "0.091916", 126: "0.027411"} {
		if have := Factor(r, n).Decimal(6); have != want {
			t.Errorf("year %d: %s, want %s", n, have, want)
		}
	}
}

// A second evaluator: closed formulas with math/big, where Reckon goes year by year.
func TestSecondEvaluator(t *testing.T) {
	part := func(t *rapid.T, label string) value.Num {
		return value.Ratio(rapid.Int64Range(0, 20).Draw(t, label), 20)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "rate in 1000ths")
		r := &machine.SocialReturn{From: year(2015), Years: rapid.IntRange(1, 12).Draw(t, "years"), Rates: []machine.Rate{{Rate: value.Ratio(int64(n), 1000)}},
			FirstFull: rapid.Bool().Draw(t, "full"), Own: rapid.Bool().Draw(t, "own"), DropFirst: rapid.Bool().Draw(t, "drop first")}
		b := machine.Benefit{Kind: machine.Social, Quantity: fixed(value.Ratio(rapid.Int64Range(0, 500).Draw(t, "quantity"), 2)),
			Proxy: value.Money(rapid.Int64Range(0, 1_000_000).Draw(t, "proxy")), Deadweight: part(t, "deadweight"), Displacement: part(t, "displacement"),
			Attribution: part(t, "attribution"), DropOff: part(t, "drop off"), Lasts: rapid.IntRange(1, 12).Draw(t, "lasts")}
		r.Benefits = []machine.Benefit{b}

		rat := func(v value.Num) *big.Rat {
			text, _ := v.MarshalText()
			x, _ := new(big.Rat).SetString(string(text))
			return x
		}
		less := func(x *big.Rat) *big.Rat { return new(big.Rat).Sub(big.NewRat(1, 1), x) }
		power := func(x *big.Rat, n int) *big.Rat {
			out := big.NewRat(1, 1)
			for range n {
				out.Mul(out, x)
			}
			return out
		}
		share := less(rat(b.Attribution))
		if r.Own {
			share = rat(b.Attribution)
		}
		impact := new(big.Rat).Mul(rat(*b.Quantity), big.NewRat(int64(b.Proxy), 1))
		for _, f := range []*big.Rat{less(rat(b.Deadweight)), less(rat(b.Displacement)), share} {
			impact.Mul(impact, f)
		}
		want := new(big.Rat)
		for year := range min(r.Years, b.Lasts) {
			drops, ahead := year, year+1
			if r.DropFirst {
				drops++
			}
			if r.FirstFull {
				ahead--
			}
			one := new(big.Rat).Mul(impact, power(less(rat(b.DropOff)), drops))
			want.Add(want, one.Quo(one, power(big.NewRat(int64(1000+n), 1000), ahead)))
		}
		have := Reckon(r, known)
		if text := have.Total.String(); rat(have.Total).Cmp(want) != 0 {
			t.Fatalf("%s, want %s", text, want)
		}
		if !have.Kinds[2].Equal(have.Total) || !have.Net.Equal(have.Total) {
			t.Fatalf("%v of %s", have.Kinds, have.Total)
		}
	})
}

func TestUnknownQuantity(t *testing.T) {
	r := &machine.SocialReturn{From: year(2015), Years: 1, FirstFull: true, Benefits: []machine.Benefit{
		{Name: "known", Kind: machine.Capacity, Quantity: fixed(value.Int(1)), Proxy: 100, Lasts: 1}, {Name: "not", Kind: machine.Capacity, Proxy: 100, Lasts: 1}}}
	if have := Reckon(r, known); len(have.Missing) != 1 || have.Missing[0] != "not" || !have.Total.Equal(value.Int(100)) {
		t.Errorf("%+v", have)
	}
}
