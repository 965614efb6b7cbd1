package syntax

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// Shapes that stand in most statements read themselves, as literals do: it is
// several times faster than a grammar.

// Parse takes an event, or the name of a decision.
func (a *Anchor) Parse(lex *lexer.PeekingLexer) error {
	if a.Event.Parse(lex) == nil {
		return nil
	}
	a.Decision = &Ident{}
	return a.Decision.Parse(lex)
}

// Parse takes `within LENGTH of ANCHOR`.
func (w *Within) Parse(lex *lexer.PeekingLexer) error {
	if !word(lex, "within") {
		return participle.NextMatch
	}
	return w.rest(lex)
}

// Parse takes `LENGTH of ANCHOR`, where `within` is the keyword.
func (w *DecisionWithin) Parse(lex *lexer.PeekingLexer) error {
	return (*Within)(w).rest(lex)
}

func (w *Within) rest(lex *lexer.PeekingLexer) error {
	if err := must(lex, w.Length.Parse(lex)); err != nil {
		return err
	}
	if !word(lex, "of") {
		return unexpected(lex)
	}
	return must(lex, w.Of.Parse(lex))
}

// must turns "nothing of that kind stands here" into a fault.
func must(lex *lexer.PeekingLexer, err error) error {
	if err == participle.NextMatch {
		return unexpected(lex)
	}
	return err
}

// Parse takes `every party`, `every member of NAME`, or names.
func (w *Who) Parse(lex *lexer.PeekingLexer) error {
	if t := lex.Peek(); scan.Is(t, token.Ident) && (Reserved(t.Value) && w.Set.Parse(lex) == nil) {
		if w.Set.Word != EveryMember || !word(lex, "of") {
			return nil
		}
		w.Of = &Ident{}
		return must(lex, w.Of.Parse(lex))
	}
	first := &Ident{}
	if err := first.Parse(lex); err != nil {
		return err
	}
	w.Names = append(w.Names, first)
	for scan.Is(lex.Peek(), token.Comma) {
		comma := lex.MakeCheckpoint()
		lex.Next()
		next := &Ident{}
		if next.Parse(lex) != nil {
			lex.LoadCheckpoint(comma)
			break
		}
		w.Names = append(w.Names, next)
	}
	return nil
}
