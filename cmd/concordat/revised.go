package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	slash "path"
	"path/filepath"
	"strings"

	"concordat/dsl"
	"concordat/dsl/diff"
	"concordat/dsl/parse"
	dslplay "concordat/dsl/play"
	"concordat/engine/scenario"
)

// revised is one side of a comparison: a text, and what stood beside it.
type revised struct {
	source
	names func() []string // of the files beside it
	read  func(name string) ([]byte, error)
}

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
	s, err := p.compiled(path)
	dir := filepath.Dir(path)
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
	text, err := shown(dir, rev, path)
	if err != nil {
		return revised{}, err
	}
	s := source{path: rev + ":" + path, text: text}
	s.follows = followed(s.path, text, func(near string) (string, []byte, error) {
		at := inTree(path, near)
		words, err := shown(dir, rev, at)
		return rev + ":" + at, words, err
	})
	if s.machine, s.found = dsl.Compile(s.path, text, s.follows...); s.found.HasErrors() {
		return revised{}, p.showErrors(s)
	}
	return revised{
		source: s,
		names: func() []string {
			ask := []string{"ls-tree", "--name-only", rev}
			if folder := beside(""); folder != "" {
				ask = append(ask, folder)
			}
			listing, _ := askGit(dir, ask...) // what cannot be listed is not played
			var out []string
			for name := range strings.Lines(string(listing)) {
				if name = strings.TrimSpace(name); strings.HasSuffix(name, scenarioEnding) {
					out = append(out, name[strings.LastIndexByte(name, '/')+1:])
				}
			}
			return out
		},
		read: func(name string) ([]byte, error) { return shown(dir, rev, beside(name)) },
	}, nil
}

// inTree is a path in git near another. One that begins with a dot is seen from the
// folder that git runs in; any other from the root of the tree.
func inTree(path, near string) string {
	at := slash.Join(slash.Dir(path), near)
	if strings.HasPrefix(path, ".") && !strings.HasPrefix(at, "../") {
		return "./" + at
	}
	return at
}

func shown(dir, rev, path string) ([]byte, error) {
	text, err := askGit(dir, "show", rev+":"+path)
	if errors.Is(err, errNoGit) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("git cannot show %s as it was in %s: %w", strings.TrimPrefix(path, "./"), rev, err)
	}
	return text, nil
}

var errNoGit = errors.New("git is not installed, and it is asked for the older text")

// askGit runs git in a folder; its error is git's own complaint on one line.
func askGit(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errNoGit
	case err != nil:
		why, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(complaint.String()), "fatal: "), "\n")
		return nil, errors.New(why)
	}
	return out, nil
}

// stories are the scenarios that stand beside a text, as they were with it. One
// that cannot be read with its text is left out: there is nothing to play.
func (p *program) stories(r revised) []scenario.Scenario {
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
