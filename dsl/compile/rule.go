package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// rule adds the chart of a rule. One that fires each time goes on watching; one
// that fires once has then done its work.
func (l *lives) rule(r *settled.Rule) {
	c := newLife(machine.KindRule, &r.Head)
	c.Survives = l.survives(r.Name)
	when, do := r.Said("when"), actions(r.Then...)
	c.state("watching")
	watching := from("watching")
	switch r.Fires {
	case machine.FiresEachPeriod:
		c.on("fire", machine.OnTrue, from("watching"), stays, when, do...)
	case machine.FiresUntilOver:
		c.state("fired")
		c.on("fire", machine.OnTrue, from("watching"), "fired", when, do...)
		c.on("rearm", machine.OnFalse, from("fired"), "watching", r.Said("fires"))
		watching = from("watching", "fired")
	default:
		c.end("fired")
		c.on("fire", machine.OnTrue, from("watching"), "fired", when, do...)
	}
	if !c.Survives {
		c.on("ended", machine.OnEnded, watching, fallenAway, l.lasting())
		c.end(fallenAway)
	}
	l.add(c)
}
