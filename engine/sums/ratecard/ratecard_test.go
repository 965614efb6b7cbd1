package ratecard

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"concordat/engine/machine"
	"concordat/engine/value"

	"pgregory.net/rapid"
)

var april = value.YearStart{Month: 4, Day: 1}

func card() (*machine.Machine, *machine.Ratecard) {
	m := &machine.Machine{YearStart: april, Rounding: value.HalfUp}
	rc := &machine.Ratecard{Name: "card", Prices: []machine.Price{
		{Name: "joined", Bands: []machine.PriceBand{{Sum: 400_00}}, Later: []machine.LaterSum{{From: value.Period{Kind: value.Year, Start: 2016}, Sum: 300_00}}},
		{Name: "home_13", Bands: []machine.PriceBand{{Sum: 900_00}}},
		{Name: "home_26", Bands: []machine.PriceBand{{Sum: 1_400_00}}},
		{Name: "work", Bands: []machine.PriceBand{{People: 3, Sum: 700_00}, {People: 2, Sum: 600_00}, {Sum: 500_00}}},
	}}
	return m, rc
}

func on(year, month, day int) value.Date { return value.MustDate(year, month, day) }

// in makes claims verified on one day, of "price person" pairs.
func in(day value.Date, pairs ...[2]string) []Claim {
	out := make([]Claim, len(pairs))
	for i, p := range pairs {
		out[i] = Claim{Price: p[0], Person: p[1], Reached: day, Counted: day}
	}
	return out
}

func sumsOf(paid []Paid) []value.Money {
	out := make([]value.Money, len(paid))
	for i, p := range paid {
		out[i] = p.Sum
	}
	return out
}

// By hand: places fill one person after another, and across statements.
func TestBandsFill(t *testing.T) {
	m, rc := card()
	var claims []Claim
	for i := range 7 {
		claims = append(claims, in(on(2015, 6, 1+i), [2]string{"work", fmt.Sprint("P-00", i)})...)
	}
	want := []value.Money{700_00, 700_00, 700_00, 600_00, 600_00, 500_00, 500_00}
	if have := sumsOf(Pay(m, rc, claims)); !slices.Equal(have, want) {
		t.Errorf("%v, want %v", have, want)
	}
	// Without the second, everybody after it moves up: the last place falls away.
	if have := Total(Pay(m, rc, slices.Delete(slices.Clone(claims), 1, 2))); have != 4_300_00-500_00 {
		t.Error(have)
	}
	// Kept in its place, its own price falls away.
	gone := slices.Clone(claims)
	gone[1].Gone = true
	if have := Total(Pay(m, rc, gone)); have != 4_300_00-700_00 {
		t.Error(have)
	}
}

func TestByHand(t *testing.T) {
	day := on(2015, 6, 1)
	tests := []struct {
		name   string
		card   func(*machine.Ratecard)
		claims []Claim
		want   []value.Money
	}{
		{"the dearest of two tops up", func(rc *machine.Ratecard) {
			rc.Exclusive = []machine.Exclusive{{Prices: []string{"home_13", "home_26"}, Dearest: true}}
		}, in(day, [2]string{"home_13", "A"}, [2]string{"home_26", "A"}, [2]string{"home_26", "B"}, [2]string{"home_13", "B"}), []value.Money{900_00, 500_00, 1_400_00, 0}},
		{"the first of two stays", func(rc *machine.Ratecard) {
			rc.Exclusive = []machine.Exclusive{{Prices: []string{"home_13", "home_26"}}}
		}, in(day, [2]string{"home_13", "A"}, [2]string{"home_26", "A"}), []value.Money{900_00, 0}},
		{"the last claim in part", func(rc *machine.Ratecard) { rc.PersonCap = &machine.Limit{Sum: 1_500_00, InPart: true} },
			in(day, [2]string{"home_13", "A"}, [2]string{"work", "A"}, [2]string{"joined", "A"}, [2]string{"joined", "B"}), []value.Money{900_00, 600_00, 0, 400_00}},
		{"whole claims only", func(rc *machine.Ratecard) { rc.TotalCap = &machine.Limit{Sum: 1_500_00} },
			in(day, [2]string{"home_13", "A"}, [2]string{"work", "A"}, [2]string{"joined", "A"}, [2]string{"joined", "B"}), []value.Money{900_00, 0, 400_00, 0}},
		{"the first two a year, outside the bands", func(rc *machine.Ratecard) { rc.Prices[3].Deadweight = &machine.Deadweight{First: 2} },
			in(day, [2]string{"work", "A"}, [2]string{"work", "B"}, [2]string{"work", "C"}, [2]string{"work", "D"}, [2]string{"work", "E"}, [2]string{"work", "F"}),
			[]value.Money{0, 0, 700_00, 700_00, 700_00, 600_00}},
		{"the first two a year, inside the bands", func(rc *machine.Ratecard) { rc.Prices[3].Deadweight = &machine.Deadweight{First: 2, Inside: true} },
			in(day, [2]string{"work", "A"}, [2]string{"work", "B"}, [2]string{"work", "C"}, [2]string{"work", "D"}, [2]string{"work", "E"}, [2]string{"work", "F"}),
			[]value.Money{0, 0, 700_00, 600_00, 600_00, 500_00}},
		{"a third off, rounded once a claim", func(rc *machine.Ratecard) { rc.Prices[0].Deadweight = &machine.Deadweight{Part: value.Ratio(1, 3)} },
			in(day, [2]string{"joined", "A"}, [2]string{"joined", "B"}), []value.Money{266_67, 266_67}},
		{"a later year's price is that of outcomes reached in it", func(*machine.Ratecard) {},
			[]Claim{{Price: "joined", Person: "A", Reached: on(2016, 3, 31), Counted: on(2016, 5, 1)}, {Price: "joined", Person: "B", Reached: on(2016, 4, 1), Counted: on(2016, 5, 1)}},
			[]value.Money{400_00, 300_00}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, rc := card()
			tt.card(rc)
			if have := sumsOf(Pay(m, rc, tt.claims)); !slices.Equal(have, tt.want) {
				t.Errorf("%v, want %v", have, tt.want)
			}
		})
	}
}

