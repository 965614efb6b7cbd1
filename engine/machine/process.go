package machine

import "concordat/engine/value"

// Process is work that goes step by step; the charts of its steps say how.
type Process struct {
	Name     string   `json:"name"`
	Title    string   `json:"title"`
	FirstDay bool     `json:"first_day,omitempty"` // it starts on the term's first day
	After    []string `json:"after,omitempty"`     // it starts when one of these processes is done
	Steps    []Step   `json:"steps"`
}

// Step is one step of a process.
type Step struct {
	Name     string      `json:"name"`
	Title    string      `json:"title"`
	Lead     string      `json:"lead"`
	Role     string      `json:"role,omitempty"` // of the lead, in this step
	With     []string    `json:"with,omitempty"`
	Aside    []string    `json:"aside,omitempty"` // parties that stay out of it
	Start    bool        `json:"start,omitempty"` // it opens when the process starts
	After    []string    `json:"after,omitempty"` // it opens when all of these are done
	Evidence []Term      `json:"evidence,omitempty"`
	Scored   []Criterion `json:"scored,omitempty"` // what offers are compared by; they make 1
	Gate     string      `json:"gate,omitempty"`   // decision
	Onward   []string    `json:"onward"`           // what is done again when it is: it and all that follow
}

// Criterion is one thing that offers are compared by, and its part of the whole.
type Criterion struct {
	Name string    `json:"name"`
	Part value.Num `json:"part"`
}

// Process finds a process by its name; nil if there is none.
func (m *Machine) Process(name string) *Process {
	for i := range m.Processes {
		if m.Processes[i].Name == name {
			return &m.Processes[i]
		}
	}
	return nil
}

// Step finds a step and its process; nil if there is none.
func (m *Machine) Step(name string) (*Process, *Step) {
	for i := range m.Processes {
		p := &m.Processes[i]
		for j := range p.Steps {
			if p.Steps[j].Name == name {
				return p, &p.Steps[j]
			}
		}
	}
	return nil, nil
}
