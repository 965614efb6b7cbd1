package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) restateCommand() *cobra.Command {
	var a act
	var because string
	cmd := &cobra.Command{
		Use:   "restate AGREEMENT MEASURE PERIOD VALUE --because WORDS",
		Short: "Return a final figure anew",
		Long: `Return a figure anew that was final already. When it is accepted, only what
depends on it is worked out again; a sum that was paid stays, and the difference
is paid, within the time that the agreement allows.`,
		Example: `  concordat restate ipsa placements 2015/16 Q4 61 --as slam --because "One person was missed"
  concordat restate ipsa acute_stays 2015/16 Q4 stays=12 offered=9 --as slam --because "Late records"`,
		Args: between(4, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			period, rest, err := takePeriod(args[2:])
			if err != nil {
				return err
			}
			v, inputs, err := takeFigure(rest)
			if err != nil {
				return err
			}
			return p.do(&a, args[0], func(m *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				ev := engine.Restated{Act: what, Measure: args[1], Period: period, Value: v, Inputs: inputs, Because: because}
				return ev, acceptNext(m, args[1], period), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&because, "because", "", "`WHY` the figure changes")
	return cmd
}
