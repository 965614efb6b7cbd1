package main

import (
	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
)

func (p *program) ledgerCommand() *cobra.Command {
	var t asAt
	cmd := &cobra.Command{
		Use:   "ledger AGREEMENT",
		Short: "What was paid, by whom, to whom and for what",
		Example: `  concordat ledger ipsa
  concordat ledger ipsa --format hledger > ipsa.journal`,
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
				posted, err := report.Postings(r.Log(args[0], at))
				if err != nil {
					return err
				}
				return p.ledger(a, posted)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json", "csv", "hledger", "beancount")
	t.flags(cmd)
	return cmd
}

func (p *program) ledger(a run.Agreement, posted []report.Posting) error {
	switch p.format {
	case "json":
		return p.printBytes(report.LedgerJSON(a, posted))
	case "csv":
		return p.printBytes(report.LedgerCSV(a, posted))
	case "hledger":
		return p.printBytes([]byte(report.Hledger(a, posted)), nil)
	case "beancount":
		return p.printBytes([]byte(report.Beancount(a, posted)), nil)
	}
	page := p.page()
	page.Ledger(a, posted)
	return p.print(page)
}
