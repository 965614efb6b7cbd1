package engine

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// unsigned are the parties that have not signed.
func unsigned(m *machine.Machine, a *Thing) []string {
	var out []string
	for _, p := range m.Parties {
		if !slices.ContainsFunc(a.Signatures, func(s Signature) bool { return s.By == p.Name }) {
			out = append(out, p.Name)
		}
	}
	return out
}

// notYours refuses an act to one who may not do it, or no longer.
func (w *work) notYours(by string, says machine.Ref, act string, may machine.Who) error {
	if w.s.hasLeft(by) {
		return refusal.HasLeft(by, says, act)
	}
	return refusal.NotYours(by, says, act, may)
}

// WaitedFor is who is expected to act on a thing in the state it is in: in a
// vote, those who have not voted.
func WaitedFor(m *machine.Machine, s State, t *Thing) []string {
	c := &m.Charts[m.Chart(t.Key.Chart)]
	st := c.State(t.State)
	if c.Kind == machine.KindAgreement && t.State == c.States[0].Name {
		return unsigned(m, t)
	}
	if t.Payment != nil && !st.End && heldAsUnclear(m, t) {
		return members(m, &s, t, m.Decision(m.Unclear).Stages[0].By)
	}
	if st.Waits == nil {
		return nil
	}
	if t.Notice != nil {
		if t.Day(machine.AnchorGiven).IsSet() {
			return nil
		}
		return []string{t.Notice.By} // to serve those whom it has not reached
	}
	var out []string
	for _, name := range members(m, &s, t, *st.Waits) {
		if t.Ballot == nil || t.Ballot.VoteOf(name) == nil {
			out = append(out, name)
		}
	}
	return out
}

// heldAsUnclear reports whether a payment is held back because the agreement does
// not say who is paid: it waits for those whom `unclear` names, and for the new
// text in which they say so.
func heldAsUnclear(m *machine.Machine, t *Thing) bool {
	return m.Decision(m.Unclear) != nil && slices.ContainsFunc(t.Payment.Held, func(h string) bool { return strings.HasPrefix(h, m.Unclear+" ") })
}

func bandWords(me *machine.Measure, b value.Band) string {
	for _, r := range me.Bands {
		if r.Band == b && r.Words != "" {
			return fmt.Sprintf("%s (%s)", b, r.Words)
		}
	}
	return b.String()
}

// whichIs adds the band to a sentence; a figure without bands has none.
func whichIs(me *machine.Measure, b value.Band) string {
	if len(me.Bands) == 0 {
		return ""
	}
	return ", which is " + bandWords(me, b)
}

func inputWords(me *machine.Measure, in []InputValue) string {
	var parts []string
	for _, x := range in {
		parts = append(parts, fmt.Sprintf("%s %s", x.Name, x.Value))
	}
	return strings.Join(parts, ", ")
}

// signed words a settlement as a gain or a pain.
func signed(s *Settlement) string {
	switch {
	case s.Sum == 0:
		return "nothing"
	case s.Pain:
		return "a pain of " + s.Sum.String()
	}
	return "a gain of " + s.Sum.String()
}

// figureDerivation says what a figure is and how it came to count.
func figureDerivation(me *machine.Measure, t *Thing) Derivation {
	f := t.Figure
	var what string
	switch {
	case f.Assumed && t.Figure.Value == nil:
		what = "taken as " + f.Band.String() + " in this scenario"
	case f.Assumed:
		what = "taken as " + f.Value.String() + " in this scenario"
	case f.Band != value.NoBand:
		what = "decided to be " + f.Band.String()
	case f.Value != nil:
		what = "returned as " + f.Value.String()
	default:
		what = "returned as " + inputWords(me, f.Inputs)
	}
	d := Derivation{Says: fmt.Sprintf("%s for %s: %s", me.Name, t.Period, what), At: f.By}
	if day := t.Day(machine.AnchorReceipt); day.IsSet() {
		d.Says += ", received " + day.String()
	}
	if f.Final {
		d.Says += fmt.Sprintf(", %s since %s", t.State, t.Since)
	}
	return d
}
