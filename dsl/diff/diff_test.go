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
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// unchecked are the agreements that are kept with an error on purpose.
var unchecked = []string{"../../agreements/pia/pia.agreement"}

// shipped are the agreements that check without an error: all but those.
func shipped(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir("../../agreements", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".agreement" {
			return err
		}
		src, err := os.ReadFile(path)
		switch _, ok := revision(path, src); {
		case ok:
			out[path] = src
		case !slices.Contains(unchecked, path):
			t.Errorf("%s does not check: what is proved here would not be proved of it", path)
		}
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatal("no agreements: ", err)
	}
	return out
}

// followed reads the frameworks that a text in a folder can follow, once.
var followed = func() func(dir string) []*settled.Framework {
	known := map[string][]*settled.Framework{}
	return func(dir string) []*settled.Framework {
		if out, ok := known[dir]; ok {
			return out
		}
		out := []*settled.Framework{}
		for _, in := range []string{dir, filepath.Join(dir, "../frameworks")} {
			laws, _ := filepath.Glob(filepath.Join(in, "*.framework")) // the pattern is a good one
			for _, law := range laws {
				if text, err := os.ReadFile(law); err == nil {
					f, _ := check.ReadFramework(law, text)
					out = append(out, f)
				}
			}
		}
		known[dir] = out
		return out
	}
}()

// revision reads a text, with the frameworks that stand beside its path and in
// the folder of all; ok is false where it does not check.
func revision(path string, src []byte) (*diff.Revision, bool) {
	file, unread := parse.Text(path, src)
	agreement, unsettled := check.Agree(file, followed(filepath.Dir(path))...)
	if unread.HasErrors() || unsettled.HasErrors() {
		return nil, false
	}
	return &diff.Revision{File: file, Machine: compile.Machine(agreement)}, true
}

// revised is the text that the hand-made revisions change.
const revised = "../../testdata/revisions/ipsa.agreement"

func compare(t testing.TB, path string, old, new []byte) []diff.Change {
	t.Helper()
	a, ok1 := revision(path, old)
	b, ok2 := revision(path, new)
	if !ok1 || !ok2 {
		t.Fatal("a text does not check")
	}
	return diff.Compare(a, b)
}

func TestATextMeansWhatItMeans(t *testing.T) {
	for path, src := range shipped(t) {
		if found := compare(t, path, src, src); len(found) != 0 {
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
		if _, ok := revision(path, []byte(text)); !ok {
			continue // an order that the checker rests on
		}
		if found := compare(t, path, src, []byte(text)); len(found) != 0 {
			t.Errorf("%s: the layout is reported: %s: %q, %q", path, found[0].Thing(), found[0].Old, found[0].New)
		}
	}
}

// What one revision does, its opposite takes back: the same places, every
// action its mirror, every effect its mirror.
func TestEveryChangeHasItsMirror(t *testing.T) {
	src, err := os.ReadFile(revised)
	if err != nil {
		t.Fatal(err)
	}
	for _, edit := range [][]string{
		{"pool       £300,000", "pool       £310,000"}, {"at least   6 months", "at least   9 months"}, {"pain cap   £180,000", "pain cap   £150,000"},
		{"silence    is refusal", "silence    is consent"}, {"within     15 working days", "within     10 working days"},
		{"61 to 100", "61 to 90", "101 to 150", "91 to 150"}, {"  set off    never\n", "  set off    never\n  gain cap   £200,000 a year\n"},
	} {
		text := []byte(strings.NewReplacer(edit...).Replace(string(src)))
		there, back := compare(t, revised, src, text), compare(t, revised, text, src)
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

// Every block and statement of agreements and frameworks has its area.
func TestEveryStatementHasAnInterest(t *testing.T) {
	for def := range syntax.Blocks() {
		if def.In == syntax.ScenarioFile || def.In == syntax.ClaimsFile {
			continue // no agreement: their lines are compared by git
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
