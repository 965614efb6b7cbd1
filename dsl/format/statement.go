package format

import (
	"strings"

	"concordat/dsl/token"
)

// statement writes the lines of one statement.
func (w *writer) statement(it item) {
	s := it.statement
	l := w.add(&line{indent: 2 * w.depth, key: s.Keyword.Name, statement: s, block: it.block})
	w.skip(s.Keyword.At.End)
	w.key(l, it.end)
	first := l
	from, to := -1, -1 // the part of this line that is not written yet
	flush := func() {
		if from >= 0 {
			l.rest = w.words(from, to)
		}
		from = -1
	}
	for w.tokens[w.i].Start < it.end {
		t := w.tokens[w.i]
		w.i++
		switch t.Kind {
		case token.Newline:
			flush()
			w.breaks++
			continue
		case token.Comment:
			flush()
			if w.breaks == 0 {
				w.comment(t)
			} else {
				l = w.goOn(first)
				l.comment = strings.TrimRight(w.text[t.Start:t.End], " \t\r")
			}
			continue
		}
		if w.breaks > 0 {
			l = w.goOn(first)
		}
		if t.Kind == token.Prose {
			flush()
			l.free = l.rest == ""
			l = w.prose(l, w.text[t.Start:t.End])
			continue
		}
		if from < 0 {
			from = t.Start
		}
		to = t.End
	}
	flush()
}

// goOn adds a line that goes on with a statement. Blank lines are dropped.
func (w *writer) goOn(first *line) *line {
	w.breaks = 1
	return w.add(&line{first: first})
}

// key takes the words that stand beside the keyword: `band stretch`.
func (w *writer) key(l *line, end int) {
	n := l.statement.Def.Key
	if n == 0 {
		return
	}
	for ; n > 0; n-- {
		size := 1
		switch {
		case w.says(w.i, "to", "be", "agreed"):
			size = 4
		case w.says(w.i, "every", "party"):
			size = 2
		}
		last := w.tokens[w.i+size-1]
		if last.End >= end || strings.IndexByte(w.text[w.tokens[w.i].Start:last.End], '\n') >= 0 {
			return
		}
		if next := w.tokens[w.i+size]; next.Kind == token.Newline || next.Kind == token.Comment {
			return
		}
		l.key += " " + w.words(w.tokens[w.i].Start, last.End)
		w.i += size
	}
}

// says reports whether these words stand at a token.
func (w *writer) says(i int, words ...string) bool {
	if i+len(words) >= len(w.tokens) {
		return false
	}
	for n, word := range words {
		if t := w.tokens[i+n]; t.Kind != token.Ident || w.text[t.Start:t.End] != word {
			return false
		}
	}
	return true
}

// prose writes prose behind what a line has already, its inner lines indented
// beneath the keyword. It returns the line with the closing quotes.
func (w *writer) prose(l *line, text string) *line {
	lines := strings.Split(text, "\n")
	first := strings.TrimRight(lines[0], " \t\r")
	if l.rest != "" {
		first = l.rest + " " + first
	}
	l.rest = first
	indent := 2*w.depth + 2
	common := sharedIndent(lines[1:])
	for i, inner := range lines[1:] {
		inner = strings.TrimRight(inner, " \t\r")
		switch {
		case i == len(lines)-2 && strings.TrimSpace(inner) == `"""`:
			inner = strings.TrimSpace(inner)
		case inner != "":
			inner = inner[common:]
		}
		w.breaks = 1
		l = w.add(&line{indent: indent, rest: inner, verbatim: true, free: true})
	}
	return l
}

// sharedIndent is the indent that lines of prose have in common; the closing
// quotes alone on their line do not count.
func sharedIndent(lines []string) int {
	indent := -1
	for i, l := range lines {
		text := strings.TrimLeft(l, " \t")
		if text == "" || text == "\r" || i == len(lines)-1 && text == `"""` {
			continue
		}
		if n := len(l) - len(text); indent < 0 || n < indent {
			indent = n
		}
	}
	return max(indent, 0)
}
