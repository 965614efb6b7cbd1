package main

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/dsl/diff"
	dslplay "concordat/dsl/play"
	"concordat/dsl/syntax"
	"concordat/engine"
	"concordat/engine/run"
	"concordat/engine/scenario"
)

// comparison is what `diff` was asked for.
type comparison struct {
	against  string
	exitCode bool
	failOn   string
	accepted string
	store    string // recorded history to play, too
}

func (p *program) diffCommand() *cobra.Command {
	var c comparison
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "What changes between two revisions, for whom, in money, time and rights",
		Long: `What changes between two revisions of an agreement: not which lines, but what they
mean, who gains and who loses. Scenarios beside the older text are played on both,
to show what the change comes to in pounds. Layout, comments and an order that
means nothing are no change.

With --against, one FILE is compared with what it was in that revision of git.`,
		Example: `  concordat diff ipsa-2015.agreement ipsa-2016.agreement
  concordat diff --against main ipsa.agreement`,
		Args: between(1, 2),
		RunE: func(_ *cobra.Command, args []string) error { return p.diff(&c, args) },
	}
	p.formats(cmd, "text", "json", "markdown", "github", "sarif", "html", "deed")
	cmd.Flags().StringVar(&c.against, "against", "", "compare with the file in this `REVISION` of git")
	cmd.Flags().BoolVar(&c.exitCode, "exit-code", false, "end with exit code 4 if anything has changed")
	cmd.Flags().StringVar(&c.accepted, "accept", "", "changes that were accepted do not count for --exit-code and --fail-on; they stand in this `FILE`")
	cmd.Flags().StringVar(&c.store, "store", "", "play what is recorded in this store, too: what would have been paid differently (`PATH`)")
	cmd.Flags().StringVar(&c.failOn, "fail-on", "", "end with exit code 4 from this `LEVEL` up: wording, note, notice or variation")
	return cmd
}

func (p *program) diff(c *comparison, args []string) error {
	level, known := diff.LevelNamed(c.failOn)
	if c.failOn != "" && !known {
		return usage("write wording, note, notice or variation", "there is no level `%s`", c.failOn)
	}
	old, new, err := p.sides(c, args)
	if err != nil {
		return err
	}
	if old.machine.Name != new.machine.Name && !sameParties(old, new) {
		return usage("compare two revisions of one", "`%s` and `%s` are two agreements", old.machine.Name, new.machine.Name)
	}
	before, after := old.revision(), new.revision()
	var pounds *diff.Pounds
	if stories, err := p.stories(old); err != nil {
		return err
	} else if len(stories) > 0 {
		later, err := p.stories(new)
		if err != nil {
			return err
		}
		pounds = diff.Play(before, after, stories, later)
	}
	if c.store != "" {
		if pounds, err = p.relived(c.store, before, after, pounds); err != nil {
			return err
		}
	}
	r := diff.NewReport(before, after, diff.Compare(before, after), pounds)
	r.Old, r.New = old.path, new.path
	if err := p.accept(c.accepted, r.Changes); err != nil {
		return err
	}
	if err := p.difference(r, old, new); err != nil {
		return err
	}
	left, changed := r.Open()
	changed = changed || len(r.Changes) == 0 && pounds != nil && pounds.Moved()
	if changed && (c.exitCode || known && left >= level) {
		return &said{code: exitDifferent}
	}
	return nil
}

// relived adds what was really done to the stories that are played.
func (p *program) relived(store string, old, new *diff.Revision, pounds *diff.Pounds) (*diff.Pounds, error) {
	if pounds == nil {
		pounds = &diff.Pounds{}
	}
	p.store = store
	err := p.reading(func(r *run.Shell) error {
		a, err := r.Load(old.Machine.Name)
		if err != nil {
			return err
		}
		if a.Fingerprint != old.Machine.Fingerprint() {
			return usage(fmt.Sprintf("compare with that text: it is %s", a.Path), "%s was not signed on this text", a.Name)
		}
		var events []engine.Event
		for entry, err := range r.Log(a.Name, run.Now) {
			if err != nil {
				return err
			}
			if entry.Event != nil {
				events = append(events, entry.Event)
			}
		}
		pounds.Replay("What is recorded in "+store, old, new, events)
		return nil
	})
	return pounds, err
}

