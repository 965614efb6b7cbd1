package play

import (
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// expectation settles what must be so. The nil that it returns beside a finding is never used.
func (r *reader) expectation(s *syntax.Statement, e *syntax.Expectation) scenario.Expectation {
	subject, at := e.Subject.Name, e.Subject.At
	switch {
	case e.Owes != nil:
		return r.debt(e, e.Owes, false)
	case e.IsOwed != nil:
		return r.debt(e, e.IsOwed, true)
	case e.Bears != nil:
		r.known(subject, at, "party or shares", people(r.m))
		r.known(e.Bears.Under.Name, e.Bears.Under.At, "gainshare", gainshares(r.m))
		return scenario.Bears{Who: subject, Sum: money(e.Bears.Amount), Under: e.Bears.Under.Name, Period: r.inTerm(e.Bears.Period)}
	case e.IsReminded != nil:
		return r.told(e, e.IsReminded, true)
	case e.IsTold != nil:
		return r.told(e, e.IsTold, false)
	case e.Scores != nil:
		r.known(subject, at, "gainshare", gainshares(r.m))
		score, err := value.ParseNum(e.Scores.Digits)
		if err != nil {
			return nil
		}
		return scenario.Scores{Gainshare: subject, Period: r.periodOf(e), Score: score}
	case e.TakesEffect != nil:
		r.known(subject, at, "notice", notices(r.m))
		return scenario.TakesEffect{Notice: subject, Of: r.about(e.About), On: date(*e.TakesEffect)}
	case e.Has.Word != "":
		return r.state(e, string(e.Has.Word), e.Has.At, false)
	case e.Is != nil:
		return r.isSo(s, e)
	}
	return nil
}

func (r *reader) periodOf(e *syntax.Expectation) value.Period {
	if e.Period == nil {
		r.wantsPeriod(e.Subject.At, e.Subject.Name)
		return value.Period{}
	}
	return r.inTerm(*e.Period)
}

func (r *reader) debt(e *syntax.Expectation, d *syntax.Debt, owed bool) scenario.Expectation {
	r.known(e.Subject.Name, e.Subject.At, "party or shares", people(r.m))
	r.known(d.Under.Name, d.Under.At, "funding or gainshare", slices.Concat(fundings(r.m), gainshares(r.m)))
	x := scenario.Owes{Party: e.Subject.Name, Sum: money(d.Amount), Owed: owed, Under: d.Under.Name, Period: r.inTerm(d.Period), Due: value.NoDate}
	if d.Due != nil {
		x.Due = date(*d.Due)
	}
	return x
}

func (r *reader) told(e *syntax.Expectation, c *syntax.Concerns, remind bool) scenario.Expectation {
	r.known(e.Subject.Name, e.Subject.At, "party, group or body", people(r.m))
	r.known(c.Name.Name, c.Name.At, "block", alive(r.m))
	key := engine.Key{Chart: c.Name.Name}
	if c.Period != nil {
		key.Of = r.inTerm(*c.Period).String()
	}
	return scenario.Told{Who: e.Subject.Name, Remind: remind, About: key}
}

// isSo settles what stands after `is`: a band, a figure, a state.
func (r *reader) isSo(s *syntax.Statement, e *syntax.Expectation) scenario.Expectation {
	is := e.Is
	me := r.m.Measure(e.Subject.Name)
	switch {
	case is.Value != nil && me != nil:
		n := num(*is.Value)
		return scenario.HasValue{Measure: me.Name, Period: r.periodOf(e), Value: n}
	case is.Value != nil:
		r.noFigure(e.Subject.At, e.Subject.Name)
		return nil
	case is.Band != nil:
		if b, err := value.ParseBand(is.Band.Name); err == nil && me != nil {
			return r.inBand(e, me, b)
		}
		return r.state(e, is.Band.Name, is.Band.At, is.Not)
	case is.State.Word == "final" && me != nil:
		return r.inBand(e, me, value.NoBand)
	case is.EscalatedTo != nil:
		return r.state(e, "escalated to "+is.EscalatedTo.Name, is.EscalatedTo.At, is.Not)
	case is.With != nil:
		return r.state(e, "with "+is.With.Name, is.With.At, is.Not)
	case is.DueOn != nil:
		x, ok := r.state(e, scenario.Open, is.DueOn.At, false).(scenario.Stands)
		if ok {
			x.Due = date(*is.DueOn)
		}
		return x
	}
	x := r.state(e, string(is.State.Word), is.State.At, is.Not)
	if stands, ok := x.(scenario.Stands); ok && is.Due != nil {
		stands.Due = date(*is.Due)
		return stands
	}
	return x
}

func (r *reader) inBand(e *syntax.Expectation, me *machine.Measure, b value.Band) scenario.Expectation {
	p := r.periodOf(e)
	if has := hasBand(me, p.Kind); b != value.NoBand && !has && e.Period != nil {
		r.noSuchPeriod(e.Period.At, me, p.Kind)
	}
	return scenario.InBand{Measure: me.Name, Period: p, Band: b, Not: e.Is.Not}
}

func hasBand(me *machine.Measure, kind value.PeriodKind) bool {
	if me.Judged != "" {
		return kind == me.Every
	}
	return slices.ContainsFunc(me.Values, func(v machine.PeriodValue) bool { return v.Every == kind })
}

// state settles the state that a thing must be in.
func (r *reader) state(e *syntax.Expectation, state string, at diag.Span, not bool) scenario.Expectation {
	if !r.known(e.Subject.Name, e.Subject.At, "block with a life of its own", alive(r.m)) {
		return nil
	}
	chart := &r.m.Charts[r.m.Chart(e.Subject.Name)]
	x := scenario.Stands{Chart: chart.ID, State: state, Not: not, Due: value.NoDate}
	switch {
	case e.Period != nil:
		x.Of = r.inTerm(*e.Period).String()
	case e.About != nil:
		x.Of = r.about(e.About)
	case chart.Every != value.NoPeriod:
		r.wantsPeriod(e.Subject.At, chart.ID)
	}
	if !scenario.CanBe(chart, state) {
		r.noState(at, chart, state)
	}
	return x
}
