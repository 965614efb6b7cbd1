package diff

import (
	"cmp"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// Pounds is what both revisions come to in money, story by story.
type Pounds struct {
	Stories []Story // those in which money moves differently, or that cannot be told
	Played  int
}

// Story is one scenario, or the recorded history of a running agreement, played
// on both revisions.
type Story struct {
	Title string
	Rows  []Row
	Same  []string // other stories with the very same rows
	// Untold is why the newer text cannot be played on this story; empty: it can.
	// What was paid up to there is compared.
	Untold string
}

// Row is what a party receives (below zero: pays) under a block in a financial year.
type Row struct {
	Party  string
	Period value.Period // of what is paid; the whole year, where it is paid in parts
	Cause  string       // block
	Before value.Money
	After  value.Money
}

// Difference is what the party has more by the newer text.
func (r Row) Difference() value.Money { return r.After - r.Before }

// Moved reports whether any money moves differently.
func (p *Pounds) Moved() bool {
	return slices.ContainsFunc(p.Stories, func(s Story) bool { return len(s.Rows) > 0 })
}

// Net is what a party has more in a story by the newer text.
func (s *Story) Net(party string) value.Money {
	var sum value.Money
	for _, r := range s.Rows {
		if r.Party == party {
			sum += r.Difference()
		}
	}
	return sum
}

// Effect is what the pounds of all stories say of a party.
func (p *Pounds) Effect(party string) Effect {
	gains, loses := false, false
	for i := range p.Stories {
		switch net := p.Stories[i].Net(party); {
		case net > 0:
			gains = true
		case net < 0:
			loses = true
		}
	}
	switch {
	case gains && loses:
		return Mixed
	case gains:
		return Gains
	case loses:
		return Loses
	}
	return None
}

// Play plays the scenarios of the older text on both revisions. A scenario is
// found by its title in the newer text's scenarios; where it is not there, or
// goes another way, the older one is played.
func Play(old, new *Revision, before, after []scenario.Scenario) *Pounds {
	out := &Pounds{Played: len(before)}
	for _, sc := range before {
		same := sc
		if at := slices.IndexFunc(after, func(s scenario.Scenario) bool { return s.Title == sc.Title }); at >= 0 {
			same = after[at]
		}
		b := scenario.Play(new.Machine, signing(same, new.Machine))
		s := Story{Title: sc.Title}
		if at := untold(&b); at != nil {
			s.Untold = at.Text
			sc = upTo(sc, same, at.Line)
		}
		a := scenario.Play(old.Machine, sc)
		s.Rows = rows(old.Machine, new.Machine, a.Final, b.Final)
		out.add(s)
	}
	return out
}

// add keeps a story in which something differs; one that differs as an earlier
// one does is named with that.
func (p *Pounds) add(s Story) {
	if len(s.Rows) == 0 && s.Untold == "" {
		return
	}
	for i := range p.Stories {
		if known := &p.Stories[i]; s.Untold == "" && known.Untold == "" && slices.Equal(known.Rows, s.Rows) {
			known.Same = append(known.Same, s.Title)
			return
		}
	}
	p.Stories = append(p.Stories, s)
}

// signing is a story in which the parties sign this text.
func signing(sc scenario.Scenario, m *machine.Machine) scenario.Scenario {
	sc.Lines = slices.Clone(sc.Lines)
	for i, l := range sc.Lines {
		act, ok := l.(scenario.Act)
		if !ok {
			continue
		}
		act.Events = slices.Clone(act.Events)
		for j, ev := range act.Events {
			if s, ok := ev.(engine.Signed); ok {
				s.Fingerprint = m.Fingerprint()
				act.Events[j] = s
			}
		}
		sc.Lines[i] = act
	}
	return sc
}

// untold is the first act that the newer text refuses: what follows would be
// another story. An expectation that is not met tells nothing of that kind.
func untold(r *scenario.Result) *scenario.Failure {
	at := slices.IndexFunc(r.Failures, func(f scenario.Failure) bool { return f.Refused })
	if at < 0 {
		return nil
	}
	return &r.Failures[at]
}

// upTo is the older story as far as the newer text could follow it.
func upTo(sc, played scenario.Scenario, line int) scenario.Scenario {
	at := slices.IndexFunc(played.Lines, func(l scenario.Line) bool { return l.Where().Line == line })
	sc.Lines = slices.Clone(sc.Lines[:min(max(at, 0), len(sc.Lines))])
	return sc
}

// owing is what each party receives under each block in each period: paid, owed
// or scheduled, but not what has fallen away.
func owing(m *machine.Machine, s engine.State) map[Row]value.Money {
	out := map[Row]value.Money{}
	for t := range s.All() {
		if t.Payment == nil || t.State == "fallen away" {
			continue
		}
		block, year := m.Charts[m.Chart(t.Key.Chart)].Block, t.Period
		if first := m.YearStart.First(year); first.IsSet() {
			year = m.YearStart.Of(value.Year, first)
		}
		for _, l := range t.Payment.Lines {
			out[Row{Party: l.From, Period: year, Cause: block}] -= l.Sum
			out[Row{Party: l.To, Period: year, Cause: block}] += l.Sum
		}
	}
	return out
}

// rows are the sums that differ, by party in the order of the newer text, then
// by period and cause.
func rows(oldM, newM *machine.Machine, a, b engine.State) []Row {
	before, after := owing(oldM, a), owing(newM, b)
	var out []Row
	for key, sum := range before {
		if after[key] != sum {
			key.Before, key.After = sum, after[Row{Party: key.Party, Period: key.Period, Cause: key.Cause}]
			out = append(out, key)
		}
	}
	for key, sum := range after {
		if _, ok := before[key]; !ok && sum != 0 {
			key.After = sum
			out = append(out, key)
		}
	}
	order := append(everybody(newM), everybody(oldM)...)
	slices.SortFunc(out, func(x, y Row) int {
		return cmp.Or(cmp.Compare(slices.Index(order, x.Party), slices.Index(order, y.Party)),
			cmp.Compare(newM.YearStart.First(x.Period), newM.YearStart.First(y.Period)), cmp.Compare(x.Cause, y.Cause))
	})
	return out
}
