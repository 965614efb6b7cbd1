package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

// enters checks what a scenario writes down in a register: the kind, what it is
// about, and that it notes nothing that is not asked for. What is left out, or
// has the wrong form, is for the engine to refuse.
func (c *checker) enters(a *syntax.EntersAct, r *settled.Register) {
	if a.Kind.Hole == nil && !slices.Contains(r.Kinds, a.Kind.Name) {
		c.KindUnknown(&a.Kind, r)
	}
	for _, n := range a.Notes {
		switch {
		case r.Area && n.Name.Name == machine.NoteArea && n.Value.Name != nil:
			c.find(n.Value.Name, "area")
		case r.Area && n.Name.Name == machine.NotePlace && n.Value.Name != nil:
			c.find(n.Value.Name, "place")
		case r.Outcome && n.Name.Name == machine.NoteOutcome && n.Value.Name != nil:
			c.find(n.Value.Name, "outcome")
		case r.Note(n.Name.Name) == nil:
			c.NoteNotAsked(&n.Name, r)
		}
	}
}

// entryNumber finds a number after what is no register.
func (c *checker) entryNumber(e *syntax.Expectation) {
	if e.Number == nil {
		return
	}
	if p := c.names[e.Subject.Name]; p != nil && settled.HeadOf(p.is).Keyword != "register" {
		c.NumberOfNothing(e.Number.At, settled.HeadOf(p.is))
	}
}
