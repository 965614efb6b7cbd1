// Package explain derives what the engine knows: where a date, a band, a score
// or a sum comes from, and what is awaited of whom. It reads states and changes
// none; every figure in it comes from the evaluation that the engine itself
// uses to pay, so that what is shown and what is paid cannot differ.
package explain

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Thing derives what is known of a thing: its state, days, value, score or sum;
// false when there is no such thing.
func Thing(m *machine.Machine, s engine.State, key engine.Key) (engine.Derivation, bool) {
	t := s.Find(key)
	if t == nil {
		return engine.Derivation{}, false
	}
	c := &m.Charts[m.Chart(key.Chart)]
	switch {
	case t.Payment != nil:
		return whyPayment(m, &s, c, t), true
	case t.Settlement != nil:
		return t.Settlement.Because, true
	case c.Kind == machine.KindFigure:
		if worth, _ := engine.WorthOf(m, s, key.Chart, t.Period); worth.Final {
			return worth.Because, true
		}
	case t.Notice != nil:
		return whyNotice(m, &s, c, t), true
	}
	return whyState(m, &s, c, t), true
}

func whyPayment(m *machine.Machine, s *engine.State, c *machine.Chart, t *engine.Thing) engine.Derivation {
	var total value.Money
	for _, l := range t.Payment.Lines {
		total += l.Sum
	}
	d := engine.Derivation{Says: fmt.Sprintf("%s: %s, %s", t.Key, total, t.State), At: t.Payment.Says}
	d.From = append(d.From, whyDays(m, s, c, t)...)
	for _, l := range t.Payment.Lines {
		d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s pays %s %s", l.From, l.To, l.Sum), At: sharesRef(m, t)})
	}
	for _, h := range t.Payment.Held {
		d.From = append(d.From, engine.Derivation{Says: "held back while " + h + " is open", At: machine.Ref{Block: strings.Fields(h)[0], Statement: "meanwhile"}})
	}
	d.From = append(d.From, t.Payment.Because)
	return d
}

// sharesRef is the shares block by which a payment is split, where there is one.
func sharesRef(m *machine.Machine, t *engine.Thing) machine.Ref {
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

func whyNotice(m *machine.Machine, s *engine.State, c *machine.Chart, t *engine.Thing) engine.Derivation {
	d := engine.Derivation{Says: fmt.Sprintf("%s by %s is %s", t.Key.Chart, t.Notice.By, t.State), At: machine.Ref{Block: t.Key.Chart}}
	if day := t.Day(machine.AnchorEffect); day.IsSet() {
		d = engine.Derivation{Says: fmt.Sprintf("%s by %s takes effect on %s", t.Key.Chart, t.Notice.By, day), At: machine.Ref{Block: t.Key.Chart, Statement: "expiring"}}
		if mv := engine.EffectMove(c); mv != nil && mv.At != nil {
			given := t.Day(machine.AnchorGiven)
			least, _ := m.Days().After(given, mv.At.Span)
			d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s after %s is %s", mv.At.Span, given, least), At: machine.Ref{Block: t.Key.Chart, Statement: "at least"}})
		}
	}
	for _, r := range t.Notice.Received {
		d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s counts as having received it, by %s, on %s", r.By, t.Notice.Manner, r.On),
			At: machine.Ref{Block: t.Key.Chart, Statement: "received"}})
	}
	return d
}

// whyState says where a thing is, since when, and what runs.
func whyState(m *machine.Machine, s *engine.State, c *machine.Chart, t *engine.Thing) engine.Derivation {
	d := engine.Derivation{Says: fmt.Sprintf("%s is %s since %s", t.Key, t.State, t.Since), At: machine.Ref{Block: c.Block}}
	if t.Opener != (engine.Key{}) {
		d.From = append(d.From, engine.Derivation{Says: "it was opened about " + t.Opener.String(), At: machine.Ref{Block: c.Block}})
	}
	d.From = append(d.From, whyDays(m, s, c, t)...)
	if t.Ballot != nil {
		for _, v := range t.Ballot.Votes {
			d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s voted %s on %s", v.By, v.Choice, v.On), At: machine.Ref{Block: c.Block, Statement: "rule"}})
		}
		for _, who := range t.Ballot.Silent {
			d.From = append(d.From, engine.Derivation{Says: who + " did not vote", At: machine.Ref{Block: c.Block, Statement: "silence"}})
		}
		for _, r := range t.Ballot.Reasons {
			d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s: “%s”", r.Name, r.Words), At: machine.Ref{Block: c.Block, Statement: "record"}})
		}
	}
	return d
}

// whyDays derives the day on which each running deadline of a thing ends, and
// of a payment that has been made the day it was due.
func whyDays(m *machine.Machine, s *engine.State, c *machine.Chart, t *engine.Thing) []engine.Derivation {
	var out []engine.Derivation
	for i := range c.Moves {
		mv := &c.Moves[i]
		running := mv.On == machine.OnDeadline && (slices.Contains(mv.From, t.State) || t.Payment != nil && t.Payment.Paid.IsSet() && len(mv.Do) > 0)
		if !running || slices.Contains(t.Done, i) && t.Payment == nil {
			continue
		}
		day := engine.DeadlineOf(m, s, t, mv.At)
		if !day.IsSet() {
			continue
		}
		out = append(out, engine.Derivation{Says: deadlineWords(m, s, t, mv, day), At: mv.Says})
	}
	return out
}

func deadlineWords(m *machine.Machine, s *engine.State, t *engine.Thing, mv *machine.Move, day value.Date) string {
	from := engine.AnchorOf(m, s, t, mv.At.Anchor)
	says := fmt.Sprintf("%s: %s", mv.Text, day)
	if mv.At.Span.N != 0 {
		side := "after"
		if mv.At.Before {
			side = "before"
		}
		plain := *mv.At
		plain.Adjust = machine.Unadjusted
		says = fmt.Sprintf("%s: %s %s %s (%s) is %s", mv.Text, mv.At.Span, side, mv.At.Anchor, from, engine.DeadlineOf(m, s, t, &plain))
		if bare := engine.DeadlineOf(m, s, t, &plain); bare != day {
			says += fmt.Sprintf(", no working day; the %s is %s", mv.At.Adjust, day)
		}
	}
	if day > m.Calendar.Horizon {
		says += " (provisional: the bank holidays of that year are not yet known)"
	}
	return says
}
