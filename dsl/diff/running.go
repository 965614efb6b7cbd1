package diff

import (
	"slices"
	"strings"

	"concordat/engine"
)

// Renames are the blocks that go by another name in the newer text, by their
// older name.
func Renames(old, new *Revision) []engine.Rename {
	var out []engine.Rename
	for was, now := range renames(match(old.blocks(), new.blocks())) {
		out = append(out, engine.Rename{Was: was, Now: now})
	}
	slices.SortFunc(out, func(a, b engine.Rename) int { return strings.Compare(a.Was, b.Was) })
	return out
}

// Onward compares what is paid, owed or scheduled before and after a running
// agreement is carried over: what is paid otherwise from now on.
func Onward(old, new *Revision, before, after engine.State) []Row {
	return rows(old.Machine, new.Machine, before, after)
}
