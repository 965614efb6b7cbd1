package whole

import (
	"concordat/dsl/diag"
	"concordat/dsl/problem"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
	"slices"
)

// Against finds what a framework asks of an agreement that it does not have,
// whether the agreement follows it or not: a law binds those who do not name it.
func Against(file *syntax.File, a *settled.Agreement, f *settled.Framework) diag.List {
	found := problem.Collect(file, a)
	w := &Text{Collector: &found}
	for _, b := range blocksIn(file.Blocks) {
		w.Blocks = append(w.Blocks, Block{At: b})
	}
	said := settled.Following{Said: settled.Said{At: a.At}, Name: f.Name, Begun: value.NoDate, Is: f}
	w.Meet(&said)
	return w.Found
}

// Meet looks at every line of a framework that an agreement follows, or is held against.
func (w *Text) Meet(f *settled.Following) {
	for i := range f.Is.Requires {
		r := &f.Is.Requires[i]
		switch v := r.Is; {
		case v.For != nil && !w.concerned(f, r):
		case v.Term != nil:
			w.meetTerm(f, r)
		case v.Route != nil:
			w.meetRoute(f, r)
		case v.Most != nil:
			w.meetMost(f, r)
		case v.Clause != nil:
			w.meetClause(f, r)
		case v.Every != nil:
			w.meetEvery(f, r)
		case v.In != nil:
			w.meetIn(f, r)
		case v.Least != nil:
			w.meetCount(f, r, v.Least.Block.Name, r.Count)
		case v.Block != nil:
			w.meetCount(f, r, v.Block.Name, 1)
		}
	}
}

// concerned reports whether the agreement buys what a line of a framework is about.
// Of one that does not say what it buys, nobody knows.
func (w *Text) concerned(f *settled.Following, r *settled.Requirement) bool {
	buys, about := w.Agreement.Buys, string(r.Is.For.What.Word)
	if about == "" {
		buys, about = w.Agreement.Category, string(r.Is.For.In.Word)
	}
	if buys == "" && !f.Asked {
		f.Asked = true // once: the other lines follow from that
		w.BuysUnsaid(f, r, about)
	}
	return buys == about
}

// written are the blocks of a kind, as written.
func (w *Text) written(keyword string) (out []*syntax.Block) {
	for i := range w.Blocks {
		if b := w.Blocks[i].At; b.Keyword.Name == keyword || keyword == "agreement" && b.Keyword.Name == "template" {
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

func (w *Text) meetTerm(f *settled.Following, r *settled.Requirement) {
	if !w.Agreement.First.IsSet() || !w.Agreement.Last.IsSet() || w.Agreement.Calendar == nil {
		return
	}
	if least, _ := w.Agreement.Calendar.After(w.Agreement.First.AddDays(-1), r.Span); w.Agreement.Last < least {
		w.TermTooShort(f, r, least)
	}
}

// meetRoute: money above a sum has a route. Where the sum depends on the day on
// which procurement begins, that day must be known unless every reading agrees.
func (w *Text) meetRoute(f *settled.Following, r *settled.Requirement) {
	for _, x := range w.Agreement.Fundings {
		if slices.ContainsFunc(w.Agreement.Routes, func(route *settled.Route) bool { return route.On == x }) || x.Total == 0 && len(x.Sums) == 0 {
			continue
		}
		total := x.Most()
		sums, known := w.sumsAsked(f, r)
		above := slices.IndexFunc(sums, func(t settled.LawThreshold) bool { return total > t.Sum })
		notAbove := slices.IndexFunc(sums, func(t settled.LawThreshold) bool { return total <= t.Sum })
		switch {
		case !known:
			w.FrameworkBefore(f, r)
		case above >= 0 && notAbove >= 0:
			w.FrameworkUndated(f, r, x, total, sums[above], sums[notAbove])
		case above >= 0:
			w.RouteMissing(f, r, x, total, sums[above].Sum)
		case f.Is.VAT != w.Agreement.VAT && len(sums) > 0:
			w.FrameworkVAT(f, r, x, total, sums[0].Sum)
		}
	}
}

// meetMost: where all the money together is no more than a sum, figures are not
// asked for too often. What the most is that may be paid counts.
func (w *Text) meetMost(f *settled.Following, r *settled.Requirement) {
	total, perYear, asked := w.Agreement.Load()
	most := r.Count
	if perYear <= most || len(w.Agreement.Fundings) == 0 {
		return
	}
	sums, known := w.sumsAsked(f, r)
	small := slices.IndexFunc(sums, func(t settled.LawThreshold) bool { return total <= t.Sum })
	above := slices.IndexFunc(sums, func(t settled.LawThreshold) bool { return total > t.Sum })
	switch {
	case !known:
		w.FrameworkBefore(f, r)
	case f.Is.VAT != w.Agreement.VAT && len(sums) > 0:
		w.FrameworkVAT(f, r, w.Agreement.Fundings[0], total, sums[0].Sum)
	case small >= 0 && above >= 0:
		w.SmallUndated(f, r, total, sums[small], sums[above])
	case small >= 0:
		w.ReturnsHeavy(f, r, total, sums[small].Sum, perYear, most, asked)
	}
}

// sumsAsked are the sums at which a requirement begins or ends: one, or without a
// day every one that the framework has had. None is known before its first day.
func (w *Text) sumsAsked(f *settled.Following, r *settled.Requirement) (sums []settled.LawThreshold, known bool) {
	if r.Threshold == "" {
		return []settled.LawThreshold{{Sum: r.Sum, From: value.NoDate}}, true
	}
	name := r.Threshold
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

func (w *Text) meetClause(f *settled.Following, r *settled.Requirement) {
	for _, b := range w.written("clause") {
		for _, v := range syntax.All[*syntax.MeetsClauses](b, "meets") {
			if slices.ContainsFunc(v.Names, func(n *syntax.Ident) bool { return n.Name == r.Is.Clause.Name.Name }) {
				return
			}
		}
	}
	w.ClauseMissing(f, r)
}

// meetEvery: something comes round at least so often.
func (w *Text) meetEvery(f *settled.Following, r *settled.Requirement) {
	seldom := func(c syntax.Cycle) int { return slices.Index(c.Phrases(), string(c)) } // they stand in order
	for _, b := range w.written(r.Is.Every.Block.Name) {
		if v := syntax.One[*syntax.Every](b, "every"); v != nil && v.Cycle.Hole == nil && seldom(v.Cycle.Word) <= seldom(r.Is.Every.Cycle.Word) {
			return
		}
	}
	w.BlockMissing(f, r, "comes round at least every "+string(r.Is.Every.Cycle.Word), r.Is.Every.Block.Name)
}

func (w *Text) meetIn(f *settled.Following, r *settled.Requirement) {
	keyword := r.Line
	blocks := w.written(r.Is.In.Block.Name)
	if len(blocks) == 0 {
		w.BlockMissing(f, r, "is there", r.Is.In.Block.Name)
	}
	for _, b := range blocks {
		if s := b.Find(keyword); s == nil || s.Hole != nil {
			w.LineMissing(f, r, b, keyword, s)
		}
	}
}

func (w *Text) meetCount(f *settled.Following, r *settled.Requirement, keyword string, least int) {
	if have := len(w.written(keyword)); have < least {
		w.TooFew(f, r, keyword, have, least)
	}
}
