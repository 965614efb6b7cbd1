package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Width is how many columns a page has.
const Width = 80

// Page collects text for a reader. Colour marks headings; the words never
// depend on it.
type Page struct {
	Colour bool
	b      strings.Builder
}

// String is the page as text.
func (p *Page) String() string { return p.b.String() }

// WriteTo writes the page out.
func (p *Page) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, p.String())
	return int64(n), err
}

// Head writes a heading, after an empty line unless it is the first.
func (p *Page) Head(format string, args ...any) {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
	text := fmt.Sprintf(format, args...)
	if p.Colour {
		text = "\x1b[1m" + text + "\x1b[0m"
	}
	p.b.WriteString(text + "\n")
}

// Line writes one line as it is.
func (p *Page) Line(format string, args ...any) {
	p.b.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

// Para writes a paragraph, every line indented by so many columns.
func (p *Page) Para(indent int, format string, args ...any) {
	p.hang(strings.Repeat(" ", indent), strings.Repeat(" ", indent), fmt.Sprintf(format, args...))
}

// Item writes a paragraph behind a label that stands in the margin.
func (p *Page) Item(indent int, label, format string, args ...any) {
	margin := strings.Repeat(" ", max(indent, width(label)+1))
	p.hang(label+margin[width(label):], margin, fmt.Sprintf(format, args...))
}

func (p *Page) hang(first, rest, text string) {
	for i, line := range wrap(text, Width-width(first)) {
		lead := rest
		if i == 0 {
			lead = first
		}
		p.Line("%s%s", lead, line)
	}
}

// wrap breaks text between words into lines of at most so many columns; a
// longer word stands alone.
func wrap(text string, columns int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case width(line)+1+width(word) <= columns:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

// width is the columns that text takes: none of ours has wide or combining characters.
func width(s string) int { return utf8.RuneCountInString(s) }

// Table is rows under one another. The last column wraps; the columns named in
// Right stand to the right.
type Table struct {
	Indent int
	Head   []string
	Right  map[int]bool
	Rows   [][]string
}

// Row adds a row.
func (t *Table) Row(cells ...string) { t.Rows = append(t.Rows, cells) }

// Table writes a table; one without rows is nothing.
func (p *Page) Table(t Table) {
	if len(t.Rows) == 0 {
		return
	}
	rows := t.Rows
	if t.Head != nil {
		rows = append([][]string{t.Head}, rows...)
	}
	columns := columnsOf(rows)
	for _, row := range rows {
		p.row(t, row, columns)
	}
}

// columnsOf are the widths that the cells of each column need.
func columnsOf(rows [][]string) []int {
	columns := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			columns[i] = max(columns[i], width(cell))
		}
	}
	return columns
}

// width is how many columns of the page a table with a head takes if nothing wraps.
func (t *Table) width() int {
	total := t.Indent
	for i, w := range columnsOf(append([][]string{t.Head}, t.Rows...)) {
		if i > 0 {
			total += 2
		}
		total += w
	}
	return total
}

func (p *Page) row(t Table, row []string, columns []int) {
	lead := strings.Repeat(" ", t.Indent)
	last := len(row) - 1
	for i, cell := range row[:last] {
		space := strings.Repeat(" ", columns[i]-width(cell))
		if t.Right[i] {
			lead += space + cell + "  "
		} else {
			lead += cell + space + "  "
		}
	}
	if t.Right[last] {
		p.Line("%s%s%s", lead, strings.Repeat(" ", columns[last]-width(row[last])), row[last])
		return
	}
	p.hang(lead, strings.Repeat(" ", width(lead)), row[last])
}

// Node is a place in a tree: what it says, and what it rests on.
type Node struct {
	Text  string
	Under []Node
}

// Tree writes a tree with its branches drawn.
func (p *Page) Tree(n Node) {
	p.hang("", "", n.Text)
	p.branches(n.Under, "")
}

func (p *Page) branches(nodes []Node, lead string) {
	for i, n := range nodes {
		branch, below := "├─ ", "│  "
		if i == len(nodes)-1 {
			branch, below = "└─ ", "   "
		}
		rest := lead + below
		if len(n.Under) > 0 {
			rest += "│ "
		}
		p.hang(lead+branch, rest, n.Text)
		p.branches(n.Under, lead+below)
	}
}
