package diag

import (
	"cmp"
	"slices"
)

// Merge puts the findings of several stages in the order of the text. Of two on
// the same place the earlier stage's comes first.
func Merge(stages ...List) List {
	all := slices.Concat(stages...)
	slices.SortStableFunc(all, func(a, b Diagnostic) int { return cmp.Compare(a.At.Start, b.At.Start) })
	return all
}
