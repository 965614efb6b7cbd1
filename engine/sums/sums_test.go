package sums

import (
	"slices"
	"testing"

	"concordat/engine/machine"
	"concordat/engine/value"
	"pgregory.net/rapid"
)

func alliance(pay, get []int64) *machine.Machine {
	m := &machine.Machine{YearStart: value.YearStart{Month: 4, Day: 1}, Remainder: value.LargestFraction}
	for _, side := range []struct {
		name  string
		parts []int64
	}{{"payers", pay}, {"payees", get}} {
		s := machine.Shares{Name: side.name}
		var whole int64
		for _, p := range side.parts {
			whole += p
		}
		for i, p := range side.parts {
			s.Parts = append(s.Parts, machine.Share{Party: side.name[:5] + string(rune('a'+i)), Part: value.Ratio(p, whole)})
		}
		m.Shares = append(m.Shares, s)
	}
	return m
}

// What each payer pays is its share of the sum, what each payee receives its
// own, and the lines make the whole: whatever the sum and the shares.
func TestMatrixAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Int64Range(1, 97), 1, 5)
		m := alliance(parts.Draw(t, "payers"), parts.Draw(t, "payees"))
		sum := value.Money(rapid.Int64Range(0, 1_000_000_00).Draw(t, "pence"))
		paid, got := map[string]value.Money{}, map[string]value.Money{}
		var total value.Money
		for _, l := range Matrix(m, sum, "payers", "payees") {
			paid[l.From] += l.Sum
			got[l.To] += l.Sum
			total += l.Sum
		}
		if total != sum {
			t.Fatalf("the lines make %s of %s", total, sum)
		}
		for name, have := range map[string]map[string]value.Money{"payers": paid, "payees": got} {
			who, shares := Parts(m, name)
			for i, want := range value.Split(sum, shares, m.Remainder) {
				if have[who[i]] != want {
					t.Fatalf("%s: %s, want %s", who[i], have[who[i]], want)
				}
			}
		}
	})
}

func TestInstalment(t *testing.T) {
	m := alliance([]int64{1}, []int64{1})
	year, _ := value.ParsePeriod("2015/16")
	f := &machine.Funding{Every: value.Quarter, Sums: []machine.PeriodSum{{Period: year, Sum: 1000_03}}}
	var got []value.Money
	for _, q := range m.YearStart.Parts(year, value.Quarter) {
		sum, of, at, n := Instalment(m, f, q)
		if of != year || at != q.N-1 || n != 4 {
			t.Errorf("%s: instalment %d of %d of %s", q, at+1, n, of)
		}
		got = append(got, sum)
	}
	if want := []value.Money{250_03, 250_00, 250_00, 250_00}; !slices.Equal(got, want) {
		t.Errorf("%v; want the odd pennies on the first: %v", got, want)
	}
	next, _ := value.ParsePeriod("2016/17 Q1")
	if sum, _, _, n := Instalment(m, f, next); sum != 0 || n != 0 {
		t.Errorf("a year without a sum has instalments: %s", sum)
	}
}

// A correction takes what was paid to what should have been, line by line; what
// was too much goes back the other way.
func TestDifference(t *testing.T) {
	old := []Line{{"ccg", "slam", 100}, {"ccg", "thames", 50}, {"lambeth", "slam", 30}}
	for _, c := range []struct {
		about     string
		now, want []Line
	}{
		{"nothing changed", old, nil},
		{"more", []Line{{"ccg", "slam", 130}, {"ccg", "thames", 50}, {"lambeth", "slam", 30}}, []Line{{"ccg", "slam", 30}}},
		{"less, and a line gone", []Line{{"ccg", "slam", 60}, {"lambeth", "slam", 30}}, []Line{{"slam", "ccg", 40}, {"thames", "ccg", 50}}},
		{"gain becomes pain", []Line{{"slam", "ccg", 20}}, []Line{{"slam", "ccg", 120}, {"thames", "ccg", 50}, {"slam", "lambeth", 30}}},
		{"all is new", append(slices.Clone(old), Line{"lambeth", "thames", 5}), []Line{{"lambeth", "thames", 5}}},
	} {
		if got := Difference(old, c.now); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.about, got, c.want)
		}
	}
}
