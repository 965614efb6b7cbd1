package pages

import (
	"slices"
	"strings"
	"sync"
)

// The examples of pages are blocks of the base agreement, whole, with a line or
// two changed, so that every example is complete and none falls behind.

// example is a block of the base agreement: `decision plan`.
func example(block string) string {
	keyword, name, _ := strings.Cut(block, " ")
	i := slices.IndexFunc(baseBlocks(), func(e extent) bool { return e.keyword == keyword && e.name == name })
	if i < 0 {
		panic("pages: the base agreement has no " + block)
	}
	e := baseBlocks()[i]
	indent := strings.Repeat("  ", e.depth)
	return strings.ReplaceAll(Base[e.start:e.end], "\n"+indent, "\n") + "\n"
}

var baseBlocks = sync.OnceValue(func() []extent { return extents(Base) })

// line puts lines in place of the first line of an example that starts with
// old; no lines take it out.
func line(text, old string, with ...string) string {
	lines := strings.Split(text, "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(strings.TrimSpace(l), old) })
	if i < 0 {
		panic("pages: an example has no line " + old)
	}
	indent := lines[i][:len(lines[i])-len(strings.TrimLeft(lines[i], " "))]
	for j := range with {
		with[j] = indent + with[j]
	}
	return strings.Join(slices.Replace(lines, i, i+1, with...), "\n")
}

// anotherProvider is a second party that provides, with a seat and a share of its own.
func anotherProvider() string {
	return "party hospital \"The Hospital\" { role provider, nhs }\n" +
		line(example("group team"), "seat charity", `seat charity "Head of services"`, `seat hospital "Head of wards"`) +
		line(example("shares doing"), "share charity", "share charity  60%", "share hospital 40%")
}

// story is a scenario of one line or more.
func story(lines ...string) string {
	return "agreement base\n\nscenario \"An example\" {\n  " + strings.Join(lines, "\n  ") + "\n}\n"
}
