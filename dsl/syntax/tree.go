// Package syntax is the written language: the tree of what stands in a file, the
// form of every value, and the registry, which names each block and statement with
// its grammar, its need, an example and its meaning. Package parse reads a text by
// it; the language reference, and the findings about missing statements, are made
// from it. Nothing is looked up here: a name is an Ident and a formula a list of
// pieces; what they mean is for the checker.
package syntax

import (
	"concordat/dsl/diag"
	"concordat/dsl/token"
)

// Kind says what a file holds.
type Kind uint8

const (
	AgreementFile Kind = iota // NAME.agreement
	ScenarioFile              // NAME.scenario: what its parties expect of an agreement
	ClaimsFile                // NAME.claims: figures that somebody has stated, recomputed
	FrameworkFile             // NAME.framework: what agreements that follow it must have
)

// File is one source as written: blocks in the order of the text. It is always
// there, however wrong the text is; what could not be read is a bad statement.
type File struct {
	Path   string
	Src    []byte
	Kind   Kind
	For    Ident // scenario files: the agreement that the line `agreement NAME` names
	Blocks []*Block
	Tokens []token.Token // everything in the source, comments and line ends too
}

// Block is `keyword [name] ["Title"] { statements }`.
type Block struct {
	Def        *BlockDef // nil: the keyword is not one of ours
	Keyword    Ident
	Name       Ident // empty where the block has no name
	Title      Text  // its Hole is set for `to be agreed "…"`; its At is empty where there is no title
	Statements []*Statement
	Blocks     []*Block  // blocks inside this one, such as the measures of an outcome
	Head       diag.Span // from the keyword to the opening brace
	At         diag.Span // from the keyword to the closing brace; of a block without braces, its Head
}

// Statement is one fact: a keyword and its value.
type Statement struct {
	Def     *StatementDef // nil: the keyword is not one of this block's
	Keyword Ident         // words joined by one space: `each quarter`
	Value   any           // pointer to the statement's struct; nil when Hole is set or the value could not be read
	Hole    *Hole         // `to be agreed "…"` in place of the whole value
	ValueAt diag.Span     // the value alone
	At      diag.Span     // keyword and value, no comment
}

// Bad reports whether the statement could not be read. A finding says why.
func (s *Statement) Bad() bool { return s.Value == nil && s.Hole == nil }

// Hole is `to be agreed "what"`. It has the type of what it replaces.
type Hole struct {
	What string
	At   diag.Span
}

// All returns the values of the statements with this keyword, as *T, in the
// order of the text. Bad statements and holes are left out.
func All[T any](b *Block, keyword string) []T {
	var out []T
	for _, s := range b.Statements {
		if v, ok := s.Value.(T); ok && s.Keyword.Name == keyword {
			out = append(out, v)
		}
	}
	return out
}

// One returns the value of the first statement with this keyword that could be
// read: syntax.One[*syntax.Due](block, "due"). It returns the zero T, a nil
// pointer, when there is none.
func One[T any](b *Block, keyword string) T {
	for _, s := range b.Statements {
		if v, ok := s.Value.(T); ok && s.Keyword.Name == keyword {
			return v
		}
	}
	var none T
	return none
}

// Find returns the first statement with this keyword, readable or not, or nil.
func (b *Block) Find(keyword string) *Statement {
	for _, s := range b.Statements {
		if s.Keyword.Name == keyword {
			return s
		}
	}
	return nil
}

// FindAll returns every statement with this keyword, readable or not.
func (b *Block) FindAll(keyword string) []*Statement {
	var out []*Statement
	for _, s := range b.Statements {
		if s.Keyword.Name == keyword {
			out = append(out, s)
		}
	}
	return out
}

// Inside are the tokens of a block. A block has at least one.
func (f *File) Inside(b *Block) []token.Token {
	tokens := f.Tokens
	low, high := 0, len(tokens)
	for low < high {
		if middle := (low + high) / 2; tokens[middle].Start < b.Head.End {
			low = middle + 1
		} else {
			high = middle
		}
	}
	end := low
	for end < len(tokens) && tokens[end].Start < b.At.End {
		end++
	}
	return tokens[low:end]
}
