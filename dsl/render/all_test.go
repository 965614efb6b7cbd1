package render

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/parse"
	"concordat/engine/machine"
)

// Of every agreement that can run, each block that has a life is said, and every
// day has words.
func TestEveryAgreementIsSaid(t *testing.T) {
	paths, err := filepath.Glob("../../agreements/*/*.agreement")
	if err != nil || len(paths) == 0 {
		t.Fatal("there are no agreements", err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, _ := parse.Text(path, src)
		a, found := check.Agree(file)
		if found.HasErrors() || len(a.Holes) > 0 || a.Model == "" {
			continue // a template, or text with gaps that are the point of it
		}
		m := compile.Machine(a)
		t.Run(filepath.Base(path), func(t *testing.T) { everyBlockIsSaid(t, m) })
	}
}

func everyBlockIsSaid(t *testing.T, m *machine.Machine) {
	md := Markdown(m)
	text := strings.Join(strings.Fields(strings.ReplaceAll(md, "\n> ", "\n")), " ")
	for i := range m.Charts {
		c := &m.Charts[i]
		if c.Kind != machine.KindAgreement && !strings.Contains(text, "`"+c.Block+"`") {
			t.Errorf("the contract does not say `%s`", c.Block)
		}
		for _, mv := range c.Moves {
			if mv.At != nil && mv.At.Day == nil && anchorWords[mv.At.Anchor] == "" {
				t.Errorf("%s, %s: a day is counted from %q, which has no words", c.ID, mv.ID, mv.At.Anchor)
			}
		}
	}
}
