package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

func (l *lives) review(r *settled.Review) {
	c := newLife(machine.KindReview, &r.Head)
	c.Every, c.Survives = r.Every, l.survives(r.Name)
	by, held := who(r.By), r.Held.Said
	if r.Once {
		l.once(c, r)
		return
	}
	c.state("scheduled")
	c.waits("due", by)
	c.end("held")
	c.waits("missed", by)
	c.end("held late", "fallen away")
	open := onDay(machine.AnchorPeriodEnd)
	if r.Inside {
		open = onDay(machine.AnchorPeriod)
		open.Morning = true
	}
	c.day("open", open, from("scheduled"), "due", r.Said("every"))
	c.act("hold", machine.OnHold, by, from("due"), "held", held, actions(r.Then...)...)
	c.day("missed", within(r.Held), from("due"), "missed", r.Said("if missed"), actions(r.Missed...)...)
	c.act("hold late", machine.OnHold, by, from("missed"), "held late", held, actions(r.Then...)...)
	before := from("scheduled")
	if r.Inside {
		before = from("scheduled", "due")
	}
	c.on("ended", machine.OnEnded, before, "fallen away", l.lasting())
	l.add(c)
}
