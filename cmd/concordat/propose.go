package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) proposeCommand() *cobra.Command {
	var a act
	var about, answer string
	var because []string
	cmd := &cobra.Command{
		Use:   "propose AGREEMENT DECISION",
		Short: "Open a decision, or put an answer to one that is open",
		Example: `  concordat propose ipsa vary --as ccg --because "The duties of the housing team change"
  concordat propose ipsa fill_gap --about "placements 2015/16 Q4" --answer poor --as lambeth --because "Ward records"`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.do(&a, args[0], func(m *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				put, err := answerFrom(decidesOf(m, args[1]), answer)
				if err != nil {
					return nil, "", nil, err
				}
				ev := engine.Proposed{Act: what, Decision: args[1], About: about, Answer: put, Reasons: reasonsFrom(m, args[1], because)}
				return ev, command("vote", args[0], args[1], "yes", "--as", "PARTY"), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&about, "about", "", "`WHAT` it is about, where it is open more than once")
	cmd.Flags().StringVar(&answer, "answer", "", "the `ANSWER` that is put to the vote")
	cmd.Flags().StringArrayVar(&because, "because", nil, "the reason in `WORDS`; name=words for one that is asked for by name")
	return cmd
}
