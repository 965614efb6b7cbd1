package main

import (
	"slices"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/machine"
	"concordat/engine/run"
)

func (p *program) registerCommand() *cobra.Command {
	var t asAt
	cmd := &cobra.Command{
		Use:   "register AGREEMENT [REGISTER]",
		Short: "What was written down, what was answered in time or late, and what was learned",
		Example: `  concordat register s31
  concordat register s31 complaints --format json`,
		Args: between(1, 2),
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
				asked, err := registersOf(a.Machine, args[1:])
				if err != nil {
					return err
				}
				if p.format == "json" {
					return p.printBytes(report.RegistersJSON(a, asked))
				}
				page := p.page()
				page.Registers(a, asked, today)
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	t.flags(cmd)
	return cmd
}

// registersOf are the registers of an agreement: the one that is named, or all.
func registersOf(m *machine.Machine, named []string) ([]machine.Register, error) {
	if len(named) == 0 {
		return m.Registers, nil
	}
	var names []string
	for _, r := range m.Registers {
		names = append(names, r.Name)
	}
	at := slices.Index(names, named[0])
	if at < 0 {
		return nil, usage(nearby(named[0], names), "%s has no register `%s`", m.Name, named[0])
	}
	return m.Registers[at : at+1], nil
}
