package parse

import (
	"concordat/dsl/scan"
	"concordat/dsl/syntax"
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/diag"
	"concordat/dsl/token"
)

// The findings of the parser: every code and every sentence.
const (
	codeUnknownKeyword diag.Code = "unknown-keyword" // a line or block begins with a word that means nothing there
	codeForm           diag.Code = "statement-form"  // a statement's value does not have its shape
	codeBlockForm      diag.Code = "block-form"      // a block's first line does not have its shape
	codeBrace          diag.Code = "brace"           // a brace too few or too many
	codeBlockPlace     diag.Code = "block-place"     // a block where it must not stand
	codeTooLong        diag.Code = "too-long"        // a statement or nesting beyond what anybody reads right
)

func (p *parser) report(code diag.Code, at diag.Span, text, help string, see ...diag.Related) {
	p.found = append(p.found, diag.Diagnostic{Code: code, At: at, Text: text, Help: help, See: see})
}

func aOrAn(word string) string {
	if strings.IndexByte("aeiou", word[0]) >= 0 {
		return "an " + word
	}
	return "a " + word
}

func (p *parser) blockWords() (words []string) {
	for b := range syntax.Blocks() {
		if b.In == p.file.Kind {
			words = append(words, b.Keyword)
		}
	}
	return words
}

// -- Braces ---------------------------------------------------------------

func (p *parser) unclosed(f *frame) {
	if p.broken || p.tokens[max(0, p.i-1)].Kind == token.Bad && p.tokens[p.i].Kind == token.EOF {
		return
	}
	b := f.block
	p.report(codeBrace, p.span(f.end-1, f.end), fmt.Sprintf("%s is not closed: `}` is missing after this", p.called(b)),
		"put `}` on a line of its own below", diag.Related{At: b.Head, Why: "it opens here"})
}

func (p *parser) called(b *syntax.Block) string {
	if b.Name.Name == "" {
		return fmt.Sprintf("the block `%s`", b.Keyword.Name)
	}
	return fmt.Sprintf("`%s %s`", b.Keyword.Name, b.Name.Name)
}

func (p *parser) strayClose(t token.Token) {
	p.report(codeBrace, p.at(t), "this `}` closes nothing that should end here", "delete it")
}

func (p *parser) noOpen(last token.Token) {
	p.report(codeBrace, p.at(last), "`{` is missing at the end of this line", "end the line with `{`")
}

// -- Blocks ---------------------------------------------------------------

func (p *parser) notABlock(t token.Token) {
	p.report(codeUnknownKeyword, p.at(t), fmt.Sprintf("`%s` begins no block", p.word(t)),
		"a block begins with one of: "+strings.Join(p.blockWords(), ", "))
}

func (p *parser) outsideBlocks(t token.Token) {
	name := p.word(t)
	if known := owners(name); len(known) > 0 {
		p.report(codeUnknownKeyword, p.at(t), fmt.Sprintf("`%s` stands outside every block", name),
			fmt.Sprintf("it belongs inside %s", orList(known)))
		return
	}
	p.report(codeUnknownKeyword, p.at(t), fmt.Sprintf("`%s` begins no block", name), p.blockHelp(name))
}

func (p *parser) blockHelp(name string) string {
	if near := diag.Nearest(name, p.blockWords()); near != "" {
		return fmt.Sprintf("did you mean `%s`?", near)
	}
	return "a block begins with one of: " + strings.Join(p.blockWords(), ", ")
}

// unknownBlock reports a keyword that is none, and returns the block that was
// most likely meant, so that its inside can be read.
func (p *parser) unknownBlock(t token.Token, parent *frame) *syntax.BlockDef {
	name := p.word(t)
	p.report(codeUnknownKeyword, p.at(t), fmt.Sprintf("`%s` begins no block", name), p.blockHelp(name))
	near := syntax.LookupBlock(diag.Nearest(name, p.blockWords()))
	if near != nil && !p.mayHold(parent, near) {
		return nil
	}
	return near
}

