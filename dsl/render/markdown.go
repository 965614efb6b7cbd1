package render

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// page is how many columns a line of the printed contract has.
const page = 80

// markdown lays a document out at 80 columns. A table that would be wider is
// written as a list, because Markdown cannot break a row.
func markdown(d *document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", plain(d.title))
	wrap(&b, plain(d.subtitle), "", "")
	for _, p := range d.parts {
		fmt.Fprintf(&b, "\n## %s\n", strings.TrimSpace(p.letter+" "+p.title))
		for i := range p.paras {
			markdownPara(&b, &p.paras[i])
		}
	}
	return b.String()
}

func markdownPara(b *strings.Builder, p *para) {
	if p.title != "" {
		heading := "### " + p.number + " " + plain(p.title)
		name := " (`" + p.name + "`)"
		switch {
		case p.name == "":
			name = ""
		case utf8.RuneCountInString(heading+name) > page:
			name = "\n\n" + name[1:]
		}
		fmt.Fprintf(b, "\n%s%s\n", heading, name)
	}
	if p.clause != nil {
		fmt.Fprintf(b, "\n> **Clause %s, %s**\n", p.clause.number, plain(p.clause.title))
		for _, words := range p.clause.paragraphs {
			b.WriteString(">\n")
			wrap(b, plain(words), "> ", "> ")
		}
	}
	for _, c := range p.body {
		b.WriteByte('\n')
		switch c := c.(type) {
		case text:
			wrap(b, plain(string(c)), "", "")
		case items:
			for _, item := range c {
				wrap(b, plain(item), "- ", "  ")
			}
		case terms:
			for _, t := range c {
				wrap(b, "**"+plain(t.name)+"**: "+plain(t.means), "- ", "  ")
			}
		case table:
			markdownTable(b, c)
		}
	}
}

// wrap writes words in lines of at most 80 columns; the first line starts with
// first, the others with rest. A word is never cut.
func wrap(b *strings.Builder, words, first, rest string) {
	line := first
	empty := true
	for _, w := range strings.Fields(words) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > page {
			b.WriteString(line + "\n")
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line += w
		empty = false
	}
	b.WriteString(line + "\n")
}

// plain keeps words from being taken for Markdown; what stands between
// backquotes is left as it is.
func plain(words string) string {
	parts := strings.Split(words, "`")
	for i := 0; i < len(parts); i += 2 {
		parts[i] = markdownSigns.Replace(parts[i])
	}
	return strings.Join(parts, "`")
}

var markdownSigns = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "|", `\|`)

func markdownTable(b *strings.Builder, t table) {
	t = t.plain()
	if t.caption != "" {
		wrap(b, t.caption+":", "", "")
		b.WriteByte('\n')
	}
	widths := columnWidths(t)
	total := 1
	for _, w := range widths {
		total += w + 3
	}
	if total > page {
		markdownRows(b, t)
		return
	}
	markdownRow(b, t, t.head, widths)
	b.WriteByte('|')
	for i, w := range widths {
		dashes := strings.Repeat("-", w+1)
		if t.isRight(i) {
			fmt.Fprintf(b, "%s:|", dashes)
		} else {
			fmt.Fprintf(b, "-%s|", dashes)
		}
	}
	b.WriteByte('\n')
	for _, row := range t.rows {
		markdownRow(b, t, row, widths)
	}
}

// plain is the table with every cell kept from being taken for Markdown.
func (t table) plain() table {
	rows := make([][]string, len(t.rows))
	for i, row := range t.rows {
		rows[i] = make([]string, len(row))
		for j, cell := range row {
			rows[i][j] = plain(cell)
		}
	}
	t.rows = rows
	return t
}

func (t table) isRight(i int) bool { return i < len(t.right) && t.right[i] }

func columnWidths(t table) []int {
	widths := make([]int, len(t.head))
	for i, h := range t.head {
		widths[i] = max(3, utf8.RuneCountInString(h))
		for _, row := range t.rows {
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
	}
	return widths
}

func markdownRow(b *strings.Builder, t table, row []string, widths []int) {
	b.WriteByte('|')
	for i, cell := range row {
		pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		if t.isRight(i) {
			fmt.Fprintf(b, " %s%s |", pad, cell)
		} else {
			fmt.Fprintf(b, " %s%s |", cell, pad)
		}
	}
	b.WriteByte('\n')
}

// markdownRows writes a wide table as a list: the first cell leads, the others
// follow, from the third on under their headings.
func markdownRows(b *strings.Builder, t table) {
	for _, row := range t.rows {
		words := "**" + row[0] + "**"
		for i, cell := range row[1:] {
			sep := "; "
			if i == 0 {
				sep = ": "
			}
			if cell == "" {
				continue
			}
			if i > 0 {
				cell = strings.ToLower(t.head[i+1]) + " " + cell
			}
			words += sep + cell
		}
		wrap(b, words, "- ", "  ")
	}
}
