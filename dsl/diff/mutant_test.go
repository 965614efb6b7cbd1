package diff_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/diff"
	"concordat/dsl/play"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/scenario"
)

var (
	every  = flag.Int("every", 7, "try one mutant in so many; 1 tries all")
	played = flag.Int("played", 97, "play the scenarios on one mutant in so many")
)

// mutant is a text with one statement changed.
type mutant struct {
	text  []byte
	block *syntax.Block
	of    *syntax.Statement
	what  string
}

// mutants changes each number, sum, share, day, word and statement of a text,
// one at a time.
func mutants(file *syntax.File) []mutant {
	var out []mutant
	var walk func(of []*syntax.Block)
	walk = func(of []*syntax.Block) {
		for _, b := range of {
			for _, s := range b.Statements {
				out = append(out, mutated(file, b, s)...)
			}
			walk(b.Blocks)
		}
	}
	walk(file.Blocks)
	return out
}

func mutated(file *syntax.File, b *syntax.Block, s *syntax.Statement) []mutant {
	out := []mutant{{cut(file.Src, s.At.Start, s.At.End, ""), b, s, "the statement is gone"}}
	for _, t := range file.Tokens {
		if t.Start < s.ValueAt.Start || t.End > s.ValueAt.End || t.Kind == token.EOF {
			continue
		}
		for _, now := range others(file, t) {
			out = append(out, mutant{cut(file.Src, t.Start, t.End, now), b, s, t.Text(file.Src) + " becomes " + now})
		}
	}
	return out
}

func cut(src []byte, from, to int, now string) []byte {
	return slices.Concat(src[:from], []byte(now), src[to:])
}

// swaps are words of which each can often stand for the other.
var swaps = map[string]string{
	"refusal": "consent", "consent": "abstention", "higher": "lower", "lower": "higher", "first": "last", "last": "first", "poor": "failure", "failure": "poor",
	"minimum": "stretch", "above": "below", "months": "weeks", "working": "", "quarter": "year", "final": "submitted", "unanimous": "majority", "stepped": "interpolated",
}

// others are what could stand in place of a word.
func others(file *syntax.File, t token.Token) []string {
	word := t.Text(file.Src)
	switch t.Kind {
	case token.Number:
		return []string{word + "1", "1" + word}
	case token.Money:
		return []string{strings.Replace(word, "£", "£1", 1)}
	case token.Percent:
		return []string{"1" + word}
	case token.Date:
		y, m, d := syntax.DateParts(word)
		return []string{fmt.Sprintf("%d %s %d", d, syntax.Months[m-1], y+1), fmt.Sprintf("%d %s %d", max(1, d-1), syntax.Months[m-1], y)}
	case token.String, token.Prose:
		return []string{strings.Replace(word, " ", " not ", 1)}
	case token.Star:
		return []string{"+"}
	case token.Plus:
		return []string{"-"}
	case token.Ident:
		if now, ok := swaps[word]; ok {
			return []string{now}
		}
		for i, b := range file.Blocks {
			if b.Name.Name != word {
				continue
			}
			for j := range file.Blocks { // the next of its kind
				if o := file.Blocks[(i+1+j)%len(file.Blocks)]; o.Keyword.Name == b.Keyword.Name && o != b {
					return []string{o.Name.Name}
				}
			}
		}
	}
	return nil
}

// Whatever is changed is reported, at its own place and with its own area; what
// moves money in any scenario is a variation in which the right parties lose.
func TestNoMutantSlipsThrough(t *testing.T) {
	tried, reported := 0, 0
	for path, src := range shipped(t) {
		old, _ := revision(path, src)
		var stories []scenario.Scenario
		for i, m := range mutants(old.File) {
			if i%*every != 0 {
				continue
			}
			new, ok := revision(path, m.text)
			if !ok || bytes.Equal(m.text, src) {
				continue
			}
			tried++
			found := diff.Compare(old, new)
			if at := slices.IndexFunc(found, func(c diff.Change) bool { return about(&c, m) }); at < 0 {
				t.Errorf("%s: %s %s, %s: %s: not reported", path, m.block.Keyword.Name, m.block.Name.Name, m.of.Keyword.Name, m.what)
				continue
			}
			reported++
			if i%*played == 0 {
				if stories == nil {
					stories = scenarios(t, path, src)
				}
				pays(t, path, m, old, new, found, stories)
			}
		}
	}
	t.Logf("%d of %d mutants reported", reported, tried)
}

func about(c *diff.Change, m mutant) bool {
	return c.Block == m.block.Name.Name && c.Statement == m.of.Keyword.Name && c.Area != ""
}

// pays plays the scenarios on a mutant.
func pays(t *testing.T, path string, m mutant, old, new *diff.Revision, found []diff.Change, stories []scenario.Scenario) {
	defer func() { // which mutant it was
		if why := recover(); why != nil {
			t.Errorf("%s: %s %s: %s: %s: %v", path, m.block.Keyword.Name, m.block.Name.Name, m.of.Keyword.Name, m.what, why)
		}
	}()
	pounds := diff.Play(old, new, stories, nil)
	r := diff.NewReport(old, new, found, pounds)
	if pounds.Moved() && r.Level != diff.Variation {
		t.Errorf("%s: %s: %s moves money and is a %s", path, m.of.Keyword.Name, m.what, r.Level)
	}
	for _, s := range r.Parties {
		if want := pounds.Effect(s.Party); want != diff.None && s.Effect != want && s.Effect != diff.Mixed {
			t.Errorf("%s: %s: %s: %s %s by the pounds and %s by the report", path, m.of.Keyword.Name, m.what, s.Party, want, s.Effect)
		}
	}
}

func scenarios(t testing.TB, path string, src []byte) []scenario.Scenario {
	t.Helper()
	beside := strings.TrimSuffix(path, ".agreement") + ".scenario"
	text, err := os.ReadFile(beside)
	if err != nil {
		return []scenario.Scenario{}
	}
	rev, _ := revision(path, src)
	agreement, _ := check.Agree(rev.File)
	all, found := play.Scenarios(beside, text, agreement, rev.Machine)
	if found.HasErrors() {
		t.Fatal(found[0])
	}
	return all
}
