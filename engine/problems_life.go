package engine

import (
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// The refusals of what is about an agreement's life: notices, disputes,
// signatures, its end, and money that can no longer be corrected.

func (w *work) noManner(n *machine.Notice, manner string) error {
	var names []string
	for _, m := range n.Manners {
		names = append(names, m.Words)
	}
	return w.refuse(machine.Ref{Block: n.Name, Statement: "served"}, "", "%s cannot be served by “%s”: it is served %s", n.Name, manner, strings.Join(names, " or "))
}

func (w *work) notOwedNotice(n *machine.Notice, party string) error {
	return w.refuse(machine.Ref{Block: n.Name, Statement: "to"}, "", "%s does not go to `%s`: it goes to %s", n.Name, party, whoWords(n.To))
}

func (w *work) nobodyToServe(n *machine.Notice) error {
	return w.refuse(machine.Ref{Block: n.Name, Statement: "to"}, "", "%s has nobody to go to: every other membership has ended", n.Name)
}

func (w *work) noticeRuns(t *Thing) error {
	return w.refuse(machine.Ref{Block: t.Key.Chart, Statement: "given"}, "", "%s has given this notice already: it takes effect on %s", t.Notice.By, t.Day(machine.AnchorEffect))
}

func (w *work) cannotWithdraw(n *machine.Notice) error {
	return w.refuse(machine.Ref{Block: n.Name, Statement: "withdrawn"}, "", "%s cannot be taken back once it is given", n.Title)
}

func (w *work) noNotice(n *machine.Notice, by string, says machine.Ref) error {
	return w.refuse(says, "", "%s has no notice %s under way", by, n.Name)
}

func (w *work) sayAbout(d *machine.Dispute) error {
	return w.refuse(machine.Ref{Block: d.Name}, "say it with about", "a dispute must say what it is about")
}

func (w *work) contestInstead(d *machine.Dispute) error {
	return w.refuse(machine.Ref{Block: d.Name}, "use `contest`", "%s is about figures: it is opened by contesting one", d.Name)
}

func (w *work) signedByAll(a *Thing) error {
	return w.refuse(machine.Ref{Block: "agreement"}, "", "every party has signed already: the agreement is %s", a.State)
}

func (w *work) signedAlready(s Signature) error {
	return w.refuse(machine.Ref{Block: "agreement"}, "", "%s has signed already, on %s", s.By, s.On)
}

func (w *work) hasHoles() error {
	h := w.m.Holes[0]
	return w.refuse(h.At, "", "the text cannot be signed: %d value(s) are still to be agreed, the first being %s (%s)", len(w.m.Holes), h.At, h.What)
}

func (w *work) overNow(block string, end value.Date) error {
	return w.refuse(machine.Ref{Block: "agreement", Statement: "survives"}, "", "the agreement ended on %s, and %s is not among what survives it", end, block)
}

func (w *work) termOver() error {
	return w.refuse(machine.Ref{Block: "agreement", Statement: "term"}, "", "it cannot be signed any more: its term ended on %s", w.m.Last)
}

func (w *work) otherText(theirs, ours string) error {
	return w.refuse(machine.Ref{Block: "agreement"}, "", "this is not the text that is being signed: its fingerprint is %.12s, not %.12s", theirs, ours)
}

func (w *work) correctedTooLate(g *machine.Gainshare, t *Thing, last value.Date) error {
	return w.refuse(machine.Ref{Block: g.Name, Statement: "corrected"}, "", "%s was paid on %s, and could be corrected until %s", t.Key, t.Payment.Paid, last)
}

func (w *work) whichNotice(d *machine.Decision, running []*Thing) error {
	says := machine.Ref{Block: d.Name, Statement: "decides"}
	if len(running) == 0 {
		return w.refuse(says, "", "%s moves the day of a notice, and none is under way", d.Name)
	}
	var names []string
	for _, t := range running {
		names = append(names, "“"+t.Key.String()+"”")
	}
	return w.refuse(says, "say which with about", "%s moves the day of one notice that is under way: %s", d.Name, strings.Join(names, " or "))
}
