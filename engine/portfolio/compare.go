package portfolio

import (
	"slices"

	"concordat/engine/machine"
)

// Compared is one figure that several agreements have, whatever their years. It
// can be compared where nothing differs in how it is counted.
type Compared struct {
	Title  string
	In     []Figure
	Differ []string // what is not the same in all of them
}

// What may differ between figures of one title.
const (
	DiffersMeaning   = "what is counted"
	DiffersUnit      = "the unit"
	DiffersDirection = "which values are better"
)

// Figure is a figure and the agreement that it stands in.
type Figure struct {
	Of *machine.Machine
	Is *machine.Measure
}

// compare finds figures of the same title in more than one agreement. What people
// judge is no figure, and what something cost no outcome.
func compare(all []*machine.Machine) []Compared {
	var out []Compared
	for _, m := range all {
		for i := range m.Measures {
			me := &m.Measures[i]
			if me.Judged != "" || me.Unit == "pounds" {
				continue
			}
			at := slices.IndexFunc(out, func(c Compared) bool { return same(c.Title) == same(me.Title) })
			if at < 0 {
				at = len(out)
				out = append(out, Compared{Title: me.Title})
			}
			out[at].In = append(out[at].In, Figure{Of: m, Is: me})
		}
	}
	out = slices.DeleteFunc(out, func(c Compared) bool {
		return !slices.ContainsFunc(c.In, func(f Figure) bool { return f.Of != c.In[0].Of })
	})
	for i := range out {
		out[i].differ()
	}
	return out
}

// differ holds every figure against the first.
func (c *Compared) differ() {
	first := c.In[0].Is
	for _, x := range []struct {
		what string
		same func(*machine.Measure) bool
	}{
		{DiffersMeaning, func(m *machine.Measure) bool { return same(m.Means) == same(first.Means) }},
		{DiffersUnit, func(m *machine.Measure) bool { return same(m.Unit) == same(first.Unit) && m.Places == first.Places }},
		{DiffersDirection, func(m *machine.Measure) bool { // a count has no better values
			return len(m.Bands) == 0 || len(first.Bands) == 0 || m.Lower == first.Lower
		}},
	} {
		if slices.ContainsFunc(c.In, func(f Figure) bool { return !x.same(f.Is) }) {
			c.Differ = append(c.Differ, x.what)
		}
	}
}
