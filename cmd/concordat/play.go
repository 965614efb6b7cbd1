package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine"
	"concordat/engine/run"
	"concordat/engine/scenario"
	"concordat/engine/value"
	"concordat/store/bolt"
)

func (p *program) playCommand() *cobra.Command {
	var which string
	cmd := &cobra.Command{
		Use:   "play SCENARIO --store NEW",
		Short: "Sign an agreement and play a scenario into a new store",
		Long: `Sign an agreement and play the dated acts of one scenario into a new store, as if
they had happened, and tell the story quarter by quarter: what fell due, the
bands, the decisions, each year's results and what every party received, and how
one payment came about. The scenario must go as it says, and cannot have a
"given" line: a store records what was done, not what is taken for granted.`,
		Example: `  concordat play ipsa.scenario --scenario "Two poor quarters open a recovery plan" --store trial.db
  concordat play two-years.scenario --store demo.db`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			of, told, all, err := p.scenariosIn(args[0])
			if err != nil {
				return err
			}
			if told.found.HasErrors() {
				return p.showErrors(told)
			}
			sc, err := choose(all, which)
			if err != nil {
				return err
			}
			if err := p.playable(of, sc); err != nil {
				return err
			}
			return p.play(of, sc)
		},
	}
	p.onStore(cmd)
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"scenario"}, cobra.ShellCompDirectiveFilterFileExt)
	cmd.Flags().StringVar(&which, "scenario", "", "the `TITLE` of the scenario, where the file has several")
	return cmd
}

// choose finds the scenario that is meant.
func choose(all []scenario.Scenario, title string) (scenario.Scenario, error) {
	var titles []string
	for _, sc := range all {
		if sc.Title == title || title == "" && len(all) == 1 {
			return sc, nil
		}
		titles = append(titles, sc.Title)
	}
	if title == "" {
		return scenario.Scenario{}, usage("write --scenario TITLE", "the file has %d scenarios: say which", len(all))
	}
	return scenario.Scenario{}, usage(nearby(title, titles), "no scenario is called “%s”", title)
}

// playable refuses what a store cannot record, and a scenario that does not go as it says.
func (p *program) playable(of source, sc scenario.Scenario) error {
	for _, line := range sc.Lines {
		if g, ok := line.(scenario.Given); ok {
			return usage("write the returns themselves", "%s:%d takes something as given, which cannot be recorded", sc.Path, g.Line)
		}
	}
	result := scenario.Play(of.machine, sc)
	for _, f := range result.Failures {
		fmt.Fprintf(p.err, "%s:%d: %s\n", sc.Path, f.Line, f.Text)
	}
	if !result.OK() {
		return &said{code: exitErrors}
	}
	return nil
}

// player records a scenario's acts, each on its own day.
type player struct {
	of    source
	shell *run.Shell
	today value.Date
	lines []report.Played
}

// play makes the store, records every line and tells the story.
func (p *program) play(of source, sc scenario.Scenario) (err error) {
	log, err := bolt.Create(p.store)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	rehearsed := *of.machine
	rehearsed.KeySigned = nil // a rehearsal has nobody's key
	of.machine = &rehearsed
	pl := &player{of: of}
	pl.shell = run.Open(log, func() time.Time { return noon(pl.today) })
	if err := pl.sign(sc); err != nil {
		return err
	}
	for _, line := range sc.Lines {
		if err := pl.line(line); err != nil {
			return err
		}
	}
	if err := pl.runTo(pl.today); err != nil {
		return err
	}
	a, err := pl.shell.Load(of.machine.Name)
	if err != nil {
		return err
	}
	page := p.page()
	page.Story(a, sc.Title, pl.lines)
	page.Head("The store stays in %s. Try:", p.store)
	for _, words := range [][]string{{"status", a.Name}, {"due", a.Name, "--days", "60"}, {"log", a.Name}} {
		page.Line("  %s", command(append(words, "--store", p.store, "--as-at", pl.today.ISO())...))
	}
	return p.print(page)
}

// sign signs for every party on the day before the term, unless the scenario does.
func (pl *player) sign(sc scenario.Scenario) error {
	for _, line := range sc.Lines {
		if act, ok := line.(scenario.Act); ok && len(act.Events) > 0 {
			if _, ok := act.Events[0].(engine.Signed); ok {
				return nil
			}
		}
	}
	m := pl.of.machine
	pl.today = m.First.AddDays(-1)
	done := report.Played{On: pl.today, Text: "every party signs"}
	for _, party := range m.Parties {
		out, err := pl.shell.Sign(pl.of.path, pl.of.text, m, party.Name, pl.today, "")
		if err != nil {
			return err
		}
		done.Entries = append(done.Entries, out.Entries...)
	}
	pl.lines = append(pl.lines, done)
	return nil
}

// line records one line: its acts, or the days up to its expectation.
func (pl *player) line(line scenario.Line) error {
	switch line := line.(type) {
	case scenario.Act:
		pl.today = line.On
		return pl.acts(line)
	case scenario.Expect:
		pl.today = line.On // asked when its day has ended, after other acts of that day
	case scenario.Refuse:
		pl.today = line.On
		return pl.refused(line)
	}
	return nil
}

func (pl *player) acts(line scenario.Act) error {
	done := report.Played{On: line.On, Text: spoken(line.Text)}
	for _, ev := range line.Events {
		out, err := pl.event(ev)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", pl.of.path, line.Line, err)
		}
		done.Entries = append(done.Entries, out.Entries...)
	}
	pl.lines = append(pl.lines, done)
	return nil
}

func (pl *player) event(ev engine.Event) (run.Outcome, error) {
	if signed, ok := ev.(engine.Signed); ok {
		return pl.shell.Sign(pl.of.path, pl.of.text, pl.of.machine, signed.By, signed.On, "")
	}
	return pl.shell.Do(pl.of.machine.Name, ev, "")
}

func (pl *player) runTo(day value.Date) error {
	ran, err := pl.shell.RunTo(day)
	if err != nil {
		return err
	}
	for _, s := range ran.Aside {
		return s.Err
	}
	for _, o := range ran.Outcomes {
		pl.lines = append(pl.lines, report.Played{On: day, Entries: o.Entries})
	}
	return nil
}

// refused tries what the scenario says is refused: it leaves no trace in the store.
func (pl *player) refused(line scenario.Refuse) error {
	if err := pl.runTo(line.On.AddDays(-1)); err != nil {
		return err
	}
	_, err := pl.event(line.Event)
	var r *engine.Refusal
	if !errors.As(err, &r) {
		return fmt.Errorf("%s:%d: this should be refused: %w", pl.of.path, line.Line, err)
	}
	pl.lines = append(pl.lines, report.Played{On: line.On, Text: spoken(line.Text), Refused: ": refused, " + r.Text})
	return nil
}

// spoken is a line without its date, which stands in the margin.
func spoken(text string) string {
	words := strings.Fields(text)
	if len(words) > 4 && words[0] == "on" {
		words = words[4:]
	}
	return strings.TrimPrefix(strings.Join(words, " "), "refuse ")
}
