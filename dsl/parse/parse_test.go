package parse_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/syntax"
)

var renew = flag.Bool("renew", false, "write the golden trees anew; then read them")

const (
	agreement = "../../agreements/ipsa/ipsa.agreement"
	scenario  = "../../agreements/ipsa/ipsa.scenario"
)

func read(t testing.TB, path string) []byte {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func line(src []byte, offset int) int { return 1 + strings.Count(string(src[:offset]), "\n") }

// TestAllianceParses: the worked example has no findings, and every statement a value.
func TestAllianceParses(t *testing.T) {
	for _, path := range []string{agreement, scenario} {
		src := read(t, path)
		file, found := parse.Text(path, src)
		for _, d := range found {
			t.Errorf("%s:%d: %s: %s", path, line(src, d.At.Start), d.Code, d.Text)
		}
		each(file.Blocks, func(_ *syntax.Block, s *syntax.Statement) {
			if s.Value == nil {
				t.Errorf("%s:%d: `%s` has no value", path, line(src, s.At.Start), s.Keyword.Name)
			}
		})
	}
}

func each(blocks []*syntax.Block, do func(*syntax.Block, *syntax.Statement)) {
	for _, b := range blocks {
		for _, s := range b.Statements {
			do(b, s)
		}
		each(b.Blocks, do)
	}
}

// TestTrees: what a source becomes stands beside it, in a form to be read.
func TestTrees(t *testing.T) {
	paths, _ := filepath.Glob("testdata/trees/*")
	for _, path := range paths {
		if filepath.Ext(path) == ".tree" {
			continue
		}
		src := read(t, path)
		file, found := parse.Text(path, src)
		for _, d := range found {
			t.Errorf("%s:%d: %s: %s", path, line(src, d.At.Start), d.Code, d.Text)
		}
		got := tree(file)
		golden := path + ".tree"
		if *renew {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want := string(read(t, golden)); got != want {
			t.Errorf("%s differs (renew with -renew, then read it):\n%s", golden, firstDifference(got, want))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}

var want = regexp.MustCompile(`# want (.*)$`)

// TestFindings: a line that is wrong says in a comment what must be found on
// it: `# want code "words of the text or the help"`, more than one parted by
// ` & `. Findings that no line wants fail too.
func TestFindings(t *testing.T) {
	paths, _ := filepath.Glob("testdata/wrong/*")
	if len(paths) == 0 {
		t.Fatal("no wrong files")
	}
	for _, path := range paths {
		src := read(t, path)
		_, found := parse.Text(path, src)
		got := map[int][]diag.Diagnostic{}
		for _, d := range found {
			got[line(src, d.At.Start)] = append(got[line(src, d.At.Start)], d)
		}
		for i, text := range strings.Split(string(src), "\n") {
			wanted := []string{}
			if m := want.FindStringSubmatch(text); m != nil {
				wanted = strings.Split(m[1], " & ")
			}
			for _, d := range got[i+1] {
				if len(wanted) == 0 || !fits(d, wanted[0]) {
					t.Errorf("%s:%d: not wanted: %s: %s (%s)", path, i+1, d.Code, d.Text, d.Help)
					continue
				}
				wanted = wanted[1:]
			}
			for _, w := range wanted {
				t.Errorf("%s:%d: not found: %s", path, i+1, w)
			}
		}
	}
}

func fits(d diag.Diagnostic, want string) bool {
	code, words, _ := strings.Cut(want, " ")
	return string(d.Code) == code && strings.Contains(d.Text+" / "+d.Help, strings.Trim(strings.TrimSpace(words), `"`))
}

// TestRegistry: every statement of the language has an example that parses, is
// said in one sentence, and is not named twice in its block.
func TestRegistry(t *testing.T) {
	for b := range syntax.Blocks() {
		if b.Doc == "" || syntax.LookupBlock(b.Keyword) != b {
			t.Errorf("%s: no doc, or named twice", b.Keyword)
		}
		if b.Inside == "" {
			file, found := parse.Text(pathOf(b), []byte(b.Example))
			if len(found) > 0 || len(file.Blocks) != 1 || file.Blocks[0].Def != b {
				t.Errorf("%s: the example does not parse: %v", b.Keyword, found)
			}
		}
		for _, s := range b.Statements {
			if b.Lookup(s.Keyword) != s {
				t.Errorf("%s.%s is there twice", b.Keyword, s.Keyword)
			}
			if s.Means == "" || s.Shape == "" || !strings.HasSuffix(s.Means, ".") || !strings.HasPrefix(s.Example, s.Keyword+" ") {
				t.Errorf("%s.%s: shape, example or meaning is missing", b.Keyword, s.Keyword)
			}
			if s.Need == syntax.OneOf && s.Group == "" {
				t.Errorf("%s.%s: one of what?", b.Keyword, s.Keyword)
			}
			read := parseLine(t, b, s.Example)
			if read == nil || read.Def != s || read.Value == nil {
				t.Errorf("%s.%s: the example does not parse", b.Keyword, s.Keyword)
			}
		}
	}
}

func pathOf(b *syntax.BlockDef) string {
	return "x" + [...]string{syntax.AgreementFile: ".agreement", syntax.ScenarioFile: ".scenario", syntax.ClaimsFile: ".claims", syntax.FrameworkFile: ".framework"}[b.In]
}

// parseLine parses one line inside a block of a kind.
func parseLine(t *testing.T, b *syntax.BlockDef, text string) *syntax.Statement {
	t.Helper()
	head := func(b *syntax.BlockDef) string {
		h := b.Keyword
		if b.Named {
			h += " x"
		}
		if b.Titled {
			h += ` "X"`
		}
		return h + " {\n"
	}
	src := head(b) + text + "\n}\n"
	if b.Inside != "" {
		src = head(syntax.LookupBlock(b.Inside)) + src + "}\n"
	}
	file, found := parse.Text(pathOf(b), []byte(src))
	for _, d := range found {
		t.Errorf("%s: %s: %s (%s)", text, d.Code, d.Text, d.Help)
	}
	var only *syntax.Statement
	each(file.Blocks, func(_ *syntax.Block, s *syntax.Statement) { only = s })
	return only
}

func benchmark(b *testing.B, path string) {
	src := read(b, path)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		parse.Text(path, src)
	}
}

func BenchmarkParse(b *testing.B)         { benchmark(b, agreement) }
func BenchmarkParseScenario(b *testing.B) { benchmark(b, scenario) }
