package parse

import (
	"concordat/dsl/syntax"
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
			brace := p.i
			p.i++
			if p.unbalanced && p.goesOnBehind(f) {
				p.strayClose(t)
				continue
			}
			if p.unbalanced && p.closesParent(f, brace) {
				p.i = brace
				p.unclosed(f)
				return
			}
			p.i = brace + 1
			f.end = t.End
			return
		case token.Ident:
			if p.unbalanced && p.leaves(f, t) {
				p.unclosed(f)
				return
			}
			p.line(f, t)
		default:
			p.noKeyword(f, t)
		}
	}
}

// noKeyword goes behind a line of a block that begins with no word at all.
func (p *parser) noKeyword(f *frame, t token.Token) {
	switch {
	case t.Kind == token.Bad:
		p.broken = p.tokens[p.i+1].Kind == token.EOF
	case p.belongsAbove(f, t):
		return
	default:
		p.notAStatement(t, f.block)
	}
	p.toStatementEnd(f, p.column(t.Start))
	f.end = p.lastToken().End
}

// line reads one line of a block: a block inside it, or a statement.
func (p *parser) line(f *frame, t token.Token) {
	inner := syntax.LookupBlock(p.word(t))
	known := false
	if f.block.Def != nil {
		def, _ := p.keyword(f.block.Def)
		known = def != nil
	}
	opens := p.opensBlock()
	switch {
	case inner != nil && !known && (opens || p.mayHold(f, inner)), known && inner != nil && opens && p.titled(), inner == nil && !known && p.looksLikeHead():
		if b := p.block(f, inner); b != nil {
			f.block.Blocks = append(f.block.Blocks, b)
		}
	case !known && p.belongsAbove(f, t):
	default:
		p.statement(f)
	}
	f.end = p.lastToken().End
}

// looksLikeHead reports whether a line has the shape of a block's first line,
// whatever its keyword is.
func (p *parser) looksLikeHead() bool {
	i := p.i + 1
	if p.tokens[i].Kind == token.Ident && !p.holeAt(i) {
		i++
	}
	if p.holeAt(i) {
		i += 4
	} else if p.tokens[i].Kind == token.String {
		i++
	}
	return p.tokens[i].Kind == token.Open
}

// titled tells `rule NAME "Title" {` from the statement `rule …`.
func (p *parser) titled() bool { return p.tokens[p.i+2].Kind == token.String }

// belongsAbove gives a line to the statement above it, whose value it cannot be,
// if it begins with no keyword and stands further right: one fault may make
// many such lines, but they are one finding.
func (p *parser) belongsAbove(f *frame, t token.Token) bool {
	if len(f.block.Statements) == 0 || !p.firstOnLine(p.i) || p.column(t.Start) <= f.inside {
		return false
	}
	above := &p.statements[len(p.statements)-1]
	if above.first == above.last {
		p.noValue(above.statement)
		above.quiet = true
	}
	p.toStatementEnd(f, p.column(t.Start))
	above.last = p.i
	above.statement.At.End = p.lastToken().End
	return true
}

// leaves reports whether a line cannot belong to the block, because it starts
// another block no further right than this one starts.
func (p *parser) leaves(f *frame, t token.Token) bool {
	inner := syntax.LookupBlock(p.word(t))
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
func (p *parser) closesParent(f *frame, brace int) bool {
	if !p.firstOnLine(brace) {
		return false
	}
	column := p.column(p.tokens[brace].Start)
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

// goesOnBehind reports whether this block goes on behind a brace, further right
// than it starts, or whether the brace that fits it better follows: then the
// brace is one too many.
func (p *parser) goesOnBehind(f *frame) bool {
	t := p.peek()
	if t.Kind == token.Close && f.parent != nil && p.firstOnLine(p.i) && p.column(t.Start) == f.column {
		return true // the brace that is meant
	}
	if f.block.Def == nil || t.Kind != token.Ident || !p.firstOnLine(p.i) || p.column(t.Start) <= f.column {
		return false
	}
	if inner := syntax.LookupBlock(p.word(t)); inner != nil && p.opensBlock() {
		return p.mayHold(f, inner)
	}
	def, _ := p.keyword(f.block.Def)
	return def != nil
}

func (p *parser) firstOnLine(i int) bool {
	return i == 0 || p.tokens[i-1].Kind == token.Newline
}

// keyword finds the longest keyword of a block that the line in hand begins
// with, and of how many words it is.
func (p *parser) keyword(def *syntax.BlockDef) (best *syntax.StatementDef, words int) {
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
	f.inside = p.column(keyword.Start)
	s := &syntax.Statement{Keyword: syntax.Ident{Name: p.word(keyword), At: p.at(keyword)}}
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

// toStatementEnd goes to the line end or brace that ends a statement; a pair of
// braces inside it is part of its fault. A line
// that ends in a comma, an operator or inside brackets goes on, unless the next
// one stands no further right and begins with a keyword.
func (p *parser) toStatementEnd(f *frame, column int) {
	depth, braces := 0, 0
	for {
		t := p.tokens[p.i]
		switch t.Kind {
		case token.EOF:
			return
		case token.Open:
			braces++
		case token.Close:
			if braces--; braces < 0 {
				return
			}
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
	return syntax.LookupBlock(p.word(t)) == nil
}
