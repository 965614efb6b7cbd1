package play

import (
	"concordat/dsl/syntax"
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// expectation is what must be so.
func (r *reader) expectation(e *syntax.Expectation) scenario.Expectation {
	subject := e.Subject.Name
	switch {
	case e.ComesTo != nil:
		return scenario.ComesTo{Name: subject, Sum: money(*e.ComesTo)}
	case e.Person != nil:
		return r.ofClaim(e)
	case e.Owes != nil:
		return owes(subject, e.Owes, false)
	case e.IsOwed != nil:
		return owes(subject, e.IsOwed, true)
	case e.Bears != nil:
		return scenario.Bears{Who: subject, Sum: money(e.Bears.Amount), Under: e.Bears.Under.Name, Period: period(e.Bears.Period)}
	case e.IsReminded != nil:
		return scenario.Told{Who: subject, Remind: true, About: concerns(e.IsReminded)}
	case e.IsTold != nil:
		return scenario.Told{Who: subject, About: concerns(e.IsTold)}
	case e.Scores != nil:
		return scenario.Scores{Gainshare: subject, Period: periodOf(e), Score: value.MustNum(e.Scores.Digits)}
	case e.TakesEffect != nil:
		return scenario.TakesEffect{Notice: subject, Of: about(e.About), On: date(*e.TakesEffect)}
	case e.Has.Word != "":
		return stands(e, string(e.Has.Word))
	}
	return r.isSo(e)
}

// periodOf is the period that an expectation names; none is no period.
func periodOf(e *syntax.Expectation) value.Period {
	if e.Period == nil {
		return value.Period{}
	}
	return period(*e.Period)
}

func owes(who string, d *syntax.Debt, owed bool) scenario.Expectation {
	x := scenario.Owes{Party: who, Sum: money(d.Amount), Owed: owed, Under: d.Under.Name, Period: period(d.Period), Due: value.NoDate}
	if d.Due != nil {
		x.Due = date(*d.Due)
	}
	return x
}

func concerns(c *syntax.Concerns) engine.Key {
	key := engine.Key{Chart: c.Name.Name}
	switch {
	case c.Number != nil:
		key.Of = c.Number.Digits
	case c.Period != nil:
		key.Of = period(*c.Period).String()
	}
	return key
}

// isSo is what stands after `is`: a band, a figure, a state.
func (r *reader) isSo(e *syntax.Expectation) scenario.Expectation {
	is := e.Is
	me := r.m.Measure(e.Subject.Name)
	switch {
	case is.Value != nil:
		return scenario.HasValue{Measure: e.Subject.Name, Period: periodOf(e), Value: num(*is.Value)}
	case is.Band != nil:
		return inBand(e, me, band(*is.Band))
	case is.State.Word == "final" && me != nil:
		return inBand(e, me, value.NoBand)
	case is.EscalatedTo != nil:
		return stands(e, "escalated to "+is.EscalatedTo.Name)
	case is.With != nil:
		return stands(e, "with "+is.With.Name)
	case is.DueOn != nil:
		x := stands(e, scenario.Open)
		x.Due = date(*is.DueOn)
		return x
	}
	return stands(e, string(is.State.Word))
}

func inBand(e *syntax.Expectation, me *machine.Measure, b value.Band) scenario.Expectation {
	return scenario.InBand{Measure: me.Name, Period: periodOf(e), Band: b, Not: e.Is.Not}
}

// stands is the state that a thing must be in.
func stands(e *syntax.Expectation, state string) scenario.Stands {
	x := scenario.Stands{Chart: e.Subject.Name, State: state, Due: value.NoDate}
	switch {
	case e.Period != nil:
		x.Of = period(*e.Period).String()
	case e.About != nil:
		x.Of = about(e.About)
	case e.Number != nil:
		x.Of = e.Number.Digits
	}
	if e.Is != nil {
		x.Not = e.Is.Not
		if e.Is.Due != nil {
			x.Due = date(*e.Is.Due)
		}
	}
	return x
}
