package settled

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Officer acts for a party within a dated and limited delegation.
type Officer struct {
	Head
	Party *Party
	May   []machine.ActKind
	Limit *value.Money // of one decision; nil is any sum
	Terms []Delegation
}

// Delegation is a time in which an officer holds the power.
type Delegation struct {
	Said
	From, To value.Date
}

// Does reports whether the delegation covers a kind of act.
func (o *Officer) Does(kind machine.ActKind) bool { return slices.Contains(o.May, kind) }

// Ends is the last day of an officer's last delegation.
func (o *Officer) Ends() value.Date {
	last := value.NoDate
	for _, d := range o.Terms {
		last = max(last, d.To)
	}
	return last
}
