package engine

import (
	"errors"
	"fmt"

	"concordat/engine/machine"
	"concordat/engine/value"
)

var errDivideByZero = errors.New("division by zero")

// evaluation works out a formula or a condition, exactly. Sums are numbers in pence.
type evaluation struct {
	vars []InputValue
	// test answers a band test and value gives a measure's value, in a rule.
	test  func(*machine.BandTest) bool
	value func(measure string) (value.Num, bool)
	// seen is told each condition and how it came out, for coverage.
	seen func(*machine.Expr, bool)
}

func (ev *evaluation) number(e *machine.Expr) (value.Num, error) {
	switch e.Op {
	case machine.OpConst:
		return *e.Num, nil
	case machine.OpVar:
		for i := range ev.vars {
			if ev.vars[i].Name == e.Name {
				return ev.vars[i].Value, nil
			}
		}
		panic("engine: a formula reads the unknown name " + e.Name)
	case machine.OpValue:
		if v, ok := ev.value(e.Name); ok {
			return v, nil
		}
		return value.Num{}, errUnknown
	case machine.OpNeg:
		v, err := ev.number(&e.Args[0])
		return v.Neg(), err
	default:
		return ev.combined(e)
	}
}

var errUnknown = errors.New("a figure is not known yet")

func (ev *evaluation) combined(e *machine.Expr) (value.Num, error) {
	total, err := ev.number(&e.Args[0])
	if err != nil {
		return total, err
	}
	for i := 1; i < len(e.Args); i++ {
		v, err := ev.number(&e.Args[i])
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
				return total, errDivideByZero
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
			panic(fmt.Sprintf("engine: %q gives no number", e.Op))
		}
	}
	return total, nil
}

// truth evaluates a condition. What reads a figure that is not known is false.
func (ev *evaluation) truth(e *machine.Expr) bool {
	result := ev.holds(e)
	if ev.seen != nil {
		ev.seen(e, result)
	}
	return result
}

func (ev *evaluation) holds(e *machine.Expr) bool {
	switch e.Op {
	case machine.OpBand:
		return ev.test(e.Band)
	case machine.OpNot:
		return !ev.truth(&e.Args[0])
	case machine.OpAnd:
		for i := range e.Args {
			if !ev.truth(&e.Args[i]) {
				return false
			}
		}
		return true
	case machine.OpOr:
		for i := range e.Args {
			if ev.truth(&e.Args[i]) {
				return true
			}
		}
		return false
	}
	a, errA := ev.number(&e.Args[0])
	b, errB := ev.number(&e.Args[1])
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
	panic(fmt.Sprintf("engine: %q is no condition", e.Op))
}
