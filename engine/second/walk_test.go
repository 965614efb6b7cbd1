package second_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"concordat/dsl/check"
	"concordat/dsl/compile"
	"concordat/dsl/parse"
	"concordat/dsl/play"
	"concordat/dsl/settled"
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/second"
)

// story is one scenario of an agreement, and the opinion on its sums.
type story struct {
	path   string
	m      *machine.Machine
	second *second.Machine
	sc     scenario.Scenario
}

// stories are all scenarios that there are, in any folder.
func stories(t *testing.T) []story {
	t.Helper()
	var out []story
	for _, root := range []string{"../../agreements", "../../testdata"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && filepath.Ext(path) == ".scenario" {
				out = append(out, storiesIn(t, path)...)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(out) == 0 {
		t.Fatal("there is no scenario")
	}
	return out
}

func storiesIn(t *testing.T, path string) []story {
	t.Helper()
	src := read(t, path)
	a, m := agreementOf(t, path, src)
	all, found := play.Scenarios(path, src, a, m)
	if found.HasErrors() {
		t.Fatalf("%s: %s", path, found[0].Text)
	}
	text, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	opinion, err := second.Read(text)
	if err != nil {
		t.Fatal(err)
	}
	var out []story
	for _, sc := range all {
		out = append(out, story{path, m, opinion, sc})
	}
	return out
}

// agreementOf is the agreement beside a file of scenarios that it is the file of.
func agreementOf(t *testing.T, path string, src []byte) (*settled.Agreement, *machine.Machine) {
	t.Helper()
	name := ""
	for line := range bytes.Lines(src) {
		if word, rest, _ := strings.Cut(strings.TrimSpace(string(line)), " "); word == "agreement" {
			name = strings.TrimSpace(rest)
			break
		}
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.agreement"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text := read(t, file)
		if !strings.Contains(string(text), "agreement "+name+" \"") {
			continue
		}
		tree, _ := parse.Text(file, text)
		a, found := check.Agree(tree, followed(t, file)...)
		if found.HasErrors() {
			t.Fatalf("%s: %s", file, found[0].Text)
		}
		return a, compile.Machine(a)
	}
	t.Fatalf("%s: no agreement %q stands beside it", path, name)
	return nil, nil
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// upTo is the state at the end of the day of a line.
func (s story) upTo(line int) engine.State {
	sc := s.sc
	sc.Lines = slices.Clone(sc.Lines[:line+1])
	r := scenario.Play(s.m, sc)
	return r.Final
}

func (s story) where(line int) string {
	return fmt.Sprintf("%s:%d", strings.TrimPrefix(s.path, "../../"), s.sc.Lines[line].Where().Line)
}

// followed are the frameworks that an agreement can follow: those beside it and those in the folder of all.
func followed(t *testing.T, path string) (out []*settled.Framework) {
	t.Helper()
	for _, dir := range []string{".", "../frameworks"} {
		laws, err := filepath.Glob(filepath.Join(filepath.Dir(path), dir, "*.framework"))
		if err != nil {
			t.Fatal(err)
		}
		for _, law := range laws {
			f, _ := check.ReadFramework(law, read(t, law))
			out = append(out, f)
		}
	}
	return out
}
