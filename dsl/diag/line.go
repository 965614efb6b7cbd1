package diag

import (
	"fmt"
	"io"
	"strings"
)

// Lines writes a line for each finding, `path:line:column: error: text [code]`,
// in the form that editors and search tools follow.
func Lines(w io.Writer, sources Sources, found List) error {
	known := texts{}
	var b strings.Builder
	for _, d := range found {
		place := Place{1, 1}
		if t := known.of(d.At.Path, sources); t != nil {
			place = t.place(d.At.Start)
		}
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", d.At.Path, place.Line, place.Column, d.Severity, oneLine(d.Text), d.Code)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// oneLine keeps a sentence that quotes the text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
