package carry

import (
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// people finds parties that a change of the text cannot put out or bind: one
// leaves by notice, and one comes in by signing.
func (c *carrier) people() {
	agreement := c.was.Find(engine.Key{Chart: string(machine.KindAgreement)})
	left := func(name string) bool {
		return slices.ContainsFunc(agreement.Left, func(r engine.Receipt) bool { return r.By == name })
	}
	stuck := func(name, why string) {
		c.things = append(c.things, Passage{Key: engine.Key{Chart: name}, Now: engine.Key{Chart: name}, State: "party", Fate: Nowhere, Was: value.NoDate, Day: value.NoDate, Why: why})
	}
	has := func(m *machine.Machine, name string) bool {
		return slices.ContainsFunc(m.Parties, func(p machine.Party) bool { return p.Name == name })
	}
	for _, p := range c.old.Parties {
		if !has(c.new, cmpName(c.names, p.Name)) && !left(p.Name) {
			stuck(p.Name, "it is a party and the new text does not have it: nobody is put out by a change of the text")
		}
	}
	for _, p := range c.new.Parties {
		if !slices.ContainsFunc(c.old.Parties, func(o machine.Party) bool { return cmpName(c.names, o.Name) == p.Name }) {
			stuck(p.Name, "the new text binds it, and it has not signed: nobody is bound by the votes of others")
		}
	}
}

// waiting finds settlements that would wait for ever: for a figure of a period
// that is over, for which nobody has been asked.
func (c *carrier) waiting(after engine.State) {
	for _, g := range c.new.Settlements() {
		for t := range after.Of(g.Name) {
			if c.new.ChartOf(g.Name).State(t.State).End || t.Settlement != nil {
				continue
			}
			for _, name := range g.Reads {
				p, missing := c.never(after, c.new.Measure(name), t.Period)
				at := slices.IndexFunc(c.things, func(x Passage) bool { return x.Now == t.Key })
				if missing && at >= 0 && c.things[at].Fate != Nowhere {
					c.things[at].Fate = Nowhere
					c.things[at].Why = fmt.Sprintf("it would wait for %s %s, a period that is over and for which nobody was asked", name, c.new.YearStart.Label(p))
				}
			}
		}
	}
}

// never is the first part of a period for which a figure was never asked.
func (c *carrier) never(s engine.State, me *machine.Measure, of value.Period) (value.Period, bool) {
	if me == nil || me.Every == value.NoPeriod {
		return of, false
	}
	ys := c.new.YearStart
	for p := ys.Of(me.Every, ys.First(of)); ys.First(p) <= ys.Last(of); p = ys.Next(p) {
		if ys.Within(p, of) && ys.Last(p) >= c.new.First && s.Find(engine.Key{Chart: me.Name, Of: p.String()}) == nil {
			return p, true
		}
	}
	return of, false
}
