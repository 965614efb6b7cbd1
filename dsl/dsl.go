// Package dsl is the front door of the language: the text of an agreement goes
// in, and a machine or findings come out. The whole way is in Compile. Each
// stage has its own types and its own package; none stops at its first finding,
// and the last cannot fail, because what passes the checker always compiles.
package dsl

import (
	"slices"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/diag"
	"concordat/dsl/expr"
	"concordat/dsl/scan"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

// Compile makes a machine of the text of an agreement. Findings stand in the
// order of the text; where any of them is an error the machine is nil. A text
// with values still to be agreed compiles, and cannot be signed.
func Compile(path string, src []byte) (*machine.Machine, diag.List) {
	agreement, found := Check(path, src)
	if found.HasErrors() {
		return nil, found
	}
	return compile.Machine(agreement), found // settled names -> machine
}

// Check settles the text of an agreement. It always returns one; with errors
// among the findings it is incomplete.
func Check(path string, src []byte) (*check.Agreement, diag.List) {
	file, unread := syntax.Parse(path, src)   // text -> tree; the scanner works inside
	agreement, unsettled := check.Agree(file) // tree -> settled names, units, dates
	return agreement, diag.Merge(unread, unsettled)
}

// Pages explain every kind of finding there is, by stage.
func Pages() diag.Pages {
	return slices.Concat(scan.Pages(), syntax.Pages(), expr.Pages(), check.Pages())
}
