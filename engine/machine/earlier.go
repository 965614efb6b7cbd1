package machine

import "concordat/engine/value"

// Earlier is the text that an agreement ran by before it was varied.
type Earlier struct {
	Machine *Machine
	Until   value.Date // the day of the variation, on which the newer text holds already
}

// After is the machine as an agreement goes on by it that ran by another before.
// What held before is no part of what the text says, nor of its fingerprint.
func (m *Machine) After(before *Machine, on value.Date) *Machine {
	out := *m
	out.earlier = &Earlier{Machine: before, Until: on}
	return &out
}

// Earlier is what held before this text; nil for the text that was signed, and
// after a variation by which names have changed.
func (m *Machine) Earlier() *Earlier { return m.earlier }
