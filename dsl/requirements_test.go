package dsl_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/syntax"
)

const agreements = "../agreements/"

var (
	quoted = regexp.MustCompile("`([^`]+)`")
	opens  = regexp.MustCompile(`^\| (\d{3}-\d{2}) \|`)
	shape  = regexp.MustCompile(`^([a-z_]+) ([a-z_0-9]+)(?:\.([a-z ]+))?$`)
	tells  = regexp.MustCompile(`(\d+) are met, (\d+) in part, (\d+) are for people to judge, (\d+) are not met\.`)
)

// Every number of the catalogue stands in the table once, in its order, with
// its own words for what is asked and a place where it is met, or says why not.
func TestEveryRequirementHasItsLine(t *testing.T) {
	var want, have []string
	for source, last := range []int{33, 45, 32, 29, 22} {
		for n := range last {
			want = append(want, fmt.Sprintf("%03d-%02d", source, n+1))
		}
	}
	readme := string(read(t, agreements+"README.md"))
	kinds := map[string]int{}
	for _, line := range strings.Split(readme, "\n") {
		number := opens.FindStringSubmatch(line)
		if number == nil {
			continue
		}
		have = append(have, number[1])
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if len(cells) != 3 {
			t.Errorf("%s has %d cells, not 3", number[1], len(cells))
			continue
		}
		kind := "met"
		for _, lead := range []string{"In part", "For people", "Not met"} {
			if strings.HasPrefix(cells[2], lead+": ") {
				kind = lead
			}
		}
		kinds[kind]++
		if (kind == "met" || kind == "In part") && !quoted.MatchString(cells[2]) {
			t.Errorf("%s names no place where it is met", number[1])
		}
		for _, wrong := range missing(t, cells[2]) {
			t.Errorf("%s: %s", number[1], wrong)
		}
	}
	if !slices.Equal(have, want) {
		t.Errorf("the table has these numbers:\n%s", strings.Join(have, " "))
	}
	sums := []string{fmt.Sprint(kinds["met"]), fmt.Sprint(kinds["In part"]), fmt.Sprint(kinds["For people"]), fmt.Sprint(kinds["Not met"])}
	if said := tells.FindStringSubmatch(readme); said == nil || !slices.Equal(said[1:], sums) {
		t.Errorf("the table comes to %v, and the text above it says %v", sums, said)
	}
}

// A defect that is said to show in an agreement does show in it.
func TestDefectsOfTheSourcesShow(t *testing.T) {
	_, table, ok := strings.Cut(string(read(t, agreements+"README.md")), "| defect |")
	if !ok {
		t.Fatal("the table of defects is gone")
	}
	shown := 0
	for _, line := range strings.Split(table, "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if len(cells) != 3 || strings.HasPrefix(cells[0], "-") {
			continue
		}
		for _, wrong := range append(missing(t, cells[1]), missing(t, cells[2])...) {
			t.Errorf("%s: %s", cells[0], wrong)
		}
		path := quoted.FindStringSubmatch(cells[2])
		if path == nil || !strings.HasPrefix(cells[2], path[0]) {
			continue // shown by the finding's page alone
		}
		shown++
		found := findings(t, path[1], cells[2])
		for _, code := range quoted.FindAllStringSubmatch(cells[1], -1) {
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return string(d.Code) == code[1] }) {
				t.Errorf("%s: %s has no finding %s", cells[0], path[1], code[1])
			}
		}
	}
	if shown < 5 {
		t.Errorf("only %d defects show in a file", shown)
	}
}

// Every folder has its line, and every line its folder.
func TestEveryFolderIsListed(t *testing.T) {
	entries, err := os.ReadDir(agreements)
	if err != nil {
		t.Fatal(err)
	}
	readme := string(read(t, agreements+"README.md"))
	for _, e := range entries {
		if e.IsDir() && !strings.Contains(readme, fmt.Sprintf("| [%s](%[1]s) |", e.Name())) {
			t.Errorf("agreements/%s has no line in the README", e.Name())
		}
	}
	for _, m := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(readme, -1) {
		if _, err := os.Stat(agreements + m[1]); err != nil {
			t.Error(err)
		}
	}
}

// findings of a file, held against the framework that its cell names, if any.
func findings(t *testing.T, path, cell string) diag.List {
	t.Helper()
	src := read(t, agreements+path)
	if filepath.Ext(path) == ".claims" {
		_, found := dsl.Claims(path, src, func(name string) ([]byte, error) {
			return os.ReadFile(filepath.Join(agreements, filepath.Dir(path), name))
		})
		return found
	}
	for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
		if filepath.Ext(m[1]) == ".framework" {
			law, _ := dsl.Framework(m[1], read(t, agreements+m[1]))
			return dsl.Against(path, src, law)
		}
	}
	_, found := dsl.Compile(path, src)
	return found
}

// missing says which of the places that a cell quotes are not there: a file, a
// block of one of the cell's files or a statement of it, a command, a finding.
func missing(t *testing.T, cell string) (wrong []string) {
	t.Helper()
	var blocks []*syntax.Block
	var named []string
	for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
		if filepath.Ext(m[1]) == "" || strings.Contains(m[1], " ") {
			named = append(named, m[1])
			continue
		}
		src, err := os.ReadFile(agreements + m[1])
		if err != nil {
			wrong = append(wrong, err.Error())
			continue
		}
		switch filepath.Ext(m[1]) {
		case ".agreement", ".framework", ".claims":
			file, _ := parse.Text(m[1], src)
			blocks = append(blocks, file.Blocks...)
		}
	}
	for _, name := range named {
		if !exists(t, name, blocks) {
			wrong = append(wrong, "there is no `"+name+"`")
		}
	}
	return wrong
}

func exists(t *testing.T, name string, blocks []*syntax.Block) bool {
	t.Helper()
	if command, ok := strings.CutPrefix(name, "concordat "); ok {
		return commands(t)[command]
	}
	if !strings.Contains(name, " ") {
		return slices.ContainsFunc(dsl.Pages(), func(p diag.Page) bool { return string(p.Code) == name })
	}
	m := shape.FindStringSubmatch(name)
	return m != nil && has(blocks, m[1], m[2], m[3])
}

func has(blocks []*syntax.Block, keyword, name, statement string) bool {
	return slices.ContainsFunc(blocks, func(b *syntax.Block) bool {
		if b.Keyword.Name != keyword || b.Name.Name != name {
			return has(b.Blocks, keyword, name, statement)
		}
		return statement == "" || slices.ContainsFunc(b.Statements, func(s *syntax.Statement) bool { return s.Keyword.Name == statement }) ||
			slices.ContainsFunc(b.Blocks, func(in *syntax.Block) bool { return in.Keyword.Name == statement })
	})
}

// commands are those that the program's sources declare.
func commands(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("../cmd/concordat/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no sources of the program", err)
	}
	out := map[string]bool{}
	for _, f := range files {
		for _, m := range regexp.MustCompile(`Use:\s+"([a-z-]+)`).FindAllStringSubmatch(string(read(t, f)), -1) {
			out[m[1]] = true
		}
	}
	return out
}
