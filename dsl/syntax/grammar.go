package syntax

import (
	"reflect"
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

// sights are the depths to which a wrong turn is taken back. The first is the
// one that statements are read with, deep enough for every one. The others only
// serve to place a finding: participle reports where it last gave up, and with
// a short sight that is further along the line.
var sights = [...]int{8, 1, 2, 3, 5}

// rule is the grammar of the struct T. Participle's parsers are built when they
// are first needed: building them all takes longer than the program may take to
// start.
type rule[T any] struct {
	short   bool // the first sight is 1: no wrong turn is possible
	look    sync.Once
	single  bool // the struct has one field, which is a value
	once    [len(sights)]sync.Once
	parsers [len(sights)]*participle.Parser[T]
}

func of[T any]() grammar { return &rule[T]{} }

// trailing lets a value end before the tokens do; what follows is looked at
// by the caller.
var trailing = participle.AllowTrailing(true)

// parser is the parser with the sight of this number.
func (r *rule[T]) parser(n int) *participle.Parser[T] {
	r.once[n].Do(func() {
		sight := sights[n]
		if r.short {
			sight = 1
		}
		r.parsers[n] = participle.MustBuild[T](participle.Lexer(scan.Definition{}), participle.UseLookahead(sight))
	})
	return r.parsers[n]
}

func (r *rule[T]) parse(lex *lexer.PeekingLexer) (any, error) { return r.read(lex) }

// read reads a value. One that reads itself, and a struct of one that does,
// needs no grammar.
func (r *rule[T]) read(lex *lexer.PeekingLexer) (*T, error) {
	r.look.Do(func() { r.single = single[T]() })
	if r.single {
		v := new(T)
		return v, reflect.ValueOf(v).Elem().Field(0).Addr().Interface().(participle.Parseable).Parse(lex)
	}
	if v, ok := any(new(T)).(participle.Parseable); ok {
		return any(v).(*T), v.Parse(lex)
	}
	return r.parser(0).ParseFromLexer(lex, trailing)
}

func (r *rule[T]) furthest(tokens []lexer.Token) int {
	far := tokens[0].Pos.Offset
	for n := range sights {
		lex, _ := lexer.Upgrade(scan.Replay(tokens))
		_, err := r.parser(n).ParseFromLexer(lex)
		if failed, ok := err.(participle.Error); ok {
			far = max(far, failed.Position().Offset)
		}
	}
	return far
}

// single reports whether T is a struct of one field that reads itself.
func single[T any]() bool {
	t := reflect.TypeFor[T]()
	return t.NumField() == 1 && t.Field(0).Tag.Get("parser") == "@@" &&
		reflect.PointerTo(t.Field(0).Type).Implements(reflect.TypeFor[participle.Parseable]())
}
