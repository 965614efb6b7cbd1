package carry

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// nowhere reports whether the new text has no place for a thing, and why.
func (c *carrier) nowhere(t *engine.Thing, chart *machine.Chart, key engine.Key) (string, bool) {
	at := c.new.Chart(key.Chart)
	if at < 0 {
		return "the new text has no " + key.Chart, true
	}
	now := &c.new.Charts[at]
	switch {
	case now.Kind != chart.Kind:
		return fmt.Sprintf("in the new text %s is a %s, no %s", key.Chart, now.Kind, chart.Kind), true
	case !slices.ContainsFunc(now.States, func(s machine.State) bool { return s.Name == t.State }):
		return fmt.Sprintf("in the new text no %s can be %s", key.Chart, t.State), true
	case t.Period == value.Period{}:
		return "", false
	case now.Every != value.NoPeriod && now.Every != t.Period.Kind:
		return fmt.Sprintf("the new text asks for %s every %s", key.Chart, now.Every), true
	case c.new.YearStart != c.old.YearStart:
		return "the new text begins its years on another day", true
	case c.new.Last < c.old.Last && c.new.FirstDay(t.Period) > c.new.Last:
		return "its period lies after the last day of the new text, " + c.new.Last.String(), true
	}
	return "", false
}

// rests reports whether a thing is over, or final: nothing is awaited of it.
func rests(c *machine.Chart, t *engine.Thing) bool {
	s := c.State(t.State)
	if s.End || c.Kind == machine.KindRule || c.Kind == machine.KindRoute || c.Kind == machine.KindContract {
		return true
	}
	return c.Kind == machine.KindFigure && s.Waits == nil && t.Figure != nil && t.Figure.Final
}

// untouched reports whether nothing has come of a thing yet: its period is not
// over, and nobody has done anything about it.
func untouched(m *machine.Machine, c *machine.Chart, t *engine.Thing, on value.Date) bool {
	if t.State != c.States[0].Name || t.Ballot != nil || t.Notice != nil || t.Entry != nil || t.Claim != nil || t.Settlement != nil {
		return false
	}
	if t.Round != nil {
		return len(t.Round.Shown) == 0
	}
	if t.Period == (value.Period{}) || t.Figure != nil {
		return false
	}
	if t.Payment != nil {
		return len(t.Payment.Held) == 0 && m.FirstDay(t.Period) > on
	}
	return m.LastDay(t.Period) >= on
}

// misfit is why the new text cannot go on with what is known of a thing; empty: it can.
func (c *carrier) misfit(t, n *engine.Thing) string {
	if me := c.new.Measure(n.Key.Chart); me != nil && t.Figure != nil {
		f := t.Figure
		if !asks(me, f.Value, f.Inputs) || f.Pending != nil && !asks(me, f.Pending.Value, f.Pending.Inputs) {
			return "the figure that came in is not what the new text asks for: " + inputs(me)
		}
	}
	old, now := c.old.Decision(t.Key.Chart), c.new.Decision(n.Key.Chart)
	if old != nil && now != nil && old.Decides != now.Decides && !c.old.ChartOf(t.Key.Chart).State(t.State).End {
		return "in the new text it decides something else"
	}
	if p := c.new.Process(n.Key.Chart); p != nil && !c.old.ChartOf(t.Key.Chart).State(t.State).End {
		for _, s := range p.Steps {
			if !slices.ContainsFunc(c.old.Process(t.Key.Chart).Steps, func(o machine.Step) bool { return cmpName(c.names, o.Name) == s.Name }) {
				return "it is under way, and the new text puts the step " + s.Name + " into it"
			}
		}
	}
	return ""
}

func cmpName(names map[string]string, was string) string {
	if now, ok := names[was]; ok {
		return now
	}
	return was
}

// asks reports whether a figure has the form that a measure is returned in.
func asks(me *machine.Measure, v *value.Num, given []engine.InputValue) bool {
	if v != nil && len(me.Inputs) > 0 || len(given) > 0 && len(given) != len(me.Inputs) {
		return false
	}
	for i := range given {
		if given[i].Name != me.Inputs[i].Name {
			return false
		}
	}
	return true
}

func inputs(me *machine.Measure) string {
	var names []string
	for _, in := range me.Inputs {
		names = append(names, in.Name)
	}
	if len(names) == 0 {
		return "one figure"
	}
	return strings.Join(names, " and ")
}

// instalment works out an unpaid instalment by the new text. One whose sum has
// been changed by something that happened, or that is held back, cannot be.
func (c *carrier) instalment(t, n *engine.Thing) (*Sum, string) {
	old, now := c.old.Funding(t.Key.Chart), c.new.Funding(n.Key.Chart)
	if old == nil || now == nil || t.Payment == nil || c.old.ChartOf(t.Key.Chart).State(t.State).End {
		return nil, ""
	}
	was, _, _, _ := sums.Instalment(c.old, old, t.Period)
	sum, _, _, parts := sums.Instalment(c.new, now, t.Period)
	before := sums.Matrix(c.old, was, old.From, old.To)
	for i := range before {
		before[i].From, before[i].To = cmpName(c.names, before[i].From), cmpName(c.names, before[i].To)
	}
	if slices.Equal(before, sums.Matrix(c.new, sum, now.From, now.To)) {
		return nil, ""
	}
	switch {
	case parts == 0:
		return nil, "the new text has no sum for its period, and it is due"
	case len(t.Payment.Held) > 0:
		return nil, "it is held back by " + strings.Join(t.Payment.Held, ", ") + ", and the new text has another sum for it"
	case len(t.Payment.Credits) > 0 || !slices.Equal(before, n.Payment.Lines):
		return nil, "its sum was changed by what has happened, and the new text has another sum for it"
	}
	c.to.Anew = append(c.to.Anew, n.Key)
	return &Sum{Was: was, Now: sum}, ""
}
