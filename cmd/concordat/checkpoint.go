package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"
	"golang.org/x/mod/sumdb/note"

	"concordat/store"
	"concordat/store/checkpoint"
	"concordat/store/remote"
)

func (p *program) checkpointCommand() *cobra.Command {
	var key, out string
	var brief bool
	cmd := &cobra.Command{
		Use:   "checkpoint",
		Short: "Sign what the store holds now, so that it cannot be rewritten unseen",
		Long: `Sign how many events the store holds and the root of the tree over them. The
checkpoint is kept beside the store, and goes to --out for whoever should keep
one: a party that has it can prove later, with verify or with an export, that
no event before it was altered, dropped or added. A store that no longer agrees
with the checkpoint beside it is not signed.

A checkpoint holds a mark for each event, by which verify names the first event
that differs; without (--brief) it has four lines, and verify can only say
between which checkpoints it lies.`,
		Example: `  concordat checkpoint --key concordat.key
  concordat checkpoint --key concordat.key --out "for the CCG.checkpoint"`,
		Args: exactly(0),
		RunE: func(_ *cobra.Command, _ []string) error {
			signer, err := checkpoint.Signer(key)
			if err != nil {
				return err
			}
			return p.looking(func(log remote.Lendable) error {
				c, signed, err := sign(log, p.store, signer, !brief)
				if err != nil {
					return err
				}
				switch out {
				case "":
				case "-":
					return p.printBytes(signed, nil)
				default:
					if err := checkpoint.Write(out, signed, 0o644); err != nil {
						return err
					}
				}
				if p.quiet {
					return nil
				}
				page := p.page()
				page.Line("signed by %s: %d events, root %s", c.Origin, c.Tree.N, c.Tree.Hash)
				page.Line("kept as %s", checkpoint.Beside(p.store))
				page.Line("next: %s", command("verify", "--key", key+".pub"))
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	cmd.Flags().StringVar(&key, "key", "concordat.key", "the secret `KEY` to sign with, made by keygen")
	cmd.Flags().StringVar(&out, "out", "", "write it to this `FILE` too; - is the standard output")
	cmd.Flags().BoolVar(&brief, "brief", false, "no mark for each event")
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	return cmd
}

// sign takes a checkpoint of a store that agrees with the last, and keeps it
// beside the store.
func sign(log store.Log, path string, signer note.Signer, marks bool) (*checkpoint.Checkpoint, []byte, error) {
	if last, err := beside(path); err != nil {
		return nil, nil, err
	} else if last != nil {
		if err := last.Compare(log); err != nil {
			return nil, nil, err
		}
	}
	c, err := checkpoint.Take(log, signer.Name(), marks)
	if err != nil {
		return nil, nil, err
	}
	signed, err := c.Sign(signer)
	if err != nil {
		return nil, nil, err
	}
	return c, signed, checkpoint.Write(checkpoint.Beside(path), signed, 0o600)
}

// beside is the last checkpoint of a store, or nil.
func beside(path string, known ...note.Verifier) (*checkpoint.Checkpoint, error) {
	c, err := checkpoint.Load(checkpoint.Beside(path), known...)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return c, err
}

// public reads the key to check signatures with, if one is given.
func public(path string) ([]note.Verifier, error) {
	if path == "" {
		return nil, nil
	}
	v, err := checkpoint.Verifier(path)
	if err != nil {
		return nil, fmt.Errorf("--key: %w", err)
	}
	return []note.Verifier{v}, nil
}
