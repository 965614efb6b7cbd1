package main

import (
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
	"concordat/store"
)

func (p *program) judgeCommand() *cobra.Command {
	var a act
	var because, evidence []string
	cmd := &cobra.Command{
		Use:   "judge AGREEMENT MEASURE PERIOD BAND --because WORDS --evidence FILE",
		Short: "Put a band forward for a measure that people judge",
		Long: `Put a band forward for a measure that people judge. It counts when the decision
that the measure names is carried. The bytes of the evidence are kept in the
store by their SHA-256.`,
		Example: `  concordat judge ipsa voice 2015/16 stretch --as lambeth --because "Most describe a life they chose" --evidence interviews.pdf
  concordat judge ipsa voice 2015/16 minimum --as ccg --because "See the notes" --evidence notes.txt --on 2016-04-14`,
		Args: between(4, 5),
		RunE: func(_ *cobra.Command, args []string) error {
			period, rest, err := takePeriod(args[2:])
			if err != nil {
				return err
			}
			if len(rest) != 1 {
				return usage("see `concordat judge --help`", "say one band after the period")
			}
			band, err := value.ParseBand(rest[0])
			if err != nil {
				return usage("", "%s", err)
			}
			files, digests, err := p.keepFiles(evidence)
			if err != nil {
				return err
			}
			return p.do(&a, args[0], func(m *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				ev := engine.Judged{Act: what, Measure: args[1], Period: period, Band: band, Evidence: digests}
				next := command("due")
				if me := m.Measure(args[1]); me != nil {
					ev.Reasons = reasonsFrom(m, me.Judged, because)
					next = command("vote", args[0], me.Judged, "yes", "--as", "PARTY")
				}
				return ev, next, files, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringArrayVar(&because, "because", nil, "the reason in `WORDS`; name=words for one that is asked for by name")
	cmd.Flags().StringArrayVar(&evidence, "evidence", nil, "a `FILE` to keep")
	return cmd
}

// keepFiles reads files to be kept, and names each by its digest.
func (p *program) keepFiles(paths []string) (files [][]byte, digests []string, err error) {
	for _, path := range paths {
		bytes, err := p.readFile(path)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, bytes)
		digests = append(digests, store.Digest(bytes))
	}
	return files, digests, nil
}
