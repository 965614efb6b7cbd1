package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// follows settles which frameworks the agreement follows, and looks what it
// lacks. Each lack is a finding at its own place.
func (c *checker) follows(given []*settled.Framework) {
	text := c.text()
	header := c.header()
	if header == nil {
		return
	}
	for _, s := range header.at.Statements {
		v, ok := s.Value.(*syntax.Follows)
		if !ok || v.Name.Hole != nil {
			continue
		}
		f := settled.Following{Said: c.said(&c.Agreement.Head, s), Name: v.Name.Name, Begun: value.NoDate}
		if v.Begun != nil {
			f.Begun = c.date(v.Begun)
		}
		at := slices.IndexFunc(given, func(g *settled.Framework) bool { return g.Name == f.Name })
		switch {
		case slices.ContainsFunc(c.Agreement.Follows, func(e settled.Following) bool { return e.Name == f.Name }):
			c.FollowsTwice(&v.Name)
			continue
		case at < 0:
			c.FrameworkMissing(&v.Name)
			continue
		case given[at].Broken:
			c.FrameworkBroken(&v.Name, given[at])
			continue
		}
		f.Is = given[at]
		c.Agreement.Follows = append(c.Agreement.Follows, f)
		text.Meet(&c.Agreement.Follows[len(c.Agreement.Follows)-1])
	}
	c.meetsSomething()
}

// meetsSomething finds clauses that meet what no framework asks for.
func (c *checker) meetsSomething() {
	for i := range c.blocks {
		for _, v := range syntax.All[*syntax.MeetsClauses](c.blocks[i].at, "meets") {
			for _, name := range v.Names {
				if !slices.ContainsFunc(c.Agreement.Follows, func(f settled.Following) bool { return f.Is.AsksClause(name.Name) }) && len(c.Agreement.Follows) > 0 {
					c.MeetsNothing(name)
				}
			}
		}
	}
}
