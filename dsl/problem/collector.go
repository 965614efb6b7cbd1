package problem

import (
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// Collector collects what is found in one agreement, and words it. It has a
// method for every problem; the rules call it with what they have found.
type Collector struct {
	File      *syntax.File
	Agreement *settled.Agreement
	Found     diag.List

	// Broken: something could not be read or settled. What only the whole
	// agreement shows is not looked for then, because it would follow from that.
	Broken bool

	// Heads are those of all blocks, in the order of the text: what names there are.
	Heads []*settled.Head
	// unknown finds the first finding about a name that nothing has: the same name
	// is reported once, with every place.
	unknown map[string]int
}

// Collect begins a collection for a text that says what a means.
func Collect(file *syntax.File, a *settled.Agreement) Collector {
	return Collector{File: file, Agreement: a, unknown: map[string]int{}}
}

// namesOf are all names of some kinds, in the order of the text.
func (c *Collector) namesOf(kinds []string) []string {
	var names []string
	for _, h := range c.Heads {
		if h.Name != "" && slices.Contains(kinds, h.Keyword) {
			names = append(names, h.Name)
		}
	}
	return names
}
