package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) withdrawCommand() *cobra.Command {
	var a act
	cmd := &cobra.Command{
		Use:   "withdraw AGREEMENT NOTICE",
		Short: "Take back a notice, where the agreement allows it",
		Example: `  concordat withdraw ipsa leave --as thames
  concordat withdraw ipsa leave --as thames --on "1 October 2015"`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Withdrawn{Act: what, Notice: args[1]}, command("status", args[0]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	return cmd
}
