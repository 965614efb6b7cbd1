package report

import (
	"fmt"
	"strings"

	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/run"
)

// Cite names the place on which something rests: the clause that puts the block
// in words, if there is one, and the line of the signed text.
func Cite(m *machine.Machine, path string, at machine.Ref) string {
	if at.Block == "" {
		return ""
	}
	place := at.String()
	if line := lineOf(m, at); line > 0 {
		place = fmt.Sprintf("%s:%d, %s", path, line, at)
	}
	if c := m.ClauseOn(at.Block); c != nil {
		return fmt.Sprintf("clause %s, %s (%s)", c.Number, c.Title, place)
	}
	return place
}

// lineOf is the line of a statement, else of its block; 0 is unknown.
func lineOf(m *machine.Machine, at machine.Ref) int {
	if line := m.Line(at); line > 0 {
		return line
	}
	return m.Line(machine.Ref{Block: at.Block})
}

// short is the same for a margin: the clause's number, or the statement.
func short(m *machine.Machine, at machine.Ref) string {
	if at.Block == "" {
		return ""
	}
	if c := m.ClauseOn(at.Block); c != nil {
		return fmt.Sprintf("clause %s, %s", c.Number, at)
	}
	return at.String()
}

// place is a statement for machines.
type place struct {
	Statement string `json:"statement"`
	Line      int    `json:"line,omitempty"`
	Clause    string `json:"clause,omitempty"`
}

func placeOf(m *machine.Machine, at machine.Ref) place {
	p := place{Statement: at.String(), Line: lineOf(m, at)}
	if c := m.ClauseOn(at.Block); c != nil {
		p.Clause = c.Number
	}
	return p
}

// names says of whom a duty is awaited: by the name of their group where all of
// its members are, as the agreement names them, else one by one.
func names(m *machine.Machine, d explain.Duty) string {
	if as := d.As; as != nil && len(d.Who) > 1 {
		switch {
		case as.Group != "" && len(d.Who) == len(m.Group(as.Group).Seats):
			return as.Group
		case as.Every && len(d.Who) == len(m.Parties):
			return "every party"
		}
	}
	return strings.Join(d.Who, ", ")
}

// Title is what an agreement is called in full.
func Title(a run.Agreement) string { return fmt.Sprintf("%s: %s", a.Name, a.Machine.Title) }
