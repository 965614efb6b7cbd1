package difference

import (
	"fmt"
	"slices"
	"strings"

	"concordat/dsl/diff"
)

// alike are changes that say the same of several blocks: a reader sees them once.
// There is at least one; they stand in the order of the newer text.
type alike []*diff.Change

// together puts changes that say the same with the first of them.
func together(changes []diff.Change) []alike {
	var out []alike
	for i := range changes {
		c := &changes[i]
		at := slices.IndexFunc(out, func(a alike) bool { return same(a[0], c) })
		if at < 0 {
			out = append(out, alike{c})
			continue
		}
		out[at] = append(out[at], c)
	}
	return out
}

// same reports whether two changes say the same of two blocks of a kind.
func same(a, b *diff.Change) bool {
	return a.Keyword == b.Keyword && a.Block != b.Block && a.Statement != "" && a.Statement == b.Statement && a.Rule() == b.Rule() && a.Level == b.Level &&
		a.Old+a.New != "" && a.Old == b.Old && a.New == b.New && a.By == b.By && a.Remark == b.Remark && a.Example == b.Example &&
		slices.Equal(a.Sides, b.Sides) && a.Accepted == nil && b.Accepted == nil
}

// thing names what has changed, as Change.Thing does.
func (a alike) thing() string {
	c := a[0]
	switch len(a) {
	case 1:
		return c.Thing()
	case 2:
		return fmt.Sprintf("%s %s and %s, %s", c.Keyword, c.Block, a[1].Block, c.Statement)
	}
	return fmt.Sprintf("%s %s and %d more, %s", c.Keyword, c.Block, len(a)-1, c.Statement)
}

// named lists the blocks, each with the fingerprint by which its change is accepted.
func (a alike) named() string {
	var out []string
	for _, c := range a {
		out = append(out, c.Block+" "+c.Fingerprint())
	}
	return strings.Join(out, ", ")
}