// accept marks the changes that stand in the accept file. A line of it that
// matches no change is an error: what was accepted is not what is there.
func (p *program) accept(path string, changes []diff.Change) error {
	if path == "" {
		return nil
	}
	text, err := p.readFile(path)
	if err != nil {
		return err
	}
	accepted, err := diff.ParseAccepted(string(text))
	if err != nil {
		return usage("write a line a change, as `concordat diff` names it", "%s: %s", path, err)
	}
	for _, a := range diff.Accept(changes, accepted) {
		return usage("take the line out, or accept the change that is there now", "%s, line %d: no change has the fingerprint %s", path, a.Line, a.Change)
	}
	return nil
}

// difference writes the report in the form that was asked for.
func (p *program) difference(r *diff.Report, old, new revised) error {
	found, pages := report.DifferenceFindings(r)
	sources := diag.Sources{new.path: new.text}
	switch p.format {
	case "json":
		return p.printBytes(report.DifferenceJSON(r, old.text, new.text))
	case "markdown":
		return p.printBytes(report.DifferenceMarkdown(r), nil)
	case "html":
		return p.printBytes(report.DifferenceHTML(r), nil)
	case "deed":
		return p.printBytes(report.DifferenceDeed(r, titles(new, old)), nil)
	case "github":
		return diag.GitHub(p.out, sources, report.Annotations(found))
	case "sarif":
		return diag.SARIF(p.out, sources, found, pages)
	}
	if p.quiet && len(r.Changes) == 0 {
		return nil
	}
	page := p.page()
	page.Difference(r)
	return p.print(page)
}

// titles are the parties' full names.
func titles(of ...revised) map[string]string {
	out := map[string]string{}
	for _, r := range of {
		for _, party := range r.machine.Parties {
			out[party.Name] = party.Title
		}
	}
	return out
}

// revised is one side of a comparison: a text, and how to read what stood beside it.
type revised struct {
	source
	beside func(name string) ([]byte, error)
}

func (r *revised) revision() *diff.Revision {
	file, _ := syntax.Parse(r.path, r.text)
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
		if old, err = p.onDisk(args[0]); err == nil {
			new, err = p.onDisk(args[1])
		}
	default:
		err = usage("write `concordat diff OLD NEW`, or `concordat diff --against REVISION FILE`", "two texts are compared")
	}
	return old, new, err
}

func (p *program) onDisk(path string) (revised, error) {
	s, err := p.compiled(path)
	return revised{s, func(name string) ([]byte, error) { return p.readFile(filepath.Join(filepath.Dir(path), name)) }}, err
}

// inGit reads a file as it was in a revision. git itself is asked: it knows
// worktrees, partial clones and filters.
func (p *program) inGit(rev, path string) (revised, error) {
	show := func(name string) ([]byte, error) {
		cmd := exec.Command("git", "show", rev+":./"+name)
		cmd.Dir = filepath.Dir(path)
		var complaint bytes.Buffer
		cmd.Stderr = &complaint
		text, err := cmd.Output()
		if errors.Is(err, exec.ErrNotFound) {
			return nil, errors.New("git is not installed, and --against asks it for the older text")
		}
		if err != nil {
			why, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(complaint.String()), "fatal: "), "\n")
			return nil, fmt.Errorf("git cannot show %s as it was in %s: %s", name, rev, why)
		}
		return text, nil
	}
	text, err := show(filepath.Base(path))
	if err != nil {
		return revised{}, err
	}
	s := source{path: rev + ":" + path, text: text, follows: frameworks(path, text)}
	if s.machine, s.found = dsl.Compile(s.path, text, s.follows...); s.found.HasErrors() {
		return revised{}, p.showErrors(s)
	}
	return revised{s, show}, nil
}

// stories are the scenarios that stand beside a text, as they were with it. One
// that cannot be read with its text is left out: there is nothing to play.
func (p *program) stories(r revised) ([]scenario.Scenario, error) {
	path := r.path
	if _, file, ok := strings.Cut(path, ":"); ok {
		path = file
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"+scenarioEnding))
	if err != nil {
		return nil, err
	}
	agreement, _ := dsl.Check(r.path, r.text, r.follows...)
	var out []scenario.Scenario
	for _, file := range files {
		text, err := r.beside(filepath.Base(file))
		if err != nil {
			continue
		}
		about, err := agreementOf(file, text)
		if err != nil || strings.TrimSuffix(filepath.Base(about), agreementEnding) != r.machine.Name {
			continue
		}
		all, found := dslplay.Scenarios(file, text, agreement, r.machine)
		if !found.HasErrors() {
			out = append(out, all...)
		}
	}
	return out, nil
}

func sameParties(a, b revised) bool {
	if len(a.machine.Parties) != len(b.machine.Parties) {
		return false
	}
	for i := range a.machine.Parties {
		if a.machine.Parties[i].Name != b.machine.Parties[i].Name {
			return false
		}
	}
	return true
}
