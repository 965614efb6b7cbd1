package format

import (
	"strings"
	"unicode/utf8"

	"concordat/dsl/syntax"
)

// leastColumn is how wide the column of keywords is where a block does not say.
const leastColumn = 11

func width(s string) int { return utf8.RuneCountInString(s) }

// align sets keys and rests in columns, by padding the keys with blanks.
func align(lines []*line) {
	plain := map[*syntax.Block]int{}
	for _, l := range lines {
		if l.statement != nil && l.statement.Def.Key == 0 && !l.free {
			plain[l.block] = max(plain[l.block], width(l.key)+1)
		}
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		switch {
		case l.oneLine != nil:
			i += alignOneLine(lines[i:]) - 1
		case l.statement == nil || l.free:
		case l.statement.Def.Key == 0:
			least := l.block.Def.Column
			if least == 0 {
				least = leastColumn
			}
			l.key = pad(l.key, max(least, plain[l.block]))
		case strings.Contains(l.key, " "):
			i += alignKeys(lines[i:]) - 1
		}
	}
}

func pad(s string, to int) string { return s + strings.Repeat(" ", max(0, to-width(s))) }

// alignKeys sets neighbours with one keyword in a column, numbers to the right.
// It returns how many lines it has dealt with.
func alignKeys(lines []*line) int {
	def := lines[0].statement.Def
	keys, rests, n := 0, 0, 0
	numbers := true
	var group []*line
	for _, l := range lines {
		onlyComment := l.key == "" && l.rest == ""
		sameKind := l.statement != nil && l.statement.Def == def
		if n > 0 && l.blank || !sameKind && !onlyComment && l.first == nil {
			break
		}
		n++
		if l.statement == nil {
			numbers = numbers && l.first == nil
			continue
		}
		group = append(group, l)
		keys, rests = max(keys, width(l.key)), max(rests, width(l.rest))
		numbers = numbers && isNumber(l.rest)
	}
	gap := 2
	if def.Column > 0 {
		gap = 1
	}
	for _, l := range group {
		l.key = pad(l.key, max(def.Column, keys+gap))
		if numbers {
			l.key += strings.Repeat(" ", rests-width(l.rest))
		}
	}
	return n
}

// isNumber reports whether a rest is one number, percentage or sum.
func isNumber(rest string) bool {
	digits := 0
	for _, r := range rest {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune("£-.,%", r):
			return false
		}
	}
	return digits > 0
}

// alignOneLine sets neighbouring blocks of one kind in columns. It returns how
// many lines it has dealt with.
func alignOneLine(lines []*line) int {
	names, titles, n := 0, 0, 0
	for _, l := range lines {
		if l.oneLine == nil || l.oneLine.keyword != lines[0].oneLine.keyword || n > 0 && l.blank {
			break
		}
		names, titles = max(names, width(l.oneLine.name)), max(titles, width(l.oneLine.title))
		n++
	}
	for _, l := range lines[:n] {
		c := l.oneLine
		l.rest = c.keyword
		if names > 0 {
			l.rest += " " + pad(c.name, names)
		}
		if titles > 0 {
			l.rest += " " + pad(c.title, titles)
		}
		l.rest = strings.TrimRight(l.rest+" "+c.inside, " ")
		l.free = true
	}
	return n
}

// render writes the lines out, comments in columns where they stood in columns.
func render(lines []*line) []byte {
	codes := make([]string, len(lines))
	for i, l := range lines {
		codes[i] = code(l)
	}
	for i := 0; i < len(lines); {
		n := 1
		if lines[i].comment != "" && codes[i] != "" {
			n = commentColumn(lines[i:], codes[i:])
		}
		i += n
	}
	var out strings.Builder
	for i, l := range lines {
		if l.blank {
			out.WriteByte('\n')
		}
		out.WriteString(codes[i])
		switch {
		case l.comment != "" && codes[i] == "":
			out.WriteString(strings.Repeat(" ", l.indentOf()) + l.comment)
		case l.comment != "":
			out.WriteString(strings.Repeat(" ", l.column-width(codes[i])) + l.comment)
		}
		out.WriteByte('\n')
	}
	return []byte(out.String())
}

// indentOf is where a line begins; one that goes on with a statement begins in
// the column of that statement's value.
func (l *line) indentOf() int {
	if l.first == nil {
		return l.indent
	}
	column := l.first.indent + width(l.first.key)
	if !strings.HasSuffix(l.first.key, " ") {
		column++
	}
	return column
}

// code is a line without its comment.
func code(l *line) string {
	text := l.rest
	if l.key != "" {
		text = l.key
		if l.rest != "" {
			if !strings.HasSuffix(text, " ") {
				text += " "
			}
			text += l.rest
		}
		text = strings.TrimRight(text, " ")
	}
	if text == "" {
		return ""
	}
	return strings.Repeat(" ", l.indentOf()) + text
}

// commentColumn sets the comments of neighbouring lines in one column if they
// stood in one. It returns how many lines it has dealt with.
func commentColumn(lines []*line, codes []string) int {
	was := lines[0].column
	column, n := was, 0
	for i, l := range lines {
		if l.comment == "" || codes[i] == "" || l.column != was || i > 0 && l.blank {
			break
		}
		column = max(column, width(codes[i])+2)
		n++
	}
	for _, l := range lines[:n] {
		l.column = column
	}
	return n
}
