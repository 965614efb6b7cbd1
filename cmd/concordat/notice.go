package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) noticeCommand() *cobra.Command {
	var a act
	var to []string
	var served string
	cmd := &cobra.Command{
		Use:   "notice AGREEMENT NOTICE --served MANNER",
		Short: "Serve a notice",
		Long: `Serve a notice, on everyone it must go to unless --to names them. It cannot
always be taken back, so on a terminal the name of the agreement is asked for.`,
		Example: `  concordat notice ipsa leave --as thames --served hand
  concordat notice ipsa leave --as thames --served post --to ccg --to lambeth --on "29 September 2015"`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := p.confirm(args[0], "This serves notice. "); err != nil {
				return err
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Served{Act: what, Notice: args[1], To: to, Manner: served}, command("why", args[0], "notice", args[1]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&served, "served", "", "the `MANNER`: hand, post or another manner that the agreement names")
	cmd.Flags().StringArrayVar(&to, "to", nil, "a `PARTY` that it is served on; else everyone it must go to")
	_ = cmd.RegisterFlagCompletionFunc("to", p.completeParty)
	return cmd
}

// confirm asks for the agreement's name before something that may not be taken
// back. It asks nobody where nobody sits.
func (p *program) confirm(agreement, what string) error {
	in, ok := p.in.(*os.File)
	if p.noInput || !ok || !terminal(in) {
		return nil
	}
	fmt.Fprintf(p.err, "%sType %s to go on: ", what, agreement)
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil || strings.TrimSpace(line) != agreement {
		return usage("", "nothing was recorded")
	}
	return nil
}
