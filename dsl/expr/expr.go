// Package expr turns the formulas and conditions of an agreement into the
// machine's own expressions. expr-lang reads them, behind a fence: every name
// and every literal is replaced by a placeholder before it sees the text, so
// that no built-in, no operator of its own and no float can get in, and only
// five kinds of node may come out. Its type checker is not used: it stops at
// its first finding and cannot word one in terms of sums and figures; types are
// settled while the tree is lowered, which has to look at every node anyway. An
// expression has at most 400 tokens and 32 levels of brackets.
package expr

import (
	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

// Formula settles a formula that must be of type want. Where it has errors, the
// findings say so and the result is of no use. A formula still to be agreed is
// zero of that type.
func Formula(x *syntax.Expression, env *Env, want machine.Type) (machine.Expr, diag.List) {
	s := &settler{env: env}
	return s.settle(x, want), s.found
}

// Condition settles what stands after `when`: it is true or false.
func Condition(c *syntax.Condition, env *Env) (machine.Expr, diag.List) {
	s := &settler{env: env}
	tests := make([]typed, len(c.Tests))
	for i, t := range c.Tests {
		tests[i] = s.test(t)
	}
	word, op := "and", machine.OpAnd
	if c.Any {
		word, op = "or", machine.OpOr
	}
	whole := tests[0]
	for _, next := range tests[1:] {
		whole = infix(op, machine.TypeTruth, word, whole, next)
	}
	return whole.Expr, s.found
}

// settler works on one formula or condition.
type settler struct {
	env   *Env
	x     *syntax.Expression // the expression in hand; a condition may hold several
	found diag.List
}

func (s *settler) settle(x *syntax.Expression, want machine.Type) machine.Expr {
	return s.typed(x, want).Expr
}

// typed reads an expression and lowers it. Its Type is empty where it has errors.
func (s *settler) typed(x *syntax.Expression, want machine.Type) typed {
	if x.Hole != nil {
		return zero(want, "to be agreed")
	}
	s.x = x
	if !s.fence() {
		return typed{}
	}
	tree, ok := s.parse()
	if !ok {
		return typed{}
	}
	e := s.lower(tree)
	if e.Type != "" && e.Type != want {
		s.wrongResult(e, want)
		return typed{}
	}
	return e
}
