package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// reach settles a range; false where its sums are still open.
func (c *checker) reach(v *syntax.Reach, said settled.Said) (settled.Reach, bool) {
	r := settled.Reach{Said: said}
	sum := func(m *syntax.Money) (out value.Money, ok bool) {
		if m == nil {
			return 0, true
		}
		return c.money(m)
	}
	above, okAbove := sum(v.Above)
	r.Above = above
	upper := v.UpTo
	if v.First != nil {
		upper = v.First
	}
	limit, okUpper := sum(upper)
	if upper != nil {
		r.UpTo = &limit
	}
	return r, okAbove && okUpper
}

// reaches proves that ranges of one amount hold every sum exactly once: the
// first begins at nothing, each begins where the one before ends, the last has no end.
func (c *checker) reaches(h *settled.Head, keyword string, of []settled.Reach) {
	if len(of) == 0 {
		return
	}
	sorted := slices.Clone(of)
	slices.SortStableFunc(sorted, func(x, y settled.Reach) int { return int(x.Above - y.Above) })
	ends := value.Money(0)
	for i, r := range sorted {
		switch {
		case r.UpTo != nil && *r.UpTo <= r.Above:
			c.rangeEmpty(r)
			return
		case r.Above > ends:
			c.rangeGap(h, keyword, r, ends)
			return
		case r.Above < ends:
			c.rangeOverlap(r, sorted[i-1])
			return
		}
		if r.UpTo == nil {
			if i < len(sorted)-1 {
				c.rangeOverlap(sorted[i+1], r)
			}
			return
		}
		ends = *r.UpTo
	}
	c.rangeOpen(h, keyword, sorted[len(sorted)-1], ends)
}