func (p *parser) misplaced(t token.Token, def *syntax.BlockDef, parent *frame) {
	if parent == nil {
		p.report(codeBlockPlace, p.at(t), fmt.Sprintf("%s must stand inside %s", aOrAn(def.Keyword), aOrAn(def.Inside)),
			fmt.Sprintf("move it between the braces of the %s that it belongs to", def.Inside))
		return
	}
	p.report(codeBlockPlace, p.at(t), fmt.Sprintf("%s cannot stand inside %s", aOrAn(def.Keyword), p.called(parent.block)),
		"move it out, or close the block above it with `}`", diag.Related{At: parent.block.Head, Why: "this block is open"})
}

func (p *parser) wrongFile(t token.Token, def *syntax.BlockDef) {
	p.report(codeBlockPlace, p.at(t), fmt.Sprintf("%s belongs in a file whose name ends in %s", aOrAn(def.Keyword), endings[def.In]), "move it there")
}

func (p *parser) tooDeep(t token.Token) {
	p.report(codeTooLong, p.at(t), fmt.Sprintf("blocks stand more than %d deep inside one another", maxDepth), "close the blocks above with `}`")
}

func (p *parser) noName(after token.Token, keyword string) {
	p.report(codeBlockForm, p.at(after), fmt.Sprintf("a name is missing after `%s`", keyword),
		fmt.Sprintf("write `%s NAME`; names have small letters, digits and `_`", keyword))
}

func (p *parser) needlessName(t token.Token, def *syntax.BlockDef) {
	p.report(codeBlockForm, p.at(t), fmt.Sprintf("%s has a title but no name", aOrAn(def.Keyword)), fmt.Sprintf("write `%s \"Title\" {`", def.Keyword))
}

func (p *parser) noTitle(after token.Token, keyword string) {
	p.report(codeBlockForm, p.at(after), fmt.Sprintf("a title in quotes is missing after this: every `%s` has one", keyword),
		"write the title in quotes, or `to be agreed \"what\"`")
}

func (p *parser) headRest(t token.Token, def *syntax.BlockDef) {
	form := def.Keyword
	if def.Named {
		form += " NAME"
	}
	if def.Titled {
		form += ` "Title"`
	}
	p.report(codeBlockForm, p.at(t), fmt.Sprintf("`%s` does not fit into the first line of %s", p.word(t), aOrAn(def.Keyword)),
		fmt.Sprintf("it reads `%s {`", form))
}

func (p *parser) afterFor(t token.Token) {
	p.report(codeBlockForm, p.at(t), fmt.Sprintf("`%s` does not belong here", p.word(t)), "the line reads `agreement NAME`, nothing more")
}

// -- Statements -----------------------------------------------------------

func (p *parser) notAStatement(t token.Token, b *syntax.Block) {
	help := "begin the line with a keyword"
	if b.Def != nil {
		help += ": " + orList(keywords(b.Def))
	}
	p.report(codeUnknownKeyword, p.at(t), fmt.Sprintf("`%s` cannot begin a line of %s", p.word(t), p.called(b)), help)
}

func keywords(def *syntax.BlockDef) (words []string) {
	for _, s := range def.Statements {
		words = append(words, s.Keyword)
	}
	return words
}

// owners names the blocks that have a statement with this keyword, or one whose
// keyword begins with this word.
func owners(word string) (blocks []string) {
	for b := range syntax.Blocks() {
		for _, s := range b.Statements {
			if s.Keyword == word || strings.HasPrefix(s.Keyword, word+" ") {
				blocks = append(blocks, "`"+b.Keyword+"`")
				break
			}
		}
	}
	return blocks
}

