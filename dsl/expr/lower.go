package expr

import (
	"strconv"

	"github.com/expr-lang/expr/ast"

	"concordat/engine/machine"
)

// typed is a lowered node with its place among the expression's tokens. Its
// Type is empty where it has errors; then they have been reported.
type typed struct {
	machine.Expr
	first, last int    // tokens, both included
	words       string // as the reader would write it, in one form only
	binds       int    // how tightly its outermost operator binds
}

// How tightly operators bind, loosest first; leaves and calls bind tightest.
const (
	bindsOr = iota + 1
	bindsAnd
	bindsNot
	bindsCompare
	bindsAdd
	bindsMultiply
	bindsSign
	bindsLeaf
)

// lower makes a machine expression of a tree. Five kinds of node may come out of
// the fence; anything else is refused.
func (s *settler) lower(t tree) typed { return s.node(t, t.root) }

func (s *settler) node(t tree, n ast.Node) typed {
	at := t.token(n.Location().From)
	switch n := n.(type) {
	case *ast.IdentifierNode:
		if n.Value[0] == 'p' {
			return s.literal(placeholder(n.Value))
		}
		return s.name(placeholder(n.Value))
	case *ast.UnaryNode:
		return s.unary(at, n.Operator, s.node(t, n.Node))
	case *ast.BinaryNode:
		left, right := s.node(t, n.Left), s.node(t, n.Right)
		return s.binary(at, n.Operator, left, right)
	case *ast.CallNode:
		return s.call(t, n)
	case *ast.MemberNode:
		return s.member(n, at)
	}
	s.stops(at)
	return typed{}
}

// placeholder is the number of the token that a masked name stands for.
func placeholder(masked string) int {
	i, err := strconv.Atoi(masked[1:])
	if err != nil {
		panic("expr: no placeholder of ours: " + masked) // only the fence writes names
	}
	return i
}

// name reads a name that the block offers.
func (s *settler) name(i int) typed {
	word := s.word(i)
	offered, ok := s.env.name(word)
	if !ok {
		if s.env.Measures[word] != nil {
			s.bareMeasure(i)
		} else {
			s.unknownName(i)
		}
		return typed{}
	}
	return typed{machine.Expr{Op: machine.OpVar, Type: offered.Type, Name: word}, i, i, word, bindsLeaf}
}

// member reads `placements.value`, a measure's figure.
func (s *settler) member(n *ast.MemberNode, at int) typed {
	of, isName := n.Node.(*ast.IdentifierNode)
	field, isField := n.Property.(*ast.StringNode)
	if !isName || !isField || of.Value[0] != 'n' || field.Value[0] != 'n' {
		s.stops(at)
		return typed{}
	}
	i, j := placeholder(of.Value), placeholder(field.Value)
	name, what := s.word(i), s.word(j)
	measure := s.env.Measures[name]
	switch {
	case measure == nil:
		s.unknownMeasure(s.span(i, i), name)
		return typed{}
	case what == "band":
		s.bandInside(i, j)
		return typed{}
	case what != "value":
		s.unknownPart(j, name)
		return typed{}
	case measure.Judged:
		s.judgedValue(i, j)
		return typed{}
	}
	words := name + ".value"
	return typed{machine.Expr{Op: machine.OpValue, Type: machine.TypeNumber, Name: name, Text: words}, i, j, words, bindsLeaf}
}

// call lowers `min(a, b)`: these four functions are all there are.
func (s *settler) call(t tree, n *ast.CallNode) typed {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok || callee.Value[0] != 'n' {
		s.stops(t.token(n.Location().From))
		return typed{}
	}
	first := placeholder(callee.Value)
	args := make([]typed, len(n.Arguments))
	good, last := true, first+1
	for i, a := range n.Arguments {
		args[i] = s.node(t, a)
		good = good && args[i].Type != ""
		last = max(last, args[i].last)
	}
	f, ok := functions[s.word(first)]
	switch {
	case !ok:
		s.unknownFunction(first)
		return typed{}
	case len(args) == 0:
		s.noArguments(first)
		return typed{}
	case !good:
		return typed{}
	}
	return s.apply(f, first, last+1, args)
}

func (s *settler) apply(f function, first, last int, args []typed) typed {
	want, result := args[0].Type, args[0].Type
	if f.op == machine.OpCount {
		want, result = machine.TypeTruth, machine.TypeNumber
	}
	e := typed{machine.Expr{Op: f.op, Type: result}, first, last, f.name + "(", bindsLeaf}
	for i, a := range args {
		if a.Type != want || (want == machine.TypeTruth) != f.truths {
			s.wrongArgument(f, a, want)
			return typed{}
		}
		if i > 0 {
			e.words += ", "
		}
		e.words += a.words
		e.Args = append(e.Args, a.Expr)
	}
	e.words += ")"
	e.Text = e.words
	return e
}

type function struct {
	name   string
	op     machine.Op
	truths bool // takes tests, not values
}

var functions = map[string]function{
	"min":   {"min", machine.OpMin, false},
	"max":   {"max", machine.OpMax, false},
	"sum":   {"sum", machine.OpSum, false},
	"count": {"count", machine.OpCount, true},
}
