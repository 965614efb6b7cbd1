package check

import (
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/problem"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// Against finds what a framework asks of an agreement that it does not have,
// whether the agreement follows it or not: a law binds those who do not name it.
func Against(file *syntax.File, a *settled.Agreement, f *settled.Framework) diag.List {
	c := &checker{Collector: problem.Collect(file, a)}
	for _, b := range blocksIn(file.Blocks) {
		c.blocks = append(c.blocks, pair{at: b})
	}
	said := settled.Following{Said: settled.Said{At: a.At}, Name: f.Name, Begun: value.NoDate, Is: f}
	c.meet(&said)
	return c.Found
}

// follows settles which frameworks the agreement follows, and looks what it
// lacks. Each lack is a finding at its own place.
func (c *checker) follows(given []*settled.Framework) {
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
		c.meet(&c.Agreement.Follows[len(c.Agreement.Follows)-1])
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

// meet looks at every line of a framework.
func (c *checker) meet(f *settled.Following) {
	for i := range f.Is.Requires {
		r := &f.Is.Requires[i]
		switch v := r.Is; {
		case v.For != nil && !c.concerned(f, r):
		case v.Term != nil:
			c.meetTerm(f, r)
		case v.Route != nil:
			c.meetRoute(f, r)
		case v.Most != nil:
			c.meetMost(f, r)
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

// concerned reports whether the agreement buys what a line of a framework is about.
// Of one that does not say what it buys, nobody knows.
func (c *checker) concerned(f *settled.Following, r *settled.Requirement) bool {
	buys, about := c.Agreement.Buys, string(r.Is.For.What.Word)
	if about == "" {
		buys, about = c.Agreement.Category, string(r.Is.For.In.Word)
	}
	if buys == "" && !f.Asked {
		f.Asked = true // once: the other lines follow from that
		c.BuysUnsaid(f, r, about)
	}
	return buys == about
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

func (c *checker) meetTerm(f *settled.Following, r *settled.Requirement) {
	if !c.Agreement.First.IsSet() || !c.Agreement.Last.IsSet() || c.Agreement.Calendar == nil {
		return
	}
	span, ok := c.span(r.Is.Term)
	if !ok {
		return
	}
	if least, _ := c.Agreement.Calendar.After(c.Agreement.First.AddDays(-1), span); c.Agreement.Last < least {
		c.TermTooShort(f, r, least)
	}
}

// meetRoute: money above a sum has a route. Where the sum depends on the day on
// which procurement begins, that day must be known unless every reading agrees.
func (c *checker) meetRoute(f *settled.Following, r *settled.Requirement) {
	for _, x := range c.Agreement.Fundings {
		if slices.ContainsFunc(c.Agreement.Routes, func(route *settled.Route) bool { return route.On == x }) || x.Total == 0 && len(x.Sums) == 0 {
			continue
		}
		total := x.Most()
		sums, known := c.sumsAsked(f, r)
		above := slices.IndexFunc(sums, func(t settled.LawThreshold) bool { return total > t.Sum })
		notAbove := slices.IndexFunc(sums, func(t settled.LawThreshold) bool { return total <= t.Sum })
		switch {
		case !known:
			c.FrameworkBefore(f, r)
		case above >= 0 && notAbove >= 0:
			c.FrameworkUndated(f, r, x, total, sums[above], sums[notAbove])
		case above >= 0:
			c.RouteMissing(f, r, x, total, sums[above].Sum)
		case f.Is.VAT != c.Agreement.VAT && len(sums) > 0:
			c.FrameworkVAT(f, r, x, total, sums[0].Sum)
		}
	}
}

// meetMost: where all the money together is no more than a sum, figures are not
// asked for too often. What the most is that may be paid counts.
func (c *checker) meetMost(f *settled.Following, r *settled.Requirement) {
	total, perYear, asked := c.Agreement.Load()
	most, ok := c.count(&r.Is.Most.Count)
	if !ok || perYear <= most || len(c.Agreement.Fundings) == 0 {
		return
	}
	sums, known := c.sumsAsked(f, r)
	small := slices.IndexFunc(sums, func(t settled.LawThreshold) bool { return total <= t.Sum })
	above := slices.IndexFunc(sums, func(t settled.LawThreshold) bool { return total > t.Sum })
	switch {
	case !known:
		c.FrameworkBefore(f, r)
	case f.Is.VAT != c.Agreement.VAT && len(sums) > 0:
		c.FrameworkVAT(f, r, c.Agreement.Fundings[0], total, sums[0].Sum)
	case small >= 0 && above >= 0:
		c.SmallUndated(f, r, total, sums[small], sums[above])
	case small >= 0:
		c.ReturnsHeavy(f, r, total, sums[small].Sum, perYear, most, asked)
	}
}

// sumsAsked are the sums at which a requirement begins or ends: one, or without a
// day every one that the framework has had. None is known before its first day.
func (c *checker) sumsAsked(f *settled.Following, r *settled.Requirement) (sums []settled.LawThreshold, known bool) {
	of := sumAsked(r.Is)
	if m := of.Sum; m != nil {
		sum, ok := c.money(m)
		return []settled.LawThreshold{{Sum: sum, From: value.NoDate}}, ok
	}
	name := of.Threshold.Name
	if f.Begun.IsSet() {
		sum, ok := f.Is.InForceOn(name, f.Begun)
		return []settled.LawThreshold{{Name: name, Sum: sum, From: f.Begun}}, ok
	}
	for _, t := range f.Is.Thresholds {
		if t.Name == name {
			sums = append(sums, t)
		}
	}
	return sums, true
}

func (c *checker) meetClause(f *settled.Following, r *settled.Requirement) {
	for _, b := range c.written("clause") {
		for _, v := range syntax.All[*syntax.MeetsClauses](b, "meets") {
			if slices.ContainsFunc(v.Names, func(n *syntax.Ident) bool { return n.Name == r.Is.Clause.Name.Name }) {
				return
			}
		}
	}
	c.ClauseMissing(f, r)
}

// meetEvery: something comes round at least so often.
func (c *checker) meetEvery(f *settled.Following, r *settled.Requirement) {
	most := kind(r.Is.Every.Cycle.Word)
	for _, b := range c.written(r.Is.Every.Block.Name) {
		if v := syntax.One[*syntax.Every](b, "every"); v != nil && v.Cycle.Hole == nil && kind(v.Cycle.Word) <= most {
			return
		}
	}
	c.BlockMissing(f, r, "comes round at least every "+string(r.Is.Every.Cycle.Word), r.Is.Every.Block.Name)
}

func (c *checker) meetIn(f *settled.Following, r *settled.Requirement) {
	keyword := statementOf(r.Is.In)
	blocks := c.written(r.Is.In.Block.Name)
	if len(blocks) == 0 {
		c.BlockMissing(f, r, "is there", r.Is.In.Block.Name)
	}
	for _, b := range blocks {
		if s := b.Find(keyword); s == nil || s.Hole != nil {
			c.LineMissing(f, r, b, keyword, s)
		}
	}
}

func (c *checker) meetCount(f *settled.Following, r *settled.Requirement, keyword string, least int) {
	if have := len(c.written(keyword)); have < least {
		c.TooFew(f, r, keyword, have, least)
	}
}
