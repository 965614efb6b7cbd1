package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) enterCommand() *cobra.Command {
	var a act
	var notes []string
	cmd := &cobra.Command{
		Use:   "enter AGREEMENT REGISTER KIND WORDS",
		Short: "Write something down in a register: a complaint, a lesson, an exception",
		Long: `Write something down in a register of the agreement. What the register asks for
with every entry is given with --note, once for each; the area, with its
place, or the outcome that an entry is about is a note too.`,
		Example: `  concordat enter s31 complaints complaint "Nobody rang back" --as halton --note area=carers --note place=halton_place --note service="Day centre"
  concordat enter pia exceptions waiver "One provider only" --as council --note last_day="31 March 2017"`,
		Args: exactly(4),
		RunE: func(_ *cobra.Command, args []string) error {
			var given []engine.Reason
			for _, n := range notes {
				name, words, ok := strings.Cut(n, "=")
				if !ok {
					return usage(`write --note service="Day centre"`, "--note %s: it has no name", n)
				}
				given = append(given, engine.Reason{Name: strings.TrimSpace(name), Words: strings.TrimSpace(words)})
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Entered{Act: what, Register: args[1], Kind: args[2], Words: args[3], Notes: given}, command("register", args[0], args[1]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringArrayVar(&notes, "note", nil, "what the register asks for, as `NAME=WORDS`; may be repeated")
	return cmd
}

func (p *program) answerCommand() *cobra.Command {
	var a act
	var lesson string
	cmd := &cobra.Command{
		Use:   "answer AGREEMENT REGISTER NUMBER WORDS",
		Short: "Answer what was written down in a register",
		Example: `  concordat answer s31 complaints 1 "We rang, and said sorry" --as halton --lesson "Ring back the same day"
  concordat answer pia exceptions 2 "Granted" --as legal`,
		Args: exactly(4),
		RunE: func(_ *cobra.Command, args []string) error {
			n, err := strconv.Atoi(args[2])
			if err != nil {
				return usage("see `concordat register`", "`%s` is not the number of an entry", args[2])
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Answered{Act: what, Register: args[1], N: n, Words: args[3], Lesson: lesson}, command("register", args[0], args[1]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&lesson, "lesson", "", "what was learned, in `WORDS`")
	return cmd
}
