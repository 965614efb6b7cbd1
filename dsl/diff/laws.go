package diff

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine/machine"
)

// laws finds frameworks whose own words have changed while the agreement's line
// about them has not: what is signed holds those words too.
func (d *differ) laws(p pair) {
	for _, was := range d.old.Machine.Follows {
		at := slices.IndexFunc(d.new.Machine.Follows, func(f machine.Followed) bool { return f.Name == was.Name && f.Digest != was.Digest })
		if at < 0 {
			continue
		}
		now := d.new.Machine.Follows[at]
		c := Change{Area: areaOf("agreement", "follows"), Aspect: Condition, Action: Replace, Keyword: p.new.keyword, Block: p.new.name, Statement: "follows",
			Old: fmt.Sprintf("%s, with the fingerprint %.12s", was.Name, was.Digest), New: fmt.Sprintf("%s, with the fingerprint %.12s", now.Name, now.Digest),
			OldAt: p.old.at, NewAt: p.new.at,
			Remark: "The words of the framework are others: compare its own file."}
		if l := follows(p.old, was.Name); l != nil {
			c.OldAt, c.Means = l.at, l.def.Means
		}
		if l := follows(p.new, was.Name); l != nil {
			c.NewAt = l.at
		}
		d.found = append(d.found, c)
	}
}

// follows is the line of a header that names a framework; nil where none does.
func follows(b *block, name string) *line {
	at := slices.IndexFunc(b.lines, func(l line) bool {
		word, _, _ := strings.Cut(l.words, ",")
		return l.def.Keyword == "follows" && word == name
	})
	if at < 0 {
		return nil
	}
	return &b.lines[at]
}
