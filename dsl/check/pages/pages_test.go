package pages

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"concordat/dsl/diag"
)

// Every code that the checker reports has one page; package dsl runs the
// examples of the pages of all stages.
func TestEveryCodeHasAPage(t *testing.T) {
	reported := regexp.MustCompile(`(?:\.(?:unsettled|report|warn)\(|Code:\s+)"([a-z0-9-]+)"`)
	var codes []diag.Code
	files, err := filepath.Glob("../../problem/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no such files: ", err)
	}
	for _, path := range files {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range reported.FindAllSubmatch(src, -1) {
			codes = append(codes, diag.Code(match[1]))
		}
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	for _, code := range codes {
		if _, ok := Pages().Find(code); !ok {
			t.Errorf("%s has no page", code)
		}
	}
	for _, p := range Pages() {
		if !slices.Contains(codes, p.Code) {
			t.Errorf("the page of %s explains nothing", p.Code)
		}
	}
}

// The wrong example of a page has the finding and no other error; the right one
// has none at all.
func TestPages(t *testing.T) {
	for _, p := range Pages() {
		t.Run(string(p.Code), func(t *testing.T) {
			found := Try(p.Wrong)
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == p.Code }) {
				t.Errorf("the wrong example has no such finding:\n%s", p.Wrong)
			}
			for _, d := range found {
				if d.Code != p.Code && d.Severity == diag.Error {
					t.Errorf("the wrong example also has %s: %s\n%s", d.Code, d.Text, p.Wrong)
				}
			}
			for _, d := range Try(p.Right) {
				t.Errorf("the right example has %s: %s\n%s", d.Code, d.Text, p.Right)
			}
		})
	}
}
