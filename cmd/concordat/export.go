package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"concordat/engine/run"
	"concordat/store/checkpoint"
	"concordat/store/export"
	"concordat/store/remote"
)

func (p *program) exportCommand() *cobra.Command {
	var file string
	var t asAt
	cmd := &cobra.Command{
		Use:   "export [AGREEMENT…]",
		Short: "Write events with their proofs, for whoever wants to check them",
		Long: `Write the events of some agreements, or of all, as JSON Lines, each with the
proof that it is one of those that a checkpoint speaks of. What has happened
since that checkpoint is left out. The small program concordat-proof checks the
file with nothing but the public key, and shares no code with this one.`,
		Example: `  concordat export ipsa > ipsa.jsonl
  concordat export ipsa --known-by "31 March 2016" > ipsa.jsonl`,
		RunE: func(_ *cobra.Command, args []string) error {
			at, _, err := t.read(p)
			if err != nil {
				return err
			}
			return p.looking(func(log remote.Lendable) error { return p.export(log, file, args, at) })
		},
	}
	p.onStore(cmd)
	t.flags(cmd)
	cmd.Flags().StringVar(&file, "checkpoint", "", "prove with this `FILE`; else with the checkpoint beside the store")
	return cmd
}

func (p *program) export(log remote.Lendable, file string, names []string, at run.AsAt) error {
	if file == "" {
		file = checkpoint.Beside(p.store)
	}
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return usage("try `"+command("checkpoint", "--key", "KEY")+"`", "there is no checkpoint at %s to prove with", file)
	}
	if err != nil {
		return err
	}
	c, err := checkpoint.Read(text)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if err := c.Compare(log); err != nil {
		return err
	}
	known, err := log.Streams()
	if err != nil {
		return err
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return &run.NoAgreementError{Name: name, Known: known}
		}
	}
	if len(names) == 0 {
		names = known
	}
	last, err := p.replayed(log, names, at)
	if err != nil {
		return err
	}
	note, _, _ := bytes.Cut(text, []byte(checkpoint.MarksLine))
	_, err = export.Write(p.out, log, note, c.Tree.N, last)
	return err
}

// replayed replays agreements, so that nothing is handed out whose events do not
// lead to what was recorded, or whose signatures do not fit; and finds how far
// each goes at a time.
func (p *program) replayed(log remote.Lendable, names []string, at run.AsAt) (last []export.Part, err error) {
	shell := run.Open(log, p.now)
	for _, name := range names {
		part, ended := export.Part{Stream: name}, false
		for e, err := range shell.Log(name, run.Now) {
			if err != nil {
				return nil, err
			}
			if ended = ended || !at.Holds(e); !ended {
				part.Last = e.Seq
			}
		}
		last = append(last, part)
	}
	return last, nil
}
