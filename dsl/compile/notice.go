package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// notice adds the chart of a notice: served, running from the day it is given,
// effective when its time has run.
func (l *lives) notice(n *settled.Notice) {
	c := newLife(machine.KindNotice, &n.Head)
	c.Survives = l.survives(n.Name)
	c.waits("served", who(n.To))
	c.state("running")
	c.end("effective")
	by := who(n.By)
	c.act("serve", machine.OnServe, by, from(), "served", n.Said("by"))
	var given, effective []*settled.Action
	for _, a := range n.Then {
		if a.After == nil {
			given = append(given, a)
		} else {
			effective = append(effective, a)
		}
	}
	received := onDay(machine.AnchorGiven)
	received.Morning = true
	c.day("given", received, from("served"), "running", n.Said("given"), actions(given...)...)
	at := after(n.AtLeast, machine.AnchorGiven)
	at.Expiring = n.Expiring
	c.day("effect", at, from("running"), "effective", expiring(n), actions(effective...)...)
	if n.Instead != nil {
		c.on("replaced", machine.OnDecided, from("running"), stays, n.Said("instead"))
	}
	if n.Withdrawn == settled.WithdrawnTillGiven {
		c.act("withdraw", machine.OnWithdraw, by, from("served"), "withdrawn", n.Said("withdrawn"))
		c.end("withdrawn")
	}
	if !c.Survives {
		c.on("ended", machine.OnEnded, from("served", "running"), fallenAway, l.lasting())
		c.end(fallenAway)
	}
	l.add(c)
}

// fallenAway is the state of what came to nothing because the agreement ended.
const fallenAway = "fallen away"

// expiring is the statement that gives the day: `expiring`, or `at least` where
// any day will do.
func expiring(n *settled.Notice) settled.Said {
	if n.Has("expiring") {
		return n.Said("expiring")
	}
	return n.Said("at least")
}
