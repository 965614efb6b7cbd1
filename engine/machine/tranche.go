package machine

import "concordat/engine/value"

// Tranche is a sum that is paid once, when a step is done.
type Tranche struct {
	Name  string      `json:"name"`
	Title string      `json:"title"`
	From  string      `json:"from"` // party or shares
	To    string      `json:"to"`   // party or shares
	Sum   value.Money `json:"sum"`
	Step  string      `json:"step"`
}

// Tranche finds a tranche by its name; nil if there is none.
func (m *Machine) Tranche(name string) *Tranche {
	return find(m.Tranches, func(t *Tranche) bool { return t.Name == name })
}
