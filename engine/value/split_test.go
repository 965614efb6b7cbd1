package value

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var remainders = []Remainder{LargestFraction, FirstShare, LastShare}

func parts(written ...string) []Num {
	var all []Num
	for _, s := range written {
		all = append(all, MustNum(s))
	}
	return all
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		total  Money
		parts  []Num
		r      Remainder
		shares []Money
	}{
		{30_000_000, parts("0.5", "0.3", "0.2"), LargestFraction, []Money{15_000_000, 9_000_000, 6_000_000}},
		{100, parts("1/3", "1/3", "1/3"), LargestFraction, []Money{34, 33, 33}},
		{101, parts("1/3", "1/3", "1/3"), LargestFraction, []Money{34, 34, 33}},
		{101, parts("1/3", "1/3", "1/3"), FirstShare, []Money{35, 33, 33}},
		{101, parts("1/3", "1/3", "1/3"), LastShare, []Money{33, 33, 35}},
		{10, parts("0.11", "0.19", "0.7"), LargestFraction, []Money{1, 2, 7}},
		{1, parts("0", "1/2", "1/2", "0"), FirstShare, []Money{0, 1, 0, 0}},
		{1, parts("0", "1/2", "1/2", "0"), LastShare, []Money{0, 0, 1, 0}},
		{1, parts("0", "1/2", "1/2", "0"), LargestFraction, []Money{0, 1, 0, 0}},
		{0, parts("0.6", "0.4"), FirstShare, []Money{0, 0}},
		{99, parts("1"), NoRemainder, []Money{99}},
		{10, parts("0.6", "0.4"), NoRemainder, []Money{6, 4}},
		{math.MaxInt64, parts("1/3", "2/3"), LargestFraction, []Money{3_074_457_345_618_258_602, 6_148_914_691_236_517_205}},
		{-3, parts("0.5", "0.5"), LargestFraction, []Money{-1, -2}},
	} {
		if got := Split(c.total, c.parts, c.r); !slices.Equal(got, c.shares) {
			t.Errorf("%s by %s, %s: %d; want %d", c.total, c.parts, c.r, got, c.shares)
		}
	}
}

func TestSplitPanicsOnWhatTheCheckerRefuses(t *testing.T) {
	for what, split := range map[string]func(){
		"parts that make 99%":        func() { Split(100, parts("0.5", "0.49"), LargestFraction) },
		"parts that make 101%":       func() { Split(100, parts("0.5", "0.51"), LargestFraction) },
		"no parts":                   func() { Split(100, nil, LargestFraction) },
		"a part below nothing":       func() { Split(100, parts("1.5", "-0.5"), LargestFraction) },
		"a penny left and no rule":   func() { Split(1, parts("0.5", "0.5"), NoRemainder) },
		"an instalment too late":     func() { Instalments(100, 4, 4) },
		"an instalment before them":  func() { Instalments(100, 4, -1) },
		"no instalments":             func() { Instalments(100, 0, 0) },
		"a matrix with a wrong side": func() { Matrix(100, parts("1"), parts("0.5"), LargestFraction) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", what)
				}
			}()
			split()
		}()
	}
}

func TestInstalments(t *testing.T) {
	for _, c := range []struct {
		total Money
		n, on int
		want  []Money
	}{
		{640_000_000, 4, 0, []Money{160_000_000, 160_000_000, 160_000_000, 160_000_000}},
		{1003, 4, 0, []Money{253, 250, 250, 250}},
		{1003, 4, 3, []Money{250, 250, 250, 253}},
		{2, 3, 1, []Money{0, 2, 0}},
		{7, 1, 0, []Money{7}},
	} {
		if got := Instalments(c.total, c.n, c.on); !slices.Equal(got, c.want) {
			t.Errorf("%s in %d, remainder on %d: %d; want %d", c.total, c.n, c.on, got, c.want)
		}
	}
}

func TestMatrixOfTheAlliance(t *testing.T) {
	commissioning, providing := parts("0.6", "0.4"), parts("0.5", "0.3", "0.2")
	for _, c := range []struct {
		total Money
		want  string
	}{
		{30_000_000, "[[£90,000 £54,000 £36,000] [£60,000 £36,000 £24,000]]"},
		{1_500_000, "[[£4,500 £2,700 £1,800] [£3,000 £1,800 £1,200]]"},
		{1, "[[£0.01 £0 £0] [£0 £0 £0]]"},
		{7, "[[£0.02 £0.01 £0.01] [£0.02 £0.01 £0]]"},
		{10_001, "[[£30.01 £18 £12] [£20 £12 £8]]"},
	} {
		if got := fmt.Sprint(Matrix(c.total, commissioning, providing, LargestFraction)); got != c.want {
			t.Errorf("%s: %s; want %s", c.total, got, c.want)
		}
	}
}

