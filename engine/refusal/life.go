package refusal

import (
	"strings"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

// The refusals of what is about an agreement's life: notices, disputes,
// signatures, its end, and money that can no longer be corrected.

// NoManner refuses a manner of service that the notice does not know.
func NoManner(n *machine.Notice, manner string) error {
	var names []string
	for _, m := range n.Manners {
		names = append(names, m.Words)
	}
	return refuse(machine.Ref{Block: n.Name, Statement: "served"}, "", "%s cannot be served by “%s”: it is served %s", n.Name, manner, strings.Join(names, " or "))
}

// NotOwedNotice refuses service on one to whom a notice does not go.
func NotOwedNotice(n *machine.Notice, party string) error {
	return refuse(machine.Ref{Block: n.Name, Statement: "to"}, "", "%s does not go to `%s`: it goes to %s", n.Name, party, whoWords(n.To))
}

// NobodyToServe refuses a notice when nobody is left to receive it.
func NobodyToServe(n *machine.Notice) error {
	return refuse(machine.Ref{Block: n.Name, Statement: "to"}, "", "%s has nobody to go to: every other membership has ended", n.Name)
}

// NoticeRuns refuses a second notice while the first runs.
func NoticeRuns(t *record.Thing) error {
	return refuse(machine.Ref{Block: t.Key.Chart, Statement: "given"}, "", "%s has given this notice already: it takes effect on %s", t.Notice.By, t.Day(machine.AnchorEffect))
}

// CannotWithdraw refuses taking back what cannot be taken back.
func CannotWithdraw(n *machine.Notice) error {
	return refuse(machine.Ref{Block: n.Name, Statement: "withdrawn"}, "", "%s cannot be taken back once it is given", n.Title)
}

// NoNotice refuses an act on a notice that is not under way.
func NoNotice(n *machine.Notice, by string, says machine.Ref) error {
	return refuse(says, "", "%s has no notice %s under way", by, n.Name)
}

// SayAbout refuses a dispute about nothing.
func SayAbout(d *machine.Dispute) error {
	return refuse(machine.Ref{Block: d.Name}, "say it with about", "a dispute must say what it is about")
}

// ContestInstead refuses raising a dispute that is opened by contesting a figure.
func ContestInstead(d *machine.Dispute) error {
	return refuse(machine.Ref{Block: d.Name}, "use `contest`", "%s is about figures: it is opened by contesting one", d.Name)
}

// SignedByAll refuses a signature on what all have signed.
func SignedByAll(a *record.Thing) error {
	return refuse(machine.Ref{Block: "agreement"}, "", "every party has signed already: the agreement is %s", a.State)
}

// SignedAlready refuses a second signature of a party.
func SignedAlready(s record.Signature) error {
	return refuse(machine.Ref{Block: "agreement"}, "", "%s has signed already, on %s", s.By, s.On)
}

// HasHoles refuses signing a text with values still to be agreed.
func HasHoles(m *machine.Machine) error {
	h := m.Holes[0]
	return refuse(h.At, "", "the text cannot be signed: %d value(s) are still to be agreed, the first being %s (%s)", len(m.Holes), h.At, h.What)
}

// OverNow refuses an act after the end on what does not survive it.
func OverNow(block string, end value.Date) error {
	return refuse(machine.Ref{Block: "agreement", Statement: "survives"}, "", "the agreement ended on %s, and %s is not among what survives it", end, block)
}

// TermOver refuses signing after the term.
func TermOver(m *machine.Machine) error {
	return refuse(machine.Ref{Block: "agreement", Statement: "term"}, "", "it cannot be signed any more: its term ended on %s", m.Last)
}

// OtherText refuses signing another text than this one.
func OtherText(theirs, ours string) error {
	return refuse(machine.Ref{Block: "agreement"}, "", "this is not the text that is being signed: its fingerprint is %.12s, not %.12s", theirs, ours)
}

// CorrectedTooLate refuses restating what was paid too long ago.
func CorrectedTooLate(block string, t *record.Thing, last value.Date) error {
	return refuse(machine.Ref{Block: block, Statement: "corrected"}, "", "%s was paid on %s, and could be corrected until %s", t.Key, t.Payment.Paid, last)
}

// WhichNotice refuses moving the day of a notice that cannot be told.
func WhichNotice(d *machine.Decision, running []*record.Thing) error {
	says := machine.Ref{Block: d.Name, Statement: "decides"}
	if len(running) == 0 {
		return refuse(says, "", "%s moves the day of a notice, and none is under way", d.Name)
	}
	var names []string
	for _, t := range running {
		names = append(names, "“"+t.Key.String()+"”")
	}
	return refuse(says, "say which with about", "%s moves the day of one notice that is under way: %s", d.Name, strings.Join(names, " or "))
}
