package syntax

import (
	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// values reads the values of all statements. They stand one behind the other
// in one lexer, each with an End behind it, which no grammar accepts.
func (p *parser) values() {
	all := make([]lexer.Token, 0, len(p.tokens)+len(p.statements))
	for i := range p.statements {
		n := &p.statements[i]
		from := len(all)
		all = p.significant(all, n)
		n.first, n.last = from, len(all)
		end := n.statement.At.End
		all = append(all, scan.Participle(p.path, p.text, token.Token{Kind: token.End, Start: end, End: end}))
	}
	all = append(all, scan.Participle(p.path, p.text, token.Token{Kind: token.EOF, Start: len(p.text), End: len(p.text)}))
	lex, err := lexer.Upgrade(scan.Replay(all))
	if err != nil {
		panic("syntax: replaying tokens failed: " + err.Error())
	}
	for i := range p.statements {
		n := &p.statements[i]
		p.value(n, *lex, all[n.first:n.last+1])
		lex.FastForward(lexer.RawCursor(n.last))
	}
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
	s.ValueAt = p.span(tokens[0].Pos.Offset, at(&tokens[last-1]).End)
	switch {
	case last > maxTokens:
		p.tooLong(s, last)
		return
	case last == 1 && is(&tokens[0], token.Hole):
		s.Hole = holeOf(tokens[0].Value, at(&tokens[0]))
		return
	}
	v, err := s.Def.value.parse(&lex)
	if err == nil && is(lex.Peek(), token.End) {
		s.Value = v
		p.lendSource(v)
		return
	}
	if n.quiet {
		return
	}
	closed := append(tokens[:last:last], lexer.EOFToken(tokens[last].Pos))
	far := s.Def.value.furthest(closed)
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
	case *Figure:
		if v.Formula != nil {
			v.Formula.Expression.Src = p.file.Src
		}
	case *Flow:
		v.Sum.Src = p.file.Src
	case *When:
		p.lendCondition(&v.Condition)
	case *AfterDue:
		p.lendAction(&v.Action)
	case *Then:
		p.lendAction(&v.Action)
	}
}

func (p *parser) lendAction(a *Action) {
	if a.When != nil {
		p.lendCondition(a.When)
	}
	if a.Refer != nil && a.Refer.Then != nil {
		p.lendAction(a.Refer.Then)
	}
}

func (p *parser) lendCondition(c *Condition) {
	for _, t := range c.Tests {
		if t.Expression != nil {
			t.Expression.Src = p.file.Src
		}
	}
}
