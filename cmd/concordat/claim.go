package main

import (
	"fmt"
	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) claimCommand() *cobra.Command {
	var a act
	var person, reached string
	var evidence []string
	cmd := &cobra.Command{
		Use:   "claim AGREEMENT OUTCOME --person PSEUDONYM --reached DAY --evidence FILE",
		Short: "Claim an outcome that a person has reached",
		Long: `Claim an outcome for which a rate card has a price. The person is a pseudonym of
the form that the rate card shows; a name, an NHS number or the like is refused
and not recorded. The bytes of the evidence are kept in the store by their
SHA-256, so leave out of it what says who the person is.`,
		Example: `  concordat claim steady_start joined --person P-001 --reached 2024-04-08 --evidence plan.pdf --as haven
  concordat claim steady_start work --person P-001 --reached 2024-10-07 --evidence payslips.pdf --as workwise --on 2024-10-08`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if person == "" || reached == "" {
				return usage("write --person PSEUDONYM --reached DAY", "say who reached the outcome, and when")
			}
			day, err := date("--reached", reached)
			if err != nil {
				return err
			}
			files, digests, err := p.keepFiles(evidence)
			if err != nil {
				return err
			}
			return p.do(&a, args[0], func(m *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				ev := engine.Claimed{Act: what, Outcome: args[1], Person: person, Reached: day, Evidence: digests}
				return ev, command("verify-claim", args[0], args[1], "--person", person, "--as", "PARTY"), files, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&person, "person", "", "the `PSEUDONYM` of the person who reached it")
	cmd.Flags().StringVar(&reached, "reached", "", "the `DAY` on which it was reached")
	cmd.Flags().StringArrayVar(&evidence, "evidence", nil, "a `FILE` to keep")
	return cmd
}

func (p *program) verifyClaimCommand() *cobra.Command {
	return p.answerClaim("verify-claim", "Verify a claim: the outcome came about",
		`Verify a claim. It is paid with the other claims that are verified in the same
period. "concordat due" lists the claims that wait.`,
		func(what engine.Act, outcome, person, _ string) engine.Event {
			return engine.Verified{Act: what, Outcome: outcome, Person: person}
		}, false)
}

func (p *program) rejectClaimCommand() *cobra.Command {
	return p.answerClaim("reject-claim", "Reject a claim: the outcome did not come about",
		`Reject a claim, and say why. Those who claimed may claim again, while there is
time, with better evidence.`,
		func(what engine.Act, outcome, person, because string) engine.Event {
			return engine.Rejected{Act: what, Outcome: outcome, Person: person, Because: because}
		}, true)
}

func (p *program) overturnCommand() *cobra.Command {
	return p.answerClaim("overturn", "Overturn an outcome that was verified",
		`Overturn an outcome that was verified and turns out not to have come about. What
was paid for it comes back as the rate card says under "clawback".`,
		func(what engine.Act, outcome, person, because string) engine.Event {
			return engine.Overturned{Act: what, Outcome: outcome, Person: person, Because: because}
		}, true)
}

// answerClaim is a command that answers one person's claim.
func (p *program) answerClaim(name, short, long string, event func(what engine.Act, outcome, person, because string) engine.Event, reasons bool) *cobra.Command {
	var a act
	var person, because string
	use, why := name+" AGREEMENT OUTCOME --person PSEUDONYM", ""
	if reasons {
		use, why = use+" --because WORDS", ` --because "The plan is not signed"`
	}
	example := fmt.Sprintf("  concordat %[1]s steady_start joined --person P-001 --as council%[2]s\n  concordat %[1]s steady_start work --person P-017 --as council --on 2024-10-09%[2]s", name, why)
	cmd := &cobra.Command{
		Use: use, Short: short, Long: long, Example: example,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if person == "" {
				return usage("write --person PSEUDONYM", "say whose claim it is")
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return event(what, args[1], person, because), command("why", args[0], args[1]+" "+person), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&person, "person", "", "the `PSEUDONYM` of the person")
	if reasons {
		cmd.Flags().StringVar(&because, "because", "", "the reason in `WORDS`")
	}
	return cmd
}
