package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) settleCommand() *cobra.Command {
	var a act
	var about, answer, because string
	cmd := &cobra.Command{
		Use:   "settle AGREEMENT DISPUTE --because WORDS",
		Short: "Settle a dispute at the level that hears it",
		Long: `Settle a dispute at the level that hears it now. A body settles alone; in a
group every member must give the same answer. A contested figure is settled with
the figure that counts; one that is worked out from others, with all of those.`,
		Example: `  concordat settle ipsa figures --answer 61 --as auditor --because "Counted again from ward records"
  concordat settle ipsa inside --as slam --because "Costs are shared from May" --answer "Half each"`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.do(&a, args[0], func(m *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				given, err := settlementFrom(m, args[1], answer)
				if err != nil {
					return nil, "", nil, err
				}
				return engine.Settled{Act: what, Dispute: args[1], About: about, Answer: given, Because: because}, command("why", args[0], args[1]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&about, "about", "", "`WHAT` it is about, where more than one is open")
	cmd.Flags().StringVar(&answer, "answer", "", "the `FIGURE` that counts (or name=number for each), or the answer in words")
	cmd.Flags().StringVar(&because, "because", "", "the reason in `WORDS`")
	return cmd
}

// settlementFrom reads an answer: a figure where the dispute is about figures.
func settlementFrom(m *machine.Machine, dispute, text string) (*engine.Answer, error) {
	if text == "" {
		return nil, nil
	}
	if !slices.ContainsFunc(m.Disputes, func(d machine.Dispute) bool { return d.Name == dispute && d.Figures }) {
		return &engine.Answer{Words: text}, nil
	}
	v, inputs, err := takeFigure(strings.Fields(text))
	if err != nil {
		return nil, err
	}
	return &engine.Answer{Value: v, Inputs: inputs}, nil
}
