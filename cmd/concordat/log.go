package main

import (
	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) logCommand() *cobra.Command {
	var t asAt
	cmd := &cobra.Command{
		Use:   "log AGREEMENT",
		Short: "The numbered events of an agreement, with what each caused",
		Example: `  concordat log ipsa
  concordat log ipsa --as-at "30 June 2015" --format json`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			at, _, err := t.read(p)
			if err != nil {
				return err
			}
			return p.reading(func(r *run.Shell) error {
				a, err := r.State(args[0], at)
				if err != nil {
					return err
				}
				if p.format == "json" {
					return p.printBytes(report.LogJSON(a, r.Log(args[0], at)))
				}
				page := p.page()
				if err := page.Log(a, r.Log(args[0], at)); err != nil {
					return err
				}
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	t.flags(cmd)
	return cmd
}
