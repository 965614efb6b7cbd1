package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) raiseCommand() *cobra.Command {
	var a act
	var about string
	cmd := &cobra.Command{
		Use:   "raise AGREEMENT DISPUTE --about WORDS",
		Short: "Raise a dispute",
		Example: `  concordat raise ipsa inside --as certitude --about "Who pays for the night staff"
  concordat raise ipsa inside --as ccg --about "Access to records" --on 2016-02-01`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Raised{Act: what, Dispute: args[1], About: about}, command("why", args[0], args[1]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&about, "about", "", "`WHAT` it is about")
	return cmd
}
