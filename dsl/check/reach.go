package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/sums/tiers"
	"concordat/engine/value"
)

// reach settles a range; false where an end of it is still open. What a
// percentage is of, its block knows: of nothing it has two readings.
func (c *checker) reach(v *syntax.Tier, isBase func(of *syntax.Ident, part value.Num) bool) (r machine.Reach, ok bool) {
	ok = true
	for _, e := range []struct {
		at *syntax.Edge
		to **machine.Edge
	}{{v.Above, &r.Above}, {v.UpTo, &r.UpTo}} {
		switch {
		case e.at == nil:
		case e.at.Money != nil:
			sum, read := c.money(e.at.Money)
			*e.to, ok = &machine.Edge{Sum: &sum}, ok && read
		default:
			part, read := c.percent(e.at.Percent)
			of := e.at.Of
			if of == nil && v.UpTo != nil {
				of = v.UpTo.Of
			}
			*e.to, ok = &machine.Edge{Part: &part}, ok && read && isBase(of, part)
		}
	}
	return r, ok
}

// ranged is a line that speaks of a range.
type ranged interface {
	tiers.Ranged
	Place() settled.Said
}

// parted proves that the ranges of some lines hold every amount exactly once.
// Where says which amounts: "of the underspend of `pool`"; line is how another
// line would begin and end.
func parted[R ranged](c *checker, base value.Money, of []R, where string, line [2]string) bool {
	flaw := tiers.Split(base, of)
	if flaw == nil {
		return true
	}
	var below settled.Said
	if flaw.Below >= 0 {
		below = of[flaw.Below].Place()
	}
	c.RangeFlawed(flaw, of[flaw.Tier].Place(), below, where, line)
	return false
}
