package diag

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Count returns how many findings of a severity there are.
func (l List) Count(severity Severity) (n int) {
	for _, d := range l {
		if d.Severity == severity {
			n++
		}
	}
	return n
}

// Summary says in one line what was found and what it stops.
func (l List) Summary() string {
	errors, warnings, holes := l.Count(Error), l.Count(Warning), l.Count(Hole)
	var parts []string
	for _, part := range []struct {
		n    int
		word string
	}{{errors, "error"}, {warnings, "warning"}, {holes, "hole"}} {
		switch {
		case part.n == 1:
			parts = append(parts, "1 "+part.word)
		case part.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", part.n, part.word))
		}
	}
	what := strings.Join(parts, ", ")
	switch {
	case l.onlyClaims() && errors > 0:
		return what + ": these figures cannot be relied on until the errors are mended"
	case l.onlyClaims() && holes+warnings > 0:
		return what + ": the other figures stand as they are stated"
	case errors > 0:
		return what + ": nothing can run until the errors are mended"
	case holes > 0:
		return what + ": nobody can sign until what is open is agreed"
	case warnings > 0:
		return what + ": it can be signed as it is"
	}
	return "nothing found"
}

// onlyClaims reports whether everything found is in files of claims, which are
// figures that somebody has stated: nobody signs them, and nothing of them runs.
func (l List) onlyClaims() bool {
	return len(l) > 0 && !slices.ContainsFunc(l, func(d Diagnostic) bool { return filepath.Ext(d.At.Path) != ".claims" })
}
