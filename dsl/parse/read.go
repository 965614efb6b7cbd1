package parse

import (
	"concordat/dsl/syntax"

	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// batch is how many statements share one of participle's lexers: enough to
// spread the cost of one, few enough to keep it small.
const batch = 32

// values reads the values of all statements. Those of a batch stand one behind
// the other in one lexer, each with an End behind it, which no grammar accepts.
func (p *parser) values() {
	var tokens []lexer.Token
	for rest := p.statements; len(rest) > 0; rest = rest[min(batch, len(rest)):] {
		tokens = p.readBatch(rest[:min(batch, len(rest))], tokens[:0])
	}
}

// readBatch reads the values of some statements; it returns the space of tokens
// for another batch.
func (p *parser) readBatch(some []pending, tokens []lexer.Token) []lexer.Token {
	for i := range some {
		n := &some[i]
		from := len(tokens)
		tokens = p.significant(tokens, n)
		n.first, n.last = from, len(tokens)
		end := n.statement.At.End
		tokens = append(tokens, scan.Participle(p.path, p.text, token.Token{Kind: token.End, Start: end, End: end}))
	}
	tokens = append(tokens, scan.Participle(p.path, p.text, token.Token{Kind: token.EOF, Start: len(p.text), End: len(p.text)}))
	lex, err := lexer.Upgrade(scan.Replay(tokens))
	if err != nil {
		panic("syntax: replaying tokens failed: " + err.Error())
	}
	for i := range some {
		n := &some[i]
		p.value(n, *lex, tokens[n.first:n.last+1])
		lex.FastForward(lexer.RawCursor(n.last))
	}
	return tokens
}

// significant adds the tokens of a statement's value, holes joined, without
// comments and line ends.
func (p *parser) significant(all []lexer.Token, n *pending) []lexer.Token {
	for i := n.first; i < n.last; i++ {
		t := p.tokens[i]
		switch {
		case t.Kind == token.Newline || t.Kind == token.Comment:
			continue
		case t.Kind == token.Bad:
			n.quiet = true
		case t.Kind == token.Ident && p.holeAt(i):
			t = token.Token{Kind: token.Hole, Start: t.Start, End: p.tokens[i+3].End}
			i += 3
		}
		all = append(all, scan.Participle(p.path, p.text, t))
	}
	return all
}

// value reads one value. tokens are its own, with the End behind them.
func (p *parser) value(n *pending, lex lexer.PeekingLexer, tokens []lexer.Token) {
	s := n.statement
	if s.Def == nil {
		return
	}
	last := len(tokens) - 1
	if last == 0 {
		s.ValueAt = p.span(s.At.End, s.At.End)
		if !n.quiet {
			p.noValue(s)
		}
		return
	}
	s.ValueAt = p.span(tokens[0].Pos.Offset, scan.At(&tokens[last-1]).End)
	switch {
	case last > maxTokens:
		p.tooLong(s, last)
		return
	case last == 1 && scan.Is(&tokens[0], token.Hole):
		s.Hole = syntax.HoleOf(tokens[0].Value, scan.At(&tokens[0]))
		return
	}
	v, err := s.Def.Read(&lex)
	if err == nil && scan.Is(lex.Peek(), token.End) {
		s.Value = v
		p.lendSource(v)
		return
	}
	if n.quiet {
		return
	}
	closed := append(tokens[:last:last], lexer.EOFToken(tokens[last].Pos))
	far := s.Def.Furthest(closed)
	for i := range tokens {
		if tokens[i].Pos.Offset >= far || i == last {
			p.wrongForm(s, tokens[i], i == last)
			return
		}
	}
}

// lendSource gives the expressions of a value the source that their tokens'
// text stands in; the grammar only sees tokens.
func (p *parser) lendSource(value any) {
	switch v := value.(type) {
	case *syntax.Figure:
		if v.Formula != nil {
			v.Formula.Expression.Src = p.file.Src
		}
	case *syntax.FigureOf:
		v.Expression.Src = p.file.Src
	case *syntax.Flow:
		v.Sum.Src = p.file.Src
	case *syntax.When:
		p.lendCondition(&v.Condition)
	case *syntax.AfterDue:
		p.lendAction(&v.Action)
	case *syntax.Then:
		p.lendAction(&v.Action)
	}
}

func (p *parser) lendAction(a *syntax.Action) {
	if a.When != nil {
		p.lendCondition(a.When)
	}
	if a.Refer != nil && a.Refer.Then != nil {
		p.lendAction(a.Refer.Then)
	}
}

func (p *parser) lendCondition(c *syntax.Condition) {
	for _, t := range c.Tests {
		if t.Expression != nil {
			t.Expression.Src = p.file.Src
		}
	}
}
