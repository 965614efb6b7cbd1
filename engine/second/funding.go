package second

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Instalment is what a funding pays for a period, with what is final by then.
func (m *Machine) Instalment(name, period string, f Facts) (Sums, error) {
	fund := m.funding(name)
	sum, err := m.yearly(fund, yearOf(period), f)
	if err != nil {
		return Sums{}, err
	}
	all := pieces(yearOf(period), fund.Every)
	at, odd := slices.Index(all, period), fund.Odd
	if odd < 0 {
		odd = len(all) - 1
	}
	each := sum / int64(len(all))
	if at == odd {
		each += sum - each*int64(len(all))
	}
	return m.between(fund.From, fund.To, each), nil
}

// Tranche is what a tranche pays: its one sum.
func (m *Machine) Tranche(name string) (Sums, error) {
	at := slices.IndexFunc(m.Tranches, func(x tranche) bool { return x.Name == name })
	if at < 0 {
		return Sums{}, fmt.Errorf("there is no tranche %s", name)
	}
	x := m.Tranches[at]
	return m.between(x.From, x.To, x.Sum), nil
}

// Repayment is what goes back of an instalment when the agreement has ended on a
// day of its period: the part of its days that come after.
func (m *Machine) Repayment(name, period, lastDay string, f Facts) (Sums, error) {
	fund := m.funding(name)
	paid, err := m.Instalment(name, period, f)
	if err != nil {
		return Sums{}, err
	}
	var sum int64
	for _, part := range paid.Pays {
		sum += part
	}
	end, err := time.Parse(time.DateOnly, lastDay)
	if err != nil {
		return Sums{}, err
	}
	first, last := m.span(period)
	days := func(from, to time.Time) int64 { return int64(to.Sub(from).Hours() / 24) }
	part := big.NewRat(days(end, last), days(first, last)+1)
	return m.between(fund.To, fund.From, m.pence(part.Mul(part, whole(sum)))), nil
}

// yearly is a year's sum: as written, by the words of the taper, or by the bands
// of the years before.
func (m *Machine) yearly(fund *funding, year string, f Facts) (int64, error) {
	at := slices.IndexFunc(fund.Sums, func(s yearSum) bool { return s.Period == year })
	if at < 0 {
		return 0, fmt.Errorf("%s has no sum for %s", fund.Name, year)
	}
	switch {
	case fund.Next != nil:
		return m.following(fund, at, f), nil
	case fund.Taper == "":
		return fund.Sums[at].Sum, nil
	}
	sums, err := m.tapered(fund)
	if err != nil {
		return 0, err
	}
	if sums[at] != fund.Sums[at].Sum {
		return 0, fmt.Errorf("%s for %s: the words of the taper come to %d, and the machine has %d", fund.Name, year, sums[at], fund.Sums[at].Sum)
	}
	return sums[at], nil
}

// following is the sum of a year that follows from the bands before it; nothing
// while one of them is not final.
func (m *Machine) following(fund *funding, at int, f Facts) int64 {
	first := fund.Sums[0].Sum
	sum := first
	for i := range at {
		w := m.worth(m.measure(fund.Next.Measure), fund.Sums[i].Period, f)
		if !w.final {
			return 0
		}
		next := slices.IndexFunc(fund.Next.Steps, func(s step) bool { return s.Band == w.band })
		switch s := fund.Next.Steps[next]; {
		case s.Sum != nil:
			sum = *s.Sum
		case s.OfFirst:
			sum = m.pence(new(big.Rat).Mul(rat(*s.Part), whole(first)))
		default:
			sum = m.pence(new(big.Rat).Mul(rat(*s.Part), whole(sum)))
		}
	}
	return sum
}

