package second

import (
	"fmt"
	"math/big"
	"strconv"
	"time"
)

// costShare is what a gainshare by cost says.
type costShare struct {
	Cost    string     `json:"cost"`
	Targets []yearSum  `json:"targets"`
	Under   []costTier `json:"under"`
	Over    []costTier `json:"over"`
	UnderBy *modifier  `json:"under_by"`
	OverBy  *modifier  `json:"over_by"`
}

type costTier struct {
	Above *edge  `json:"above"`
	UpTo  *edge  `json:"up_to"`
	Part  string `json:"part"`
}

type edge struct {
	Sum  *int64  `json:"sum"`
	Part *string `json:"part"`
}

type modifier struct {
	By     string `json:"by"`
	Swing  string `json:"swing"`
	Points bool   `json:"points"`
	Least  string `json:"least"`
	Most   string `json:"most"`
}

// Moves is what was decided about a sharing of cost: the targets that took the
// place of the agreement's, in order, and whether the saving was turned down;
// and the agreement's last day, where it ended before its term did.
type Moves struct {
	Targets []Target
	Refused bool
	Ended   string // "2016-03-31"
}

// Target is a sum that took the place of a year's target, or, where Of is empty,
// of the only one that is compared.
type Target struct {
	Of  string
	Sum int64
}

// Shared is what a gainshare by cost comes to in a period; false while a figure
// that it needs is not final.
func (m *Machine) Shared(name, period string, moves Moves, f Facts) (Result, bool) {
	g := m.gainshare(name)
	years := []string{period}
	if period == "term" {
		years = m.wholeYears(moves.Ended)
	}
	var left, target int64
	for _, year := range years {
		spent := m.worth(m.measure(g.Cost.Cost), year, f)
		if !spent.final {
			return Result{}, false
		}
		left -= m.pence(new(big.Rat).Mul(spent.value, whole(100)))
		target += g.Cost.target(year, moves)
	}
	if target == 0 {
		target = g.Cost.target("term", moves)
	}
	left += target
	of, limit, tiers, by := g.Gain, g.GainCap, g.Cost.Under, g.Cost.UnderBy
	pain := left < 0
	switch {
	case left == 0, !pain && moves.Refused:
		return Result{}, true
	case pain:
		of, limit, tiers, by, left = g.Pain, g.PainCap, g.Cost.Over, g.Cost.OverBy, -left
	}
	var score *big.Rat
	if by != nil {
		var ok bool
		if score, ok = m.score(m.gainshare(by.By), period, f); !ok {
			return Result{}, false
		}
	}
	exact := new(big.Rat)
	for _, t := range tiers {
		exact.Add(exact, new(big.Rat).Mul(t.within(left, target), by.changed(rat(t.Part), score)))
	}
	sum := m.pence(exact)
	out := Result{}
	if limit != nil && sum > *limit {
		if pain && g.Beyond != "" {
			out.Bears = m.deal(g.Beyond, sum-*limit)
		}
		sum = *limit
	}
	out.Sums = m.between(of.From, of.To, sum)
	return out, true
}

// target is what is compared with the cost of a period; nothing where it has none.
func (c *costShare) target(period string, moves Moves) (sum int64) {
	for _, t := range c.Targets {
		if t.Period != period {
			continue
		}
		sum = t.Sum
		for _, mv := range moves.Targets {
			if mv.Of == "" || mv.Of == period {
				sum = mv.Sum
			}
		}
	}
	return sum
}

// wholeYears are the years all of whose days lie in the term and are not after
// the agreement's end.
func (m *Machine) wholeYears(ended string) (out []string) {
	last := m.Last
	if ended != "" && ended < last {
		last = ended
	}
	from, _ := strconv.Atoi(m.First[:4])
	to, _ := strconv.Atoi(last[:4])
	for n := from - 1; n <= to; n++ {
		year := fmt.Sprintf("%d/%02d", n, (n+1)%100)
		first, end := m.span(year)
		if first.Format(time.DateOnly) >= m.First && end.Format(time.DateOnly) <= last {
			out = append(out, year)
		}
	}
	return out
}

// within is the part of an amount that lies in a range.
func (t costTier) within(amount, target int64) *big.Rat {
	low, high := t.Above.at(target), whole(amount)
	if up := t.UpTo; up != nil && up.at(target).Cmp(high) < 0 {
		high = up.at(target)
	}
	if high.Cmp(low) <= 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Sub(high, low)
}

func (e *edge) at(target int64) *big.Rat {
	switch {
	case e == nil:
		return new(big.Rat)
	case e.Sum != nil:
		return whole(*e.Sum)
	}
	return new(big.Rat).Mul(rat(*e.Part), whole(target))
}

// changed is a part as a score leaves it; a part of nothing stays nothing.
func (by *modifier) changed(part, score *big.Rat) *big.Rat {
	if by == nil || part.Sign() == 0 {
		return part
	}
	swing := new(big.Rat).Mul(rat(by.Swing), new(big.Rat).Quo(score, whole(100)))
	if !by.Points {
		swing.Mul(swing, part)
	}
	swing.Add(swing, part)
	if least := rat(by.Least); swing.Cmp(least) < 0 {
		return least
	}
	if most := rat(by.Most); swing.Cmp(most) > 0 {
		return most
	}
	return swing
}
