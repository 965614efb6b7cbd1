package portfolio

import (
	"slices"

	"concordat/engine/machine"
)

// Twice is something that agreements of the same time may both pay for: a
// question to ask, not a finding of fact.
type Twice struct {
	What  Sameness
	Title string
	Of    []*machine.Machine
}

// Sameness is what two agreements have in common.
type Sameness string

const (
	SameFigure Sameness = "the same figure"
	SameMoney  Sameness = "the same payment"
	SamePlace  Sameness = "the same place"
	SameGroup  Sameness = "the same group of people"
	// SameExcluded is in the first of Of ruled out, and named as its own in the others.
	SameExcluded Sameness = "ruled out in one, paid for in another"
)

// named is a title that stands in an agreement.
type named struct {
	what  Sameness
	title string
	of    *machine.Machine
}

// twice finds what stands in more than one agreement whose terms share a day.
func twice(all []*machine.Machine) []Twice {
	var titles []named
	for _, m := range all {
		titles = append(titles, titlesOf(m)...)
	}
	var out []Twice
	for i, n := range titles {
		if slices.ContainsFunc(titles[:i], func(earlier named) bool { return earlier.what == n.what && same(earlier.title) == same(n.title) }) {
			continue // told at its first place
		}
		if with := others(titles, n, n.what); len(with) > 1 {
			out = append(out, Twice{What: n.what, Title: n.title, Of: with})
		}
	}
	return append(out, excluded(all, titles)...)
}

func titlesOf(m *machine.Machine) []named {
	var out []named
	add := func(what Sameness, title string) {
		if title != "" && !slices.Contains(out, named{what, title, m}) {
			out = append(out, named{what, title, m})
		}
	}
	for _, me := range m.Measures {
		add(SameFigure, me.Title)
	}
	for _, f := range m.Fundings {
		add(SameMoney, f.Title)
	}
	for _, p := range m.Places {
		add(SamePlace, p.Title)
	}
	for _, a := range m.Areas {
		add(SameGroup, a.Title)
	}
	return out
}

// others are the agreements that have a title, where their terms share a day with another's that has it.
func others(titles []named, n named, what Sameness) []*machine.Machine {
	var have []*machine.Machine
	for _, t := range titles {
		if t.what == what && same(t.title) == same(n.title) && !slices.Contains(have, t.of) {
			have = append(have, t.of)
		}
	}
	return slices.DeleteFunc(slices.Clone(have), func(m *machine.Machine) bool {
		return !slices.ContainsFunc(have, func(o *machine.Machine) bool { return o != m && atOnce(m, o) })
	})
}

// excluded finds what one agreement rules out and another names as a payment, a figure or itself.
func excluded(all []*machine.Machine, titles []named) []Twice {
	var out []Twice
	for _, m := range all {
		for _, f := range m.Fundings {
			for _, words := range f.Excludes {
				of := []*machine.Machine{m}
				for _, t := range titles {
					if t.of != m && same(t.title) == same(words) && (t.what == SameFigure || t.what == SameMoney) && atOnce(m, t.of) && !slices.Contains(of, t.of) {
						of = append(of, t.of)
					}
				}
				for _, o := range all {
					if o != m && same(o.Title) == same(words) && atOnce(m, o) && !slices.Contains(of, o) {
						of = append(of, o)
					}
				}
				if len(of) > 1 {
					out = append(out, Twice{What: SameExcluded, Title: words, Of: of})
				}
			}
		}
	}
	return out
}

// atOnce: the two terms share a day. A term that is still to be agreed may.
func atOnce(a, b *machine.Machine) bool {
	if !a.Last.IsSet() || !b.Last.IsSet() {
		return true
	}
	return a.First <= b.Last && b.First <= a.Last
}
