package main

import (
	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) statusCommand() *cobra.Command {
	var t asAt
	cmd := &cobra.Command{
		Use:   "status AGREEMENT",
		Short: "One page for a review meeting: where an agreement stands",
		Example: `  concordat status ipsa
  concordat status ipsa --as-at "31 March 2016"`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			at, today, err := t.read(p)
			if err != nil {
				return err
			}
			return p.reading(func(r *run.Shell) error {
				a, err := r.State(args[0], at)
				if err != nil {
					return err
				}
				if p.format == "json" {
					return p.printBytes(report.StatusJSON(a, at, today))
				}
				page := p.page()
				page.Status(a, at, today)
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	t.flags(cmd)
	return cmd
}
