package whole

import (
	"slices"

	"concordat/dsl/lastday"
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// power is a kind of act of a party.
type power struct {
	party *settled.Party
	kind  machine.ActKind
}

// neededBy notes until when each party that is asked may have to act.
func neededBy(a *settled.Agreement, last map[power]lastday.Path, kind machine.ActKind, w settled.Who, p lastday.Path) {
	for _, party := range a.Asked(w) {
		if k := (power{party, kind}); p.On > last[k].On || len(last[k].Steps) == 0 {
			last[k] = p
		}
	}
}

// officers finds delegations that do not cover what only officers can do: last
// says until when a party may have to vote and to answer disputes.
func (w *Text) officers(last map[power]lastday.Path) {
	if len(w.Agreement.Officers) == 0 {
		return
	}
	w.figureDuties(last)
	for _, p := range w.Agreement.Parties {
		w.signedInTime(p)
		for _, kind := range []machine.ActKind{machine.ActReturn, machine.ActAccept, machine.ActVote, machine.ActDispute} {
			if until := last[power{p, kind}]; len(until.Steps) > 0 {
				w.covered(p, kind, until)
			}
		}
	}
	w.officerStakes()
	w.officersTwice()
	for _, o := range w.Agreement.Officers {
		if o.Party != nil && len(o.Terms) > 0 && !o.Does(machine.ActSign) && o.Ends() < w.Agreement.Starts() {
			w.OfficerTooEarly(o)
		}
	}
}

// figureDuties notes until when figures may have to be returned and accepted.
func (w *Text) figureDuties(last map[power]lastday.Path) {
	for _, m := range w.Agreement.Measures {
		p, ok := w.Agreement.LastPeriod(m.Every)
		if m.Return == nil || !ok {
			continue
		}
		due := lastday.Reckon(w.Agreement).From("`"+w.Agreement.YearStart.Label(p)+"` ends", m.Said("returned"), w.Agreement.YearStart.Last(p)).Within("`"+m.Name+"` is due", m.Return.Due)
		if m.Returner != nil {
			neededBy(w.Agreement, last, machine.ActReturn, settled.Who{Parties: []*settled.Party{m.Returner}}, due)
		}
		neededBy(w.Agreement, last, machine.ActAccept, m.Return.Accepter, due.Within("the time to accept it ends", m.Return.AcceptIn))
	}
}

// signedInTime finds a party whose officers may sign only after the term has begun.
func (w *Text) signedInTime(p *settled.Party) {
	officers := w.Agreement.OfficersFor(p, machine.ActSign)
	inTime := func(o *settled.Officer) bool {
		return slices.ContainsFunc(o.Terms, func(d settled.Delegation) bool { return d.From <= w.Agreement.Starts() })
	}
	if len(officers) > 0 && !slices.ContainsFunc(officers, inTime) && len(officers[0].Terms) > 0 {
		w.SignsLate(officers[0])
	}
}

// covered finds the first day on which nobody holds a power that may be needed.
func (w *Text) covered(p *settled.Party, kind machine.ActKind, until lastday.Path) {
	officers := w.Agreement.OfficersFor(p, kind)
	var all []settled.Delegation
	for _, o := range officers {
		all = append(all, o.Terms...)
	}
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(x, y settled.Delegation) int { return int(x.From - y.From) })
	day, before := w.Agreement.Starts(), all[0]
	for _, d := range all {
		if d.From > day {
			break
		}
		if d.To >= day {
			day, before = d.To.AddDays(1), d
		}
	}
	if day <= until.On {
		next := value.NoDate
		for _, d := range all {
			if d.From > day && !next.IsSet() {
				next = d.From
			}
		}
		w.PowerGap(p, kind, day, next, before, until)
	}
}

// officerStakes finds limits below what an officer must vote on.
func (w *Text) officerStakes() {
	for _, g := range w.Agreement.Gainshares {
		if g.Confirmed == nil {
			continue
		}
		gain, pain, beyond := g.Most()
		for _, p := range w.Agreement.Asked(g.Confirmed.Stages[0].By) {
			best := w.Agreement.HighestLimit(p)
			if best == nil || best.Limit == nil {
				continue
			}
			stake := settled.Greater(settled.Greater(gain.Mul(g.Gain.From.Part(p)), pain.Mul(g.Pain.From.Part(p))), beyond.Mul(g.Beyond.Part(p)))
			if stake.Cmp(value.FromMoney(*best.Limit)) > 0 {
				w.OfficerSmall(best, g.Head, "pool", stake)
			}
		}
	}
}

// officersTwice finds two officers with one power, up to the same sum, on the same days.
func (w *Text) officersTwice() {
	for i, o := range w.Agreement.Officers {
		for _, q := range w.Agreement.Officers[:i] {
			if o.Party == nil || o.Party != q.Party || !sameLimit(o.Limit, q.Limit) {
				continue
			}
			for _, kind := range o.May {
				if day := together(o, q); q.Does(kind) && day.IsSet() {
					w.OfficersOverlap(o, q, kind, day)
					break
				}
			}
		}
	}
}

func sameLimit(x, y *value.Money) bool { return x == y || x != nil && y != nil && *x == *y }

// together is the first day on which two officers both hold their power; NoDate if there is none.
func together(o, q *settled.Officer) value.Date {
	for _, d := range o.Terms {
		for _, e := range q.Terms {
			if d.From <= e.To && e.From <= d.To {
				return max(d.From, e.From)
			}
		}
	}
	return value.NoDate
}
