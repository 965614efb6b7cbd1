package diag

import "bytes"

// mark is a range to underline, with the reason when it is a related place.
type mark struct {
	path       string
	text       *text
	start, end int // the end excluded, no line end at the end
	why        string
	primary    bool
	severity   Severity
}

// marks are the finding's own range, then its related places, as far as their
// texts are known.
func (f *framer) marks(d Diagnostic) (marks []mark) {
	add := func(at Span, why string, primary bool) {
		if t := f.texts.of(at.Path, f.sources); t != nil {
			marks = append(marks, mark{at.Path, t, at.Start, max(at.Start, t.trimEnd(at)), why, primary, d.Severity})
		}
	}
	add(d.At, "", true)
	for _, see := range d.See {
		add(see.At, see.Why, false)
	}
	return marks
}

// strip is the part of a mark on one line: offsets in that line.
type strip struct {
	mark
	line, from, to int
}

// A range over many lines shows this many of its first lines, and its last.
const firstLines = 2

func (m mark) strips() (strips []strip) {
	first, from := m.text.locate(m.start)
	last, to := m.text.locate(m.end)
	for n := first; n <= last; n++ {
		if last-first > firstLines+1 && n == first+firstLines {
			n = last
		}
		content := m.text.line(n)
		s := strip{m, n, len(content) - len(bytes.TrimLeft(content, " \t")), len(content)}
		if n == first {
			s.from = from
		}
		if n == last {
			s.to = to
		} else {
			s.why = "" // the reason stands under the last line
		}
		if s.from < s.to || n == first {
			strips = append(strips, s)
		}
	}
	strips[len(strips)-1].why = m.why
	return strips
}
