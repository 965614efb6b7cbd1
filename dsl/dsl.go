// Package dsl is the front door of the language: the text of an agreement goes
// in, and a machine or findings come out. The whole way is in Compile. Each
// stage has its own types and its own package; none stops at its first finding,
// and the last cannot fail, because what passes the checker always compiles.
package dsl

import (
	"bytes"
	"slices"

	"concordat/dsl/check"
	"concordat/dsl/check/pages"
	"concordat/dsl/compile"
	"concordat/dsl/diag"
	"concordat/dsl/expr"
	"concordat/dsl/parse"
	"concordat/dsl/scan"
	"concordat/dsl/settled"
	"concordat/dsl/stated"
	"concordat/dsl/syntax"
	"concordat/dsl/whole"
	"concordat/engine/machine"
)

// Compile makes a machine of the text of an agreement. Findings stand in the
// order of the text; where any of them is an error the machine is nil. A text
// with values still to be agreed compiles, and cannot be signed. Frameworks are
// those that the text follows; see Follows.
func Compile(path string, src []byte, frameworks ...*settled.Framework) (*machine.Machine, diag.List) {
	agreement, found := Check(path, src, frameworks...)
	if found.HasErrors() {
		return nil, found
	}
	return compile.Machine(agreement), found // settled names -> machine
}

// Check settles the text of an agreement. It always returns one; with errors
// among the findings it is incomplete.
func Check(path string, src []byte, frameworks ...*settled.Framework) (*settled.Agreement, diag.List) {
	file, unread := parse.Text(path, src)                    // text -> tree; the scanner works inside
	agreement, unsettled := check.Agree(file, frameworks...) // tree -> settled names, units, dates
	return agreement, diag.Merge(unread, unsettled)
}

// Follows names the frameworks that the text of an agreement follows.
func Follows(path string, src []byte) (names []string) {
	if !bytes.Contains(src, []byte("follows")) {
		return nil
	}
	file, _ := parse.Text(path, src)
	for _, b := range file.Blocks {
		for _, v := range syntax.All[*syntax.Follows](b, "follows") {
			names = append(names, v.Name.Name)
		}
	}
	return names
}

// Framework settles the text of a framework; nil where it holds none.
func Framework(path string, src []byte) (*settled.Framework, diag.List) {
	return check.ReadFramework(path, src)
}

// Against finds what a framework asks of an agreement that it does not have,
// also where the agreement does not follow it.
func Against(path string, src []byte, law *settled.Framework) diag.List {
	file, _ := parse.Text(path, src)
	agreement, _ := check.Agree(file)
	return whole.Against(file, agreement, law)
}

// Claims recomputes the figures of a file of claims. read gives the files of
// rows that stand beside it.
func Claims(path string, src []byte, read stated.Read) (*stated.Report, diag.List) {
	file, unread := parse.Text(path, src)
	report, found := stated.Settle(file, read)
	return report, diag.Merge(unread, found)
}

// Pages explain every kind of finding there is, by stage.
func Pages() diag.Pages {
	return slices.Concat(scan.Pages(), parse.Pages(), expr.Pages(), pages.Pages(), stated.Pages())
}
