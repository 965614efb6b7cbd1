package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) contestCommand() *cobra.Command {
	var a act
	var because string
	cmd := &cobra.Command{
		Use:   "contest AGREEMENT MEASURE PERIOD --because WORDS",
		Short: "Contest a figure that was returned",
		Example: `  concordat contest ipsa placements 2015/16 Q1 --as ccg --because "Three people are counted twice"
  concordat contest ipsa placements 2015/16 Q1 --as ccg --on 2015-07-16 --because "Ward 3 is missing"`,
		Args: between(3, 4),
		RunE: func(_ *cobra.Command, args []string) error {
			period, err := onlyPeriod(args[2:])
			if err != nil {
				return err
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Contested{Act: what, Measure: args[1], Period: period, Because: because}, command("due"), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&because, "because", "", "`WHAT` is wrong with it")
	return cmd
}
