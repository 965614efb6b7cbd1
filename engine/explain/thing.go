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
	d := whyThing(m, s, t)
	for _, h := range t.Hands {
		d.From = append(slices.Clip(d.From), whyHand(m, h))
	}
	return d, true
}

// whyHand says who did something for a party, and under what power.
func whyHand(m *machine.Machine, h engine.Hand) engine.Derivation {
	o := m.Officer(h.Officer)
	return engine.Derivation{Says: fmt.Sprintf("done for %s by %s (%s) on %s: %s", h.Party, o.Name, o.Title, h.On, h.Did), At: machine.Ref{Block: o.Name, Statement: "delegated"}}
}

func whyThing(m *machine.Machine, s engine.State, t *engine.Thing) engine.Derivation {
	c, key := &m.Charts[m.Chart(t.Key.Chart)], t.Key
	switch {
	case t.Payment != nil:
		return whyPayment(m, &s, c, t)
	case t.Claim != nil:
		return whyClaim(m, &s, c, t)
	case t.Settlement != nil:
		return t.Settlement.Because
	case c.Kind == machine.KindFigure:
		if worth, _ := engine.WorthOf(m, s, key.Chart, t.Period); worth.Final {
			return worth.Because
		}
	case t.Notice != nil:
		return whyNotice(m, &s, c, t)
	}
	return whyState(m, &s, c, t)
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
		d.From = append(d.From, whyHeld(m, s, t, h))
	}
	d.From = append(d.From, t.Payment.Because)
	return d
}

// whyHeld says what holds a payment back: a ceiling, a figure that is awaited, a
// condition, a dispute that is open, or a question that the text does not answer,
// and what was said to it.
func whyHeld(m *machine.Machine, s *engine.State, t *engine.Thing, by string) engine.Derivation {
	block, of, _ := strings.Cut(by, " ")
	funding := m.Funding(t.Key.Chart)
	if name, ok := strings.CutSuffix(block, "/withheld"); ok {
		return engine.Derivation{Says: "held back while its condition holds", At: machine.Ref{Block: name, Statement: "withheld"}}
	}
	switch {
	case m.Funding(block) != nil:
		return engine.Derivation{Says: "held back: with it more would be paid than the " + of, At: machine.Ref{Block: block, Statement: "ceiling"}}
	case m.Measure(block) != nil && funding != nil && funding.Next != nil && funding.Next.Measure == block:
		return engine.Derivation{Says: fmt.Sprintf("held back until %s is final: the sum follows from its band", by), At: machine.Ref{Block: funding.Name, Statement: "taper"}}
	case m.Measure(block) != nil:
		return engine.Derivation{Says: fmt.Sprintf("held back until %s comes in, or its band is fixed without it", by), At: machine.Ref{Block: m.Measure(block).Return, Statement: "if late"}}
	case block != m.Unclear:
		return engine.Derivation{Says: "held back while " + by + " is open", At: machine.Ref{Block: block, Statement: "meanwhile"}}
	}
	d := engine.Derivation{Says: "held back: one of them has left, and the text does not say who pays or is paid instead", At: machine.Ref{Block: "agreement", Statement: "unclear"}}
	for asked := range s.Of(block) {
		if asked.Key.String() == by {
			says := engine.Derivation{Says: fmt.Sprintf("%s is %s since %s", by, asked.State, asked.Since), At: machine.Ref{Block: block}}
			if asked.State == "adopted" && asked.Ballot.Answer != nil {
				says.Says += ":" + answered(asked.Ballot.Answer) + "; it is paid under a text that says so"
			}
			d.From = append(d.From, says)
		}
	}
	return d
}

