package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) runToCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "run-to DATE",
		Short: "Run everything that falls due up to and including a day",
		Long: `Run everything that falls due up to and including a day, in all agreements of
the store, by day and then by name. An agreement that cannot go on is set aside
and named, the others go on, and the command ends with exit code 1.`,
		Example: `  concordat run-to "31 March 2016"
  concordat run-to 2016-03-31 --format json`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			to, err := date("run-to", args[0])
			if err != nil {
				return err
			}
			return p.writing(func(r *run.Shell) error {
				ran, err := r.RunTo(to)
				if err != nil {
					return err
				}
				if err := p.ran(r, to.ISO(), ran); err != nil {
					return err
				}
				for _, s := range ran.Aside {
					fmt.Fprintf(p.err, "concordat: %s is set aside: %s cannot be run: %s\n", s.Agreement, s.On, s.Err)
				}
				if len(ran.Aside) > 0 {
					return &said{code: exitFailed}
				}
				return nil
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	return cmd
}

func (p *program) ran(r *run.Shell, to string, ran run.Ran) error {
	find := func(name string) run.Agreement {
		a, _ := r.Load(name) // it has just been run
		return a
	}
	if p.format == "json" {
		return p.printBytes(report.RanJSON(to, ran, find))
	}
	if p.quiet {
		return nil
	}
	page := p.page()
	page.Ran(ran, find)
	if len(ran.Outcomes) == 0 && len(ran.Aside) == 0 {
		page.Line("nothing fell due")
	}
	return p.print(page)
}
