package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// Payments that are no instalments have charts of their own, named after the block.
const (
	paymentPart   = "/payment"
	repaymentPart = "/repayment"
)

// settlement adds the chart of a gainshare's period: calculated when every
// figure is final, confirmed by decision, corrected when a figure is restated.
func (l *lives) settlement(g *settled.Gainshare) {
	c := newLife(machine.KindSettlement, &g.Head)
	c.Every, c.Survives = g.Every, l.survives(g.Name)
	calculated, confirmed, corrected := g.Said("calculated"), g.Said("confirmed"), g.Said("corrected")
	calculate := does(machine.Calculate, "", calculated)
	if g.Cost != nil {
		l.costSettlement(c, g)
		return
	}
	c.state("awaiting figures", "calculated", "confirmed")
	c.end("fallen away", "closed")
	c.on("calculate", machine.OnReady, from("awaiting figures"), "calculated", calculated,
		calculate, does(machine.Open, settled.NameOf(g.Confirmed), confirmed))
	c.on("pay", machine.OnDecided, from("calculated"), "confirmed", confirmed, does(machine.Pay, g.Name, confirmed))
	c.on("restated", machine.OnRestated, from("calculated"), stays, corrected, calculate)
	c.on("corrected", machine.OnRestated, from("confirmed"), stays, corrected, does(machine.PostDifference, "", corrected))
	c.on("ended", machine.OnEnded, from("awaiting figures"), "fallen away", l.lasting())
	c.on("part year", machine.OnMoot, from("awaiting figures"), "closed", g.Said("part year"))
	l.add(c)
}
