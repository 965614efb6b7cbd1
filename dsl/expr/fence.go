package expr

import (
	"errors"
	"sort"
	"strconv"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"concordat/dsl/token"
)

const (
	maxTokens = 400
	maxDepth  = 32
)

// fence looks at the tokens alone and refuses what must not get further:
// expressions too long or too deep, literals that are no numbers, brackets that
// do not match, and `and` mixed with `or`.
func (s *settler) fence() bool {
	before := len(s.found)
	tokens := s.x.Tokens
	if len(tokens) > maxTokens {
		s.tooLong(len(tokens))
		return false
	}
	var open []int                       // brackets not closed yet
	joined := make([]string, maxDepth+1) // `and` or `or`, by level
	for i, t := range tokens {
		switch t.Kind {
		case token.LParen:
			if len(open) == maxDepth {
				s.tooDeep(i)
				return false
			}
			open = append(open, i)
			joined[len(open)] = ""
		case token.RParen:
			if len(open) == 0 {
				s.unopened(i)
				return false
			}
			open = open[:len(open)-1]
		case token.Comma:
			joined[len(open)] = ""
		case token.Ident:
			s.mixed(i, &joined[len(open)])
		default:
			if !t.Kind.Operator() && t.Kind != token.Number && t.Kind != token.Percent && t.Kind != token.Money &&
				t.Kind != token.Dot {
				s.noFigure(i)
			}
		}
	}
	if len(open) > 0 {
		s.unclosed(open[len(open)-1])
	}
	return len(s.found) == before
}

// mixed refuses `a and b or c`: readers disagree which binds first.
func (s *settler) mixed(i int, joined *string) {
	word := s.word(i)
	if word != "and" && word != "or" {
		return
	}
	if *joined != "" && *joined != word {
		s.andOr(i)
	}
	*joined = word
}

// masked is an expression as expr-lang sees it: names are n0, n1 … and literals
// p0, p1 …, numbered by token. starts is where each token begins.
type masked struct {
	text   string
	starts []int
}

func (s *settler) mask() masked {
	text := make([]byte, 0, 6*len(s.x.Tokens))
	starts := make([]int, len(s.x.Tokens))
	for i, t := range s.x.Tokens {
		starts[i] = len(text)
		switch t.Kind {
		case token.Ident:
			if w := s.word(i); w == "and" || w == "or" || w == "not" {
				text = append(text, w...)
			} else {
				text = strconv.AppendInt(append(text, 'n'), int64(i), 10)
			}
		case token.Number, token.Percent, token.Money:
			text = strconv.AppendInt(append(text, 'p'), int64(i), 10)
		default:
			text = append(text, s.x.Src[t.Start:t.End]...)
		}
		text = append(text, ' ')
	}
	return masked{string(text), starts}
}

// token is the number of the token at or before an offset of the masked text;
// at its end, one more than the last.
func (m masked) token(offset int) int {
	if offset >= len(m.text)-1 {
		return len(m.starts)
	}
	return sort.SearchInts(m.starts, offset+1) - 1
}

// parse lets expr-lang read the masked text.
func (s *settler) parse() (tree, bool) {
	m := s.mask()
	parsed, err := parser.Parse(m.text)
	var bad *file.Error
	switch {
	case errors.As(err, &bad):
		s.stops(m.token(bad.From))
		return tree{}, false
	case err != nil:
		s.stops(0)
		return tree{}, false
	}
	return tree{parsed.Node, m}, true
}

// tree is what expr-lang made of a masked text.
type tree struct {
	root ast.Node
	masked
}

func (s *settler) word(i int) string { return s.x.Tokens[i].Text(s.x.Src) }
