package scenario

import (
	"fmt"
	"io"
	"strings"

	"concordat/engine/machine"
)

// Coverage adds up what scenarios reach of an agreement.
type Coverage struct {
	m         *machine.Machine
	scenarios int
	reached   map[mark]int // by how many scenarios
}

// NewCoverage starts counting for a machine.
func NewCoverage(m *machine.Machine) *Coverage { return &Coverage{m: m, reached: map[mark]int{}} }

// Add counts a scenario that was played on the same machine.
func (c *Coverage) Add(r Result) {
	c.scenarios++
	for mark := range r.reached {
		c.reached[mark]++
	}
}

// Item is one thing that scenarios should reach. Scenarios is how many do; where
// none does, Why says in a sentence what no scenario brings about.
type Item struct {
	Kind      ItemKind    `json:"kind"`
	At        machine.Ref `json:"at"`
	Line      int         `json:"line,omitempty"` // of the statement in the agreement
	What      string      `json:"what"`
	Scenarios int         `json:"scenarios"`
	Why       string      `json:"why,omitempty"`
}

// ItemKind is what kind of thing is to be reached.
type ItemKind string

const (
	Clauses    ItemKind = "clauses"
	Bands      ItemKind = "bands"
	Conditions ItemKind = "condition sides"
	Deadlines  ItemKind = "deadline sides"
	Outcomes   ItemKind = "decision outcomes"
)

// ItemKinds lists the kinds in the order of a report.
var ItemKinds = [...]ItemKind{Clauses, Bands, Conditions, Deadlines, Outcomes}

// Items lists everything there is to reach, in the order of the agreement. What
// the agreement's own words make impossible, such as a moot decision that
// nothing can make moot, is not in it.
func (c *Coverage) Items() []Item {
	l := &lister{c: c}
	l.clauses()
	l.bands()
	l.ratecards()
	l.conditions()
	l.deadlines()
	l.outcomes()
	return l.items
}

// WriteReport writes what is reached of each kind, and each thing that is not:
// where it is and why.
func (c *Coverage) WriteReport(w io.Writer) error {
	items := c.Items()
	var b strings.Builder
	fmt.Fprintf(&b, "%d scenarios reach of %s\n", c.scenarios, c.m.Name)
	for _, kind := range ItemKinds {
		var all, missed int
		for _, it := range items {
			if it.Kind == kind {
				all++
				if it.Scenarios == 0 {
					missed++
				}
			}
		}
		fmt.Fprintf(&b, "  %-18s %4d of %d\n", kind, all-missed, all)
	}
	for _, kind := range ItemKinds {
		heading := false
		for _, it := range items {
			if it.Kind != kind || it.Scenarios > 0 {
				continue
			}
			if !heading {
				fmt.Fprintf(&b, "\n%s not reached\n", kind)
				heading = true
			}
			fmt.Fprintf(&b, "  %s\n    %s (%s)\n", it.What, it.Why, Cite(c.m, it.At))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// lister walks the machine and makes an item of everything there is to reach.
type lister struct {
	c     *Coverage
	items []Item
}

func (l *lister) item(kind ItemKind, at machine.Ref, by mark, what, why string) {
	it := Item{Kind: kind, At: at, Line: l.c.m.Line(at), What: what, Scenarios: l.c.reached[by]}
	if it.Scenarios == 0 {
		it.Why = why
	}
	l.items = append(l.items, it)
}

func (l *lister) has(kind markKind, of, which string) bool {
	return l.c.reached[mark{kind, of, which}] > 0
}
