package main

import (
	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) dueCommand() *cobra.Command {
	var t asAt
	var days int
	var party string
	cmd := &cobra.Command{
		Use:   "due [AGREEMENT]",
		Short: "Who owes what by when, and what follows if it is late",
		Example: `  concordat due --days 30
  concordat due ipsa --for slam --format csv`,
		Args: between(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			at, today, err := t.read(p)
			if err != nil {
				return err
			}
			return p.reading(func(r *run.Shell) error {
				agreements, err := p.agreements(r, args, at)
				if err != nil {
					return err
				}
				upTo := today.AddDays(days)
				tasks := report.Tasks(agreements, upTo, party)
				switch p.format {
				case "json":
					return p.printBytes(report.DueJSON(tasks, upTo))
				case "csv":
					return p.printBytes(report.DueCSV(tasks))
				}
				page := p.page()
				page.Due(tasks, upTo, len(agreements) > 1)
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json", "csv")
	t.flags(cmd)
	cmd.Flags().IntVar(&days, "days", 30, "how many `DAYS` ahead to look")
	cmd.Flags().StringVar(&party, "for", "", "only what this `PARTY` owes")
	_ = cmd.RegisterFlagCompletionFunc("for", p.completeParty)
	return cmd
}

// agreements loads the one that is named, or all.
func (p *program) agreements(r *run.Shell, named []string, at run.AsAt) ([]run.Agreement, error) {
	if len(named) == 0 {
		var err error
		if named, err = r.Agreements(); err != nil {
			return nil, err
		}
	}
	out := make([]run.Agreement, len(named))
	for i, name := range named {
		var err error
		if out[i], err = r.State(name, at); err != nil {
			return nil, err
		}
	}
	return out, nil
}
