package diag

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// Sources are the texts that findings are about, by path.
type Sources map[string][]byte

// Place is where a reader looks: both numbers start at 1, and columns count
// characters (Unicode code points; a tab is one).
type Place struct{ Line, Column int }

// text is one source with the offsets at which its lines start. Lines and
// columns are made only here, when a finding is shown.
type text struct {
	bytes  []byte
	starts []int
}

// texts finds the lines of each source once.
type texts map[string]*text

// of returns the text of a path, or nil when it is not among the sources.
func (t texts) of(path string, sources Sources) *text {
	if known, ok := t[path]; ok {
		return known
	}
	content, ok := sources[path]
	if !ok {
		return nil
	}
	made := &text{bytes: content, starts: []int{0}}
	for i, b := range content {
		if b == '\n' {
			made.starts = append(made.starts, i+1)
		}
	}
	t[path] = made
	return made
}

// line returns the bytes of line n, from 0, without its end.
func (t *text) line(n int) []byte {
	end := len(t.bytes)
	if n+1 < len(t.starts) {
		end = t.starts[n+1] - 1
	}
	return bytes.TrimSuffix(t.bytes[t.starts[n]:end], []byte("\r"))
}

// locate turns an offset into a line, from 0, and an offset in that line. An
// offset in a line's end, or behind the end of the last line, becomes the end of
// that line: there is nothing to see beyond it.
func (t *text) locate(offset int) (line, at int) {
	offset = max(0, min(offset, len(t.bytes)))
	line = sort.SearchInts(t.starts, offset+1) - 1
	if line > 0 && offset == len(t.bytes) && offset == t.starts[line] {
		line--
	}
	content := t.line(line)
	at = min(offset-t.starts[line], len(content))
	for at > 0 && at < len(content) && !utf8.RuneStart(content[at]) {
		at--
	}
	return line, at
}

func (t *text) place(offset int) Place {
	line, at := t.locate(offset)
	return Place{line + 1, utf8.RuneCount(t.line(line)[:at]) + 1}
}

// bounds returns where a range starts and ends, the end excluded. A range that
// ends with a line's end stays on that line.
func (t *text) bounds(at Span) (start, end Place) {
	start = t.place(at.Start)
	return start, t.place(max(at.Start, t.trimEnd(at)))
}

// trimEnd leaves the ends of lines out at the end of a range.
func (t *text) trimEnd(at Span) int {
	end := max(0, min(at.End, len(t.bytes)))
	for end > max(0, at.Start) && (t.bytes[end-1] == '\n' || t.bytes[end-1] == '\r') {
		end--
	}
	return end
}

// Place says where an offset in a source stands; line 1, column 1 when the
// source is not known.
func (s Sources) Place(path string, offset int) Place {
	if t := (texts{}).of(path, s); t != nil {
		return t.place(offset)
	}
	return Place{1, 1}
}
