package settled

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Ceiling is the most that a funding pays over the term, or in a year.
type Ceiling struct {
	Said
	Sum    value.Money
	Unless *Decision // that can put another sum in its place; nil: nobody can
}

// Withheld says when instalments are held back.
type Withheld struct {
	Said
	While machine.Expr
	Reads []*Measure
}
