package main

import (
	"slices"

	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) voteCommand() *cobra.Command {
	var a act
	var about, conflict string
	var because []string
	cmd := &cobra.Command{
		Use:   "vote AGREEMENT DECISION yes|no|abstain",
		Short: "Vote on a decision",
		Example: `  concordat vote ipsa settle yes --as ccg --because "Every figure was checked"
  concordat vote ipsa vary no --as thames --on "2 June 2015"`,
		Args: exactly(3),
		RunE: func(_ *cobra.Command, args []string) error {
			choice := engine.Choice(args[2])
			if !slices.Contains([]engine.Choice{engine.Yes, engine.No, engine.Abstain}, choice) {
				return usage("write yes, no or abstain", "there is no vote `%s`", args[2])
			}
			return p.do(&a, args[0], func(m *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				ev := engine.Voted{Act: what, Decision: args[1], About: about, Choice: choice, Conflict: conflict, Reasons: reasonsFrom(m, args[1], because)}
				return ev, command("why", args[0], args[1]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&about, "about", "", "`WHAT` it is about, where it is open more than once")
	cmd.Flags().StringArrayVar(&because, "because", nil, "the reason in `WORDS`; name=words for one that is asked for by name")
	cmd.Flags().StringVar(&conflict, "conflict", "", "an `INTEREST` to declare")
	return cmd
}
