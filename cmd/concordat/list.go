package main

import (
	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) listCommand() *cobra.Command {
	var t asAt
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Every agreement of the store, a line each",
		Example: `  concordat list
  concordat list --store lambeth.db --format json`,
		Args: exactly(0),
		RunE: func(_ *cobra.Command, _ []string) error {
			at, _, err := t.read(p)
			if err != nil {
				return err
			}
			return p.reading(func(r *run.Shell) error {
				agreements, err := p.agreements(r, nil, at)
				if err != nil {
					return err
				}
				if p.format == "json" {
					return p.printBytes(report.ListJSON(agreements))
				}
				page := p.page()
				page.List(agreements)
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	t.flags(cmd)
	return cmd
}
