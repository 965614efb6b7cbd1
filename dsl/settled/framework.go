package settled

import (
	"fmt"
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// AsksClause reports whether the framework wants a clause of this name.
func (f *Framework) AsksClause(name string) bool {
	return slices.ContainsFunc(f.Requires, func(r Requirement) bool { return r.Is.Clause != nil && r.Is.Clause.Name.Name == name })
}

// Framework is a minimum standard that agreements follow, or what a law asks for.
type Framework struct {
	Head
	Path       string
	Src        []byte // the text, for line numbers
	Source     string
	VAT        string
	Thresholds []LawThreshold // by name, then in order of time
	Requires   []Requirement
	Digest     string // SHA-256 of its words in their one form, in hexadecimal
	Broken     bool   // it has errors: nothing is checked against it
}

// LawThreshold is a named value, and the first day on which it holds.
type LawThreshold struct {
	Name string
	Sum  value.Money
	From value.Date
	At   diag.Span
}

// Requirement is one line of a framework.
type Requirement struct {
	Said
	Why string
	Is  *syntax.Require

	Span      value.Span  // of `term at least`
	Count     int         // of `at least N`, or of returns a year at the most
	Sum       value.Money // at which it begins or ends, where it names no threshold
	Threshold string
	Line      string // the statement that it asks for
}

// Following is a framework that an agreement follows.
type Following struct {
	Asked bool // what the agreement buys has been asked for its sake
	Said
	Name  string
	Begun value.Date // procurement; NoDate where it is not said
	Is    *Framework
}

// Load is the most that all fundings may pay over the term, and how many returns
// are due a year, with each return's own number in words.
func (a *Agreement) Load() (total value.Money, perYear int, asked []string) {
	for _, x := range a.Fundings {
		total += x.Most()
	}
	for _, x := range a.Returns {
		if n := x.Every.InYear(); n > 0 {
			perYear += n
			asked = append(asked, fmt.Sprintf("`%s` %d", x.Name, n))
		}
	}
	return total, perYear, asked
}

// InForceOn is a threshold on a day; false where none holds yet.
func (f *Framework) InForceOn(name string, day value.Date) (sum value.Money, ok bool) {
	for _, t := range f.Thresholds {
		if t.Name == name && t.From <= day {
			sum, ok = t.Sum, true
		}
	}
	return sum, ok
}