// draw makes a ratecard and claims at random, small enough that caps and bands bind.
func draw(t *rapid.T) (*machine.Machine, *machine.Ratecard, []Claim) {
	m := &machine.Machine{YearStart: april, Rounding: rapid.SampledFrom([]value.Rounding{value.HalfUp, value.HalfEven, value.Up, value.Down}).Draw(t, "rounding")}
	rc := &machine.Ratecard{Name: "card"}
	sum := func(label string) value.Money { return value.Money(rapid.Int64Range(0, 100_000).Draw(t, label)) }
	names := []string{"a", "b", "c"}
	for _, name := range names {
		p := machine.Price{Name: name}
		for range rapid.IntRange(0, 2).Draw(t, "bands") {
			p.Bands = append(p.Bands, machine.PriceBand{People: rapid.IntRange(1, 3).Draw(t, "people"), Sum: sum("band")})
		}
		p.Bands = append(p.Bands, machine.PriceBand{Sum: sum("rest")})
		switch rapid.IntRange(0, 2).Draw(t, "deadweight") {
		case 1:
			p.Deadweight = &machine.Deadweight{First: rapid.IntRange(1, 3).Draw(t, "first"), Inside: rapid.Bool().Draw(t, "inside")}
		case 2:
			p.Deadweight = &machine.Deadweight{Part: value.Ratio(rapid.Int64Range(0, 7).Draw(t, "part"), 7)}
		}
		rc.Prices = append(rc.Prices, p)
	}
	if rapid.Bool().Draw(t, "exclusive") {
		rc.Exclusive = []machine.Exclusive{{Prices: names[:2], Dearest: rapid.Bool().Draw(t, "dearest")}}
	}
	limit := func(label string) *machine.Limit {
		if !rapid.Bool().Draw(t, label) {
			return nil
		}
		return &machine.Limit{Sum: value.Money(rapid.Int64Range(0, 300_000).Draw(t, label+" sum")), InPart: rapid.Bool().Draw(t, label+" in part")}
	}
	rc.PersonCap, rc.TotalCap = limit("person cap"), limit("total cap")
	day := on(2015, 12, 1)
	var claims []Claim
	for range rapid.IntRange(0, 14).Draw(t, "claims") {
		day = day.AddDays(rapid.IntRange(0, 60).Draw(t, "days"))
		claims = append(claims, Claim{Price: rapid.SampledFrom(names).Draw(t, "price"), Person: rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "person"),
			Reached: day, Counted: day, Gone: rapid.IntRange(0, 5).Draw(t, "gone") == 0})
	}
	return m, rc, claims
}

// second reckons one claim from nothing, by counting the claims before it anew
// and with exact fractions; it shares no code with Pay.
func second(m *machine.Machine, rc *machine.Ratecard, claims []Claim, i int) int64 {
	price := func(j int) int64 { return secondPrice(m, rc, claims, j) }
	c := claims[i]
	if c.Gone {
		return 0
	}
	due := price(i)
	for _, set := range rc.Exclusive {
		var before int64
		for j := range i {
			if claims[j].Person == c.Person && !claims[j].Gone && slices.Contains(set.Prices, claims[j].Price) {
				before = max(before, price(j))
			}
		}
		switch in := slices.Contains(set.Prices, c.Price); {
		case in && before > 0 && !set.Dearest:
			due = 0
		case in && before > 0:
			due = max(0, due-before)
		}
	}
	var person, all int64
	for j := range i {
		paid := second(m, rc, claims[:i], j)
		all += paid
		if claims[j].Person == c.Person {
			person += paid
		}
	}
	for _, cap := range []struct {
		limit *machine.Limit
		had   int64
	}{{rc.PersonCap, person}, {rc.TotalCap, all}} {
		if cap.limit == nil || due+cap.had <= int64(cap.limit.Sum) {
			continue
		}
		if room := int64(cap.limit.Sum) - cap.had; cap.limit.InPart && room > 0 {
			due = room
		} else {
			due = 0
		}
	}
	return due
}

