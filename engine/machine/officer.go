package machine

import (
	"slices"

	"concordat/engine/value"
)

// Officer acts for a party: what an officer does within the delegation binds it.
type Officer struct {
	Name  string    `json:"name"`
	Title string    `json:"title"`
	Party string    `json:"party"`
	May   []ActKind `json:"may"`
	// Limit is what the officer may commit the party to in one decision; nil is any sum.
	Limit *value.Money `json:"limit,omitempty"`
	Terms []Delegation `json:"terms"`
}

// Delegation is a time in which an officer holds the power, both days included.
type Delegation struct {
	From value.Date `json:"from"`
	To   value.Date `json:"to"`
}

// ActKind is a kind of act that a party can delegate.
type ActKind string

const (
	ActSign     ActKind = "sign"
	ActReturn   ActKind = "return"          // figures, and restate them
	ActAccept   ActKind = "accept"          // figures, or contest them
	ActJudge    ActKind = "judge"           // put a band forward
	ActPropose  ActKind = "propose"         // open a decision, or put an answer to one
	ActVote     ActKind = "vote"            // on a decision
	ActNotice   ActKind = "give notice"     // or take it back
	ActDispute  ActKind = "settle disputes" // raise them, and answer at a level
	ActHold     ActKind = "hold reviews"    // record that one took place
	ActComplete ActKind = "complete steps"  // file their evidence, and say that they are done
)

// Officer finds an officer; nil where there is none.
func (m *Machine) Officer(name string) *Officer {
	return find(m.Officers, func(o *Officer) bool { return o.Name == name })
}

// Acting is who is bound by what somebody does, and the officer who does it: a
// party or body acts for itself.
func (m *Machine) Acting(name string) (party, officer string) {
	if o := m.Officer(name); o != nil {
		return o.Party, o.Name
	}
	return name, ""
}

// OfficersFor are the officers to whom a party has delegated a kind of act. Where
// there are any, only they do it.
func (m *Machine) OfficersFor(party string, kind ActKind) []*Officer {
	var out []*Officer
	for i := range m.Officers {
		if o := &m.Officers[i]; o.Party == party && o.Does(kind) {
			out = append(out, o)
		}
	}
	return out
}

// Does reports whether an officer may do acts of a kind.
func (o *Officer) Does(kind ActKind) bool { return slices.Contains(o.May, kind) }

// Holds reports whether an officer's delegation covers a day.
func (o *Officer) Holds(on value.Date) bool {
	return slices.ContainsFunc(o.Terms, func(d Delegation) bool { return d.From <= on && on <= d.To })
}
