// Package expr turns the formulas and conditions of an agreement into the
// machine's own expressions. expr-lang reads them, behind a fence: every name
// and every literal is replaced by a placeholder before it sees the text, so
// that no built-in, no operator of its own and no float can get in, and only
// four kinds of node may come out. Its type checker is not used: it stops at
// its first finding, cannot word one in terms of sums and figures, and costs
// more than all the rest; types are settled while the tree is lowered, which
// has to look at every node anyway. An expression has at most 400 tokens and
// 32 levels of brackets.
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
	if x.Hole != nil {
		return hole(want), nil
	}
	s := &settler{env: env, src: x.Src, at: x.At}
	e, _ := s.settle(x, want)
	return e, s.found
}

// Condition settles what stands after `when`: it is true or false.
func Condition(c *syntax.Condition, env *Env) (machine.Expr, diag.List) {
	s := &settler{env: env, at: c.At}
	tests := make([]machine.Expr, len(c.Tests))
	for i, t := range c.Tests {
		tests[i] = s.test(t)
	}
	op := machine.OpAnd
	if c.Any {
		op = machine.OpOr
	}
	return join(op, tests), s.found
}
