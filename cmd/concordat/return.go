package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func (p *program) returnCommand() *cobra.Command {
	var a act
	var file string
	cmd := &cobra.Command{
		Use:   "return AGREEMENT (MEASURE PERIOD VALUE | --file FILE)",
		Short: "Submit a return",
		Long: `Submit a return: one figure, or name=number for each input that the measure is
worked out from. With --file, every row of a CSV file is one return. Its columns
are measure, period, value, on and a column for each input; an empty value or
input is not given, an empty day is --on. Each row is recorded whole or not at
all, on its own; rows that are not are named at the end, and the command is then
refused (exit 6). With --key, a corrected file can be sent again: rows that are
recorded already are left alone.`,
		Example: `  concordat return ipsa placements 2015/16 Q1 150 --as slam --on "10 July 2015"
  concordat return ipsa acute_stays 2015/16 Q1 stays=21 offered=10 --as slam`,
		Args: between(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			if file != "" {
				if len(args) > 1 {
					return usage("write `concordat return AGREEMENT --file FILE`", "--file says what is returned")
				}
				return p.returnFile(&a, args[0], file)
			}
			return p.returnOne(&a, args)
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&file, "file", "", "returns in a CSV `FILE`; - is the input stream")
	return cmd
}

func (p *program) returnOne(a *act, args []string) error {
	if len(args) < 4 {
		return usage("see `concordat return --help`", "write `concordat return AGREEMENT MEASURE PERIOD VALUE`")
	}
	period, rest, err := takePeriod(args[2:])
	if err != nil {
		return err
	}
	v, inputs, err := takeFigure(rest)
	if err != nil {
		return err
	}
	return p.do(a, args[0], func(m *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
		ev := engine.Returned{Act: what, Measure: args[1], Period: period, Value: v, Inputs: inputs}
		return ev, acceptNext(m, args[1], period), nil, nil
	})
}

// acceptNext is the command of whoever checks a figure.
func acceptNext(m *machine.Machine, measure string, period value.Period) string {
	me := m.Measure(measure)
	if me == nil {
		return command("due")
	}
	for _, r := range m.Returns {
		if r.Name == me.Return {
			return command("accept", m.Name, measure, m.YearStart.Label(period), "--as", r.Accepter)
		}
	}
	return command("due")
}
