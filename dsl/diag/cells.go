package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const tabWidth = 4

// glyph is one character as it stands on a screen of fixed-width cells.
type glyph struct {
	at    int // offset in its line
	cell  int // cells before it
	width int // 0 for a mark that stands on the character before it
	text  string
}

// glyphs lays a line out and returns its width. Characters that a screen would
// not show, or that would turn the order of others round, show as `�`.
func glyphs(line []byte) (laid []glyph, width int) {
	for at := 0; at < len(line); {
		r, size := utf8.DecodeRune(line[at:])
		g := glyph{at: at, cell: width, width: runeWidth(r), text: string(r)}
		switch {
		case r == '\t':
			g.width = tabWidth - width%tabWidth
			g.text = strings.Repeat(" ", g.width)
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != zeroWidthJoiner:
			g.width, g.text = 1, string(utf8.RuneError)
		}
		laid = append(laid, g)
		width += g.width
		at += size
	}
	return laid, width
}

const zeroWidthJoiner = '\u200d'

// cellAt returns the cell at which the character at an offset starts.
func cellAt(laid []glyph, width, at int) int {
	for _, g := range laid {
		if g.at >= at {
			return g.cell
		}
	}
	return width
}

// wide are the characters that take two cells: those of East Asian scripts in
// full width, and pictures.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115f, 1}, {0x2e80, 0x303e, 1}, {0x3041, 0x33ff, 1}, {0x3400, 0x4dbf, 1},
		{0x4e00, 0x9fff, 1}, {0xa000, 0xa4cf, 1}, {0xac00, 0xd7a3, 1}, {0xf900, 0xfaff, 1},
		{0xfe30, 0xfe6f, 1}, {0xff00, 0xff60, 1}, {0xffe0, 0xffe6, 1},
	},
	R32: []unicode.Range32{{0x1f300, 0x1f64f, 1}, {0x1f900, 0x1f9ff, 1}, {0x20000, 0x3fffd, 1}},
}

func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me) || r == zeroWidthJoiner:
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

func stringWidth(s string) (width int) {
	for _, r := range s {
		width += runeWidth(r)
	}
	return width
}

// window is the part of a line that is shown: cells from (included) to (excluded).
type window struct{ from, to int }

// around chooses what to show of a line that is wider than room: all of it, or
// the part in which the cells start to end are seen best.
func around(width, room, start, end int) window {
	if width <= room || end < room {
		return window{0, min(width, room)}
	}
	before := room / 3
	if end-start > room-before {
		before = 4
	}
	from := max(0, min(start-before, width-room))
	return window{from, min(width, from+room)}
}

// show writes the part of a line in the window; a dot row stands where it was cut.
func (w window) show(laid []glyph, width int) string {
	var b strings.Builder
	from, to := w.from, w.to
	if from > 0 {
		b.WriteString("…")
		from++
	}
	if to < width {
		to--
	}
	cell := from
	for _, g := range laid {
		if g.cell < from || g.cell+g.width > to {
			continue
		}
		b.WriteString(strings.Repeat(" ", g.cell-cell)) // half of a wide character was cut off
		b.WriteString(g.text)
		cell = g.cell + g.width
	}
	if w.to < width {
		b.WriteString(strings.Repeat(" ", to-cell) + "…")
	}
	return b.String()
}

// wrap breaks a sentence into lines of at most room cells, at spaces only.
func wrap(sentence string, room int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(sentence) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word
		case stringWidth(*last)+1+stringWidth(word) <= room:
			*last += " " + word
		default:
			lines = append(lines, word)
		}
	}
	return lines
}
