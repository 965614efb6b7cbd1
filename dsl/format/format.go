// Package format writes an agreement, or its scenarios, in the one layout that
// the language has: two blanks an indent, values in a column, literals in one
// form. It works on the tokens, so that every comment stays where it was, and
// it never changes what a text means. Line breaks and blank lines are the
// author's: they say what belongs together. What cannot be parsed is left alone.
package format

import (
	"slices"
	"strings"
	"unicode/utf8"

	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
)

// Source returns a source in canonical layout. If it has errors it is returned
// as it is; the findings say why.
func Source(path string, src []byte) ([]byte, diag.List) {
	file, found := parse.Text(path, src)
	if found.HasErrors() {
		return src, found
	}
	w := &writer{file: file, text: string(src), tokens: file.Tokens}
	w.plan(file)
	w.walk()
	align(w.lines)
	return render(w.lines), found
}

// item is a part of the source that is laid out as one: the head of a block, a
// closing brace, or a statement.
type item struct {
	start, end int
	block      *syntax.Block     // of a head or a brace; of a statement, the block it stands in
	statement  *syntax.Statement // nil for a head or a brace
	closes     bool
}

// writer turns tokens into lines.
type writer struct {
	file   *syntax.File
	text   string
	tokens []token.Token
	items  []item
	i      int // the token in hand
	depth  int // of open blocks
	breaks int // line ends since the last line
	lines  []*line
}

// line is a line of the result. A line of a statement has a key and a rest,
// which begin in two columns.
type line struct {
	indent    int // in blanks
	blank     bool
	head      bool // opens a block
	closes    bool
	key       string // of a statement's first line: the keyword, and the key beside it
	rest      string
	statement *syntax.Statement // the line is a statement's first
	block     *syntax.Block     // that the statement stands in
	first     *line             // the line goes on with the statement of that one
	free      bool              // the rest follows the key after one blank, in no column
	verbatim  bool              // the rest is prose: written as it is
	oneLine   *oneLine
	comment   string
	column    int // of the comment: in the source, later in the result
}

// oneLine is a block on one line; neighbours of one kind stand in columns.
type oneLine struct{ keyword, name, title, inside string }

// plan lists the items of the file in the order of the text.
func (w *writer) plan(file *syntax.File) {
	w.blocks(file.Blocks)
	slices.SortFunc(w.items, func(a, b item) int { return a.start - b.start })
}

func (w *writer) blocks(blocks []*syntax.Block) {
	for _, b := range blocks {
		if bare(b) {
			w.items = append(w.items, item{start: b.Head.Start, end: b.Head.End, block: b})
			continue
		}
		w.items = append(w.items,
			item{start: b.Head.Start, end: b.Head.End + 1, block: b},
			item{start: b.At.End - 1, end: b.At.End, block: b, closes: true})
		for _, s := range b.Statements {
			w.items = append(w.items, item{start: s.At.Start, end: s.At.End, block: b, statement: s})
		}
		w.blocks(b.Blocks)
	}
}

func (w *writer) walk() {
	next := 0
	for {
		t := w.tokens[w.i]
		switch {
		case t.Kind == token.EOF:
			return
		case t.Kind == token.Newline:
			w.breaks++
			w.i++
		case t.Kind == token.Comment:
			w.comment(t)
			w.i++
		case next < len(w.items) && t.Start == w.items[next].start:
			next = w.item(next)
		default:
			w.agreementLine()
		}
	}
}

// add puts a new line behind the others.
func (w *writer) add(l *line) *line {
	last := len(w.lines) - 1
	l.blank = w.breaks > 1 && last >= 0 && !w.lines[last].head && !l.closes
	w.breaks = 0
	w.lines = append(w.lines, l)
	return l
}

// columnOf is how many characters stand on the line before an offset.
func (w *writer) columnOf(offset int) int {
	start := strings.LastIndexByte(w.text[:offset], '\n') + 1
	return utf8.RuneCountInString(w.text[start:offset])
}

// comment puts a comment behind the line that it stands on, or on its own.
func (w *writer) comment(t token.Token) {
	text := strings.TrimRight(w.text[t.Start:t.End], " \t\r")
	if w.breaks == 0 && len(w.lines) > 0 {
		l := w.lines[len(w.lines)-1]
		l.comment, l.column = text, w.columnOf(t.Start)
		return
	}
	w.add(&line{indent: 2 * w.depth, comment: text})
}

// agreementLine writes `agreement NAME` at the head of a scenario file.
func (w *writer) agreementLine() {
	first := w.tokens[w.i]
	last := first
	for k := w.tokens[w.i].Kind; k != token.Newline && k != token.EOF && k != token.Comment; k = w.tokens[w.i].Kind {
		last = w.tokens[w.i]
		w.i++
	}
	w.add(&line{rest: w.words(first.Start, last.End), free: true})
}

// item writes the item of this number and returns the number of the next.
func (w *writer) item(n int) int {
	it := w.items[n]
	switch {
	case it.closes:
		w.depth--
		w.i++
		w.add(&line{indent: 2 * w.depth, rest: "}", closes: true, free: true})
		return n + 1
	case it.statement != nil:
		w.statement(it)
		return n + 1
	}
	if bare(it.block) {
		w.add(&line{indent: 2 * w.depth, oneLine: w.cells(it.block)})
		w.skip(it.block.At.End)
		return n + 1
	}
	if w.onOneLine(it.block) {
		w.add(&line{indent: 2 * w.depth, oneLine: w.cells(it.block)})
		w.skip(it.block.At.End)
		return n + 1 + len(it.block.Statements) + 1
	}
	w.skip(it.end)
	w.add(&line{indent: 2 * w.depth, rest: w.words(it.start, it.end-1) + " {", head: true, free: true})
	w.depth++
	return n + 1
}

// skip goes to the first token that starts at an offset or behind it.
func (w *writer) skip(offset int) {
	for w.tokens[w.i].Start < offset && w.tokens[w.i].Kind != token.EOF {
		w.i++
	}
}

// words is a part of the source in its one form.
func (w *writer) words(start, end int) string {
	return w.file.Words(diag.Span{Path: w.file.Path, Start: start, End: end})
}

// onOneLine reports whether a block stands on one line.
func (w *writer) onOneLine(b *syntax.Block) bool {
	return len(b.Blocks) == 0 && len(b.Statements) < 2 && strings.IndexByte(w.text[b.At.Start:b.At.End], '\n') < 0
}

// bare reports whether a block has no braces.
func bare(b *syntax.Block) bool { return b.At == b.Head }

func (w *writer) cells(b *syntax.Block) *oneLine {
	c := &oneLine{keyword: b.Keyword.Name, name: b.Name.Name, inside: "{ }"}
	if bare(b) {
		c.inside = ""
	}
	if at := b.Title.At; at.End > at.Start {
		c.title = w.words(at.Start, at.End)
	}
	if len(b.Statements) > 0 {
		at := b.Statements[0].At
		c.inside = "{ " + w.words(at.Start, at.End) + " }"
	}
	return c
}
