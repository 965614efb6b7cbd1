package check

import (
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// collector collects what is found in one agreement, and words it. It has a
// method for every problem; the rules call it with what they have found.
type collector struct {
	file  *syntax.File
	a     *settled.Agreement
	found diag.List

	// broken: something could not be read or settled. What only the whole
	// agreement shows is not looked for then, because it would follow from that.
	broken bool

	// heads are those of all blocks, in the order of the text: what names there are.
	heads []*settled.Head
	// unknown finds the first finding about a name that nothing has: the same name
	// is reported once, with every place.
	unknown map[string]int
}

// collect begins a collection for a text that says what a means.
func collect(file *syntax.File, a *settled.Agreement) collector {
	return collector{file: file, a: a, unknown: map[string]int{}}
}

// namesOf are all names of some kinds, in the order of the text.
func (c *collector) namesOf(kinds []string) []string {
	var names []string
	for _, h := range c.heads {
		if h.Name != "" && slices.Contains(kinds, h.Keyword) {
			names = append(names, h.Name)
		}
	}
	return names
}
