package main

import (
	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) listCommand() *cobra.Command {
	var t asAt
	var folder, plan string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Every agreement of the store, a line each; or a folder of agreements as one",
		Long: `Every agreement of the store, a line each. With --portfolio, the agreements in a
folder and its folders as one, from their texts: when they end, the last safe day
of every notice, money by year and payer, what it is for and on what evidence,
on which providers they hang, what may be paid for twice, what was never procured,
which old contracts end, and the same figure of several agreements side by side.
--store adds what was returned under those that the store has. --plan sets a
commissioning plan's share for prevention beside theirs: a CSV file with the
columns year and prevention, such as 2015/16,2.5%.`,
		Example: `  concordat list
  concordat list --portfolio agreements --as-at "1 April 2016" --store concordat.db`,
		Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			at, on, err := t.read(p)
			if err != nil {
				return err
			}
			if folder != "" {
				if at.Known.IsSet() {
					return usage("write --as-at DATE alone", "the texts in a folder do not say when they were written down")
				}
				var recorded []run.Agreement
				if cmd.Flags().Changed("store") {
					if err := p.reading(func(r *run.Shell) (err error) {
						recorded, err = p.agreements(r, nil, at)
						return err
					}); err != nil {
						return err
					}
				}
				return p.portfolio(folder, plan, on, recorded)
			}
			if plan != "" {
				return usage("add --portfolio DIR", "a plan is set beside the agreements of a folder")
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
	cmd.Flags().StringVar(&folder, "portfolio", "", "the agreements below this `DIR`, signed or not, instead of the store's")
	cmd.Flags().StringVar(&plan, "plan", "", "the plan's shares for prevention, a CSV `FILE`")
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	t.flags(cmd)
	return cmd
}
