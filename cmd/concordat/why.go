package main

import (
	"strings"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) whyCommand() *cobra.Command {
	var t asAt
	cmd := &cobra.Command{
		Use:   "why AGREEMENT THING",
		Short: "How a date, band, score or sum came about",
		Long: `How a date, band, score or sum came about, down to the clause or line and the
return. THING is what the record calls it: a measure and a period, a decision, a
notice, a settlement and its year, an instalment; or "payment PARTY PERIOD" for
every payment to or by a party in a period.`,
		Example: `  concordat why ipsa results 2015/16
  concordat why ipsa payment slam 2015/16 Q2`,
		Args: between(2, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			at, _, err := t.read(p)
			if err != nil {
				return err
			}
			thing := strings.Join(args[1:], " ")
			return p.reading(func(r *run.Shell) error {
				a, err := r.State(args[0], at)
				if err != nil {
					return err
				}
				found, err := report.Explain(a, thing)
				if err != nil {
					return err
				}
				if p.format == "json" {
					return p.printBytes(report.WhyJSON(a, thing, found))
				}
				page := p.page()
				page.Why(a, found)
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	t.flags(cmd)
	return cmd
}