// sharesRef is the shares block by which a payment is split, where there is one.
func sharesRef(m *machine.Machine, t *engine.Thing) machine.Ref {
	block := m.Charts[m.Chart(t.Key.Chart)].Block
	var sides []string
	for i := range m.Fundings {
		if m.Fundings[i].Name == block {
			sides = append(sides, m.Fundings[i].To, m.Fundings[i].From)
		}
	}
	if x := m.Tranche(block); x != nil {
		sides = append(sides, x.To, x.From)
	}
	for i := range m.Gainshares {
		if m.Gainshares[i].Name == block {
			sides = append(sides, m.Gainshares[i].Gain.To)
		}
	}
	for _, side := range sides {
		if slices.ContainsFunc(m.Shares, func(s machine.Shares) bool { return s.Name == side }) {
			return machine.Ref{Block: side}
		}
	}
	return t.Payment.Says
}

func whyNotice(m *machine.Machine, s *engine.State, c *machine.Chart, t *engine.Thing) engine.Derivation {
	d := engine.Derivation{Says: fmt.Sprintf("%s by %s is %s", t.Key.Chart, t.Notice.By, t.State), At: machine.Ref{Block: t.Key.Chart}}
	if day := t.Day(machine.AnchorEffect); day.IsSet() {
		d = engine.Derivation{Says: fmt.Sprintf("%s by %s takes effect on %s", t.Key.Chart, t.Notice.By, day), At: machine.Ref{Block: t.Key.Chart, Statement: "expiring"}}
		if moved := dayAgreed(m, s, t); moved != nil {
			d.At.Statement = "instead"
			d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s was adopted on %s: the day is %s", moved.Key, moved.Since, moved.Ballot.Answer.Date),
				At: machine.Ref{Block: moved.Key.Chart, Statement: "decides"}})
		} else if mv := engine.EffectMove(c); mv != nil && mv.At != nil {
			given := t.Day(machine.AnchorGiven)
			least, _ := engine.DaysOf(m, s).After(given, mv.At.Span)
			d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s after %s is %s", mv.At.Span, given, least), At: machine.Ref{Block: t.Key.Chart, Statement: "at least"}})
		}
	}
	for _, r := range t.Notice.Received {
		d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s counts as having received it, by %s, on %s", r.By, r.Manner, r.On),
			At: machine.Ref{Block: t.Key.Chart, Statement: "received"}})
	}
	return d
}

// dayAgreed is the newest decision by which a notice takes effect on another day.
func dayAgreed(m *machine.Machine, s *engine.State, notice *engine.Thing) *engine.Thing {
	var newest *engine.Thing
	for t := range s.Of(m.Notice(notice.Key.Chart).Instead) {
		if t.Opener == notice.Key && t.State == "adopted" && (newest == nil || t.Since >= newest.Since) {
			newest = t
		}
	}
	return newest
}

// whyAgreement says on which day the agreement ends where a notice ends it.
func whyAgreement(m *machine.Machine, s *engine.State, t *engine.Thing) []engine.Derivation {
	var out []engine.Derivation
	for _, k := range s.EndsWith() {
		out = append(out, engine.Derivation{Says: fmt.Sprintf("it ends at the latest when %s takes effect, on %s", k, s.Find(k).Day(machine.AnchorEffect)),
			At: machine.Ref{Block: k.Chart, Statement: "then"}})
	}
	for _, left := range t.Left {
		out = append(out, engine.Derivation{Says: fmt.Sprintf("%s left on %s", left.By, left.On), At: machine.Ref{Block: t.Key.Chart}})
	}
	return out
}

