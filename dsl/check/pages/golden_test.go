package pages

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"concordat/dsl/diag"
)

// Every file of testdata/golden holds fragments, with a line of dashes between
// them. Each is tried on the base agreement. A line that causes findings says
// so: `# want "code: the start of the sentence"`. A finding that no line wants
// fails, and so does a want that nothing finds. Where the first fragment begins
// with `# In all of these:`, it stands before each of the others.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, path := range files {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".agreement")
		fragments := strings.Split(string(src), "\n----\n")
		if strings.HasPrefix(fragments[0], "# In all of these:") {
			shared := fragments[0] + "\n"
			fragments = fragments[1:]
			for i := range fragments {
				fragments[i] = shared + fragments[i]
			}
		}
		for i, fragment := range fragments {
			t.Run(fmt.Sprintf("%s/%d", name, i+1), func(t *testing.T) { golden(t, fragment) })
		}
	}
}

func golden(t *testing.T, fragment string) {
	text, _ := With(fragment)
	wants := wanted(t, text)
	for _, d := range Try(fragment) {
		line := strings.Count(text[:d.At.Start], "\n") + 1
		if !met(wants, line, string(d.Code)+": "+d.Text) {
			t.Errorf("not wanted in line %d: %s\n  %s: %s\n  help: %s", line, strings.Split(text, "\n")[line-1], d.Code, d.Text, d.Help)
		}
		if d.Severity != diag.Hole && d.Help == "" {
			t.Errorf("%s has no help: %s", d.Code, d.Text)
		}
	}
	for line, list := range wants {
		for _, w := range list {
			t.Errorf("nothing found in line %d: %s\n  %s", line, w, strings.Split(text, "\n")[line-1])
		}
	}
}

func wanted(t *testing.T, text string) map[int][]string {
	wants := map[int][]string{}
	for i, line := range strings.Split(text, "\n") {
		_, rest, ok := strings.Cut(line, "# want ")
		for ok && strings.TrimSpace(rest) != "" {
			quoted, err := strconv.QuotedPrefix(strings.TrimSpace(rest))
			if err != nil {
				t.Fatalf("line %d: %v: %s", i+1, err, line)
			}
			w, _ := strconv.Unquote(quoted)
			wants[i+1] = append(wants[i+1], w)
			rest = strings.TrimSpace(rest)[len(quoted):]
		}
	}
	return wants
}

// met takes the want that a finding meets off the list.
func met(wants map[int][]string, line int, finding string) bool {
	for i, w := range wants[line] {
		if strings.HasPrefix(finding, w) {
			wants[line] = append(wants[line][:i:i], wants[line][i+1:]...)
			return true
		}
	}
	return false
}

func TestBaseHasNoFinding(t *testing.T) {
	for _, d := range Try("") {
		t.Errorf("%s: %s", d.Code, d.Text)
	}
}
