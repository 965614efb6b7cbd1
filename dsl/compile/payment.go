package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// instalments adds the chart of a funding's instalments, and that of what is
// paid back where the agreement ends early.
func (l *lives) instalments(f *settled.Funding) {
	c := newLife(machine.KindPayment, &f.Head)
	c.Every = f.Every
	at := onDay(machine.AnchorPeriodEnd)
	if f.Advance {
		at = onDay(machine.AnchorPeriod)
	}
	at.Adjust = f.Adjust
	l.payment(c, f.Name, at, f.Said("paid"))
	c.end("fallen away")
	ended := l.said("term")
	if f.Has("if ended") {
		ended = f.Said("if ended")
	}
	c.on("ended", machine.OnEnded, from("scheduled"), "fallen away", ended)
	l.add(c)
	if f.Repay == nil {
		return
	}
	back := newLife(machine.KindPayment, &f.Head)
	back.ID += repaymentPart
	at = within(f.Repay.Within)
	at.Anchor = machine.AnchorEnd
	l.payment(back, f.Name, at, f.Repay.Said)
	l.add(back)
}

// settled adds the chart of what a gainshare pays, first and by correction.
func (l *lives) settled(g *settled.Gainshare) {
	c := newLife(machine.KindPayment, &g.Head)
	c.ID += paymentPart
	at := within(g.Paid)
	at.Anchor = machine.AnchorDecision
	l.payment(c, g.Name, at, g.Said("paid"))
	l.add(c)
}

// tranche adds the chart of what is paid when a step is done.
func (l *lives) tranche(x *settled.Tranche) {
	c := newLife(machine.KindPayment, &x.Head)
	at := within(x.Paid)
	at.Anchor = machine.AnchorDone
	l.payment(c, x.Name, at, x.Said("paid"))
	l.add(c)
}

// payment is the life of any sum: paid on its day, unless a dispute holds it
// back; then when it is let go, if its day has passed.
func (l *lives) payment(c *life, block string, at machine.Deadline, paid settled.Said) {
	c.Survives = l.survives(block)
	held := l.heldBy(block, paid)
	c.state("scheduled", "held back")
	c.end("paid")
	c.day("pay", at, from("scheduled"), "paid", paid, does(machine.Post, "", paid))
	c.on("hold", machine.OnHeldBack, from("scheduled"), "held back", held)
	c.on("release", machine.OnReleased, from("held back"), "scheduled", held)
}

// heldBy is the statement of a dispute that holds a block's payments back. What
// is owed to a party that has left is held back under no dispute: the payment's
// own statement does not say who gets it.
func (l *lives) heldBy(block string, paid settled.Said) settled.Said {
	for _, d := range l.a.Disputes {
		if settled.NameOf(d.PaysNone) == block {
			return d.Said("meanwhile")
		}
	}
	return l.withheldBy(block, paid)
}

// withheldBy is the statement by which an investment's instalments wait.
func (l *lives) withheldBy(block string, paid settled.Said) settled.Said {
	for _, f := range l.a.Fundings {
		switch {
		case f.Name != block:
		case f.Withheld != nil:
			return f.Withheld.Said
		case f.Ceiling != nil:
			return f.Ceiling.Said
		case f.AYear != nil:
			return f.AYear.Said
		case f.Next != nil:
			return f.Said("taper")
		}
	}
	for _, r := range l.a.Returns {
		for _, late := range r.Late {
			if late.Do.Verb == machine.Withhold && settled.NameOf(late.Do.On) == block {
				return late.Said
			}
		}
	}
	return paid
}
