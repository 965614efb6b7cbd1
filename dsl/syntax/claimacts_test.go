package syntax_test

import (
	"strings"
	"testing"

	"concordat/dsl/syntax"
)

// Several people are named by the first and the last of their numbers.
func TestPeople(t *testing.T) {
	for words, want := range map[string]string{
		"P-001":        "P-001",
		"P-009 P-011":  "P-009 P-010 P-011",
		"P-001 P-001":  "P-001",
		"P-002 P-001":  "",
		"P-001 Q-003":  "",
		"P-001 P-0003": "",
		"P-01 P-0x":    "",
		"P- P-":        "",
	} {
		first, last, several := strings.Cut(words, " ")
		f := syntax.ForPerson{Person: syntax.Text{Value: first}}
		if several {
			f.Last = &syntax.Text{Value: last}
		}
		if got := strings.Join(f.People(), " "); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}
