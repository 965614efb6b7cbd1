package stated

import (
	"cmp"
	"slices"

	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// tally counts rows by group, in the order of the words or of time.
func (s *settler) tally(b *syntax.Block) {
	of, by := syntax.One[*syntax.Name](b, "of"), syntax.One[*syntax.GroupedBy](b, "by")
	if of == nil || by == nil {
		return
	}
	t := s.dataOf(&of.Name)
	if t == nil {
		return
	}
	at := t.column(by.Column.Name)
	if at < 0 {
		s.noColumn(&by.Column, t)
		return
	}
	if by.Month && t.columns[at].form != syntax.NoteDate {
		s.noMonth(&by.Column)
		return
	}
	rows, ok := s.where(t, syntax.One[*syntax.Rows](b, "where"))
	sums, okSums := s.tallied(b, t)
	if !ok || !okSums {
		return
	}
	x := &Tally{Name: b.Name.Name, Title: b.Title.Value, By: t.columns[at].title}
	for _, i := range sums {
		x.Sums = append(x.Sums, t.columns[i].title)
	}
	x.All = Group{Name: "in all", Rows: len(rows), sums: make([]value.Num, len(sums))}
	if by.Month {
		slices.SortStableFunc(rows, func(a, b []cell) int { return cmp.Compare(day(a[at]), day(b[at])) })
	} else {
		rows = slices.Clone(rows)
		slices.SortStableFunc(rows, func(a, b []cell) int { return cmp.Compare(a[at].words, b[at].words) })
	}
	for _, row := range rows {
		x.add(groupName(row[at], by.Month), row, sums)
	}
	s.finish(b, x, t, sums)
	s.report.Tallies = append(s.report.Tallies, x)
}

// tallied are the columns that are added up.
func (s *settler) tallied(b *syntax.Block, t *table) (at []int, ok bool) {
	ok = true
	if v := syntax.One[*syntax.Names](b, "sums"); v != nil {
		for _, name := range v.Names {
			i, _, fits := s.addable(name, t)
			ok = ok && fits
			at = append(at, i)
		}
	}
	return at, ok
}

// add counts a row; rows of a group follow one another.
func (x *Tally) add(group string, row []cell, sums []int) {
	if n := len(x.Groups); n == 0 || x.Groups[n-1].Name != group {
		x.Groups = append(x.Groups, Group{Name: group, sums: make([]value.Num, len(sums))})
	}
	g := &x.Groups[len(x.Groups)-1]
	g.Rows++
	for i, column := range sums {
		g.sums[i] = g.sums[i].Add(row[column].number)
		x.All.sums[i] = x.All.sums[i].Add(row[column].number)
	}
}

// finish words the sums, and finds groups with more rows than there may be.
func (s *settler) finish(b *syntax.Block, x *Tally, t *table, sums []int) {
	words := func(g *Group) {
		for i, column := range sums {
			kind := machine.TypeNumber
			if t.columns[column].form == syntax.NoteSum {
				kind = machine.TypeMoney
			}
			g.Sums = append(g.Sums, figureWords(g.sums[i], kind))
		}
	}
	words(&x.All)
	most := syntax.One[*syntax.AtMostRows](b, "at most")
	for i := range x.Groups {
		g := &x.Groups[i]
		words(g)
		if most == nil || most.Count.Hole != nil {
			continue
		}
		if n, ok := value.MustNum(most.Count.Digits).Int64(); ok && int64(g.Rows) > n {
			g.Over = true
		}
	}
	if most != nil && slices.ContainsFunc(x.Groups, func(g Group) bool { return g.Over }) {
		s.tallyAbove(b, x, most)
	}
}

// day puts rows without a date last.
func day(c cell) int64 {
	if !c.date.IsSet() {
		return 1 << 40
	}
	return int64(c.date)
}

func groupName(c cell, month bool) string {
	switch {
	case c.words == "":
		return "(none)"
	case month:
		return c.date.ISO()[:len("2012-04")]
	}
	return c.words
}
