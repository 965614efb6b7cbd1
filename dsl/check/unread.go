package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// canFire finds a rule whose condition no term of this length can meet.
func (c *checker) canFire(r *settled.Rule) {
	if !c.Agreement.First.IsSet() || !c.Agreement.Last.IsSet() || c.Agreement.YearStart.Month == 0 {
		return
	}
	switch never := c.never(&r.When); {
	case never == nil:
	case never.Op == machine.OpBand:
		c.RunsTooLong(r, never.Band, len(c.Agreement.WholePeriods(never.Band.Every)))
	default:
		c.Contradicts(r)
	}
}

// never finds the part of a condition that cannot come true, and with it the
// condition; nil if there is none.
func (c *checker) never(e *machine.Expr) *machine.Expr {
	switch e.Op {
	case machine.OpBand:
		if e.Band.Running > len(c.Agreement.WholePeriods(e.Band.Every)) {
			return e
		}
	case machine.OpAnd:
		tests := conjuncts(e)
		for _, t := range tests {
			if never := c.never(t); never != nil {
				return never
			}
		}
		if contradictory(tests) {
			return e
		}
	case machine.OpOr:
		first := c.never(&e.Args[0])
		for i := range e.Args[1:] {
			if first == nil || c.never(&e.Args[i+1]) == nil {
				return nil
			}
		}
		return first
	}
	return nil
}

// conjuncts are the tests that must all hold.
func conjuncts(e *machine.Expr) []*machine.Expr {
	if e.Op != machine.OpAnd {
		return []*machine.Expr{e}
	}
	var out []*machine.Expr
	for i := range e.Args {
		out = append(out, conjuncts(&e.Args[i])...)
	}
	return out
}

// contradictory reports whether tests of one measure's band in one period leave
// no band.
func contradictory(tests []*machine.Expr) bool {
	type asked struct {
		measure string
		every   value.PeriodKind
	}
	left := map[asked][]value.Band{}
	for _, t := range tests {
		if t.Op != machine.OpBand || t.Band.InYear {
			continue
		}
		key := asked{t.Band.Measure, t.Band.Every}
		bands, seen := left[key]
		if !seen {
			bands = slices.Clone(value.Bands[:])
		}
		bands = slices.DeleteFunc(bands, func(b value.Band) bool { return !passes(t.Band, b) })
		if left[key] = bands; len(bands) == 0 {
			return true
		}
	}
	return false
}

func passes(t *machine.BandTest, b value.Band) bool {
	switch t.Side {
	case -1:
		return b <= t.Is
	case 1:
		return b >= t.Is
	}
	return b == t.Is
}
