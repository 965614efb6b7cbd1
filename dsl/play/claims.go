package play

import (
	"concordat/dsl/syntax"
	"concordat/engine"
	"concordat/engine/scenario"
)

// claim is what is done with one person's claim for an outcome.
func claim(a *syntax.Act, person string, by engine.Act) engine.Event {
	switch {
	case a.Claims != nil:
		ev := engine.Claimed{Act: by, Outcome: a.Claims.Of.Outcome.Name, Person: person, Reached: date(a.Claims.Reached)}
		if a.Claims.Evidence != nil {
			ev.Evidence = []string{a.Claims.Evidence.Value}
		}
		return ev
	case a.Verifies != nil:
		return engine.Verified{Act: by, Outcome: a.Verifies.Of.Outcome.Name, Person: person}
	case a.Rejects != nil:
		x := a.Rejects
		return engine.Rejected{Act: by, Outcome: x.Of.Outcome.Name, Person: person, Because: because(x.Because)}
	}
	x := a.Overturns
	return engine.Overturned{Act: by, Outcome: x.Of.Outcome.Name, Person: person, Because: because(x.Because)}
}

// ofClaim is the state that a person's claim must be in.
func (r *reader) ofClaim(e *syntax.Expectation) scenario.Expectation {
	state := string(e.Has.Word)
	if e.Is != nil {
		state = string(e.Is.State.Word)
	}
	x := stands(e, state)
	card, _ := r.m.Price(e.Subject.Name)
	x.Chart, x.Of = card.Name+"/claim", e.Subject.Name+" "+e.Person.Value
	return x
}
