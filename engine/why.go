package engine

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Why derives what is known of a thing: its state, days, value, score or sum.
func Why(m *machine.Machine, s State, key Key) (Derivation, bool) {
	t := s.Find(key)
	if t == nil {
		return Derivation{}, false
	}
	c := &m.Charts[m.Chart(key.Chart)]
	switch {
	case t.Payment != nil:
		return whyPayment(m, &s, c, t), true
	case t.Settlement != nil:
		return t.Settlement.Because, true
	case c.Kind == machine.KindFigure:
		me := m.Measure(key.Chart)
		if worth := worthOf(m, &s, me, t.Period); worth.Final {
			return worth.Because, true
		}
	case t.Notice != nil:
		return whyNotice(m, &s, c, t), true
	}
	return whyState(m, &s, c, t), true
}

func whyPayment(m *machine.Machine, s *State, c *machine.Chart, t *Thing) Derivation {
	var total value.Money
	for _, l := range t.Payment.Lines {
		total += l.Sum
	}
	d := Derivation{Says: fmt.Sprintf("%s: %s, %s", t.Key, total, t.State), At: t.Payment.Says}
	d.From = append(d.From, whyDays(m, s, c, t)...)
	for _, l := range t.Payment.Lines {
		d.From = append(d.From, Derivation{Says: fmt.Sprintf("%s pays %s %s", l.From, l.To, l.Sum), At: sharesRef(m, t)})
	}
	for _, h := range t.Payment.Held {
		d.From = append(d.From, Derivation{Says: "held back while " + h + " is open", At: machine.Ref{Block: strings.Fields(h)[0], Statement: "meanwhile"}})
	}
	d.From = append(d.From, t.Payment.Because)
	return d
}

// sharesRef is the shares block by which a payment is split, where there is one.
func sharesRef(m *machine.Machine, t *Thing) machine.Ref {
	block := m.Charts[m.Chart(t.Key.Chart)].Block
	from := ""
	for i := range m.Fundings {
		if m.Fundings[i].Name == block {
			from = m.Fundings[i].To
		}
	}
	for i := range m.Gainshares {
		if m.Gainshares[i].Name == block {
			from = m.Gainshares[i].Gain.To
		}
	}
	for i := range m.Shares {
		if m.Shares[i].Name == from {
			return machine.Ref{Block: from}
		}
	}
	return t.Payment.Says
}

func whyNotice(m *machine.Machine, s *State, c *machine.Chart, t *Thing) Derivation {
	d := Derivation{Says: fmt.Sprintf("%s by %s is %s", t.Key.Chart, t.Notice.By, t.State), At: machine.Ref{Block: t.Key.Chart}}
	if day := t.Day(machine.AnchorEffect); day.IsSet() {
		d = Derivation{Says: fmt.Sprintf("%s by %s takes effect on %s", t.Key.Chart, t.Notice.By, day), At: machine.Ref{Block: t.Key.Chart, Statement: "expiring"}}
		if mv := effectMove(c); mv != nil && mv.At != nil {
			given := t.Day(machine.AnchorGiven)
			least, _ := m.Days().After(given, mv.At.Span)
			d.From = append(d.From, Derivation{Says: fmt.Sprintf("%s after %s is %s", mv.At.Span, given, least), At: machine.Ref{Block: t.Key.Chart, Statement: "at least"}})
		}
	}
	for _, r := range t.Notice.Received {
		d.From = append(d.From, Derivation{Says: fmt.Sprintf("%s counts as having received it, by %s, on %s", r.By, t.Notice.Manner, r.On),
			At: machine.Ref{Block: t.Key.Chart, Statement: "received"}})
	}
	return d
}

// whyState says where a thing is, since when, and what runs.
func whyState(m *machine.Machine, s *State, c *machine.Chart, t *Thing) Derivation {
	d := Derivation{Says: fmt.Sprintf("%s is %s since %s", t.Key, t.State, t.Since), At: machine.Ref{Block: c.Block}}
	if t.Opener != (Key{}) {
		d.From = append(d.From, Derivation{Says: "it was opened about " + t.Opener.String(), At: machine.Ref{Block: c.Block}})
	}
	d.From = append(d.From, whyDays(m, s, c, t)...)
	if t.Ballot != nil {
		for _, v := range t.Ballot.Votes {
			d.From = append(d.From, Derivation{Says: fmt.Sprintf("%s voted %s on %s", v.By, v.Choice, v.On), At: machine.Ref{Block: c.Block, Statement: "rule"}})
		}
		for _, who := range t.Ballot.Silent {
			d.From = append(d.From, Derivation{Says: who + " did not vote", At: machine.Ref{Block: c.Block, Statement: "silence"}})
		}
		for _, r := range t.Ballot.Reasons {
			d.From = append(d.From, Derivation{Says: fmt.Sprintf("%s: “%s”", r.Name, r.Words), At: machine.Ref{Block: c.Block, Statement: "record"}})
		}
	}
	return d
}

// whyDays derives the day on which each running deadline of a thing ends, and
// of a payment that has been made the day it was due.
func whyDays(m *machine.Machine, s *State, c *machine.Chart, t *Thing) []Derivation {
	var out []Derivation
	for i := range c.Moves {
		mv := &c.Moves[i]
		running := mv.On == machine.OnDeadline && (contains(mv.From, t.State) || t.Payment != nil && t.Payment.Paid.IsSet() && len(mv.Do) > 0)
		if !running || t.Done&(1<<i) != 0 && t.Payment == nil {
			continue
		}
		day := deadline(m, s, t, mv.At)
		if !day.IsSet() {
			continue
		}
		out = append(out, Derivation{Says: deadlineWords(m, s, t, mv, day), At: mv.Says})
	}
	return out
}

func deadlineWords(m *machine.Machine, s *State, t *Thing, mv *machine.Move, day value.Date) string {
	from := anchor(m, s, t, mv.At.Anchor)
	says := fmt.Sprintf("%s: %s", mv.Text, day)
	if mv.At.Span.N != 0 {
		side := "after"
		if mv.At.Before {
			side = "before"
		}
		plain := *mv.At
		plain.Adjust = machine.Unadjusted
		says = fmt.Sprintf("%s: %s %s %s (%s) is %s", mv.Text, mv.At.Span, side, mv.At.Anchor, from, deadline(m, s, t, &plain))
		if bare := deadline(m, s, t, &plain); bare != day {
			says += fmt.Sprintf(", no working day; the %s is %s", mv.At.Adjust, day)
		}
	}
	if day > m.Calendar.Horizon {
		says += " (provisional: the bank holidays of that year are not yet known)"
	}
	return says
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