func secondPrice(m *machine.Machine, rc *machine.Ratecard, claims []Claim, i int) int64 {
	at := slices.IndexFunc(rc.Prices, func(p machine.Price) bool { return p.Name == claims[i].Price })
	p := rc.Prices[at]
	year := func(d value.Date) int {
		if d.Month() < 4 {
			return d.Year() - 1
		}
		return d.Year()
	}
	dead := func(j int) bool {
		nth := 1
		for k := range j {
			if claims[k].Price == p.Name && year(claims[k].Counted) == year(claims[j].Counted) {
				nth++
			}
		}
		return p.Deadweight != nil && nth <= p.Deadweight.First
	}
	if dead(i) {
		return 0
	}
	var table []int64 // the price of each place, as far as there are claims
	for _, b := range p.Bands {
		n := b.People
		if n == 0 {
			n = len(claims) + 1
		}
		for range n {
			table = append(table, int64(b.Sum))
		}
	}
	place := 0
	for j := range i {
		if claims[j].Price == p.Name && (!dead(j) || p.Deadweight.Inside) {
			place++
		}
	}
	sum := big.NewRat(table[place], 1)
	if p.Deadweight != nil && p.Deadweight.First == 0 {
		part, _ := new(big.Rat).SetString(p.Deadweight.Part.String())
		sum.Mul(sum, new(big.Rat).Sub(big.NewRat(1, 1), part))
	}
	return roundRat(sum, m.Rounding)
}

func roundRat(x *big.Rat, r value.Rounding) int64 {
	whole, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	twice := new(big.Int).Mul(rest, big.NewInt(2)).Cmp(x.Denom())
	up := r == value.Up && rest.Sign() > 0 || r == value.HalfUp && twice >= 0 || r == value.HalfEven && (twice > 0 || twice == 0 && whole.Bit(0) == 1)
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	return whole.Int64()
}

func TestSecondEvaluator(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, rc, claims := draw(t)
		for i, p := range Pay(m, rc, claims) {
			if want := second(m, rc, claims, i); int64(p.Sum) != want {
				t.Fatalf("claim %d pays %s, counted otherwise %s", i, p.Sum, value.Money(want))
			}
		}
	})
}

// What a claim pays does not depend on later ones, no cap is passed, and a claim
// that was paid before keeps what it was paid.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, rc, claims := draw(t)
		all := Pay(m, rc, claims)
		n := rapid.IntRange(0, len(claims)).Draw(t, "so far")
		if first := Pay(m, rc, claims[:n]); !slices.Equal(sumsOf(first), sumsOf(all[:n])) {
			t.Fatalf("%v becomes %v", sumsOf(first), sumsOf(all[:n]))
		}
		person := map[string]value.Money{}
		for i, c := range claims {
			person[c.Person] += all[i].Sum
		}
		for who, sum := range person {
			if rc.PersonCap != nil && sum > rc.PersonCap.Sum {
				t.Fatalf("%s is paid %s of %s", who, sum, rc.PersonCap.Sum)
			}
		}
		if rc.TotalCap != nil && Total(all) > rc.TotalCap.Sum {
			t.Fatal(Total(all))
		}
		kept := slices.Clone(claims)
		for i := range n {
			kept[i].Was = &all[i].Sum
		}
		if have := Pay(m, rc, kept); !slices.Equal(sumsOf(have), sumsOf(all)) {
			t.Fatalf("%v kept as %v", sumsOf(all), sumsOf(have))
		}
	})
}

func TestPseudonym(t *testing.T) {
	for name, want := range map[string]string{
		"P-017": "", "": "it names nobody", "Mary Jones": "that looks like somebody's name", "943 476 5919": "that looks like an NHS number",
		"9434765919": "that looks like an NHS number", "QQ123456C": "that looks like a National Insurance number", "QQ 12 34 56 C": "that looks like a National Insurance number",
		"01/02/1990": "that looks like a date of birth", "P-17": "that is not of this form", "p-017": "that is not of this form", "X-017": "that is not of this form",
	} {
		if have := Pseudonym("P-000", name); have != want {
			t.Errorf("%q: %q, want %q", name, have, want)
		}
	}
	for form, want := range map[string]bool{"P-000": true, "CL00000": true, "0000000000": false, "P": false, "Mary-00": false, "A-0000000": false, "": false} {
		if Form(form) != want {
			t.Errorf("%q as a form: %v", form, !want)
		}
	}
}
