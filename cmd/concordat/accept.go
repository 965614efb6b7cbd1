package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) acceptCommand() *cobra.Command {
	var a act
	cmd := &cobra.Command{
		Use:   "accept AGREEMENT MEASURE PERIOD",
		Short: "Accept a figure that was returned",
		Example: `  concordat accept ipsa placements 2015/16 Q1 --as ccg
  concordat accept ipsa placements 2015/16 Q1 --as ccg --on "16 July 2015"`,
		Args: between(3, 4),
		RunE: func(_ *cobra.Command, args []string) error {
			period, err := onlyPeriod(args[2:])
			if err != nil {
				return err
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Accepted{Act: what, Measure: args[1], Period: period}, command("status", args[0]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	return cmd
}
