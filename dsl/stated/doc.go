// Package stated recomputes figures that somebody has stated: those of a
// report, a business case, a bid. A file of claims says what each figure rests
// on, other stated figures or rows of a table, and how it comes about; what
// differs is shown with both figures, and what cannot be reproduced is listed
// with what is missing. Nothing is ever passed in silence. All of it is exact;
// the one rounding of a claim is the one that it names.
package stated

import (
	"cmp"
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Report is a file of claims, recomputed. Slices keep the order of the text.
type Report struct {
	Claims  []*Claim
	Tallies []*Tally
}

// Claim is a stated figure.
type Claim struct {
	Name, Title, Source string
	Givens              []Given
	Figure              string // how it comes about, in words; empty where it is not reproducible
	Stated              string
	Came                string   // what it comes to, in the unit of what is stated
	Rounded             string   // how, in words; empty is not at all
	Exact               string   // before it was rounded; empty where it was not
	Needs               []string // what is missing
	Bias, BiasWhy       string   // "too low", and why; empty where none is known
	Nowhere             bool     // nobody has stated it: it is worked out here
	Differs             bool
	Broken              bool // a finding says why it could not be recomputed

	value value.Num
	kind  machine.Type
}

// Given is a figure that a claim rests on.
type Given struct {
	Name, Title string
	From        string // the rows that it was counted from; empty for one that is stated
	Value       string
}

// Tally is rows counted by group.
type Tally struct {
	Name, Title string
	By          string   // the column's title
	Sums        []string // titles of the columns that are added up
	Groups      []Group
	All         Group
}

// Group is the rows that share a word or a month.
type Group struct {
	Name string
	Rows int
	Sums []string
	Over bool // more rows than `at most` allows

	sums []value.Num
}

// Read gives the bytes of a file beside the claims.
type Read func(name string) ([]byte, error)

// Settle recomputes a file of claims.
func Settle(file *syntax.File, read Read) (*Report, diag.List) {
	s := &settler{file: file, read: read, report: &Report{}, data: map[string]*table{}, names: map[string]diag.Span{}}
	for _, b := range file.Blocks {
		if b.Def == nil || b.Name.Name == "" {
			continue
		}
		s.statements(b)
		if first, twice := s.names[b.Name.Name]; twice {
			s.nameTwice(&b.Name, first)
			continue
		}
		s.names[b.Name.Name] = b.Name.At
		switch b.Keyword.Name {
		case "data":
			s.table(b)
		case "claim":
			s.claim(b)
		case "tally":
			s.tally(b)
		}
	}
	slices.SortStableFunc(s.found, func(a, b diag.Diagnostic) int { return cmp.Compare(a.At.Start, b.At.Start) })
	return s.report, s.found
}

// settler works through one file. A claim reads what stands above it.
type settler struct {
	file   *syntax.File
	read   Read
	report *Report
	found  diag.List
	data   map[string]*table
	names  map[string]diag.Span
}

// statements finds lines that are missing or said twice.
func (s *settler) statements(b *syntax.Block) {
	groups := map[string]bool{}
	bad := slices.ContainsFunc(b.Statements, func(st *syntax.Statement) bool { return st.Def == nil || st.Bad() })
	for _, def := range b.Def.Statements {
		lines := b.FindAll(def.Keyword)
		if len(lines) > 0 {
			groups[def.Group] = true
		}
		switch {
		case len(lines) > 1 && !def.Many:
			s.lineTwice(lines[1], lines[0])
		case len(lines) == 0 && def.Need == syntax.Required && !bad:
			s.lineMissing(b, def)
		case def.Need == syntax.OneOf && def.Keyword == "needs" && !groups[def.Group] && !bad:
			s.lineMissing(b, b.Def.Lookup("figure"))
		}
	}
}
