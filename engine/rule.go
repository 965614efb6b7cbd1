package engine

import (
	"slices"

	"concordat/engine/formula"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// watchRules evaluates every rule that reads a measure.
func (w *work) watchRules(measure string) {
	for i := range w.m.Rules {
		r := &w.m.Rules[i]
		if !slices.Contains(r.Reads, measure) {
			continue
		}
		on := machine.OnFalse
		if holds(w.m, &w.s, r, nil) {
			on = machine.OnTrue
		}
		w.signal(Key{Chart: r.Name}, on, Key{Chart: measure}, nil)
	}
}

// Observe evaluates every rule on a state and tells how each condition in it
// came out: what a trial needs to know which sides have been tried.
func Observe(m *machine.Machine, s State, seen func(rule string, e *machine.Expr, holds bool)) {
	for i := range m.Rules {
		r := &m.Rules[i]
		holds(m, &s, r, func(e *machine.Expr, side bool) { seen(r.Name, e, side) })
	}
}

func holds(m *machine.Machine, s *State, r *machine.Condition, seen func(*machine.Expr, bool)) bool {
	scope := formula.Scope{Seen: seen}
	scope.Test = func(b *machine.BandTest) bool { return bandTest(m, s, b, !r.Final) }
	scope.Value = func(name string) (value.Num, bool) {
		me := m.Measure(name)
		if p, ok := latest(m, s, me, !r.Final); ok {
			if v := worthOf(m, s, me, p); v.Value != nil {
				return *v.Value, true
			}
		}
		return value.Num{}, false
	}
	return scope.Holds(&r.When)
}

// bandTest looks at the latest period that has a figure, and at those before it
// for as long as the test runs; a period without a figure breaks the run. The
// run goes on over the end of a year.
func bandTest(m *machine.Machine, s *State, b *machine.BandTest, submitted bool) bool {
	me := m.Measure(b.Measure)
	p, ok := latest(m, s, me, submitted)
	if !ok {
		return false
	}
	if b.Every > me.Every {
		if p = m.YearStart.Of(b.Every, m.YearStart.First(p)); !worthOf(m, s, me, p).Final {
			p = m.YearStart.Prev(p)
		}
	}
	if b.InYear {
		year := m.YearStart.Of(value.Year, m.YearStart.First(p))
		return slices.ContainsFunc(m.YearStart.Parts(year, p.Kind), func(part value.Period) bool {
			return onSide(bandIn(m, s, me, part, submitted), b)
		})
	}
	for range max(1, b.Running) {
		if !onSide(bandIn(m, s, me, p, submitted), b) {
			return false
		}
		p = m.YearStart.Prev(p)
	}
	return true
}

// onSide compares a band; where there is none, no test holds.
func onSide(band value.Band, b *machine.BandTest) bool {
	switch {
	case band == value.NoBand:
		return false
	case b.Side < 0:
		return band <= b.Is
	case b.Side > 0:
		return band >= b.Is
	}
	return band == b.Is
}

// latest is the last period of a measure for which a figure counts.
func latest(m *machine.Machine, s *State, me *machine.Measure, submitted bool) (value.Period, bool) {
	var at *Thing
	for t := range s.Of(me.Name) {
		if t.Period.Kind != me.Every || t.Figure == nil || !(t.Figure.Final || submitted && t.Figure.Pending != nil) {
			continue
		}
		if at == nil || m.YearStart.First(t.Period) > m.YearStart.First(at.Period) {
			at = t
		}
	}
	if at == nil {
		return value.Period{}, false
	}
	return at.Period, true
}
