package main

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/spf13/cobra"

	"concordat/engine"
	"concordat/engine/machine"
)

func (p *program) evidenceCommand() *cobra.Command {
	var a act
	var file, words string
	cmd := &cobra.Command{
		Use:   "evidence AGREEMENT STEP NAME",
		Short: "Show what a step of a process asks for, as a file or in words",
		Long: `Show what a step of a process asks for. Of a file the bytes are kept in the store,
under their SHA-256; the record holds that digest.`,
		Example: `  concordat evidence pilot problem statement --as council --file problem.pdf
  concordat evidence pilot problem statement --as council --words "Older people eat alone"`,
		Args: exactly(3),
		RunE: func(_ *cobra.Command, args []string) error {
			var kept [][]byte
			digest := ""
			if file != "" {
				text, err := p.readFile(file)
				if err != nil {
					return err
				}
				sum := sha256.Sum256(text)
				kept, digest = [][]byte{text}, hex.EncodeToString(sum[:])
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Filed{Act: what, Step: args[1], Name: args[2], Words: words, Digest: digest}, command("status", args[0]), kept, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().StringVar(&file, "file", "", "the `FILE` that shows it")
	cmd.Flags().StringVar(&words, "words", "", "what shows it, in `WORDS`")
	return cmd
}

func (p *program) completeCommand() *cobra.Command {
	var a act
	cmd := &cobra.Command{
		Use:   "complete AGREEMENT STEP",
		Short: "Say that a step of a process is done",
		Long: `Say that a step of a process is done. What it asks for must have been shown; where
it has a gate, the gate's decision is opened and must be adopted.`,
		Example: `  concordat complete pilot problem --as council
  concordat complete pilot problem --as council --on "3 May 2027"`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Completed{Act: what, Step: args[1]}, command("status", args[0]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	return cmd
}

func (p *program) startCommand() *cobra.Command {
	var a act
	cmd := &cobra.Command{
		Use:   "start AGREEMENT PROCESS",
		Short: "Start a process that somebody must start",
		Example: `  concordat start pilot partnership --as council
  concordat start pilot partnership --as council --on "1 May 2027"`,
		Args: exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				return engine.Started{Act: what, Process: args[1]}, command("status", args[0]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	return cmd
}
