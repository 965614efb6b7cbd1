// Package parse turns the text of an agreement, of its scenarios, of claims or of
// a framework into the tree of package syntax. It cuts the text into blocks and
// statements by their layout, so that one wrong line costs one finding, and reads
// each statement's value with the grammar that the registry names for it. There is
// always a tree, whatever was written.
package parse

import (
	"cmp"
	"concordat/dsl/syntax"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/scan"
	"concordat/dsl/token"
)

const (
	maxDepth  = 32   // blocks inside one another
	maxTokens = 1000 // words and signs of one statement
)

// Text reads a source. There is always a tree: what could not be read is left
// out of it, or is a bad statement, and there is a finding for it. The
// findings, the scanner's too, stand in the order of the text. Whether the file
// holds an agreement or scenarios is told by its name.
func Text(path string, src []byte) (*syntax.File, diag.List) {
	tokens, found := scan.Tokens(path, src)
	p := &parser{
		file: &syntax.File{Path: path, Src: src, Tokens: tokens}, path: path, text: string(src), tokens: tokens, found: found,
	}
	p.file.Kind = KindOf(path)
	p.statements = make([]pending, 0, len(tokens)/8)
	p.lines = lineStarts(p.text)
	p.unbalanced = unbalanced(tokens)
	p.top()
	p.values()
	return p.file, p.inOrder()
}

// endings are how the names of files end, by kind.
var endings = [...]string{syntax.AgreementFile: ".agreement", syntax.ScenarioFile: ".scenario", syntax.ClaimsFile: ".claims", syntax.FrameworkFile: ".framework"}

// KindOf tells the kind of a file by its name; what ends otherwise is an agreement.
func KindOf(path string) syntax.Kind {
	return syntax.Kind(max(0, slices.Index(endings[:], filepath.Ext(path))))
}

// unbalanced reports whether there are more braces of one kind than of the other.
func unbalanced(tokens []token.Token) bool {
	open := 0
	for _, t := range tokens {
		switch t.Kind {
		case token.Open:
			open++
		case token.Close:
			open--
		}
	}
	return open != 0
}

// inOrder is the findings in the order of the text. What goes wrong in a line
// goes wrong once: of the findings about its form, only the first is kept.
func (p *parser) inOrder() diag.List {
	slices.SortStableFunc(p.found, func(a, b diag.Diagnostic) int { return cmp.Compare(a.At.Start, b.At.Start) })
	var kept diag.List
	last := -1 // the offset of the last finding about form
	for _, d := range p.found {
		if !scan.Hidden(d.Code) {
			if last >= 0 && strings.IndexByte(p.text[last:d.At.Start], '\n') < 0 {
				continue
			}
			last = d.At.Start
		}
		kept = append(kept, d)
	}
	return kept
}

// parser cuts tokens into blocks and statements. Values come last, all in one
// go, so that participle's lexer is set up once a file.
type parser struct {
	file   *syntax.File
	path   string
	text   string
	tokens []token.Token
	lines  []int // the offset at which each line begins
	i      int   // the token in hand
	found  diag.List

	statements []pending
	unbalanced bool // braces are missing or too many: the layout says where
	adrift     bool // statements stand outside every block; one finding has said so
	broken     bool // the text ends inside a Bad token: what is missing after it is no second finding
}

// pending is a statement whose value is still to be read: tokens from first up
// to, not including, last; comments and line ends may stand among them.
type pending struct {
	statement   *syntax.Statement
	first, last int
	quiet       bool // a finding about this line exists already
}

// frame is a block that is being read.
type frame struct {
	block  *syntax.Block
	parent *frame
	column int // of the keyword
	inside int // column of the last statement's keyword
	end    int // offset at which the last thing read inside it ends
}

// peek is the next token that is neither a comment nor a line end.
func (p *parser) peek() token.Token {
	for p.tokens[p.i].Kind == token.Newline || p.tokens[p.i].Kind == token.Comment {
		p.i++
	}
	return p.tokens[p.i]
}

