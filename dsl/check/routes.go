package check

import (
	"cmp"
	"fmt"
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// thresholds settles the threshold that is in force on the day on which
// procurement begins; false where that is not known.
func (c *checker) thresholds(b *syntax.Block, r *settled.Route) bool {
	open := false
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Threshold)
		if !ok {
			continue
		}
		d := settled.DatedThreshold{Said: c.said(&r.Head, s), From: value.NoDate}
		if v.From != nil {
			d.From = c.date(v.From)
			open = open || v.From.Hole != nil
		}
		sum, ok := c.money(&v.Sum)
		open = open || !ok
		d.Sum = sum
		at := slices.IndexFunc(r.Dated, func(e settled.DatedThreshold) bool {
			return e.From == d.From || !e.From.IsSet() || !d.From.IsSet()
		})
		if at >= 0 {
			c.ThresholdTwice(d, r.Dated[at])
			return false
		}
		r.Dated = append(r.Dated, d)
	}
	slices.SortStableFunc(r.Dated, func(x, y settled.DatedThreshold) int { return cmp.Compare(x.From, y.From) })
	if len(r.Dated) == 0 || open {
		return true
	}
	return c.inForce(r)
}

// inForce picks the threshold by the day on which procurement begins.
func (c *checker) inForce(r *settled.Route) bool {
	if dated := r.Dated[0].From.IsSet(); !dated {
		r.Threshold = &r.Dated[0].Sum
		return true
	}
	switch {
	case !r.Has("begun"):
		c.ThresholdDay(r)
		return false
	case !r.Begun.IsSet():
		return true // still to be agreed
	case r.Begun < r.Dated[0].From:
		c.ThresholdBefore(r)
		return false
	}
	for i := range r.Dated {
		if r.Dated[i].From <= r.Begun {
			r.Threshold = &r.Dated[i].Sum
		}
	}
	return true
}

// oneWay proves that every value has exactly one way. The values of the ways cut
// all totals into ranges; a threshold that is not known yet cuts them as well as
// one that is.
func (c *checker) oneWay(b *syntax.Block, r *settled.Route) {
	own := slices.ContainsFunc(r.Ways, func(w settled.Way) bool { return w.Value != nil })
	shared := slices.ContainsFunc(r.Ways, func(w settled.Way) bool { return w.Value == nil })
	switch {
	case shared && len(r.Dated) == 0 && b.Find("threshold") == nil:
		c.ThresholdMissing(r)
	case own && r.Blanks:
		c.RouteBlanks(r)
	case own && shared && r.Threshold == nil:
		c.RouteBlanks(r)
	case !own:
		c.partition(r, []value.Money{0}, func(value.Money) string { return "the threshold" })
	default:
		c.partition(r, c.cuts(r), func(at value.Money) string { return at.String() })
	}
}

// cuts are the values at which a way begins or ends, from the smallest on.
func (c *checker) cuts(r *settled.Route) []value.Money {
	var out []value.Money
	for _, w := range r.Ways {
		if w.Value != nil {
			out = append(out, *w.Value)
		} else {
			out = append(out, *r.Threshold)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// partition finds the ranges between the cuts, and the cuts themselves, that have
// no way or more than one.
func (c *checker) partition(r *settled.Route, cuts []value.Money, words func(value.Money) string) {
	one := func(of string, has func(w *settled.Way, at value.Money) bool) {
		var ways []*settled.Way
		for i := range r.Ways {
			at := cuts[0]
			switch w := &r.Ways[i]; {
			case w.Value != nil:
				at = *w.Value
			case len(cuts) > 1 || r.Ways[0].Value != nil:
				at = *r.Threshold
			}
			if has(&r.Ways[i], at) {
				ways = append(ways, &r.Ways[i])
			}
		}
		switch {
		case len(ways) == 0:
			c.RouteGap(r, of)
		case len(ways) > 1:
			c.RouteOverlap(*ways[1], *ways[0], of)
		}
	}
	one("below "+words(cuts[0]), func(w *settled.Way, _ value.Money) bool { return w.Below })
	for i, cut := range cuts {
		one("of exactly "+words(cut), func(w *settled.Way, at value.Money) bool { return w.Has(cut, at) })
		if i+1 < len(cuts) {
			one(fmt.Sprintf("above %s and below %s", words(cut), words(cuts[i+1])),
				func(w *settled.Way, at value.Money) bool { return w.Above && at <= cut || w.Below && at > cut })
		}
	}
	one("above "+words(cuts[len(cuts)-1]), func(w *settled.Way, _ value.Money) bool { return w.Above })
}
