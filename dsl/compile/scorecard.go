package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// scorecard adds the chart of a scorecard's period: scored when every figure is
// final, and again when one is restated.
func (l *lives) scorecard(g *settled.Gainshare) {
	c := newLife(machine.KindSettlement, &g.Head)
	c.Every, c.Survives = g.Every, l.survives(g.Name)
	says := g.Said("score")
	calculate := does(machine.Calculate, "", says)
	c.state("awaiting figures")
	c.end("scored", "fallen away", "closed")
	c.on("calculate", machine.OnReady, from("awaiting figures"), "scored", says, calculate)
	c.on("restated", machine.OnRestated, from("scored"), stays, says, calculate)
	c.on("ended", machine.OnEnded, from("awaiting figures"), "fallen away", l.lasting())
	c.on("part year", machine.OnMoot, from("awaiting figures"), "closed", g.Said("every"))
	l.add(c)
}
