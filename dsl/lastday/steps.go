package lastday

import (
	"fmt"
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// answersAndSteps adds the last days of answers to what a register holds, and
// of the steps of processes.
func (a Days) answersAndSteps(add func(what string, p Path)) {
	for _, r := range a.Registers {
		switch entered := a.From("the term ends", a.Said("term"), a.Last); {
		case r.Never:
		case a.survives(r):
			add(fmt.Sprintf("%s, entered on the last day of the term, is answered", r.Name), entered.Within("is answered", r.Within))
		default:
			add(fmt.Sprintf("what %s holds is answered", r.Name), a.fallsAway())
		}
	}
	for _, p := range a.Processes {
		for _, s := range p.Steps {
			switch {
			case s.Until.IsSet():
				add(fmt.Sprintf("%s is completed in time", s.Name), a.From("the term begins", a.Said("term"), a.First).until(s.Until, "must be done", s.Said("until")))
			case s.Within != nil && a.startsWithTerm(p) && s.Start:
				add(fmt.Sprintf("%s, in its first round, is completed in time", s.Name), a.From("the term begins", a.Said("term"), a.First).Within("must be done", *s.Within))
			}
		}
		if !a.survives(p) {
			add(fmt.Sprintf("%s is done", p.Name), a.fallsAway())
		}
	}
}

// fallsAway is the way of what ends with the agreement.
func (a Days) fallsAway() Path {
	return a.From("the term begins", a.Said("term"), a.First).until(a.Last, "falls away if it is still open", a.Said("term"))
}

// startsWithTerm reports whether a process starts with the term, so that the day on
// which its first steps open is known.
func (a Days) startsWithTerm(p *settled.Process) bool { return p.FirstDay.Ref != (machine.Ref{}) }

func (a Days) survives(n settled.Named) bool { return slices.Contains(a.Survives, n) }
