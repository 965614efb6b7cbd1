package expr

import (
	"slices"

	"concordat/engine/machine"
)

type operator struct {
	op    machine.Op
	word  string
	binds int
}

var operators = map[string]operator{
	"or": {machine.OpOr, "or", bindsOr}, "and": {machine.OpAnd, "and", bindsAnd},
	"&&": {machine.OpAnd, "and", bindsAnd}, // what expr-lang makes of `1 < x < 5`
	"==": {machine.OpEq, "==", bindsCompare}, "!=": {machine.OpNe, "!=", bindsCompare},
	"<": {machine.OpLt, "<", bindsCompare}, "<=": {machine.OpLe, "<=", bindsCompare},
	">": {machine.OpGt, ">", bindsCompare}, ">=": {machine.OpGe, ">=", bindsCompare},
	"+": {machine.OpAdd, "+", bindsAdd}, "-": {machine.OpSub, "-", bindsAdd},
	"*": {machine.OpMul, "*", bindsMultiply}, "/": {machine.OpDiv, "/", bindsMultiply},
}

// binary types `left op right`; at is the operator's token.
func (s *settler) binary(at int, sign string, left, right typed) typed {
	o, ok := operators[sign]
	if !ok {
		s.stops(at)
		return typed{}
	}
	if left.Type == "" || right.Type == "" {
		return typed{}
	}
	result := resultOf(o, left.Type, right.Type)
	if result == "" {
		s.cannotJoin(o, left, right)
		return typed{}
	}
	if o.op == machine.OpDiv && right.Op == machine.OpConst && right.Num.Sign() == 0 {
		s.byZero(right)
		return typed{}
	}
	return infix(o.op, result, o.word, left, right)
}

// resultOf is the type of two joined values; empty where they cannot be joined.
// Money is never multiplied by money, and never added to a bare number.
func resultOf(o operator, left, right machine.Type) machine.Type {
	const number, money, truth = machine.TypeNumber, machine.TypeMoney, machine.TypeTruth
	switch {
	case o.op == machine.OpAnd || o.op == machine.OpOr:
		if left == truth && right == truth {
			return truth
		}
	case left == truth || right == truth:
	case o.binds == bindsCompare:
		if left == right {
			return truth
		}
	case o.op == machine.OpMul:
		switch {
		case left == money && right == money:
		case left == money || right == money:
			return money
		default:
			return number
		}
	case o.op == machine.OpDiv:
		switch {
		case left == right:
			return number
		case left == money:
			return money
		}
	case left == right: // + and -
		return left
	}
	return ""
}

// unary types `not x` and `-x`.
func (s *settler) unary(at int, sign string, of typed) typed {
	switch {
	case of.Type == "":
		return typed{}
	case sign == "not" && of.Type == machine.TypeTruth:
		return prefix(machine.OpNot, "not "+bracketed(of, bindsLeaf), bindsNot, at, of)
	case sign == "-" && of.Type != machine.TypeTruth:
		return prefix(machine.OpNeg, "-"+bracketed(of, bindsSign), bindsSign, at, of)
	case sign == "+":
		s.stops(at)
	default:
		s.cannotNegate(at, sign, of)
	}
	return typed{}
}

func prefix(op machine.Op, words string, binds, first int, of typed) typed {
	return typed{machine.Expr{Op: op, Type: of.Type, Args: []machine.Expr{of.Expr}, Text: words}, first, of.last, words, binds}
}

func infix(op machine.Op, result machine.Type, word string, left, right typed) typed {
	binds := operators[word].binds
	words := bracketed(left, binds) + " " + word + " " + bracketed(right, binds+1)
	if binds == bindsOr { // `and` inside `or` is always in brackets
		words = bracketed(left, bindsOr, bindsAnd) + " or " + bracketed(right, bindsNot)
	}
	e := machine.Expr{Op: op, Type: result, Args: []machine.Expr{left.Expr, right.Expr}, Text: words}
	return typed{e, left.first, right.last, words, binds}
}

// bracketed puts words in brackets where they bind less tightly than what is
// around them, or are of a kind that must not stand there bare.
func bracketed(e typed, binds int, never ...int) string {
	if e.binds < binds || slices.Contains(never, e.binds) {
		return "(" + e.words + ")"
	}
	return e.words
}
