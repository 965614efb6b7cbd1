package check

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// power is a kind of act of a party.
type power struct {
	party *Party
	kind  machine.ActKind
}

// parties are those whose act is asked for by a set of people.
func (a *Agreement) parties(w Who) []*Party {
	switch {
	case w.Group != nil:
		var out []*Party
		for _, s := range w.Group.Seats {
			out = append(out, s.Party)
		}
		return out
	case w.Every, w.Any:
		return a.Parties
	}
	return w.Parties
}

// neededBy notes until when each party that is asked may have to act.
func neededBy(a *Agreement, last map[power]path, kind machine.ActKind, w Who, p path) {
	for _, party := range a.parties(w) {
		if k := (power{party, kind}); p.on > last[k].on || len(last[k].steps) == 0 {
			last[k] = p
		}
	}
}

// officers finds delegations that do not cover what only officers can do: last
// says until when a party may have to vote and to answer disputes.
func (c *checker) officers(last map[power]path) {
	if len(c.a.Officers) == 0 {
		return
	}
	c.figureDuties(last)
	for _, p := range c.a.Parties {
		c.signedInTime(p)
		for _, kind := range []machine.ActKind{machine.ActReturn, machine.ActAccept, machine.ActVote, machine.ActDispute} {
			if until := last[power{p, kind}]; len(until.steps) > 0 {
				c.covered(p, kind, until)
			}
		}
	}
	c.officerStakes()
	c.officersTwice()
	for _, o := range c.a.Officers {
		if o.Party != nil && len(o.Terms) > 0 && !o.does(machine.ActSign) && o.ends() < c.a.First {
			c.officerTooEarly(o)
		}
	}
}

// figureDuties notes until when figures may have to be returned and accepted.
func (c *checker) figureDuties(last map[power]path) {
	for _, m := range c.a.Measures {
		p, ok := c.a.lastPeriod(m.Every)
		if m.Return == nil || !ok {
			continue
		}
		due := days{c.a}.from("`"+c.a.YearStart.Label(p)+"` ends", m.Said("returned"), c.a.YearStart.Last(p)).within("`"+m.Name+"` is due", m.Return.Due)
		if m.Returner != nil {
			neededBy(c.a, last, machine.ActReturn, Who{Parties: []*Party{m.Returner}}, due)
		}
		neededBy(c.a, last, machine.ActAccept, m.Return.Accepter, due.within("the time to accept it ends", m.Return.AcceptIn))
	}
}

// signedInTime finds a party whose officers may sign only after the term has begun.
func (c *checker) signedInTime(p *Party) {
	officers := c.a.officersFor(p, machine.ActSign)
	inTime := func(o *Officer) bool {
		return slices.ContainsFunc(o.Terms, func(d Delegation) bool { return d.From <= c.a.First })
	}
	if len(officers) > 0 && !slices.ContainsFunc(officers, inTime) && len(officers[0].Terms) > 0 {
		c.signsLate(officers[0])
	}
}

// covered finds the first day on which nobody holds a power that may be needed.
func (c *checker) covered(p *Party, kind machine.ActKind, until path) {
	officers := c.a.officersFor(p, kind)
	var all []Delegation
	for _, o := range officers {
		all = append(all, o.Terms...)
	}
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(x, y Delegation) int { return int(x.From - y.From) })
	day, before := c.a.First, all[0]
	for _, d := range all {
		if d.From > day {
			break
		}
		if d.To >= day {
			day, before = d.To.AddDays(1), d
		}
	}
	if day <= until.on {
		next := value.NoDate
		for _, d := range all {
			if d.From > day && !next.IsSet() {
				next = d.From
			}
		}
		c.powerGap(p, kind, day, next, before, until)
	}
}

// officerStakes finds limits below what an officer must vote on.
func (c *checker) officerStakes() {
	for _, g := range c.a.Gainshares {
		if g.Confirmed == nil {
			continue
		}
		gain, pain, beyond := g.most()
		for _, p := range c.a.parties(g.Confirmed.Stages[0].By) {
			best := c.a.highestLimit(p)
			if best == nil || best.Limit == nil {
				continue
			}
			stake := greater(greater(gain.Mul(g.Gain.From.Part(p)), pain.Mul(g.Pain.From.Part(p))), beyond.Mul(g.Beyond.Part(p)))
			if stake.Cmp(value.FromMoney(*best.Limit)) > 0 {
				c.officerSmall(best, g.Head, "pool", stake)
			}
		}
	}
}

// highestLimit is the officer who may vote on the largest sum for a party; nil
// where the party votes for itself.
func (a *Agreement) highestLimit(p *Party) (best *Officer) {
	for _, o := range a.officersFor(p, machine.ActVote) {
		if best == nil || best.Limit != nil && (o.Limit == nil || *o.Limit > *best.Limit) {
			best = o
		}
	}
	return best
}

// officersTwice finds two officers with one power, up to the same sum, on the same days.
func (c *checker) officersTwice() {
	for i, o := range c.a.Officers {
		for _, q := range c.a.Officers[:i] {
			if o.Party == nil || o.Party != q.Party || !sameLimit(o.Limit, q.Limit) {
				continue
			}
			for _, kind := range o.May {
				if day := together(o, q); q.does(kind) && day.IsSet() {
					c.officersOverlap(o, q, kind, day)
					break
				}
			}
		}
	}
}

func sameLimit(x, y *value.Money) bool { return x == y || x != nil && y != nil && *x == *y }

// together is the first day on which two officers both hold their power; NoDate if there is none.
func together(o, q *Officer) value.Date {
	for _, d := range o.Terms {
		for _, e := range q.Terms {
			if d.From <= e.To && e.From <= d.To {
				return max(d.From, e.From)
			}
		}
	}
	return value.NoDate
}
