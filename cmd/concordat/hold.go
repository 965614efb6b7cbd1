package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) holdCommand() *cobra.Command {
	var a act
	var minutes string
	cmd := &cobra.Command{
		Use:   "hold AGREEMENT REVIEW PERIOD",
		Short: "Record that a review took place",
		Long:  `Record that a review took place. The bytes of the minutes are kept in the store by their SHA-256.`,
		Example: `  concordat hold ipsa quarterly 2015/16 Q1 --as ccg --on "30 July 2015" --minutes minutes.txt
  concordat hold ipsa quarterly "2015/16 Q2" --as lambeth`,
		Args: between(3, 4),
		RunE: func(_ *cobra.Command, args []string) error {
			period, err := onlyPeriod(args[2:])
			if err != nil {
				return err
			}
			var paths []string
			if minutes != "" {
				paths = []string{minutes}
			}
			files, digests, err := p.keepFiles(paths)
			if err != nil {
				return err
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				ev := engine.Held{Act: what, Review: args[1], Period: period}
				if len(digests) > 0 {
					ev.Minutes = digests[0]
				}
				return ev, command("due"), files, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&minutes, "minutes", "", "a `FILE` to keep; - is the input stream")
	return cmd
}
