// Package formula works out the formulas and conditions of a machine, exactly:
// numbers are rationals, sums are numbers in pence, and nothing is rounded here.
// What a name stands for and how a measure stands is asked of the caller, so the
// package knows neither states nor agreements. A condition can tell how each of
// its parts came out, which is what coverage and derivations are made from.
package formula

import (
	"errors"
	"fmt"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// ErrDivideByZero is a formula that has no value for its figures.
var ErrDivideByZero = errors.New("division by zero")

// Scope answers what a formula or condition asks. A field may be nil where no
// node of that kind can occur: formulas have no band tests.
type Scope struct {
	// Var is what a name stands for.
	Var func(name string) (value.Num, bool)
	// Test answers a band test.
	Test func(*machine.BandTest) bool
	// Value is a measure's value; false where it is not known yet.
	Value func(measure string) (value.Num, bool)
	// Seen is told each condition and how it came out.
	Seen func(*machine.Expr, bool)
}

// Number works out a formula; its error is ErrDivideByZero or ErrUnknown.
func (sc *Scope) Number(e *machine.Expr) (value.Num, error) {
	switch e.Op {
	case machine.OpConst:
		return *e.Num, nil
	case machine.OpVar:
		if v, ok := sc.Var(e.Name); ok {
			return v, nil
		}
		panic("formula: the unknown name " + e.Name)
	case machine.OpValue:
		if v, ok := sc.Value(e.Name); ok {
			return v, nil
		}
		return value.Num{}, ErrUnknown
	case machine.OpNeg:
		v, err := sc.Number(&e.Args[0])
		return v.Neg(), err
	case machine.OpCount:
		n := 0
		for i := range e.Args {
			if sc.Holds(&e.Args[i]) {
				n++
			}
		}
		return value.Int(int64(n)), nil
	default:
		return sc.combined(e)
	}
}

// ErrUnknown is a formula that reads a figure which is not known yet.
var ErrUnknown = errors.New("a figure is not known yet")

func (sc *Scope) combined(e *machine.Expr) (value.Num, error) {
	total, err := sc.Number(&e.Args[0])
	if err != nil {
		return total, err
	}
	for i := 1; i < len(e.Args); i++ {
		v, err := sc.Number(&e.Args[i])
		if err != nil {
			return v, err
		}
		switch e.Op {
		case machine.OpAdd, machine.OpSum:
			total = total.Add(v)
		case machine.OpSub:
			total = total.Sub(v)
		case machine.OpMul:
			total = total.Mul(v)
		case machine.OpDiv:
			if total, err = total.Div(v); err != nil {
				return total, ErrDivideByZero
			}
		case machine.OpMin:
			if v.Cmp(total) < 0 {
				total = v
			}
		case machine.OpMax:
			if v.Cmp(total) > 0 {
				total = v
			}
		default:
			panic(fmt.Sprintf("formula: %q gives no number", e.Op))
		}
	}
	return total, nil
}

// Holds evaluates a condition. What reads a figure that is not known is false.
func (sc *Scope) Holds(e *machine.Expr) bool {
	result := sc.holds(e)
	if sc.Seen != nil {
		sc.Seen(e, result)
	}
	return result
}

func (sc *Scope) holds(e *machine.Expr) bool {
	switch e.Op {
	case machine.OpBand:
		return sc.Test(e.Band)
	case machine.OpNot:
		return !sc.Holds(&e.Args[0])
	case machine.OpAnd:
		for i := range e.Args {
			if !sc.Holds(&e.Args[i]) {
				return false
			}
		}
		return true
	case machine.OpOr:
		for i := range e.Args {
			if sc.Holds(&e.Args[i]) {
				return true
			}
		}
		return false
	}
	a, errA := sc.Number(&e.Args[0])
	b, errB := sc.Number(&e.Args[1])
	if errA != nil || errB != nil {
		return false
	}
	c := a.Cmp(b)
	switch e.Op {
	case machine.OpEq:
		return c == 0
	case machine.OpNe:
		return c != 0
	case machine.OpLt:
		return c < 0
	case machine.OpLe:
		return c <= 0
	case machine.OpGt:
		return c > 0
	case machine.OpGe:
		return c >= 0
	}
	panic(fmt.Sprintf("formula: %q is no condition", e.Op))
}
