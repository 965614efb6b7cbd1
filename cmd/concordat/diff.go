package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report/difference"
	"concordat/dsl/diag"
	"concordat/dsl/diff"
	"concordat/engine"
	"concordat/engine/run"
)

// comparison is what `diff` was asked for.
type comparison struct {
	against  string
	exitCode bool
	failOn   string
	accepted string
	store    string // recorded history to play, too
	times    asAt   // how much of it
}

func (p *program) diffCommand() *cobra.Command {
	var c comparison
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "What changes between two revisions, for whom, in money, time and rights",
		Long: `What changes between two revisions of an agreement, or of a framework: not which lines, but what they
mean, who gains and who loses. Scenarios beside the older text are played on both,
to show what the change comes to in pounds. Layout, comments and an order that
means nothing are no change. With --store, what is recorded is played on both, too:
all of it, or as it was at the times that --as-at and --known-by give.

With --against, one FILE is compared with what it was in that revision of git. OLD and
NEW may be written REVISION:PATH, too, so a bare clone will do.`,
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
	c.times.flags(cmd)
	cmd.Flags().StringVar(&c.failOn, "fail-on", "", "end with exit code 4 from this `LEVEL` up: wording, note, notice or variation")
	return cmd
}

func (p *program) diff(c *comparison, args []string) error {
	if _, known := diff.LevelNamed(c.failOn); c.failOn != "" && !known {
		return usage("write wording, note, notice or variation", "there is no level `%s`", c.failOn)
	}
	old, new, err := p.sides(c, args)
	if err != nil {
		return err
	}
	return p.compare(c, old, new)
}

// compare reports what one text means otherwise than the other.
func (p *program) compare(c *comparison, old, new revised) error {
	level, known := diff.LevelNamed(c.failOn)
	switch {
	case old.isFramework() != new.isFramework():
		return usage("compare two revisions of one text", "%s and %s are an agreement and a framework", old.path, new.path)
	case old.isFramework() && old.machine.Name != new.machine.Name:
		return usage("compare two revisions of one", "`%s` and `%s` are two frameworks", old.machine.Name, new.machine.Name)
	case old.isFramework() && (c.store != "" || p.format == "deed"):
		return usage("compare the agreements that follow it", "a framework has no parties: nothing is paid and nobody signs")
	}
	if old.machine.Name != new.machine.Name && !sameParties(old, new) {
		return usage("compare two revisions of one", "`%s` and `%s` are two agreements", old.machine.Name, new.machine.Name)
	}
	before, after := old.revision(), new.revision()
	var pounds *diff.Pounds
	if stories := p.stories(&old); len(stories) > 0 {
		pounds = diff.Play(before, after, stories, p.stories(&new))
	}
	if c.store == "" && c.times != (asAt{}) {
		return usage("write --store FILE, too", "texts have no times: --as-at, --known-by and --recorded say how much of a store is played")
	}
	if c.store != "" {
		var err error
		if pounds, err = p.relived(c, before, after, pounds); err != nil {
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
func (p *program) relived(c *comparison, old, new *diff.Revision, pounds *diff.Pounds) (*diff.Pounds, error) {
	if pounds == nil {
		pounds = &diff.Pounds{}
	}
	at, _, err := c.times.read(p)
	if err != nil {
		return nil, err
	}
	p.store = c.store
	err = p.reading(func(r *run.Shell) error {
		a, err := r.State(old.Machine.Name, at)
		if err != nil {
			return err
		}
		if a.Fingerprint != old.Machine.Fingerprint() {
			return usage(fmt.Sprintf("compare with that text: it is %s", a.Path), "%s was not signed on this text", a.Name)
		}
		var events []engine.Event
		for entry, err := range r.Log(a.Name, at) {
			if err != nil {
				return err
			}
			if entry.Event != nil {
				events = append(events, entry.Event)
			}
		}
		pounds.Replay("What is recorded in "+c.store, old, new, events)
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
	found, pages := difference.Findings(r)
	sources := diag.Sources{new.path: new.text}
	switch p.format {
	case "json":
		return p.printBytes(difference.JSON(r, old.text, new.text))
	case "markdown":
		return p.printBytes(difference.Markdown(r), nil)
	case "html":
		return p.printBytes(difference.HTML(r), nil)
	case "deed":
		return p.printBytes(difference.Deed(r, titles(new, old)), nil)
	case "github":
		return diag.GitHub(p.out, sources, difference.Annotations(found))
	case "sarif":
		return diag.SARIF(p.out, sources, found, pages)
	}
	if p.quiet && len(r.Changes) == 0 {
		return nil
	}
	page := p.page()
	difference.Write(page, r)
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
