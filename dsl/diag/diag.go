// Package diag holds what the compiler tells people: findings with a code, a
// place and plain words. A finding names the exact range it is about, related
// places with why they matter, and how to mend it. Codes are words and are
// never reused; each has a page with a wrong and a right example that a test
// runs. The renderers (frame, one line, JSON, GitHub, SARIF) live here too, so
// that all output words a finding in the same way.
package diag

// Span is a range of bytes in one source: Start included, End excluded.
type Span struct {
	Path       string
	Start, End int
}

// Severity says what a finding stops.
type Severity uint8

const (
	Error   Severity = iota // the agreement has no meaning yet: nothing can be compiled
	Warning                 // it has a meaning that somebody will probably regret
	Hole                    // a value still to be agreed: it checks, but nobody can sign it
)

func (s Severity) String() string {
	return [...]string{"error", "warning", "hole"}[s]
}

// Code names a kind of finding: words joined by hyphens, such as "bands-overlap".
type Code string

// Related is another place that matters to a finding, and why.
type Related struct {
	At  Span
	Why string
}

// Diagnostic is one finding. Text is one sentence in the words of the field;
// Help says what to do about it.
type Diagnostic struct {
	Code     Code
	Severity Severity
	At       Span
	Text     string
	Help     string
	See      []Related
}

// List is what a stage found, in the order of the text.
type List []Diagnostic

// HasErrors reports whether any finding stops the agreement from compiling.
func (l List) HasErrors() bool {
	for _, d := range l {
		if d.Severity == Error {
			return true
		}
	}
	return false
}
