package dsl_test

import (
	"slices"
	"strings"
	"testing"

	"concordat/dsl"
	"concordat/dsl/check/pages"
	"concordat/dsl/diag"
)

// The wrong example of every page has the finding that it explains, the right
// one has none.
func TestPages(t *testing.T) {
	seen := map[diag.Code]bool{}
	for _, p := range dsl.Pages() {
		if seen[p.Code] {
			t.Errorf("%s has two pages", p.Code)
		}
		seen[p.Code] = true
		if strings.TrimSpace(p.Says) == "" {
			t.Errorf("the page of %s says nothing", p.Code)
		}
		found := pages.Try(p.Wrong)
		if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == p.Code }) {
			t.Errorf("the wrong example of %s has no such finding, but %v", p.Code, found)
		}
		for _, d := range found {
			if d.Text == "" || d.Help == "" && d.Severity != diag.Hole {
				t.Errorf("%s: a finding without words or help: %q, %q", d.Code, d.Text, d.Help)
			}
			if d.Code != p.Code && d.Severity == diag.Error {
				t.Errorf("the wrong example of %s also has %s: %s", p.Code, d.Code, d.Text)
			}
		}
		for _, d := range pages.Try(p.Right) {
			t.Errorf("the right example of %s has a finding: %s: %s", p.Code, d.Code, d.Text)
		}
	}
}
