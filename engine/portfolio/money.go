package portfolio

import (
	"cmp"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// Share is what a payer puts into the agreements in a financial year. A payer
// is known by its title, because agreements name the same body differently.
type Share struct {
	Year   string // "2015/16"
	First  value.Date
	Payer  string
	Pays   value.Money // what it owes others whatever is achieved, of its own: without what it only passes on
	Spends value.Money // what it has committed to spend itself
	AtMost value.Money // what results can cost it on top, at most
	Of     []string    // the agreements, by name
}

// money adds up what every payer puts in, by year: earlier years first.
func money(all []*machine.Machine) []Share {
	var out []Share
	for _, m := range all {
		add := func(year value.Period, party string, put func(*Share)) { out = addTo(out, m, year, party, put) }
		for i := range m.Fundings {
			for _, line := range paidUnder(m, &m.Fundings[i]) {
				add(line.year, line.From, func(s *Share) { s.Pays += line.Sum })
			}
		}
		for _, line := range passedOn(m) {
			add(line.year, line.To, func(s *Share) { s.Pays -= line.Sum })
		}
		for i := range m.Commitments {
			for _, g := range m.Commitments[i].Gives {
				if g.Sum != 0 {
					add(g.Period, g.Party, func(s *Share) { s.Spends += g.Sum })
				}
			}
		}
		for i := range m.Gainshares {
			for _, line := range atStake(m, &m.Gainshares[i]) {
				add(line.year, line.From, func(s *Share) { s.AtMost += line.Sum })
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Share) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Payer, b.Payer))
	})
	return out
}

// addTo adds to what a payer puts in for a year; it finds the row or makes it.
func addTo(rows []Share, m *machine.Machine, year value.Period, party string, put func(*Share)) []Share {
	label, payer := m.YearStart.Label(year), titleOf(m, party)
	at := slices.IndexFunc(rows, func(s Share) bool { return s.Year == label && same(s.Payer) == same(payer) })
	if at < 0 {
		at = len(rows)
		rows = append(rows, Share{Year: label, First: m.YearStart.First(year), Payer: payer})
	}
	put(&rows[at])
	if !slices.Contains(rows[at].Of, m.Name) {
		rows[at].Of = append(rows[at].Of, m.Name)
	}
	return rows
}

// yearly is what one party owes another for a financial year.
type yearly struct {
	sums.Line
	year value.Period
}

// paidUnder is what falls due under a funding, split to the penny as its
// instalments are: the sum over a year's instalments can differ by pennies from
// the split of the year's sum.
func paidUnder(m *machine.Machine, f *machine.Funding) []yearly {
	var out []yearly
	for _, p := range m.YearStart.Over(f.Every, m.First, m.Last) {
		sum, year, _, n := sums.Instalment(m, f, p)
		if n == 0 {
			continue
		}
		for _, line := range sums.Matrix(m, sum, f.From, f.To) {
			out = append(out, yearly{line, year})
		}
	}
	return out
}

// passedOn is what comes to the holder of a fund or an advance, who spends it on:
// the same money would count twice.
func passedOn(m *machine.Machine) []yearly {
	var out []yearly
	for _, held := range m.Held {
		for _, name := range held.PaidIn {
			if f := m.Funding(name); f != nil {
				out = append(out, paidUnder(m, f)...)
			}
		}
	}
	return out
}

// atStake is the most that a gainshare can cost those who pay a gain, year by
// year: its cap, or the pool where no cap is lower.
func atStake(m *machine.Machine, g *machine.Gainshare) []yearly {
	if g.Scorecard || g.Gain.From == "" || g.Pool == 0 && (g.Cost == nil || g.GainCap == nil) {
		return nil
	}
	most := g.Pool
	if g.Cost != nil {
		most = *g.GainCap
	}
	if g.GainCap != nil {
		most = min(most, *g.GainCap)
	}
	var out []yearly
	for _, year := range m.YearStart.Over(value.Year, m.First, m.Last) {
		for _, line := range sums.Matrix(m, most, g.Gain.From, g.Gain.To) {
			out = append(out, yearly{line, year})
		}
	}
	return out
}

// Uncounted is money whose sums no text gives: what it comes to is only known
// when the agreement runs.
type Uncounted struct {
	Of    *machine.Machine
	Title string
	Why   Unknown
}

// Unknown says why a sum is not in the text.
type Unknown string

const (
	ByClaims  Unknown = "pays by claims"
	ByResults Unknown = "sums of later years follow from results"
	BySteps   Unknown = "is paid when a step is done"
	ByCost    Unknown = "shares what the work costs"
	OpenSum   Unknown = "its sum is still to be agreed"
)

func uncounted(m *machine.Machine) []Uncounted {
	var out []Uncounted
	for _, f := range m.Fundings {
		switch {
		case f.Next != nil:
			out = append(out, Uncounted{m, f.Title, ByResults})
		case len(f.Sums) == 0:
			out = append(out, Uncounted{m, f.Title, OpenSum})
		}
	}
	for _, g := range m.Gainshares {
		if g.Cost != nil {
			out = append(out, Uncounted{m, g.Title, ByCost})
		}
	}
	for _, x := range m.Tranches {
		out = append(out, Uncounted{m, x.Title, BySteps})
	}
	for _, r := range m.Ratecards {
		out = append(out, Uncounted{m, r.Title, ByClaims})
	}
	return out
}
