package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"concordat/engine/machine"
	"concordat/engine/scenario"
)

// trial is what `test` was asked for.
type trial struct {
	coverage, transcript bool
	title                string
}

func (p *program) testCommand() *cobra.Command {
	var t trial
	cmd := &cobra.Command{
		Use:   "test [FILE...]",
		Short: "Play scenarios, and say what no scenario reaches",
		Long: `Play the scenarios of agreements: of those named, or of all in this folder. Of an
agreement, every scenario file beside it is played; of a scenario file, only that
one. Each is played through the same steps as the real thing.`,
		Example: `  concordat test ipsa.agreement --coverage
  concordat test ipsa.scenario --only "One silent member stops a change" --transcript`,
		RunE: func(_ *cobra.Command, args []string) error { return p.test(&t, args) },
	}
	p.formats(cmd, "text", "json")
	cmd.Flags().BoolVar(&t.coverage, "coverage", false, "say which clause, band, condition, deadline and outcome no scenario reaches")
	cmd.Flags().BoolVar(&t.transcript, "transcript", false, "write down what happens in each, day by day")
	cmd.Flags().StringVar(&t.title, "only", "", "only scenarios whose title has these `WORDS`")
	return cmd
}

func (p *program) test(t *trial, files []string) error {
	var err error
	if len(files) == 0 {
		if files, err = filepath.Glob("*" + agreementEnding); err != nil {
			return err
		}
		if len(files) == 0 {
			return usage("name one, or go to its folder", "there is no agreement in this folder")
		}
	}
	out := testJSON{SchemaVersion: 1}
	for _, file := range files {
		if err := p.testFile(t, file, &out); err != nil {
			return err
		}
	}
	if p.format == "json" {
		text, err := json.MarshalIndent(out, "", "  ")
		if err != nil {
			return err
		}
		fmt.Fprintln(p.out, string(text))
	}
	if out.Failed > 0 {
		return &said{code: exitErrors}
	}
	return nil
}

// testFile plays what belongs to one file that was named.
func (p *program) testFile(t *trial, file string, out *testJSON) error {
	beside := []string{file}
	if strings.HasSuffix(file, agreementEnding) {
		s, err := p.compiled(file)
		if err != nil {
			return err
		}
		if beside, err = scenarioFiles(file); err != nil {
			return err
		}
		if len(beside) == 0 {
			return usage(fmt.Sprintf("write them in %s", strings.TrimSuffix(file, agreementEnding)+scenarioEnding), "%s has no scenarios", s.machine.Name)
		}
	}
	var results []scenario.Result
	var m *machine.Machine
	for _, path := range beside {
		of, told, all, err := p.scenariosIn(path)
		if err != nil {
			return err
		}
		if told.found.HasErrors() {
			return p.showErrors(told)
		}
		m = of.machine
		for _, sc := range all {
			if strings.Contains(sc.Title, t.title) {
				results = append(results, scenario.Play(m, sc))
			}
		}
	}
	return p.tested(t, m, results, out)
}

// tested says how the scenarios of one agreement went.
func (p *program) tested(t *trial, m *machine.Machine, results []scenario.Result, out *testJSON) error {
	text := p.format == "text"
	failed := 0
	coverage := scenario.NewCoverage(m)
	for i := range results {
		r := &results[i]
		coverage.Add(*r)
		out.add(m, r)
		if !r.OK() {
			failed++
		}
		if text && t.transcript {
			if err := scenario.WriteTranscript(p.out, m, r); err != nil {
				return err
			}
			fmt.Fprintln(p.out)
		} else if text && !r.OK() {
			p.failed(r)
		}
	}
	out.Failed += failed
	if text && !p.quiet {
		fmt.Fprintf(p.out, "%s: scenarios played: %d; %s\n", m.Name, len(results), verdict(failed))
	}
	if t.coverage {
		out.Coverage = append(out.Coverage, coverage.Items()...)
		if text {
			fmt.Fprintln(p.out)
			return coverage.WriteReport(p.out)
		}
	}
	return nil
}

func verdict(failed int) string {
	if failed == 0 {
		return "all go as they say"
	}
	return fmt.Sprintf("%d not as expected", failed)
}

func (p *program) failed(r *scenario.Result) {
	fmt.Fprintf(p.out, "not as expected: %s\n", r.Scenario.Title)
	for _, f := range r.Failures {
		fmt.Fprintf(p.out, "  %s:%d: %s\n", r.Scenario.Path, f.Line, f.Text)
	}
}

type testJSON struct {
	SchemaVersion int             `json:"schema_version"`
	Scenarios     []scenarioJSON  `json:"scenarios"`
	Failed        int             `json:"failed"`
	Coverage      []scenario.Item `json:"coverage,omitempty"`
}

type scenarioJSON struct {
	Agreement string        `json:"agreement"`
	Title     string        `json:"title"`
	Path      string        `json:"path"`
	Line      int           `json:"line"`
	OK        bool          `json:"ok"`
	Failures  []failureJSON `json:"failures,omitempty"`
}

type failureJSON struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

func (out *testJSON) add(m *machine.Machine, r *scenario.Result) {
	line := scenarioJSON{Agreement: m.Name, Title: r.Scenario.Title, Path: r.Scenario.Path, Line: r.Scenario.Line, OK: r.OK()}
	for _, f := range r.Failures {
		line.Failures = append(line.Failures, failureJSON{Line: f.Line, Text: f.Text})
	}
	out.Scenarios = append(out.Scenarios, line)
}
