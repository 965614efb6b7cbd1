package main

import (
	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) verifyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Prove that the record is what was recorded",
		Long: `Walk the whole store: every hash, then every event of every agreement once more,
which must lead to the same state and effects. The first bad event is named.`,
		Example: `  concordat verify
  concordat verify --store lambeth.db --format json`,
		Args: exactly(0),
		RunE: func(_ *cobra.Command, _ []string) error {
			return p.reading(func(r *run.Shell) error {
				v, err := r.Verify()
				if err != nil {
					return err
				}
				if p.format == "json" {
					return p.printBytes(report.VerifiedJSON(v))
				}
				if p.quiet {
					return nil
				}
				page := p.page()
				page.Verified(v)
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	return cmd
}
