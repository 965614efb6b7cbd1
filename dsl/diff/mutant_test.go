package diff_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/diff"
	"concordat/dsl/parse"
	"concordat/dsl/play"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/scenario"
)

var (
	every  = flag.Int("every", 7, "try one mutant in so many; 1 tries all")
	played = flag.Int("played", 97, "play the scenarios on one mutant in so many")
)

// mutant is a text with one statement changed, or without one block.
type mutant struct {
	text  []byte
	block *syntax.Block
	of    string // keyword of the statement; empty: the whole block
	what  string
}

// mutants changes each number, sum, share, day, word, statement and block of a
// text, one at a time.
func mutants(file *syntax.File, spoken vocabulary) []mutant {
	var out []mutant
	var walk func(of []*syntax.Block)
	walk = func(of []*syntax.Block) {
		for _, b := range of {
			out = append(out, mutant{cut(file.Src, b.At.Start, b.At.End, ""), b, "", "the block is gone"})
			for _, s := range b.Statements {
				out = append(out, mutated(file, spoken, b, s)...)
			}
			walk(b.Blocks)
		}
	}
	walk(file.Blocks)
	return out
}

func mutated(file *syntax.File, spoken vocabulary, b *syntax.Block, s *syntax.Statement) []mutant {
	out := []mutant{{cut(file.Src, s.At.Start, s.At.End, ""), b, s.Keyword.Name, "the statement is gone"}}
	for _, t := range file.Tokens {
		if t.Start < s.ValueAt.Start || t.End > s.ValueAt.End || t.Kind == token.EOF {
			continue
		}
		for _, now := range others(file, t, spoken.next(b, s, t.Text(file.Src))) {
			out = append(out, mutant{cut(file.Src, t.Start, t.End, now), b, s.Keyword.Name, t.Text(file.Src) + " becomes " + now})
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

// vocabulary is every word that all agreements use in a statement, by what they
// say: one of them can often stand for another.
type vocabulary map[string][]string

func (v vocabulary) of(file *syntax.File) {
	var walk func(of []*syntax.Block)
	walk = func(of []*syntax.Block) {
		for _, b := range of {
			for _, s := range b.Statements {
				v.learn(file, b, s)
			}
			walk(b.Blocks)
		}
	}
	walk(file.Blocks)
}

func (v vocabulary) learn(file *syntax.File, b *syntax.Block, s *syntax.Statement) {
	at := b.Keyword.Name + "." + s.Keyword.Name
	for _, t := range file.Tokens {
		if t.Kind != token.Ident || t.Start < s.ValueAt.Start || t.End > s.ValueAt.End {
			continue
		}
		word := t.Text(file.Src)
		if i, known := slices.BinarySearch(v[at], word); !known {
			v[at] = slices.Insert(v[at], i, word)
		}
	}
}

// next is the word after a word in the vocabulary of its statement.
func (v vocabulary) next(b *syntax.Block, s *syntax.Statement, word string) string {
	all := v[b.Keyword.Name+"."+s.Keyword.Name]
	i, known := slices.BinarySearch(all, word)
	if !known {
		return word
	}
	return all[(i+1)%len(all)]
}

// others are what could stand in place of a word; next is the next word that its
// statement has anywhere.
func others(file *syntax.File, t token.Token, next string) []string {
	word := t.Text(file.Src)
	switch t.Kind {
	case token.Number:
		out := []string{word + "1", "1" + word}
		if n, err := strconv.Atoi(word); err == nil {
			out = append(out, strconv.Itoa(n+1), strconv.Itoa(max(0, n-1)))
		}
		return out
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
		out := []string{next}
		if now, ok := swaps[word]; ok && now != next {
			out = append(out, now)
		}
		for i, b := range file.Blocks {
			if b.Name.Name != word {
				continue
			}
			for j := range file.Blocks { // the next of its kind
				if o := file.Blocks[(i+1+j)%len(file.Blocks)]; o.Keyword.Name == b.Keyword.Name && o != b {
					return append(out, o.Name.Name)
				}
			}
		}
		return out
	}
	return nil
}

// Whatever is changed is reported, at its own place and with its own area; what
// moves money in any scenario is a variation in which the right parties lose.
func TestNoMutantSlipsThrough(t *testing.T) {
	tried, reported, refused := 0, 0, 0
	all, spoken := shipped(t), vocabulary{}
	for path, src := range all {
		file, _ := parse.Text(path, src)
		spoken.of(file)
	}
	for path, src := range all {
		old, _ := revision(path, src)
		var stories []scenario.Scenario
		for i, m := range mutants(old.File, spoken) {
			if i%*every != 0 {
				continue
			}
			new, ok := revision(path, m.text)
			if bytes.Equal(m.text, src) {
				continue
			}
			if !ok { // the checker reports it
				refused++
				continue
			}
			tried++
			found := diff.Compare(old, new)
			if at := slices.IndexFunc(found, func(c diff.Change) bool { return about(&c, m) }); at < 0 {
				t.Errorf("%s: %s %s, %s: %s: not reported", path, m.block.Keyword.Name, m.block.Name.Name, m.of, m.what)
				continue
			}
			reported++
			mirrored(t, path, m, found, diff.Compare(new, old))
			if i%*played == 0 {
				if stories == nil {
					stories = scenarios(t, path, src)
				}
				pays(t, path, m, old, new, found, stories)
			}
		}
	}
	t.Logf("%d of %d mutants that check reported; the checker refuses %d others", reported, tried, refused)
}

// mirrored holds a change against what taking it back reports: the same places at
// the same level, every action its mirror, every effect its mirror.
func mirrored(t *testing.T, path string, m mutant, there, back []diff.Change) {
	say := func(format string, args ...any) {
		t.Errorf("%s: %s %s, %s: %s: %s", path, m.block.Keyword.Name, m.block.Name.Name, m.of, m.what, fmt.Sprintf(format, args...))
	}
	if len(there) != len(back) {
		say("%d changes there and %d back", len(there), len(back))
		return
	}
	for _, c := range there {
		at := slices.IndexFunc(back, func(b diff.Change) bool { return b.Statement == c.Statement && b.Old == c.New && b.New == c.Old })
		if at < 0 {
			say("%s is not taken back", c.Thing())
			continue
		}
		b := back[at]
		if b.Rule() != diff.RuleID(c.Area, c.Aspect, c.Action.Mirror()) || b.Level != c.Level || len(b.Sides) != len(c.Sides) {
			say("%s %s is taken back by %s %s", c.Rule(), c.Level, b.Rule(), b.Level)
			continue
		}
		for _, s := range c.Sides {
			if !slices.Contains(b.Sides, diff.Side{Party: s.Party, Effect: s.Effect.Mirror()}) {
				say("%v is taken back by %v", s, b.Sides)
			}
		}
	}
}

func about(c *diff.Change, m mutant) bool {
	return c.Block == m.block.Name.Name && c.Statement == m.of && c.Area == filed(m.block.Keyword.Name, m.of)
}

// pays plays the scenarios on a mutant.
func pays(t *testing.T, path string, m mutant, old, new *diff.Revision, found []diff.Change, stories []scenario.Scenario) {
	defer func() { // which mutant it was
		if why := recover(); why != nil {
			t.Errorf("%s: %s %s: %s: %s: %v", path, m.block.Keyword.Name, m.block.Name.Name, m.of, m.what, why)
		}
	}()
	pounds := diff.Play(old, new, stories, nil)
	r := diff.NewReport(old, new, found, pounds)
	if pounds.Moved() && r.Level != diff.Variation {
		t.Errorf("%s: %s: %s moves money and is a %s", path, m.of, m.what, r.Level)
	}
	for _, s := range r.Parties {
		want := pounds.Effect(s.Party)
		if want != diff.None && s.Effect != want && !(s.Effect == diff.Mixed && besides(found, s.Party, want)) {
			t.Errorf("%s: %s: %s: %s %s by the pounds and %s by the report", path, m.of, m.what, s.Party, want, s.Effect)
		}
	}
}

// besides reports whether a change does more to a party than its pounds say: it
// is of a right or a date too, and there the party fares the other way.
func besides(found []diff.Change, party string, pounds diff.Effect) bool {
	return slices.ContainsFunc(found, func(c diff.Change) bool {
		return c.Area != diff.Money && c.Area != diff.Band && c.Area != diff.Measure &&
			slices.ContainsFunc(c.Sides, func(s diff.Side) bool { return s.Party == party && s.Effect != pounds })
	})
}

func scenarios(t testing.TB, path string, src []byte) []scenario.Scenario {
	t.Helper()
	beside := strings.TrimSuffix(path, ".agreement") + ".scenario"
	text, err := os.ReadFile(beside)
	if err != nil {
		return []scenario.Scenario{}
	}
	rev, _ := revision(path, src)
	agreement, _ := check.Agree(rev.File, followed(filepath.Dir(path))...)
	all, found := play.Scenarios(beside, text, agreement, rev.Machine)
	if found.HasErrors() {
		t.Fatal(found[0])
	}
	return all
}
