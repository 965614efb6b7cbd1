package diff

import (
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

// Revision is one text of an agreement that checks: as written, and as meant.
type Revision struct {
	File    *syntax.File
	Machine *machine.Machine
}

// block is a block with its statements, flat: a measure stands after its outcome.
type block struct {
	keyword, name, title, inside string
	at                           diag.Span
	lines                        []line
}

// line is one statement: its words cut into pieces.
type line struct {
	def    *syntax.StatementDef
	words  string
	pieces []piece
	at     diag.Span
	place  int // among the block's statements with this keyword
}

// key is what tells statements with one keyword apart: the words that stand
// beside the keyword, and the period that the statement speaks of.
func (l *line) key() string {
	var out []string
	for i, p := range l.pieces {
		if i < l.def.Key || p.kind == period {
			out = append(out, p.text)
		}
	}
	return strings.Join(out, " ")
}

func (r *Revision) blocks() []*block {
	var out []*block
	var walk func(inside string, of []*syntax.Block)
	walk = func(inside string, of []*syntax.Block) {
		for _, b := range of {
			out = append(out, r.block(inside, b))
			walk(b.Name.Name, b.Blocks)
		}
	}
	walk("", r.File.Blocks)
	return out
}

func (r *Revision) block(inside string, b *syntax.Block) *block {
	out := &block{keyword: b.Keyword.Name, name: b.Name.Name, title: b.Title.Value, inside: inside, at: b.Head}
	if b.Title.Hole != nil {
		out.title = r.File.Words(b.Title.Hole.At)
	}
	if out.keyword == "template" {
		out.keyword = "agreement" // a template that was filled in is the same text
	}
	count := map[string]int{}
	for _, s := range b.Statements {
		l := line{def: s.Def, at: s.At, place: count[s.Keyword.Name]}
		count[s.Keyword.Name]++
		l.pieces = r.pieces(s.ValueAt)
		l.words = r.File.Words(s.ValueAt)
		out.lines = append(out.lines, l)
	}
	return out
}
