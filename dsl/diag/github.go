package diag

import (
	"fmt"
	"io"
	"strings"
)

var (
	githubText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes the findings as workflow commands, which a pull request shows
// beside the lines. A hole is a notice. Columns are given only for a range on
// one line, because no others are shown; the last is included.
func GitHub(w io.Writer, sources Sources, found List) error {
	known := texts{}
	var b strings.Builder
	for _, d := range found {
		command := [...]string{"error", "warning", "notice"}[d.Severity]
		fmt.Fprintf(&b, "::%s file=%s", command, githubProperty.Replace(d.At.Path))
		if t := known.of(d.At.Path, sources); t != nil {
			start, end := t.bounds(d.At)
			fmt.Fprintf(&b, ",line=%d,endLine=%d", start.Line, end.Line)
			if start.Line == end.Line {
				fmt.Fprintf(&b, ",col=%d,endColumn=%d", start.Column, max(start.Column, end.Column-1))
			}
		}
		words := d.Text
		if d.Help != "" {
			words += "\nhelp: " + d.Help
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", githubProperty.Replace(string(d.Code)), githubText.Replace(words))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
