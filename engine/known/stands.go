package known

import (
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

// MoveOn finds the move of a thing's chart that a trigger makes in its state.
func (v *View) MoveOn(t *record.Thing, on machine.Trigger) *machine.Move {
	return v.ChartOf(t).MoveOn(t.State, on)
}

// ChartOf is the chart that a thing follows.
func (v *View) ChartOf(t *record.Thing) *machine.Chart { return &v.M.Charts[v.M.Chart(t.Key.Chart)] }

// Survives reports whether a block goes on after the agreement's last day; a
// statement that is no thing of its own (a return's) is asked for with its measure.
func (v *View) Survives(block string) bool {
	at := v.M.Chart(block)
	return at < 0 || v.M.Charts[at].Survives
}

// Begun reports whether the agreement has come into force.
func (v *View) Begun() bool {
	return v.agreement().Day(AnchorBegun).IsSet()
}

// Practised reports whether the agreement runs in shadow: it is signed and being
// practised, and its term has not begun.
func (v *View) Practised() bool {
	return !v.Begun() && v.agreement().Day(AnchorPractised).IsSet()
}

// EndedOn is the agreement's last day, once it is over; NoDate before.
func (v *View) EndedOn() value.Date {
	if a := v.agreement(); v.ChartOf(a).State(a.State).End {
		return a.Since
	}
	return value.NoDate
}

// Openings are the openings of a decision or dispute at which something can
// still be said, in the order of their keys.
func (v *View) Openings(chart, about string) []*record.Thing {
	var out []*record.Thing
	for t := range v.Of(chart) {
		if !v.ChartOf(t).State(t.State).End && (about == "" || t.Named(about)) {
			out = append(out, t)
		}
	}
	return out
}

// Named finds the thing that words such as "leave thames" name; none is an empty key.
func (v *View) Named(about string) record.Key {
	for _, t := range v.things {
		if t.Key.String() == about {
			return t.Key
		}
	}
	return record.Key{}
}

// Numbered is the first free key of a chart: "vary 1", "vary 2"; about a thing
// that had one before, "figures placements 2015/16 Q1 (2)".
func (v *View) Numbered(chart, about string) record.Key {
	for n := 1; ; n++ {
		of := fmt.Sprint(n)
		if about != "" {
			of = fmt.Sprintf("%s (%d)", about, n)
		}
		if k := (record.Key{Chart: chart, Of: of}); n > 1 && about != "" || about == "" {
			if v.Find(k) == nil {
				return k
			}
		}
	}
}

// Latest is the last that was brought to life on a chart; nil if nothing was.
func (v *View) Latest(chart string) *record.Thing {
	var last *record.Thing
	for t := range v.Of(chart) {
		if last == nil || number(t) > number(last) {
			last = t
		}
	}
	return last
}

// number is which one of its chart a thing is, counted from 1.
func number(t *record.Thing) int {
	n := 0
	for _, r := range t.Key.Of {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// WaitsFor are the steps that are not done of those that must be before it.
func (v *View) WaitsFor(s *machine.Step) []string {
	return slices.DeleteFunc(slices.Clone(s.After), func(name string) bool { return v.Latest(name).State == StateDone })
}
