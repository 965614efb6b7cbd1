package syntax

import (
	"slices"
	"sync"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/scan"
)

// grammar reads the value of one statement.
type grammar interface {
	// parse reads a value from where lex stands and leaves it behind the value.
	parse(lex *lexer.PeekingLexer) (any, error)
	// furthest says how far any reading of the tokens gets: the offset of the
	// first token that no reading accepts.
	furthest(tokens []lexer.Token) int
}

// lookaheads are the depths to which a wrong turn is taken back. The first is
// the one that statements are read with, deep enough for every one. The others
// only serve to place a finding: participle reports where it last gave up, and
// with a short sight that is further along the line.
var lookaheads = []int{8, 1, 2, 3, 5}

// rule is the grammar of the struct T. Participle's parsers are built when the
// first statement of their kind is met: building them all takes longer than
// the program may take to start.
type rule[T any] struct {
	once   sync.Once
	parser *participle.Parser[T]
}

func of[T any]() grammar { return &rule[T]{} }

func build[T any](lookahead int) *participle.Parser[T] {
	return participle.MustBuild[T](participle.Lexer(scan.Definition{}), participle.UseLookahead(lookahead))
}

func (r *rule[T]) parse(lex *lexer.PeekingLexer) (any, error) { return r.read(lex) }

func (r *rule[T]) read(lex *lexer.PeekingLexer) (*T, error) {
	r.once.Do(func() { r.parser = build[T](lookaheads[0]) })
	return r.parser.ParseFromLexer(lex, participle.AllowTrailing(true))
}

func (r *rule[T]) furthest(tokens []lexer.Token) int {
	far := tokens[0].Pos.Offset
	for _, n := range lookaheads {
		lex, _ := lexer.Upgrade(scan.Replay(slices.Clone(tokens)))
		_, err := build[T](n).ParseFromLexer(lex)
		if failed, ok := err.(participle.Error); ok {
			far = max(far, failed.Position().Offset)
		}
	}
	return far
}
