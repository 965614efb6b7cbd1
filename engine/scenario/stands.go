package scenario

import (
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// find is the thing that words mean: the one named, else the one that was opened last.
func (a *answered) find(chart, of string) *engine.Thing {
	var last *engine.Thing
	for t := range a.s.Of(chart) {
		if of != "" && !called(t, of) {
			continue
		}
		if last == nil || t.Day(machine.AnchorOpening) >= last.Day(machine.AnchorOpening) {
			last = t
		}
	}
	return last
}

func called(t *engine.Thing, of string) bool {
	return t.Key.Of == of || t.Key.String() == of || t.Ballot != nil && t.Ballot.About == of || t.Opener.String() == of || t.Period.String() == of
}

// notThere is so of what a scenario of another revision speaks of.
const notThere = "the text has nothing of that name"

func (a *answered) stands(x Stands) {
	at := a.m.Chart(x.Chart)
	if at < 0 {
		a.is = notThere
		return
	}
	if c := &a.m.Charts[at]; !CanBe(c, x.State) {
		a.is = fmt.Sprintf("that can never be: it is %s", or(stateNames(c)))
		return
	}
	t := a.find(x.Chart, x.Of)
	if t == nil {
		if !x.Not {
			a.is = "it has not been opened"
		}
		return
	}
	if a.isIn(t, x.State) == x.Not {
		a.is = fmt.Sprintf("it is %s since %s", t.State, t.Since)
		return
	}
	if x.Due.IsSet() {
		if due := a.dueOf(t.Key); due != x.Due {
			a.is = "its time is up on " + due.String()
		}
	}
}

// isIn reports whether a thing is in a state, by its own name or by one of the
// words that fit more than one.
func (a *answered) isIn(t *engine.Thing, state string) bool {
	chart := a.chartOf(t)
	end := chart.State(t.State).End
	switch {
	case t.State == state:
		return true
	case !CanBe(chart, state):
		return false
	}
	switch state {
	case Open:
		return !end
	case Closed:
		return end
	case Rejected:
		return end && t.State != "adopted" && t.State != "moot"
	case IsGiven:
		given := t.Day(machine.AnchorGiven)
		return given.IsSet() && given <= a.s.Today
	case Accepted:
		return t.State == "final"
	case Provisional:
		return t.Figure != nil && t.Figure.Pending != nil
	case IsHeld:
		return t.State == "held late"
	case IsAnswered:
		return t.State == "answered late"
	}
	return false
}

func (a *answered) chartOf(t *engine.Thing) *machine.Chart {
	return &a.m.Charts[a.m.Chart(t.Key.Chart)]
}

// CanBe reports whether a state is one of a chart's, or a word for things of its kind.
func CanBe(c *machine.Chart, state string) bool {
	switch state {
	case Open, Closed:
		return true
	case Rejected:
		if c.Kind == machine.KindDecision {
			return true
		}
	case IsGiven:
		return c.Kind == machine.KindNotice
	case Accepted, Provisional:
		return c.Kind == machine.KindFigure
	}
	return slices.ContainsFunc(c.States, func(s machine.State) bool { return s.Name == state })
}

// dueOf is the day on which the time of a thing is up; NoDate if it has none.
func (a *answered) dueOf(k engine.Key) value.Date {
	for _, d := range explain.Duties(a.m, a.s) {
		if d.Key == k {
			return d.By
		}
	}
	return value.NoDate
}

func stateNames(c *machine.Chart) []string {
	var out []string
	for _, s := range c.States {
		out = append(out, s.Name)
	}
	return out
}