// onLine is the token in hand, or a line end where the line has no more.
func (p *parser) onLine() token.Token {
	if t := p.tokens[p.i]; t.Kind != token.Comment {
		return t
	}
	return p.tokens[p.i+1]
}

func (p *parser) word(t token.Token) string { return p.text[t.Start:t.End] }

func (p *parser) span(start, end int) diag.Span {
	return diag.Span{Path: p.path, Start: start, End: end}
}

func (p *parser) at(t token.Token) diag.Span { return p.span(t.Start, t.End) }

// column is how many bytes stand on the line before an offset.
func (p *parser) column(offset int) int {
	next := sort.Search(len(p.lines), func(i int) bool { return p.lines[i] > offset })
	return offset - p.lines[next-1]
}

// lineStarts are the offsets at which lines begin.
func lineStarts(text string) []int {
	starts := make([]int, 1, 1+strings.Count(text, "\n"))
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// top reads the blocks of the file.
func (p *parser) top() {
	for {
		t := p.peek()
		switch t.Kind {
		case token.EOF:
			return
		case token.Close:
			p.i++
			if !p.adrift {
				p.strayClose(t)
			}
			p.adrift = false
		case token.Ident:
			p.topLine(t)
		default:
			if t.Kind != token.Bad && !p.adrift {
				p.notABlock(t)
			}
			p.adrift = p.adrift || p.opensBlock()
			p.skipLine()
		}
	}
}

func (p *parser) topLine(t token.Token) {
	name := p.word(t)
	def := syntax.LookupBlock(name)
	if p.file.Kind == syntax.ScenarioFile && name == "agreement" && !p.opensBlock() {
		p.adrift = false
		p.forLine(t)
		return
	}
	if def == nil && !p.opensBlock() {
		if !p.adrift {
			p.outsideBlocks(t)
		}
		p.adrift = true
		p.skipLine()
		return
	}
	p.adrift = false
	if b := p.block(nil, def); b != nil {
		p.file.Blocks = append(p.file.Blocks, b)
	}
}

// forLine reads `agreement NAME` at the head of a scenario file.
func (p *parser) forLine(keyword token.Token) {
	p.i++
	name := p.onLine()
	if name.Kind != token.Ident || syntax.Reserved(p.word(name)) {
		p.noName(keyword, "agreement")
		p.skipLine()
		return
	}
	p.file.For = syntax.Ident{Name: p.word(name), At: p.at(name)}
	p.i++
	if rest := p.onLine(); rest.Kind != token.Newline && rest.Kind != token.EOF {
		p.afterFor(rest)
	}
	p.skipLine()
}

// opensBlock reports whether the line in hand has an opening brace.
func (p *parser) opensBlock() bool {
	for i := p.i; ; i++ {
		switch p.tokens[i].Kind {
		case token.Open:
			return true
		case token.Newline, token.EOF, token.Close:
			return false
		}
	}
}

// skipLine goes behind the line in hand.
func (p *parser) skipLine() {
	for p.tokens[p.i].Kind != token.Newline && p.tokens[p.i].Kind != token.EOF {
		p.i++
	}
}

// mayHold reports whether a block may stand inside the block of a frame, or in
// the file itself.
func (p *parser) mayHold(parent *frame, def *syntax.BlockDef) bool {
	if parent == nil {
		return def.Inside == ""
	}
	return parent.block.Def != nil && def.Inside == parent.block.Def.Keyword
}

// block reads a block from its keyword on. It returns nil for a block that
// must not stand where it does; its inside is read all the same.
func (p *parser) block(parent *frame, def *syntax.BlockDef) *syntax.Block {
	keyword := p.tokens[p.i]
	b := &syntax.Block{Def: def, Keyword: syntax.Ident{Name: p.word(keyword), At: p.at(keyword)}}
	f := &frame{block: b, parent: parent, column: p.column(keyword.Start)}
	depth := 0
	for up := parent; up != nil; up = up.parent {
		depth++
	}
	if depth >= maxDepth {
		p.tooDeep(keyword)
		p.skipBlock()
		return nil
	}
	keep := true
	switch {
	case def == nil:
		b.Def = p.unknownBlock(keyword, parent)
		if b.Def != nil {
			b.Keyword.Name = b.Def.Keyword
		}
	case !p.mayHold(parent, def):
		if parent == nil || parent.block.Def != nil {
			p.misplaced(keyword, def, parent)
		}
		keep = false
	case parent == nil && def.In != p.file.Kind:
		p.wrongFile(keyword, def)
		keep = false
	}
	p.i++
	if p.head(f) {
		p.body(f)
	} else {
		b.At = b.Head
	}
	if !keep {
		return nil
	}
	return b
}

// skipBlock goes behind the block whose keyword is in hand.
func (p *parser) skipBlock() {
	depth := 0
	for ; p.tokens[p.i].Kind != token.EOF; p.i++ {
		switch p.tokens[p.i].Kind {
		case token.Open:
			depth++
		case token.Close:
			if depth--; depth <= 0 {
				p.i++
				return
			}
		}
	}
}

// head reads name, title and opening brace. It returns false where the brace
// is missing and no inside follows.
func (p *parser) head(f *frame) bool {
	b, def := f.block, f.block.Def
	quiet := def == nil
	fault := func(report func()) {
		if !quiet {
			report()
		}
		quiet = true
	}
	if t := p.onLine(); t.Kind == token.Ident && !p.holeAt(p.i) {
		b.Name = syntax.Ident{Name: p.word(t), At: p.at(t)}
		if def != nil && !def.Named {
			fault(func() { p.needlessName(t, def) })
		}
		p.i++
	} else if def != nil && def.Named && t.Kind != token.Bad {
		fault(func() { p.noName(p.lastToken(), def.Keyword) })
	}
	switch t := p.onLine(); {
	case t.Kind == token.String:
		b.Title = syntax.Text{Value: p.text[t.Start+1 : t.End-1], At: p.at(t)}
		p.i++
	case p.holeAt(p.i):
		last := p.tokens[p.i+3]
		at := p.span(t.Start, last.End)
		b.Title = syntax.Text{At: at, Hole: syntax.HoleOf(p.text[at.Start:at.End], at)}
		p.i += 4
	case def != nil && def.Titled && t.Kind != token.Bad:
		fault(func() { p.noTitle(p.lastToken(), def.Keyword) })
	}
	for ; ; p.i++ {
		t := p.onLine()
		switch t.Kind {
		case token.Open:
			p.i++
			b.Head = p.span(b.Keyword.At.Start, t.Start)
			f.end = t.End
			return true
		case token.Newline, token.EOF, token.Close:
			last := p.lastToken()
			b.Head = p.span(b.Keyword.At.Start, last.End)
			f.end = last.End
			next := p.peek()
			if def != nil && def.Bare && (next.Kind == token.EOF || p.column(next.Start) <= f.column) {
				return false
			}
			fault(func() { p.noOpen(last) })
			return next.Kind != token.EOF && (p.column(next.Start) > f.column || syntax.LookupBlock(p.word(next)) == nil)
		case token.Bad:
			quiet = true
		default:
			fault(func() { p.headRest(t, def) })
		}
	}
}

// lastToken is the last token before the one in hand that says something.
func (p *parser) lastToken() token.Token {
	i := p.i - 1
	for i > 0 && (p.tokens[i].Kind == token.Newline || p.tokens[i].Kind == token.Comment) {
		i--
	}
	return p.tokens[i]
}

// holeAt reports whether tokens from i on are `to be agreed "what"`.
func (p *parser) holeAt(i int) bool {
	if i+3 >= len(p.tokens) || p.tokens[i+3].Kind != token.String {
		return false
	}
	for n, w := range [...]string{"to", "be", "agreed"} {
		if t := p.tokens[i+n]; t.Kind != token.Ident || p.word(t) != w {
			return false
		}
	}
	return true
}
