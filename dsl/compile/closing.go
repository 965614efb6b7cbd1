package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// once is the life of a review that is held once: it may be held from the first
// day, at the latest on its day before the term ends. Where its `then` has a
// condition, holding it asks that condition, and one of two ends follows.
func (l *lives) once(c *life, r *settled.Review) {
	by, held := who(r.By), r.Held.Said
	c.waits("due", by)
	c.end("held")
	c.waits("missed", by)
	c.end("held late", "fallen away")
	last := within(r.Held)
	last.Before = true
	var then []machine.Action
	if r.When.Op == "" {
		then = actions(r.Then...)
	}
	c.act("hold", machine.OnHold, by, from("due"), "held", held, then...)
	c.day("missed", last, from("due"), "missed", r.Said("if missed"), actions(r.Missed...)...)
	c.act("hold late", machine.OnHold, by, from("missed"), "held late", held, then...)
	if r.When.Op != "" {
		done := from("held", "held late")
		c.end("respecified", "not respecified")
		c.on("then", machine.OnTrue, done, "respecified", r.Said("then"), actions(r.Then...)...)
		c.on("otherwise", machine.OnFalse, done, "not respecified", r.Said("otherwise"), actions(r.Otherwise...)...)
	}
	c.on("ended", machine.OnEnded, from("due", "missed"), "fallen away", l.lasting())
	l.add(c)
}

// asked is the condition of such a review: a rule that nothing but holding the
// review makes act, so it watches no measure.
func asked(r *settled.Review) machine.Condition {
	return machine.Condition{Name: r.Name, Title: r.Title, When: r.When, Final: true, Fires: machine.FiresOnce}
}
