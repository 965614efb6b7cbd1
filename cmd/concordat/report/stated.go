package report

import (
	"strconv"

	"concordat/dsl/stated"
)

// Stated shows what each stated figure comes to, then the tallies.
func (p *Page) Stated(r *stated.Report) {
	p.Head("Stated figures, recomputed")
	t := Table{Indent: 2, Head: []string{"claim", "stated", "comes to", ""}, Right: map[int]bool{1: true, 2: true}}
	for _, c := range r.Claims {
		t.Row(c.Name, c.Stated, c.Came, c.Verdict())
	}
	p.Table(t)
	for _, x := range r.Tallies {
		p.Head("%s: %s", x.Name, x.Title)
		p.tallied(x)
	}
}

func (p *Page) tallied(x *stated.Tally) {
	t := Table{Indent: 2, Head: append([]string{"", "rows"}, x.Sums...), Right: map[int]bool{}}
	for i := range t.Head[1:] {
		t.Right[i+1] = true
	}
	for _, g := range append(x.Groups, x.All) {
		rows := strconv.Itoa(g.Rows)
		if g.Over {
			rows = "! " + rows
		}
		t.Row(append([]string{g.Name, rows}, g.Sums...)...)
	}
	p.Table(t)
}
