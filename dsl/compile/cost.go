package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func costShare(g *settled.Gainshare, out *machine.Gainshare) {
	out.Gain.From, out.Gain.To = g.Gain.From.Name(), g.Gain.To.Name()
	out.Pain.From, out.Pain.To = g.Pain.From.Name(), g.Pain.To.Name()
	s := &machine.CostShare{
		Cost: settled.NameOf(g.Cost.Cost), Moved: settled.NameOf(g.Cost.Moved), Substantiated: settled.NameOf(g.Cost.Substantiated),
		Rest: g.Cost.Rest.Name(), WholeYears: g.Cost.WholeYears, Under: ranges(g.Cost.Under), Over: ranges(g.Cost.Over),
	}
	for _, t := range g.Cost.Targets {
		s.Targets = append(s.Targets, machine.PeriodSum{Period: t.Period, Sum: t.Sum})
	}
	if by := g.Cost.UnderBy; by != nil {
		s.UnderBy = &by.Is
	}
	if by := g.Cost.OverBy; by != nil {
		s.OverBy = &by.Is
	}
	out.Cost = s
}

func ranges(of []settled.CostTier) []machine.Tier {
	var out []machine.Tier
	for _, t := range of {
		out = append(out, t.Is)
	}
	return out
}

// costSettlement is the life of a year's cost: where a saving must be shown to be
// real, that is decided before the sum is confirmed.
func (l *lives) costSettlement(c *life, g *settled.Gainshare) {
	cost, confirmed, corrected := g.Said("cost"), g.Said("confirmed"), g.Said("corrected")
	calculate, ask := does(machine.Calculate, "", cost), does(machine.Open, settled.NameOf(g.Confirmed), confirmed)
	c.state("awaiting figures", "calculated")
	last := "calculated"
	waiting := from("calculated")
	if d := g.Cost.Substantiated; d != nil {
		says := g.Said("substantiated")
		last, waiting = "substantiated", from("calculated", "substantiated")
		c.state(last)
		c.on("calculate", machine.OnReady, from("awaiting figures"), "calculated", cost, calculate, does(machine.Open, d.Name, says))
		c.on("real", machine.OnDecided, from("calculated"), last, says, ask)
		c.on("not real", machine.OnRejected, from("calculated"), last, says, does(machine.RefuseSaving, "", says), ask)
	} else {
		c.on("calculate", machine.OnReady, from("awaiting figures"), "calculated", cost, calculate, ask)
	}
	c.state("confirmed")
	c.end("fallen away", "closed")
	c.on("pay", machine.OnDecided, from(last), "confirmed", confirmed, does(machine.Pay, g.Name, confirmed))
	c.on("restated", machine.OnRestated, waiting, stays, corrected, calculate)
	c.on("corrected", machine.OnRestated, from("confirmed"), stays, corrected, does(machine.PostDifference, "", corrected))
	c.on("ended", machine.OnEnded, from("awaiting figures"), "fallen away", l.lasting())
	if g.Every == value.Term {
		c.on("ended early", machine.OnMoot, from("awaiting figures"), "closed", g.Said("if ended"))
	} else {
		c.on("part year", machine.OnMoot, from("awaiting figures"), "closed", g.Said("part year"))
	}
	l.add(c)
}

// forCost is what a carried decision does for gainshares by cost: it moves a
// target, or finds a saving to be real.
func (l *lives) forCost(d *settled.Decision) []machine.Action {
	var out []machine.Action
	for _, g := range l.a.Gainshares {
		if g.Cost != nil && g.Cost.Moved == d {
			out = append(out, does(machine.MoveTarget, g.Name, g.Said("target moved")))
		}
		if g.Cost != nil && g.Cost.Substantiated == d {
			out = append(out, does(machine.TakeAnswer, "", g.Said("substantiated")))
		}
	}
	return out
}

// turnsDown tells what a decision was opened for that it has a no.
func turnsDown(d *settled.Decision, says settled.Said) []machine.Action {
	if !d.Proves {
		return nil
	}
	return []machine.Action{does(machine.TurnDown, "", says)}
}
