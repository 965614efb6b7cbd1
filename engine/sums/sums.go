// Package sums splits money between the parties of an agreement: who a name
// stands for, each payer's part of each payee's sum, a year's instalments, and
// what takes one set of payments to another. Sums are whole pence and never
// negative; every split adds up to the penny, by row and by column.
package sums

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Line is a sum from one party to another, in pence.
type Line struct {
	From string      `json:"from"`
	To   string      `json:"to"`
	Sum  value.Money `json:"sum"`
}

// Parts is who a name stands for and in what parts: a party alone, or shares.
func Parts(m *machine.Machine, name string) ([]string, []value.Num) {
	for i := range m.Shares {
		if m.Shares[i].Name != name {
			continue
		}
		var who []string
		var parts []value.Num
		for _, s := range m.Shares[i].Parts {
			who, parts = append(who, s.Party), append(parts, s.Part)
		}
		return who, parts
	}
	return []string{name}, []value.Num{value.Int(1)}
}

// Matrix splits a sum so that each payer pays each payee its share of that
// payee's sum; what each pays and what each receives both add up to the penny.
func Matrix(m *machine.Machine, sum value.Money, from, to string) []Line {
	payers, paying := Parts(m, from)
	payees, receiving := Parts(m, to)
	var out []Line
	for i, row := range value.Matrix(sum, paying, receiving, m.Remainder) {
		for j, part := range row {
			if part != 0 {
				out = append(out, Line{From: payers[i], To: payees[j], Sum: part})
			}
		}
	}
	return out
}

// Instalment is what falls due for a period of a funding: its sum, the year
// whose sum it is a part of, its place among that year's instalments (from 0),
// and how many there are: none where the funding has no sum for the period.
func Instalment(m *machine.Machine, f *machine.Funding, p value.Period) (sum value.Money, of value.Period, at, n int) {
	for _, s := range f.Sums {
		if !m.YearStart.Within(p, s.Period) {
			continue
		}
		all := m.YearStart.Parts(s.Period, f.Every)
		odd := f.Odd
		if odd < 0 {
			odd = len(all) - 1
		}
		at := slices.Index(all, p)
		return value.Instalments(s.Sum, len(all), odd)[at], s.Period, at, len(all)
	}
	return 0, value.Period{}, 0, 0
}

// OfYear is a funding's sum for a period that it names; nothing for any other.
func OfYear(f *machine.Funding, p value.Period) machine.PeriodSum {
	for _, s := range f.Sums {
		if s.Period == p {
			return s
		}
	}
	return machine.PeriodSum{}
}

// Difference is what takes one set of lines to another; a line that shrinks is paid back.
func Difference(old, now []Line) []Line {
	var pairs []Line
	add := func(l Line, sum value.Money) {
		for i := range pairs {
			switch {
			case pairs[i].From == l.From && pairs[i].To == l.To:
				pairs[i].Sum += sum
				return
			case pairs[i].From == l.To && pairs[i].To == l.From:
				pairs[i].Sum -= sum
				return
			}
		}
		pairs = append(pairs, Line{From: l.From, To: l.To, Sum: sum})
	}
	for _, l := range now {
		add(l, l.Sum)
	}
	for _, l := range old {
		add(l, -l.Sum)
	}
	var out []Line
	for _, l := range pairs {
		switch {
		case l.Sum > 0:
			out = append(out, l)
		case l.Sum < 0:
			out = append(out, Line{From: l.To, To: l.From, Sum: -l.Sum})
		}
	}
	return out
}
