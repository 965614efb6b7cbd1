package expr

import (
	"maps"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Env is what an expression may read. It is not changed by reading, so one Env
// serves every expression of a block.
type Env struct {
	Currency string              // of the agreement: a sum in another is an error
	Where    string              // for findings: "the measure `acute_stays`", "the gainshare `results`"
	Names    []Name              // what the block offers, in the order of suggestions
	Measures map[string]*Measure // by name; nil where the block may read none
}

// Name is one name that a block offers: an input of a measure, `pool`, `score`.
type Name struct {
	Name string
	Type machine.Type
}

// Measure is what a condition may ask about a measure.
type Measure struct {
	// Kinds are the periods for which it has a value or is judged, shortest
	// first; a band can be asked for these and no other.
	Kinds  []value.PeriodKind
	Judged bool // it has bands only, no figure
}

func (e *Env) name(name string) (Name, bool) {
	i := slices.IndexFunc(e.Names, func(n Name) bool { return n.Name == name })
	if i < 0 {
		return Name{}, false
	}
	return e.Names[i], true
}

func (e *Env) measureNames() []string { return slices.Sorted(maps.Keys(e.Measures)) }
