package known

import (
	"slices"

	"concordat/engine/formula"
	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

// Observe evaluates every rule on a state and tells how each condition in it
// came out: what a trial needs to know which sides have been tried.
func (v *View) Observe(seen func(rule string, e *machine.Expr, holds bool)) {
	for i := range v.M.Rules {
		r := &v.M.Rules[i]
		v.Holds(r, func(e *machine.Expr, side bool) { seen(r.Name, e, side) })
	}
}

// Holds evaluates a condition, and tells how each part of it came out to those
// who ask; seen may be nil.
func (v *View) Holds(r *machine.Condition, seen func(*machine.Expr, bool)) bool {
	scope := formula.Scope{Seen: seen}
	scope.Test = func(b *machine.BandTest) bool { return v.bandTest(b, !r.Final) }
	scope.Value = func(name string) (value.Num, bool) {
		me := v.M.Measure(name)
		if p, ok := v.latestFigure(me, !r.Final); ok {
			if v := v.Counts(me, p); v.Value != nil {
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
func (v *View) bandTest(b *machine.BandTest, submitted bool) bool {
	me := v.M.Measure(b.Measure)
	p, ok := v.latestFigure(me, submitted)
	if !ok {
		return false
	}
	if b.Every > me.Every {
		if p = v.M.YearStart.Of(b.Every, v.M.YearStart.First(p)); !v.Counts(me, p).Final {
			p = v.M.YearStart.Prev(p)
		}
	}
	if b.InYear {
		year := v.M.YearStart.Of(value.Year, v.M.YearStart.First(p))
		return slices.ContainsFunc(v.M.YearStart.Parts(year, p.Kind), func(part value.Period) bool {
			return onSide(v.bandIn(me, part, submitted), b)
		})
	}
	for range max(1, b.Running) {
		if !onSide(v.bandIn(me, p, submitted), b) {
			return false
		}
		p = v.M.YearStart.Prev(p)
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

// latestFigure is the last period of a measure for which a figure counts. What was
// returned for the shadow period never does.
func (v *View) latestFigure(me *machine.Measure, submitted bool) (value.Period, bool) {
	var at *record.Thing
	for t := range v.Of(me.Name) {
		if t.Period.Kind != me.Every || t.Figure == nil || v.M.InShadow(t.Period) || !(t.Figure.Final || submitted && t.Figure.Pending != nil) {
			continue
		}
		if at == nil || v.M.YearStart.First(t.Period) > v.M.YearStart.First(at.Period) {
			at = t
		}
	}
	if at == nil {
		return value.Period{}, false
	}
	return at.Period, true
}
