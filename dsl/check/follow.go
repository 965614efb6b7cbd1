package check

import (
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// Against finds what a framework asks of an agreement that it does not have,
// whether the agreement follows it or not: a law binds those who do not name it.
func Against(file *syntax.File, a *Agreement, f *Framework) diag.List {
	c := &checker{file: file, a: a}
	for _, b := range blocksIn(file.Blocks) {
		c.blocks = append(c.blocks, pair{at: b})
	}
	said := Following{Said: Said{At: a.At}, Name: f.Name, Begun: value.NoDate, Is: f}
	c.meet(&said)
	return c.found
}

// follows settles which frameworks the agreement follows, and looks what it
// lacks. Each lack is a finding at its own place.
func (c *checker) follows(given []*Framework) {
	header := c.header()
	if header == nil {
		return
	}
	for _, s := range header.at.Statements {
		v, ok := s.Value.(*syntax.Follows)
		if !ok || v.Name.Hole != nil {
			continue
		}
		f := Following{Said: c.said(&c.a.Head, s), Name: v.Name.Name, Begun: value.NoDate}
		if v.Begun != nil {
			f.Begun = c.date(v.Begun)
		}
		at := slices.IndexFunc(given, func(g *Framework) bool { return g.Name == f.Name })
		switch {
		case slices.ContainsFunc(c.a.Follows, func(e Following) bool { return e.Name == f.Name }):
			c.followsTwice(&v.Name)
			continue
		case at < 0:
			c.frameworkMissing(&v.Name)
			continue
		case given[at].broken:
			c.frameworkBroken(&v.Name, given[at])
			continue
		}
		f.Is = given[at]
		c.a.Follows = append(c.a.Follows, f)
		c.meet(&c.a.Follows[len(c.a.Follows)-1])
	}
	c.meetsSomething()
}

// meetsSomething finds clauses that meet what no framework asks for.
func (c *checker) meetsSomething() {
	for i := range c.blocks {
		for _, v := range syntax.All[*syntax.MeetsClauses](c.blocks[i].at, "meets") {
			for _, name := range v.Names {
				if !slices.ContainsFunc(c.a.Follows, func(f Following) bool { return f.Is.asksClause(name.Name) }) && len(c.a.Follows) > 0 {
					c.meetsNothing(name)
				}
			}
		}
	}
}

func (f *Framework) asksClause(name string) bool {
	return slices.ContainsFunc(f.Requires, func(r Requirement) bool { return r.is.Clause != nil && r.is.Clause.Name.Name == name })
}

// meet looks at every line of a framework.
func (c *checker) meet(f *Following) {
	for i := range f.Is.Requires {
		r := &f.Is.Requires[i]
		switch v := r.is; {
		case v.Term != nil:
			c.meetTerm(f, r)
		case v.Route != nil:
			c.meetRoute(f, r)
		case v.Clause != nil:
			c.meetClause(f, r)
		case v.Every != nil:
			c.meetEvery(f, r)
		case v.In != nil:
			c.meetIn(f, r)
		case v.Least != nil:
			n, _ := value.MustNum(v.Least.Count.Digits).Int64()
			c.meetCount(f, r, v.Least.Block.Name, int(n))
		case v.Block != nil:
			c.meetCount(f, r, v.Block.Name, 1)
		}
	}
}

// written are the blocks of a kind, as written.
func (c *checker) written(keyword string) (out []*syntax.Block) {
	for i := range c.blocks {
		if b := c.blocks[i].at; b.Keyword.Name == keyword || keyword == "agreement" && isHeader(b) {
			out = append(out, b)
		}
	}
	return out
}

func blocksIn(blocks []*syntax.Block) (out []*syntax.Block) {
	for _, b := range blocks {
		if b.Def != nil {
			out = append(append(out, b), blocksIn(b.Blocks)...)
		}
	}
	return out
}

func (c *checker) meetTerm(f *Following, r *Requirement) {
	if !c.a.First.IsSet() || !c.a.Last.IsSet() || c.a.Calendar == nil {
		return
	}
	span, ok := c.span(r.is.Term)
	if !ok {
		return
	}
	if least, _ := c.a.Calendar.After(c.a.First.AddDays(-1), span); c.a.Last < least {
		c.termTooShort(f, r, least)
	}
}

// meetRoute: money above a sum has a route. Where the sum depends on the day on
// which procurement begins, that day must be known unless every reading agrees.
func (c *checker) meetRoute(f *Following, r *Requirement) {
	for _, x := range c.a.Fundings {
		if slices.ContainsFunc(c.a.Routes, func(route *Route) bool { return route.On == x }) || x.Total == 0 && len(x.Sums) == 0 {
			continue
		}
		total := x.Total
		if total == 0 {
			for _, s := range x.Sums {
				total += s.Sum
			}
		}
		sums, known := c.routeAbove(f, r)
		above := slices.IndexFunc(sums, func(t LawThreshold) bool { return total > t.Sum })
		notAbove := slices.IndexFunc(sums, func(t LawThreshold) bool { return total <= t.Sum })
		switch {
		case !known:
			c.frameworkBefore(f, r)
		case above >= 0 && notAbove >= 0:
			c.frameworkUndated(f, r, x, total, sums[above], sums[notAbove])
		case above >= 0:
			c.routeMissing(f, r, x, total, sums[above].Sum)
		case f.Is.VAT != c.a.VAT && len(sums) > 0:
			c.frameworkVAT(f, r, x, total, sums[0].Sum)
		}
	}
}

// routeAbove are the sums above which there must be a route: one, or without a
// day every one that the framework has had. None is known before its first day.
func (c *checker) routeAbove(f *Following, r *Requirement) (sums []LawThreshold, known bool) {
	if m := r.is.Route.Sum; m != nil {
		sum, ok := c.money(m)
		return []LawThreshold{{Sum: sum, From: value.NoDate}}, ok
	}
	name := r.is.Route.Threshold.Name
	if f.Begun.IsSet() {
		sum, ok := f.Is.inForceOn(name, f.Begun)
		return []LawThreshold{{Name: name, Sum: sum, From: f.Begun}}, ok
	}
	for _, t := range f.Is.Thresholds {
		if t.Name == name {
			sums = append(sums, t)
		}
	}
	return sums, true
}

func (c *checker) meetClause(f *Following, r *Requirement) {
	for _, b := range c.written("clause") {
		for _, v := range syntax.All[*syntax.MeetsClauses](b, "meets") {
			if slices.ContainsFunc(v.Names, func(n *syntax.Ident) bool { return n.Name == r.is.Clause.Name.Name }) {
				return
			}
		}
	}
	c.clauseMissing(f, r)
}

// meetEvery: something comes round at least so often.
func (c *checker) meetEvery(f *Following, r *Requirement) {
	most := kind(r.is.Every.Cycle.Word)
	for _, b := range c.written(r.is.Every.Block.Name) {
		if v := syntax.One[*syntax.Every](b, "every"); v != nil && v.Cycle.Hole == nil && kind(v.Cycle.Word) <= most {
			return
		}
	}
	c.blockMissing(f, r, "comes round at least every "+string(r.is.Every.Cycle.Word), r.is.Every.Block.Name)
}

func (c *checker) meetIn(f *Following, r *Requirement) {
	keyword := statementOf(r.is.In)
	blocks := c.written(r.is.In.Block.Name)
	if len(blocks) == 0 {
		c.blockMissing(f, r, "is there", r.is.In.Block.Name)
	}
	for _, b := range blocks {
		if s := b.Find(keyword); s == nil || s.Hole != nil {
			c.lineMissing(f, r, b, keyword, s)
		}
	}
}

func (c *checker) meetCount(f *Following, r *Requirement, keyword string, least int) {
	if have := len(c.written(keyword)); have < least {
		c.tooFew(f, r, keyword, have, least)
	}
}
