package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

const frameWidth = 80

// Frames writes each finding with the lines that it is about:
//
//	error: band `mid` overlaps band `low` [bands-overlap]
//	  --> ipsa.agreement:91:10
//	   |
//	90 |     band low  0 to 10
//	   |          --- `low` pays for 8 to 10 already
//	91 |     band mid  8 to 20
//	   |          ^^^
//	   = help: start `mid` at 11
//
// and the summary last. Frames are at most 80 columns wide, but for words that
// are wider.
func Frames(w io.Writer, sources Sources, found List, style Style) error {
	f := framer{sources: sources, texts: texts{}, style: style}
	for _, d := range found {
		f.finding(d)
		f.out.WriteByte('\n')
	}
	f.out.WriteString(found.Summary() + "\n")
	_, err := io.WriteString(w, f.out.String())
	return err
}

type framer struct {
	out     strings.Builder
	sources Sources
	texts   texts
	style   Style
	gutter  int // width of the line numbers of the finding at hand
}

func (f *framer) finding(d Diagnostic) {
	word := d.Severity.String() + ":"
	lines := wrap(fmt.Sprintf("%s %s [%s]", word, d.Text, d.Code), frameWidth)
	first := strings.TrimPrefix(lines[0], word)
	f.out.WriteString(f.style.paint(f.style.severity(d.Severity), word) + f.style.paint(f.style.Strong, first) + "\n")
	for _, line := range lines[1:] {
		f.out.WriteString(f.style.paint(f.style.Strong, line) + "\n")
	}
	marks := f.marks(d)
	f.gutter = gutterOf(marks)
	for i, group := range byPath(marks) {
		f.source(group, i == 0)
	}
	if len(marks) == 0 && d.At.Path != "" {
		fmt.Fprintf(&f.out, "  --> %s\n", d.At.Path)
	}
	for _, see := range d.See {
		if f.texts.of(see.At.Path, f.sources) == nil {
			f.note("see", see.Why)
		}
	}
	if d.Help != "" {
		f.note("help", d.Help)
	}
}

func (f *framer) note(word, sentence string) {
	lead := strings.Repeat(" ", f.gutter) + f.style.paint(f.style.Quiet, " =") + " " + f.style.paint(f.style.Help, word+":") + " "
	indent := f.gutter + len(" = ") + len(word) + len(": ")
	for _, line := range wrap(sentence, frameWidth-indent) {
		f.out.WriteString(lead + line + "\n")
		lead = strings.Repeat(" ", indent)
	}
}

// source shows the marked lines of one text, and a row of dots where lines
// between them are left out.
func (f *framer) source(marks []mark, first bool) {
	arrow := "-->"
	if !first {
		arrow = ":::"
	}
	place := marks[0].text.place(marks[0].start)
	f.out.WriteString(strings.Repeat(" ", f.gutter) + f.style.paint(f.style.Quiet, arrow) + fmt.Sprintf(" %s:%d:%d\n", marks[0].path, place.Line, place.Column))
	f.row("", "", "")
	strips := stripsOf(marks)
	last := -1
	for i, s := range strips {
		if s.line != last {
			switch between := s.line - last - 1; {
			case last < 0 || between == 0:
			case between == 1:
				f.line(s.text, last+1, nil)
			default:
				f.out.WriteString(f.style.paint(f.style.Quiet, "...") + "\n")
			}
			end := i
			for end < len(strips) && strips[end].line == s.line {
				end++
			}
			f.line(s.text, s.line, strips[i:end])
			last = s.line
		}
	}
}

// line shows one line and what is marked on it.
func (f *framer) line(t *text, n int, strips []strip) {
	room := frameWidth - f.gutter - 3
	laid, width := glyphs(t.line(n))
	seen := window{0, min(width, room)}
	if len(strips) > 0 {
		seen = around(width, room, cellAt(laid, width, strips[0].from), cellAt(laid, width, strips[0].to))
	}
	f.row(fmt.Sprint(n+1), seen.show(laid, width), "")
	for _, s := range strips {
		start := max(seen.from, min(cellAt(laid, width, s.from), seen.to)) - seen.from
		end := max(seen.from, min(cellAt(laid, width, s.to), seen.to)) - seen.from
		f.underline(s, start, max(end, start+1), room)
	}
}

func (f *framer) underline(s strip, start, end, room int) {
	colour, sign := f.style.Quiet, "-"
	if s.primary {
		colour, sign = f.style.severity(s.severity), "^"
	}
	marked := strings.Repeat(" ", start) + strings.Repeat(sign, end-start)
	if s.why == "" || end+1+stringWidth(s.why) <= room {
		f.row("", strings.TrimRight(marked+" "+s.why, " "), colour)
		return
	}
	f.row("", marked, colour)
	indent := min(start, room/2)
	for _, line := range wrap(s.why, room-indent) {
		f.row("", strings.Repeat(" ", indent)+line, colour)
	}
}

// row writes a line number, or none, a bar and what stands behind it.
func (f *framer) row(number, content, colour string) {
	content = strings.TrimRight(content, " ")
	bar := fmt.Sprintf("%*s |", f.gutter, number)
	f.out.WriteString(f.style.paint(f.style.Quiet, bar))
	if content != "" {
		indent := content[:len(content)-len(strings.TrimLeft(content, " "))]
		f.out.WriteString(" " + indent + f.style.paint(colour, content[len(indent):]))
	}
	f.out.WriteByte('\n')
}

func gutterOf(marks []mark) int {
	width := 1
	for _, m := range marks {
		line, _ := m.text.locate(m.end)
		width = max(width, len(fmt.Sprint(line+1)))
	}
	return width
}

// byPath puts the marks of each text together, the finding's own text first.
func byPath(marks []mark) (groups [][]mark) {
	for len(marks) > 0 {
		path := marks[0].path
		var own, others []mark
		for _, m := range marks {
			if m.path == path {
				own = append(own, m)
			} else {
				others = append(others, m)
			}
		}
		groups, marks = append(groups, own), others
	}
	return groups
}

// stripsOf cuts marks into the lines that show them, in the order of the text.
func stripsOf(marks []mark) (strips []strip) {
	for _, m := range marks {
		strips = append(strips, m.strips()...)
	}
	slices.SortStableFunc(strips, func(a, b strip) int { return cmp.Compare(a.line, b.line) })
	return strips
}