// whyState says where a thing is, since when, and what runs.
func whyState(m *machine.Machine, s *engine.State, c *machine.Chart, t *engine.Thing) engine.Derivation {
	d := engine.Derivation{Says: fmt.Sprintf("%s is %s since %s", t.Key, t.State, t.Since), At: machine.Ref{Block: c.Block}}
	if t.Round != nil {
		d.From = append(d.From, whyRound(m, t)...)
	} else if t.Opener != (engine.Key{}) {
		d.From = append(d.From, engine.Derivation{Says: "it was opened about " + t.Opener.String(), At: machine.Ref{Block: c.Block}})
	}
	if c.Kind == machine.KindAgreement {
		d.From = append(d.From, whyAgreement(m, s, t)...)
	}
	for _, h := range t.Holidays {
		d.From = append(d.From, engine.Derivation{Says: holidayWords(h) + fmt.Sprintf(", in %s; put on record by %s on %s", strings.Join(h.In, " and "), h.By, h.On),
			At: machine.Ref{Block: c.Block, Statement: "calendar"}})
	}
	d.From = append(d.From, whyDays(m, s, c, t)...)
	if t.Ballot != nil {
		if t.Ballot.Text != nil {
			d.From = append(d.From, whyText(m, t, machine.Ref{Block: c.Block, Statement: "then"}))
		}
		for _, v := range t.Ballot.Votes {
			says := engine.Derivation{Says: fmt.Sprintf("%s voted %s on %s", v.By, v.Choice, v.On), At: machine.Ref{Block: c.Block, Statement: "rule"}}
			if c.Kind == machine.KindDispute {
				says = engine.Derivation{Says: fmt.Sprintf("%s answered%s on %s", v.By, answered(v.Answer), v.On), At: machine.Ref{Block: c.Block, Statement: "level"}}
			}
			d.From = append(d.From, says)
		}
		for _, who := range t.Ballot.Silent {
			d.From = append(d.From, engine.Derivation{Says: who + " did not vote", At: machine.Ref{Block: c.Block, Statement: "silence"}})
		}
		for _, r := range t.Ballot.Reasons {
			says := machine.Ref{Block: c.Block, Statement: "record"}
			if c.Kind == machine.KindDispute {
				says.Statement = "level"
			}
			d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf("%s: “%s”", r.Name, r.Words), At: says})
		}
	}
	return d
}

// answered is what somebody said at a level of a dispute; empty without a figure or words.
func answered(a *engine.Answer) string {
	switch {
	case a == nil:
		return ""
	case a.Value != nil:
		return " " + a.Value.String()
	case len(a.Inputs) > 0:
		var parts []string
		for _, in := range a.Inputs {
			parts = append(parts, in.Name+" "+in.Value.String())
		}
		return " " + strings.Join(parts, ", ")
	}
	return " “" + a.Words + "”"
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

// proclaimedBetween names the bank holidays proclaimed since signature that lie
// between a day and another, and those that were moved away from there.
func proclaimedBetween(m *machine.Machine, s *engine.State, a, b value.Date) string {
	if !a.IsSet() {
		a = b.AddDays(-7) // an adjustment alone looks no further
	}
	says := ""
	for _, h := range Holidays(m, *s) {
		if min(a, b) <= h.Day && h.Day <= max(a, b) || h.Instead.IsSet() && min(a, b) <= h.Instead && h.Instead <= max(a, b) {
			says += "; " + h.Words
		}
	}
	return says
}

func deadlineWords(m *machine.Machine, s *engine.State, t *engine.Thing, mv *machine.Move, day value.Date) string {
	from := engine.AnchorOf(m, s, t, mv.At.Anchor)
	statement := mv.Says.Statement + " " + mv.Text // as the line reads: "silence is acceptance"
	says := fmt.Sprintf("%s: %s", statement, day)
	if mv.At.Span.N != 0 {
		side := "after"
		if mv.At.Before {
			side = "before"
		}
		plain := *mv.At
		plain.Adjust = machine.Unadjusted
		says = fmt.Sprintf("%s: %s %s %s (%s) is %s", statement, mv.At.Span, side, mv.At.Anchor, from, engine.DeadlineOf(m, s, t, &plain))
		if bare := engine.DeadlineOf(m, s, t, &plain); bare != day {
			says += fmt.Sprintf(", no working day; the %s is %s", mv.At.Adjust, day)
		}
	}
	if mv.At.Span.Unit == value.WorkingDays || mv.At.Adjust != machine.Unadjusted {
		says += proclaimedBetween(m, s, from, day)
	}
	if day > m.Calendar.Horizon {
		says += " (provisional: the bank holidays of that year are not yet known)"
	}
	return says
}
