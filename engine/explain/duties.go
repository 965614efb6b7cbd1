package explain

import (
	"cmp"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Duty is something that is awaited: who owes it, by when, and what follows if
// it does not come.
type Duty struct {
	Key engine.Key
	Who []string
	// As is how the agreement names them; nil where a payment or a notice does.
	As   *machine.Who
	By   value.Date // NoDate: no time is set
	What machine.Ref
	// Next is the move that is made at the end of the day By; nil where none is.
	Next *machine.Move
}

// Duties lists what is open, by day. A payment is a duty of those who pay.
func Duties(m *machine.Machine, s engine.State) []Duty {
	var out []Duty
	for t := range s.All() {
		if t.Figure != nil && t.Figure.Assumed {
			continue
		}
		c := &m.Charts[m.Chart(t.Key.Chart)]
		who := engine.WaitedFor(m, s, t)
		if c.Kind == machine.KindPayment && !c.State(t.State).End {
			who = payers(t)
		}
		if len(who) == 0 {
			continue
		}
		d := Duty{Key: t.Key, Who: who, By: value.NoDate, As: c.State(t.State).Waits}
		if day, move := s.Next(m, t.Key); move != nil {
			d.By, d.Next, d.What = day, move, move.Says
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b Duty) int {
		return cmp.Or(compareDays(a.By, b.By), cmp.Or(cmp.Compare(a.Key.Chart, b.Key.Chart), cmp.Compare(a.Key.Of, b.Key.Of)))
	})
	return out
}

func payers(t *engine.Thing) []string {
	var out []string
	for _, l := range t.Payment.Lines {
		if !slices.Contains(out, l.From) {
			out = append(out, l.From)
		}
	}
	return out
}

// compareDays puts what has no day last.
func compareDays(a, b value.Date) int {
	switch {
	case a == b:
		return 0
	case !a.IsSet():
		return 1
	case !b.IsSet():
		return -1
	}
	return cmp.Compare(a, b)
}
