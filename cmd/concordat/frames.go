package main

import (
	"fmt"
	"strings"

	"concordat/dsl/diag"
)

func (p *program) frames(s source, found diag.List) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintf(&b, "%s:%d: %s %s: %s (%s)\n", s.path, 1+strings.Count(string(s.text[:d.At.Start]), "\n"), d.Severity, d.Code, d.Text, d.Help)
	}
	return b.String()
}
