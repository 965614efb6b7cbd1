package settled

import "concordat/engine/value"

// Process is work that goes step by step.
type Process struct {
	Head
	FirstDay Said // it starts on the term's first day; empty: it does not
	By       Who  // who may start it; Zero: nobody
	Proposed Said
	After    []Follows // it starts when these are done
	Steps    []*ProcessStep
}

// Follows is a process that starts another.
type Follows struct {
	Said
	Process *Process
}

// ProcessStep is one step of a process.
type ProcessStep struct {
	Head
	Of       *Process
	Lead     Who // one party, body or group
	Role     string
	With     []Who
	Start    bool           // it opens when the process starts
	After    []*ProcessStep // it opens when these are done
	Evidence []Proof
	Scored   []Criterion // what offers are compared by; they make 1
	Within   *Within     // nil: no time
	Until    value.Date  // NoDate: no day
	Late     []*Action
	Gate     *Decision // nil: none
	Refused  Refusal
	Back     []WayBack
	Aside    []*Party // they stay out of it
	Both     []*Party // their other role is known and meant
}

// Proof is what must be shown.
type Proof struct {
	Said
	Name, Title string
}

// Criterion is one thing that offers are compared by, and its part of the whole.
type Criterion struct {
	Name string
	Part value.Num
}

// Refusal is what follows when a gate is not passed. Back is nil where the step
// stays open, or Ends the process.
type Refusal struct {
	Said
	Back *ProcessStep
	Ends bool
}

// WayBack is an allowed way back.
type WayBack struct {
	Said
	To *ProcessStep
	By *Decision
}

// Onward are the steps that follow a step, it among them, however far off, in
// the order of the text.
func (s *ProcessStep) Onward() []*ProcessStep {
	reached := map[*ProcessStep]bool{s: true}
	for changed := true; changed; {
		changed = false
		for _, t := range s.Of.Steps {
			for _, before := range t.After {
				if reached[before] && !reached[t] {
					reached[t], changed = true, true
				}
			}
		}
	}
	var out []*ProcessStep
	for _, t := range s.Of.Steps {
		if reached[t] {
			out = append(out, t)
		}
	}
	return out
}
