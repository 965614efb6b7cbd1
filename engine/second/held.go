package second

import (
	"math/big"
	"slices"
	"time"
)

// fund is money that one party holds for several: what is paid in is reconciled
// every year against what was spent.
type fund struct {
	Name    string    `json:"name"`
	Holder  string    `json:"holder"`
	PaidIn  []string  `json:"paid_in"`
	Own     []yearSum `json:"own"`
	Against string    `json:"against"`
	Reserve *struct {
		Sum   int64  `json:"sum"`
		Short string `json:"short"`
	} `json:"reserve"`
	Under    []fundTier `json:"under"`
	Over     []fundTier `json:"over"`
	LeftOver string     `json:"left_over"`
}

type fundTier struct {
	Above *edge  `json:"above"`
	UpTo  *edge  `json:"up_to"`
	Takes string `json:"takes"`
	Who   string `json:"who"`
}

// within is the part of a difference that lies in a range.
func (t fundTier) within(sum int64) int64 {
	if t.UpTo != nil {
		sum = min(sum, *t.UpTo.Sum)
	}
	if t.Above != nil {
		sum -= *t.Above.Sum
	}
	return max(0, sum)
}

// carried is what one year of a fund leaves to the next.
type carried struct {
	kept, reserve int64
	off           map[string]map[string]int64 // by year, then by payer: what its transfer is less
}

// Reconciled is what a year of a fund comes to. Confirmed holds the day on which
// each year was confirmed; a year that was not is the last that is looked at.
func (m *Machine) Reconciled(name, year string, confirmed map[string]string, f Facts) (Result, bool) {
	out, _, ok := m.reconciled(m.fund(name), year, confirmed, f)
	return out, ok
}

// Less is what has come off each payer's transfer for a year.
func (m *Machine) Less(funding, year string, confirmed map[string]map[string]string, f Facts) map[string]int64 {
	for i := range m.Held {
		if fd := &m.Held[i]; slices.Contains(fd.PaidIn, funding) {
			_, left, _ := m.reconciled(fd, "", confirmed[fd.Name], f)
			return left.off[year]
		}
	}
	return nil
}

// reconciled goes through the years up to one, or through all that are confirmed.
func (m *Machine) reconciled(fd *fund, last string, confirmed map[string]string, f Facts) (out Result, left carried, ok bool) {
	left.off = map[string]map[string]int64{}
	years := m.funding(fd.PaidIn[0]).Sums
	for i, y := range years {
		if last == "" && confirmed[y.Period] == "" {
			return out, left, true
		}
		w := m.worth(m.measure(fd.Against), y.Period, f)
		if !w.final {
			return out, left, false
		}
		if i == 0 && fd.Reserve != nil {
			left.reserve = fd.Reserve.Sum
		}
		out = m.year(fd, i, w.value, confirmed[y.Period], f, &left)
		if y.Period == last {
			return out, left, true
		}
	}
	return out, left, last == ""
}

// year settles one year of a fund.
func (m *Machine) year(fd *fund, i int, spent *big.Rat, confirmed string, f Facts, left *carried) Result {
	years := m.funding(fd.PaidIn[0]).Sums
	year := years[i].Period
	in := m.paidIn(fd, year, left, f)
	var total int64
	for _, p := range in {
		total += p.sum
	}
	had := total + left.kept
	if i == 0 && fd.Reserve != nil {
		had -= fd.Reserve.Sum
	}
	left.kept = 0
	out := Result{Sums: Sums{Pays: map[string]int64{}, Gets: map[string]int64{}}, Bears: map[string]int64{}}
	diff := had - m.pence(new(big.Rat).Mul(spent, whole(100)))
	for _, t := range fd.Under {
		m.under(fd, t, t.within(diff), in, total, years, confirmed, left, &out)
	}
	for _, t := range fd.Over {
		sum := t.within(-diff)
		if t.Takes == "from the reserve" {
			taken := min(sum, left.reserve)
			left.reserve -= taken
			if taken < sum {
				m.borne(fd, fd.Reserve.Short, sum-taken, &out)
			}
		} else {
			m.borne(fd, t.Who, sum, &out)
		}
	}
	if i == len(years)-1 && fd.LeftOver != "" {
		out.gives(fd.Holder, m.deal(fd.LeftOver, left.kept+left.reserve))
	}
	return out
}

// under is where a range of what was not spent goes.
func (m *Machine) under(fd *fund, t fundTier, sum int64, in []paidIn, total int64, years []yearSum, confirmed string, left *carried, out *Result) {
	switch t.Takes {
	case "to the reserve":
		left.reserve += sum
	case "kept for the next year":
		left.kept += sum
	case "returned to":
		out.gives(fd.Holder, m.deal(t.Who, sum))
	case "off the next transfer":
		parts := m.inParts(in, sum, total)
		delete(parts, fd.Holder)
		for _, y := range years {
			if first, _ := m.span(y.Period); confirmed != "" && first.Format(time.DateOnly) > confirmed {
				if left.off[y.Period] == nil {
					left.off[y.Period] = map[string]int64{}
				}
				for who, p := range parts {
					left.off[y.Period][who] += p
				}
				return
			}
		}
		out.gives(fd.Holder, parts) // no transfer is left
	}
}

// paidIn is what a party put in for a year.
type paidIn struct {
	who string
	sum int64
}

func (m *Machine) paidIn(fd *fund, year string, left *carried, f Facts) []paidIn {
	var out []paidIn
	for _, own := range fd.Own {
		if own.Period == year {
			out = append(out, paidIn{fd.Holder, own.Sum})
		}
	}
	for _, name := range fd.PaidIn {
		from := m.funding(name)
		sum, _ := m.yearly(from, year, f)
		of := m.deal(from.From, sum)
		for _, p := range m.parts(from.From) {
			out = append(out, paidIn{p.Party, of[p.Party] - left.off[year][p.Party]})
		}
	}
	return out
}

// inParts splits a sum in the parts in which money came in.
func (m *Machine) inParts(in []paidIn, sum, total int64) map[string]int64 {
	split := &Machine{Remainder: m.Remainder, Shares: []shares{{Name: "in"}}}
	for _, p := range in {
		split.Shares[0].Parts = append(split.Shares[0].Parts, part{p.who, big.NewRat(p.sum, total).String()})
	}
	return split.deal("in", sum)
}

// borne is paid to the holder; the holder's own part it pays itself.
func (m *Machine) borne(fd *fund, who string, sum int64, out *Result) {
	for party, p := range m.deal(who, sum) {
		out.Bears[party] += p
		if party != fd.Holder {
			out.Pays[party] += p
			out.Gets[fd.Holder] += p
		}
	}
}

// gives is what the holder pays out; its own part stays with it, and is on record
// beside what is paid, as the part is that it bears of an overspend.
func (r *Result) gives(holder string, to map[string]int64) {
	for party, p := range to {
		if party == holder {
			r.Bears[party] += p
			continue
		}
		r.Pays[holder] += p
		r.Gets[party] += p
	}
}
