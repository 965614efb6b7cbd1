package settled

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Place is where people live whom an area is for.
type Place struct {
	Head
}

// Area is a group of people for whom one party buys.
type Area struct {
	Head
	Ages    machine.Ages
	Leads   []Lead
	With    []Helper
	Reports Who // a body or a group; Zero: nobody named
}

// Lead is the party that leads an area, everywhere or in one place.
type Lead struct {
	Said
	Party *Party
	Place *Place // nil: everywhere
}

// Helper leads together with the lead on one matter.
type Helper struct {
	Party *Party
	For   string
}

// Commitment is what each partner sets aside and spends itself.
type Commitment struct {
	Head
	Gives []Gift // in the order of the text; a line for every year is one for each
	Spent string
}

// Gift is what a party commits for a year.
type Gift struct {
	Said
	Party  *Party
	Period value.Period
	Sum    value.Money
}

// Meets reports whether two leads lead in one place.
func (l Lead) Meets(other Lead) bool {
	return l.Place == nil || other.Place == nil || l.Place == other.Place
}

// Gift is what a party gives in a year; nil where nothing is said.
func (x *Commitment) Gift(p *Party, y value.Period) *Gift {
	for i := range x.Gives {
		if x.Gives[i].Party == p && x.Gives[i].Period == y {
			return &x.Gives[i]
		}
	}
	return nil
}
