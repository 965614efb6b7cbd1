package syntax

import (
	"strings"

	"concordat/dsl/token"
)

// body reads statements and blocks up to the closing brace. A brace too few or
// too many is found by the layout, so that it costs one finding on its own line
// and the blocks that follow are read as they were meant.
func (p *parser) body(f *frame) {
	b := f.block
	defer func() { b.At = p.span(b.Keyword.At.Start, f.end) }()
	for {
		t := p.peek()
		switch t.Kind {
		case token.EOF:
			p.unclosed(f)
			return
		case token.Close:
			if p.closesParent(f, t) {
				p.unclosed(f)
				return
			}
			p.i++
			if p.straySoon(f, t) {
				p.strayClose(t)
				continue
			}
			f.end = t.End
			return
		case token.Ident:
			if p.leaves(f, t) {
				p.unclosed(f)
				return
			}
			p.line(f, t)
		default:
			if t.Kind != token.Bad {
				p.notAStatement(t, b)
			} else if p.tokens[p.i+1].Kind == token.EOF {
				p.broken = true
			}
			f.end = t.End
			p.skipLine()
		}
	}
}

// line reads one line of a block: a block inside it, or a statement.
func (p *parser) line(f *frame, t token.Token) {
	if inner := LookupBlock(p.word(t)); inner != nil && (p.opensBlock() || p.mayHold(f, inner)) {
		if f.block.Def == nil || f.block.Def.Lookup(inner.Keyword) == nil || p.titleFollows() {
			if b := p.block(f, inner); b != nil {
				f.block.Blocks = append(f.block.Blocks, b)
			}
			f.end = p.lastToken().End
			return
		}
	}
	p.statement(f)
	f.end = p.lastToken().End
}

// titleFollows tells `rule NAME "Title" {` from the statement `rule …`.
func (p *parser) titleFollows() bool {
	return p.opensBlock() && p.tokens[p.i+2].Kind == token.String
}

// leaves reports whether a line cannot belong to the block, because it starts
// another block no further right than this one starts.
func (p *parser) leaves(f *frame, t token.Token) bool {
	inner := LookupBlock(p.word(t))
	if inner == nil || p.mayHold(f, inner) || p.column(t.Start) > f.column {
		return false
	}
	if f.block.Def != nil && f.block.Def.Lookup(inner.Keyword) != nil {
		return p.opensBlock()
	}
	return true
}

// closesParent reports whether a brace stands further left than this block
// starts, where a block around it starts: it closes that one.
func (p *parser) closesParent(f *frame, t token.Token) bool {
	if !p.firstOnLine(p.i) {
		return false
	}
	column := p.column(t.Start)
	if column >= f.column {
		return false
	}
	for up := f.parent; up != nil; up = up.parent {
		if up.column == column {
			return true
		}
	}
	return false
}

// straySoon reports whether statements of the block go on behind a brace,
// further right than the block starts: then the brace is one too many.
func (p *parser) straySoon(f *frame, brace token.Token) bool {
	if p.column(brace.Start) <= f.column && !p.firstOnLine(p.i-1) || f.block.Def == nil {
		return false
	}
	t := p.peek()
	if t.Kind != token.Ident || !p.firstOnLine(p.i) || p.column(t.Start) <= f.column {
		return false
	}
	if f.parent != nil && f.parent.block.Def.Lookup(p.word(t)) != nil {
		return false
	}
	def, _ := p.keyword(f.block.Def)
	return def != nil && !p.opensBlock()
}

func (p *parser) firstOnLine(i int) bool {
	return i == 0 || p.tokens[i-1].Kind == token.Newline
}

// keyword finds the longest keyword of a block that the line in hand begins
// with, and of how many words it is.
func (p *parser) keyword(def *BlockDef) (best *StatementDef, words int) {
	for _, s := range def.Statements {
		n := p.begins(s.Keyword)
		if n > words {
			best, words = s, n
		}
	}
	return best, words
}

// begins counts the words of a keyword that the line in hand begins with; 0 if
// it does not.
func (p *parser) begins(keyword string) int {
	for n := 0; ; n++ {
		t := p.tokens[p.i+n]
		if t.Kind != token.Ident {
			return 0
		}
		rest, ok := strings.CutPrefix(keyword, p.word(t))
		switch {
		case !ok || rest != "" && rest[0] != ' ':
			return 0
		case rest == "":
			return n + 1
		}
		keyword = rest[1:]
	}
}

// statement cuts a statement out of the tokens. Its value is read later.
func (p *parser) statement(f *frame) {
	first := p.i
	keyword := p.tokens[first]
	s := &Statement{Keyword: Ident{Name: p.word(keyword), At: p.at(keyword)}}
	quiet := f.block.Def == nil
	if !quiet {
		def, words := p.keyword(f.block.Def)
		if def == nil {
			def, words = p.unknownKeyword(f)
			quiet = true
		}
		if s.Def = def; def != nil {
			s.Keyword.Name = def.Keyword
			s.Keyword.At.End = p.tokens[first+words-1].End
			p.i += words
		}
	}
	start := p.i
	p.toStatementEnd(f, p.column(keyword.Start))
	last := p.lastToken()
	s.At = p.span(keyword.Start, max(last.End, s.Keyword.At.End))
	f.block.Statements = append(f.block.Statements, s)
	p.statements = append(p.statements, pending{s, start, p.i, quiet})
}

// toStatementEnd goes to the line end or brace that ends a statement. A line
// that ends in a comma, an operator or inside brackets goes on, unless the next
// one stands no further right and begins with a keyword.
func (p *parser) toStatementEnd(f *frame, column int) {
	depth := 0
	for {
		t := p.tokens[p.i]
		switch t.Kind {
		case token.EOF, token.Close:
			return
		case token.LParen:
			depth++
		case token.RParen:
			depth--
		case token.Newline:
			last := p.lastToken().Kind
			if depth <= 0 && last != token.Comma && !last.Operator() || !p.goesOn(f, column, depth > 0) {
				return
			}
		}
		p.i++
	}
}

// goesOn reports whether the line after the line end in hand can belong to the
// statement above it.
func (p *parser) goesOn(f *frame, column int, inBrackets bool) bool {
	here := p.i
	t := p.peek()
	defer func() { p.i = here }()
	if t.Kind == token.EOF || t.Kind == token.Close {
		return false
	}
	if t.Kind != token.Ident || !inBrackets && p.column(t.Start) > column {
		return true
	}
	if f.block.Def != nil {
		if def, _ := p.keyword(f.block.Def); def != nil {
			return false
		}
	}
	return LookupBlock(p.word(t)) == nil
}
