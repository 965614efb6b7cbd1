package diff_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/diff"
	"concordat/dsl/parse"
	"concordat/dsl/syntax"
)

// shipped are the agreements that check without an error.
func shipped(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir("../../agreements", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".agreement" {
			return err
		}
		src, err := os.ReadFile(path)
		if _, ok := revision(path, src); ok {
			out[path] = src
		}
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatal("no agreements: ", err)
	}
	return out
}

// revision reads a text; ok is false where it does not check.
func revision(path string, src []byte) (*diff.Revision, bool) {
	file, unread := parse.Text(path, src)
	agreement, unsettled := check.Agree(file)
	if unread.HasErrors() || unsettled.HasErrors() {
		return nil, false
	}
	return &diff.Revision{File: file, Machine: compile.Machine(agreement)}, true
}

func compare(t testing.TB, old, new []byte) []diff.Change {
	t.Helper()
	a, ok1 := revision("old", old)
	b, ok2 := revision("new", new)
	if !ok1 || !ok2 {
		t.Fatal("a text does not check")
	}
	return diff.Compare(a, b)
}

func TestATextMeansWhatItMeans(t *testing.T) {
	for path, src := range shipped(t) {
		if found := compare(t, src, src); len(found) != 0 {
			t.Errorf("%s differs from itself: %s %s", path, found[0].Thing(), found[0].Rule())
		}
	}
}

// Comments, blank lines and the order of blocks mean nothing.
func TestLayoutMeansNothing(t *testing.T) {
	for path, src := range shipped(t) {
		file, _ := parse.Text(path, src)
		var blocks []string
		for _, b := range file.Blocks {
			blocks = append(blocks, string(src[b.At.Start:b.At.End]))
		}
		slices.Reverse(blocks[1:])
		text := strings.ReplaceAll(strings.Join(blocks, "\n# another comment\n\n"), "  ", " ")
		if _, ok := revision("new", []byte(text)); !ok {
			continue // an order that the checker rests on
		}
		if found := compare(t, src, []byte(text)); len(found) != 0 {
			t.Errorf("%s: the layout is reported: %s: %q, %q", path, found[0].Thing(), found[0].Old, found[0].New)
		}
	}
}

// What one revision does, its opposite takes back: the same places, every
// action its mirror, every effect its mirror.
func TestEveryChangeHasItsMirror(t *testing.T) {
	src, err := os.ReadFile("../../testdata/revisions/ipsa.agreement")
	if err != nil {
		t.Fatal(err)
	}
	for _, edit := range [][]string{
		{"pool       £300,000", "pool       £310,000"}, {"at least   6 months", "at least   9 months"}, {"pain cap   £180,000", "pain cap   £150,000"},
		{"silence    is refusal", "silence    is consent"}, {"within     15 working days", "within     10 working days"},
		{"61 to 100", "61 to 90", "101 to 150", "91 to 150"}, {"  set off    never\n", "  set off    never\n  gain cap   £200,000 a year\n"},
	} {
		text := []byte(strings.NewReplacer(edit...).Replace(string(src)))
		there, back := compare(t, src, text), compare(t, text, src)
		if len(there) == 0 || len(there) != len(back) {
			t.Fatalf("%s: %d changes there and %d back", edit[1], len(there), len(back))
		}
		for i, c := range there {
			b := back[i]
			if b.Rule() != diff.RuleID(c.Area, c.Aspect, c.Action.Mirror()) || b.Old != c.New || b.Level != c.Level || len(b.Sides) != len(c.Sides) {
				t.Errorf("%s: %s is taken back by %s", c.Thing(), c.Rule(), b.Rule())
			}
			for j, s := range c.Sides {
				if b.Sides[j] != (diff.Side{Party: s.Party, Effect: s.Effect.Mirror()}) {
					t.Errorf("%s: %v is taken back by %v", c.Thing(), s, b.Sides[j])
				}
			}
		}
	}
}

// The coordinates are closed under taking back.
func TestEveryRuleHasItsMirror(t *testing.T) {
	rules := diff.Rules()
	for _, r := range rules {
		at := slices.IndexFunc(rules, func(o diff.Rule) bool { return o.ID == r.Mirror })
		if at < 0 || rules[at].Mirror != r.ID {
			t.Errorf("%s has no mirror %s", r.ID, r.Mirror)
		}
		if r.Says == "" || strings.Contains(r.Says, "%!") {
			t.Errorf("%s says %q", r.ID, r.Says)
		}
	}
}

// Every block and statement of the language has its area.
func TestEveryStatementHasAnInterest(t *testing.T) {
	for def := range syntax.Blocks() {
		if def.In != syntax.AgreementFile {
			continue
		}
		for _, s := range def.Statements {
			if !diff.Knows(def.Keyword, s.Keyword) {
				t.Errorf("nothing is known of %s.%s: whom does it serve?", def.Keyword, s.Keyword)
			}
		}
	}
}

func TestProse(t *testing.T) {
	var got strings.Builder
	for _, r := range diff.Prose("Each party answers for its own acts, staff and insurance.", "Each party answers for its own acts and staff.") {
		if r.Old == r.New {
			got.WriteString(r.Old + "|")
		} else {
			got.WriteString("[" + r.Old + "→" + r.New + "]|")
		}
	}
	const want = "Each party answers for its own|[acts, staff→acts]|and|[insurance.→staff.]|"
	if got.String() != want {
		t.Errorf("have %s\nwant %s", got.String(), want)
	}
}
