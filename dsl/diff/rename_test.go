package diff_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"concordat/dsl/diff"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
)

// A block that goes by another name wherever it is named is one change, of words
// alone.
func TestEveryRenameIsFound(t *testing.T) {
	renamed := 0
	for path, src := range shipped(t) {
		old, _ := revision(path, src)
		for i, b := range namedBlocks(old.File.Blocks) {
			if i%*every != 0 {
				continue
			}
			name := b.Name.Name
			text := everywhere(old.File, name, name+"_new")
			new, ok := revision(path, text)
			if !ok {
				continue // a word of the language, too, or one that a framework asks for
			}
			renamed++
			found := diff.Compare(old, new)
			if len(found) != 1 || found[0].Was != name || found[0].Level != diff.WordingOnly {
				t.Errorf("%s: %s %s under another name: %d changes", path, b.Keyword.Name, name, len(found))
				for _, c := range found {
					t.Logf("  %s %s: %q, %q", c.Thing(), c.Rule(), c.Old, c.New)
				}
			}
		}
	}
	if renamed == 0 {
		t.Error("nothing was renamed")
	}
	t.Logf("%d blocks renamed", renamed)
}

func namedBlocks(of []*syntax.Block) []*syntax.Block {
	var out []*syntax.Block
	for _, b := range of {
		if b.Name.Name != "" && b.Keyword.Name != "agreement" && b.Keyword.Name != "template" {
			out = append(out, b)
		}
		out = append(out, namedBlocks(b.Blocks)...)
	}
	return out
}

// everywhere writes another name wherever a text has one: as a word, and in
// braces in prose.
func everywhere(file *syntax.File, name, now string) []byte {
	braced := regexp.MustCompile(`\{` + name + `([.}])`)
	var edits []token.Token
	for _, t := range file.Tokens {
		word := t.Text(file.Src)
		if t.Kind == token.Ident && word == name || (t.Kind == token.String || t.Kind == token.Prose) && braced.MatchString(word) {
			edits = append(edits, t)
		}
	}
	out := slices.Clone(file.Src)
	for _, t := range slices.Backward(edits) {
		word := t.Text(file.Src)
		if t.Kind == token.Ident {
			word = now
		}
		out = cut(out, t.Start, t.End, braced.ReplaceAllString(strings.Clone(word), "{"+now+"$1"))
	}
	return out
}
