package syntax

import (
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/diag"
	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// Leaf values read themselves from the tokens; participle calls Parse. A value
// that does not begin here answers participle.NextMatch and takes nothing.

// hole takes a hole if one stands here.
func hole(lex *lexer.PeekingLexer) *Hole {
	t := lex.Peek()
	if !scan.Is(t, token.Hole) {
		return nil
	}
	lex.Next()
	return HoleOf(t.Value, scan.At(t))
}

// HoleOf is what a hole says is to be agreed: the words in quotes of its text.
func HoleOf(text string, at diag.Span) *Hole {
	return &Hole{What: text[strings.IndexByte(text, '"')+1 : len(text)-1], At: at}
}

func (v *Ident) Parse(lex *lexer.PeekingLexer) error {
	t := lex.Peek()
	switch {
	case scan.Is(t, token.Ident) && !Reserved(t.Value):
		v.Name, v.At = t.Value, scan.At(t)
		lex.Next()
		return nil
	case scan.Is(t, token.Hole):
		v.Hole, v.At = hole(lex), scan.At(t)
		return nil
	}
	return participle.NextMatch
}

func (v *Word) Parse(lex *lexer.PeekingLexer) error {
	t := lex.Peek()
	if !scan.Is(t, token.Ident) {
		return participle.NextMatch
	}
	v.Name, v.At = t.Value, scan.At(t)
	lex.Next()
	return nil
}

func (v *Text) Parse(lex *lexer.PeekingLexer) error {
	t := lex.Peek()
	switch {
	case scan.Is(t, token.String):
		v.Value = t.Value[1 : len(t.Value)-1]
	case scan.Is(t, token.Prose):
		v.Value, v.Prose = prose(t.Value[3:len(t.Value)-3]), true
	case scan.Is(t, token.Hole):
		v.Hole = HoleOf(t.Value, scan.At(t))
	default:
		return participle.NextMatch
	}
	v.At = scan.At(t)
	lex.Next()
	return nil
}

// prose strips the indent that the lines share, and the line ends at both ends.
func prose(text string) string {
	lines := strings.Split(text, "\n")
	indent := -1
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\r")
		if i == 0 || lines[i] == "" {
			continue
		}
		n := len(line) - len(strings.TrimLeft(line, " \t"))
		if indent < 0 || n < indent {
			indent = n
		}
	}
	for i, line := range lines {
		if i > 0 && line != "" {
			lines[i] = line[indent:]
		}
	}
	return strings.Trim(strings.Join(lines, "\n"), " \n")
}

func (v *Phrase) Parse(lex *lexer.PeekingLexer) error {
	if v.Hole = hole(lex); v.Hole != nil {
		v.At = v.Hole.At
		return nil
	}
	if !scan.Is(lex.Peek(), token.Ident) {
		return participle.NextMatch
	}
	v.At = scan.At(lex.Peek())
	for t := lex.Peek(); scan.Is(t, token.Ident); t = lex.Peek() {
		if v.Text != "" {
			v.Text += " "
		}
		v.Text += t.Value
		v.At.End = scan.At(t).End
		lex.Next()
	}
	return nil
}

// Parse takes the longest wording that fits.
func (v *Choice[W]) Parse(lex *lexer.PeekingLexer) error {
	first := lex.Peek()
	if v.Hole = hole(lex); v.Hole != nil {
		v.At = v.Hole.At
		return nil
	}
	start := lex.MakeCheckpoint()
	best, end, after := "", 0, start
	for _, phrase := range v.Word.Phrases() {
		if len(phrase) <= len(best) {
			continue
		}
		if n, ok := match(lex, phrase); ok {
			best, end, after = phrase, n, lex.MakeCheckpoint()
		}
		lex.LoadCheckpoint(start)
	}
	if best == "" {
		return participle.NextMatch
	}
	lex.LoadCheckpoint(after)
	v.Word, v.At = W(best), diag.Span{Path: first.Pos.Filename, Start: first.Pos.Offset, End: end}
	return nil
}

// match takes the words of a phrase, and says where the last one ends.
func match(lex *lexer.PeekingLexer, phrase string) (end int, ok bool) {
	for len(phrase) > 0 {
		t := lex.Peek()
		rest, found := strings.CutPrefix(phrase, t.Value)
		if !found || t.Value == "" || (rest != "" && rest[0] != ' ' && rest[0] != ',') {
			return 0, false
		}
		end = t.Pos.Offset + len(t.Value)
		phrase = strings.TrimPrefix(rest, " ")
		lex.Next()
	}
	return end, true
}