// unknownKeyword reports a line that begins with no keyword of its block. It
// returns the statement that was most likely meant, and of how many words its
// keyword is; nil if none is near.
func (p *parser) unknownKeyword(f *frame) (*syntax.StatementDef, int) {
	t := p.tokens[p.i]
	def := f.block.Def
	if near, words := p.nearKeyword(def); near != nil {
		at := p.span(t.Start, p.tokens[p.i+words-1].End)
		p.report(codeUnknownKeyword, at, fmt.Sprintf("%s has no statement `%s`", p.called(f.block), p.text[at.Start:at.End]),
			fmt.Sprintf("did you mean `%s`?", near.Keyword))
		return near, words
	}
	text := fmt.Sprintf("%s has no statement `%s`", p.called(f.block), p.word(t))
	if known := owners(p.word(t)); len(known) > 0 {
		p.report(codeUnknownKeyword, p.at(t), text, fmt.Sprintf("it belongs inside %s", orList(known)))
	} else {
		p.report(codeUnknownKeyword, p.at(t), text, fmt.Sprintf("%s may say: %s", aOrAn(def.Keyword), strings.Join(keywords(def), ", ")))
	}
	return nil, 0
}

// nearKeyword is the keyword of a block that the line's first one to three
// words are nearest to, and of how many words it is.
func (p *parser) nearKeyword(def *syntax.BlockDef) (*syntax.StatementDef, int) {
	for words := 3; words > 0; words-- {
		last := p.i + words - 1
		if last >= len(p.tokens) || p.tokens[last].Kind != token.Ident {
			continue
		}
		var known []string
		for _, k := range keywords(def) {
			if strings.Count(k, " ") == words-1 {
				known = append(known, k)
			}
		}
		said := strings.Join(strings.Fields(p.text[p.tokens[p.i].Start:p.tokens[last].End]), " ")
		if near := diag.Nearest(said, known); near != "" && len(owners(said)) == 0 {
			return def.Lookup(near), words
		}
	}
	return nil, 0
}

func (p *parser) noValue(s *syntax.Statement) {
	p.report(codeForm, s.Keyword.At, fmt.Sprintf("`%s` says nothing yet: it reads `%s %s`", s.Keyword.Name, s.Keyword.Name, s.Def.Shape), exampleOf(s))
}

func (p *parser) tooLong(s *syntax.Statement, n int) {
	p.report(codeTooLong, s.Keyword.At, fmt.Sprintf("the statement has %d words and signs; it may have %d", n, maxTokens), "split it")
}

// wrongForm reports a value from the first token on that no reading accepts.
func (p *parser) wrongForm(s *syntax.Statement, t lexer.Token, ended bool) {
	said := t.Value
	at := scan.At(&t)
	if ended {
		last := s.At.End
		at = p.span(last-1, last)
		if text := p.text[s.ValueAt.Start:last]; text != "" {
			at = p.span(last-len(lastWord(text)), last)
		}
		p.report(codeForm, at, fmt.Sprintf("`%s` is not finished: it reads `%s %s`", s.Keyword.Name, s.Keyword.Name, s.Def.Shape), exampleOf(s))
		return
	}
	if i := strings.IndexByte(said, '\n'); i >= 0 {
		said = said[:i] + " …"
	}
	help := exampleOf(s)
	if scan.Is(&t, token.Ident) {
		if near := diag.Nearest(t.Value, smallWords(s)); near != "" && near != t.Value {
			help = fmt.Sprintf("did you mean `%s`? %s", near, help)
		}
	}
	if instead := slip(p.text[at.Start:]); instead != "" {
		help = instead
	}
	p.report(codeForm, at, fmt.Sprintf("`%s` does not fit here: it reads `%s %s`", said, s.Keyword.Name, s.Def.Shape), help)
}

func lastWord(text string) string { return text[strings.LastIndexAny(text, " \t\n")+1:] }

// smallWords are the small words of the statement's shape and example.
func smallWords(s *syntax.Statement) []string {
	isWord := func(r rune) bool { return r >= 'a' && r <= 'z' || r == '_' || r == '\'' || r == '-' }
	split := func(r rune) bool { return !isWord(r) }
	return append(strings.FieldsFunc(s.Def.Shape, split), strings.FieldsFunc(s.Def.Example, split)...)
}

func exampleOf(s *syntax.Statement) string { return fmt.Sprintf("for example: `%s`", s.Def.Example) }

// orList joins words as people do: a, b or c.
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