var (
	aSum        = `£([\d,]+(?:\.\d\d)?)`
	taperSteps  = regexp.MustCompile(`^\d+ yearly steps, first ` + aSum + `, last ` + aSum)
	taperLine   = regexp.MustCompile(`^straight line from ` + aSum + ` to ` + aSum + ` over \d+ years, ([a-z ]+[a-z])`)
	taperFall   = regexp.MustCompile(`^first ` + aSum + `, then ([\d.]+)% less each year, (of the [a-z' ]+sum)`)
	taperTable  = regexp.MustCompile(`^percentages of ` + aSum)
	taperPlaces = regexp.MustCompile(`percentage rounded to (\d+) decimal places? (half up|half to even|half even|up|down)$`)
	percentage  = regexp.MustCompile(`^([\d.]+)%`)
)

// tapered works the years' sums out from the words of the taper alone; of a
// table, from each year's percentage.
func (m *Machine) tapered(fund *funding) ([]int64, error) {
	n := int64(len(fund.Sums))
	pay := func(first *big.Rat, part *big.Rat) int64 {
		if w := taperPlaces.FindStringSubmatch(fund.Taper); w != nil {
			places, _ := strconv.Atoi(w[1])
			part = round(new(big.Rat).Mul(part, whole(100)), places, strings.Replace(w[2], "half even", "half to even", 1))
			part.Quo(part, whole(100))
		}
		return m.pence(new(big.Rat).Mul(first, part))
	}
	var out []int64
	for i := range n {
		switch {
		case taperSteps.MatchString(fund.Taper):
			w := taperSteps.FindStringSubmatch(fund.Taper)
			out = append(out, pay(sterling(w[1]), linear(sterling(w[1]), sterling(w[2]), big.NewRat(i, n-1))))
		case taperLine.MatchString(fund.Taper):
			w := taperLine.FindStringSubmatch(fund.Taper)
			way := map[string]*big.Rat{"averaged over each year": big.NewRat(2*i+1, 2*n), "reached after the last year": big.NewRat(i, n)}[w[3]]
			if way == nil {
				way = big.NewRat(i, n-1)
			}
			out = append(out, pay(sterling(w[1]), linear(sterling(w[1]), sterling(w[2]), way)))
		case taperFall.MatchString(fund.Taper):
			out = append(out, m.fallen(fund, i, out, pay))
		case taperTable.MatchString(fund.Taper):
			of := sterling(taperTable.FindStringSubmatch(fund.Taper)[1])
			part := rat(percentage.FindStringSubmatch(fund.Sums[i].How)[1])
			out = append(out, pay(of, part.Quo(part, whole(100))))
		default:
			return nil, fmt.Errorf("%s: the second opinion cannot read the taper: %s", fund.Name, fund.Taper)
		}
	}
	return out, nil
}

// fallen is the sum of a year after i falls by a percentage.
func (m *Machine) fallen(fund *funding, i int64, before []int64, pay func(first, part *big.Rat) int64) int64 {
	w := taperFall.FindStringSubmatch(fund.Taper)
	first, less := sterling(w[1]), rat(w[2])
	less.Quo(less, whole(100))
	left := new(big.Rat).Sub(whole(1), less)
	switch {
	case i == 0:
		return m.pence(first)
	case w[3] == "of the first sum":
		part := new(big.Rat).Sub(whole(1), new(big.Rat).Mul(less, whole(i)))
		if part.Sign() < 0 {
			part = new(big.Rat)
		}
		return pay(first, part)
	case taperPlaces.MatchString(fund.Taper):
		part := whole(1)
		for range i {
			part.Mul(part, left)
		}
		return pay(first, part)
	default:
		return pay(whole(before[i-1]), left)
	}
}

// sterling is a written sum in pence.
func sterling(text string) *big.Rat {
	return new(big.Rat).Mul(rat(strings.ReplaceAll(text, ",", "")), whole(100))
}

// linear is the part of the first sum that is paid so far along a line to the last.
func linear(first, last, along *big.Rat) *big.Rat {
	out := new(big.Rat).Mul(new(big.Rat).Sub(last, first), along)
	return out.Quo(out.Add(out, first), first)
}
