package main

import (
	"os"
	"path/filepath"
	"strings"

	"concordat/cmd/concordat/git"
	"concordat/dsl"
	"concordat/dsl/diff"
	"concordat/dsl/parse"
	dslplay "concordat/dsl/play"
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/scenario"
)

// revised is one side of a comparison: a text, and what stood beside it.
type revised struct {
	source
	names func() []string // of the files beside it
	read  func(name string) ([]byte, error)
}

func (r *revised) isFramework() bool { return filepath.Ext(r.path) == frameworkEnding }

func (r *revised) revision() *diff.Revision {
	file, _ := parse.Text(r.path, r.text)
	return &diff.Revision{File: file, Machine: r.machine}
}

// sides reads the two texts that are compared.
func (p *program) sides(c *comparison, args []string) (old, new revised, err error) {
	switch {
	case c.against != "" && len(args) == 1:
		if old, err = p.inGit(c.against, args[0]); err == nil {
			new, err = p.onDisk(args[0])
		}
	case c.against == "" && len(args) == 2:
		if old, err = p.eitherSide(args[0]); err == nil {
			new, err = p.eitherSide(args[1])
		}
	default:
		err = usage("write `concordat diff OLD NEW`, or `concordat diff --against REVISION FILE`", "two texts are compared")
	}
	return old, new, err
}

// eitherSide reads a file, or REVISION:PATH out of git.
func (p *program) eitherSide(arg string) (revised, error) {
	rev, path, ok := strings.Cut(arg, ":")
	if _, err := os.Stat(arg); ok && err != nil {
		return p.tracked(rev, ".", path)
	}
	return p.onDisk(arg)
}

func (p *program) onDisk(path string) (revised, error) {
	dir := filepath.Dir(path)
	text, err := p.readFile(path)
	if err != nil {
		return revised{}, err
	}
	s, err := p.comparable(path, text, onDiskNear(dir))
	return revised{
		source: s,
		names: func() []string {
			beside, _ := filepath.Glob(filepath.Join(dir, "*"+scenarioEnding)) // the pattern is a good one
			for i := range beside {
				beside[i] = filepath.Base(beside[i])
			}
			return beside
		},
		read: func(name string) ([]byte, error) { return p.readFile(filepath.Join(dir, name)) },
	}, err
}

// comparable settles one side of a comparison: an agreement, or a framework, whose
// name and title stand for those of the agreements that follow it.
func (p *program) comparable(path string, text []byte, near reading) (source, error) {
	s := source{path: path, text: text}
	switch filepath.Ext(path) {
	case scenarioEnding, claimsEnding:
		return s, usage("see its lines with `git diff --word-diff`", "%s is no agreement and no framework", path)
	case frameworkEnding:
		var law *settled.Framework
		if law, s.found = dsl.Framework(path, text); law != nil {
			s.machine = &machine.Machine{Name: law.Name, Title: law.Title}
		}
	default:
		s.follows = followed(path, text, near)
		s.machine, s.found = dsl.Compile(path, text, s.follows...)
	}
	switch {
	case s.found.HasErrors():
		return s, p.showErrors(s)
	case s.machine == nil:
		return s, usage("begin it with `framework NAME \"Title\" {`", "%s holds no framework", path)
	}
	return s, nil
}

// inGit reads a file of this folder as it was in a revision.
func (p *program) inGit(rev, path string) (revised, error) {
	r, err := p.tracked(rev, filepath.Dir(path), "./"+filepath.Base(path))
	r.path = rev + ":" + path
	return r, err
}

// tracked reads a path out of git, seen from a folder. git itself is asked: it
// knows worktrees, partial clones and filters.
func (p *program) tracked(rev, dir, path string) (revised, error) {
	beside := func(name string) string {
		if at := strings.LastIndexByte(path, '/'); at >= 0 {
			return path[:at+1] + name
		}
		return name
	}
	text, err := git.Show(dir, rev, path)
	if err != nil {
		return revised{}, err
	}
	s, err := p.comparable(rev+":"+path, text, func(near string) (string, []byte, error) {
		at := git.Near(path, near)
		words, err := git.Show(dir, rev, at)
		return rev + ":" + at, words, err
	})
	return revised{
		source: s,
		names: func() []string {
			ask := []string{"ls-tree", "--name-only", rev}
			if folder := beside(""); folder != "" {
				ask = append(ask, folder)
			}
			listing, _ := git.Ask(dir, ask...) // what cannot be listed is not played
			var out []string
			for name := range strings.Lines(string(listing)) {
				if name = strings.TrimSpace(name); strings.HasSuffix(name, scenarioEnding) {
					out = append(out, name[strings.LastIndexByte(name, '/')+1:])
				}
			}
			return out
		},
		read: func(name string) ([]byte, error) { return git.Show(dir, rev, beside(name)) },
	}, err
}

// stories are the scenarios that stand beside a text, as they were with it. One
// that cannot be read with its text is left out: there is nothing to play.
func (p *program) stories(r *revised) []scenario.Scenario {
	if r.isFramework() {
		return nil
	}
	agreement, _ := dsl.Check(r.path, r.text, r.follows...)
	var out []scenario.Scenario
	for _, name := range r.names() {
		text, err := r.read(name)
		if err != nil {
			continue
		}
		about, err := agreementOf(name, text)
		if err != nil || strings.TrimSuffix(about, agreementEnding) != r.machine.Name {
			continue
		}
		all, found := dslplay.Scenarios(name, text, agreement, r.machine)
		if !found.HasErrors() {
			out = append(out, all...)
		}
	}
	return out
}