// checkSplit is what must hold of every split.
func checkSplit(total Money, parts []Num, r Remainder) error {
	sum, far := Money(0), 0
	for i, share := range Split(total, parts, r) {
		sum += share
		distance := FromMoney(share).Sub(FromMoney(total).Mul(parts[i]))
		switch {
		case distance.Cmp(Int(-1)) <= 0:
			return fmt.Errorf("share %d of %s by %v, %s, is a penny short or more: %s", i, total, parts, r, share)
		case parts[i].IsZero() && share != 0:
			return fmt.Errorf("no part of %s by %v, %s, got %s", total, parts, r, share)
		case distance.Cmp(Int(1)) >= 0:
			far++
		}
	}
	if sum != total {
		return fmt.Errorf("%s by %v, %s, adds up to %s", total, parts, r, sum)
	}
	// Only the share that takes the whole remainder may have a penny too many or more.
	if far > 1 || far == 1 && r == LargestFraction {
		return fmt.Errorf("%d shares of %s by %v, %s, have a penny too many or more", far, total, parts, r)
	}
	return nil
}

// checkMatrix is what must hold of every matrix.
func checkMatrix(total Money, payers, payees []Num, r Remainder) error {
	m := Matrix(total, payers, payees, r)
	columns := make([]Money, len(payees))
	sums := Split(total, payees, r)
	for i, want := range Split(total, payers, r) {
		row := Money(0)
		for j, paid := range m[i] {
			row += paid
			columns[j] += paid
			exact := FromMoney(sums[j]).Mul(payers[i])
			far := FromMoney(paid).Sub(exact)
			if far.Cmp(Int(-1)) <= 0 || r == LargestFraction && (far.Cmp(Int(1)) >= 0 || exact.IsWhole() && !far.IsZero()) {
				return fmt.Errorf("payer %d pays payee %d %s, not about %s pence, in %v of %s by %v and %v, %s",
					i, j, paid, exact, m, total, payers, payees, r)
			}
		}
		if row != want {
			return fmt.Errorf("row %d of %v adds up to %s, not %s", i, m, row, want)
		}
	}
	if !slices.Equal(columns, sums) {
		return fmt.Errorf("the columns of %v add up to %v, not %v", m, columns, sums)
	}
	return nil
}

// weighted makes parts that sum to 1 out of weights, the first of them above 0
// if none is.
func weighted(weights []int64) []Num {
	sum := int64(0)
	for _, w := range weights {
		sum += w
	}
	if sum == 0 {
		weights[0], sum = 1, 1
	}
	var all []Num
	for _, w := range weights {
		all = append(all, Ratio(w, sum))
	}
	return all
}

func TestSplitsAddUp(t *testing.T) {
	weights := rapid.SliceOfN(rapid.Int64Range(0, 1_000_000_000_000), 1, 9)
	rapid.Check(t, func(t *rapid.T) {
		total := Money(rapid.Int64Min(0).Draw(t, "total"))
		payers, payees := weighted(weights.Draw(t, "payers")), weighted(weights.Draw(t, "payees"))
		r := rapid.SampledFrom(remainders).Draw(t, "remainder")
		if err := checkSplit(total, payers, r); err != nil {
			t.Fatal(err)
		}
		if err := checkMatrix(total, payers, payees, r); err != nil {
			t.Fatal(err)
		}
	})
}

// The same over many more agreements than rapid draws, always the same ones.
func TestManySplitsAddUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(2015, 16))
	random := func() []Num {
		weights := make([]int64, 1+rng.IntN(6))
		for i := range weights {
			weights[i] = rng.Int64N([]int64{4, 12, 100, 10_000}[rng.IntN(4)])
		}
		return weighted(weights)
	}
	for i := range 100_000 {
		total := Money(rng.Int64N([]int64{20, 1000, 1_000_000_000}[rng.IntN(3)]))
		payers, r := random(), remainders[rng.IntN(len(remainders))]
		if err := checkSplit(total, payers, r); err != nil {
			t.Fatal(err)
		}
		if i%5 == 0 {
			if err := checkMatrix(total, payers, random(), r); err != nil {
				t.Fatal(err)
			}
		}
	}
}
