package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine/run"
	"concordat/store"
	"concordat/store/checkpoint"
)

func (p *program) verifyCommand() *cobra.Command {
	var files []string
	var key string
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Prove that the record is what was recorded",
		Long: `Walk the whole store: every hash, then every event of every agreement once more,
which must lead to the same state and effects. The first bad event is named.
Then the store is held against the checkpoint beside it and against those that
are given: each must speak of events that the store still holds, each as it was.`,
		Example: `  concordat verify --checkpoint "from March.checkpoint" --key concordat.key.pub
  concordat verify --store lambeth.db --format json`,
		Args: exactly(0),
		RunE: func(_ *cobra.Command, _ []string) error {
			log, err := p.open(false)
			if err != nil {
				return err
			}
			defer log.Close()
			var v report.Verification
			if v.Verified, err = run.Open(log, p.now).Verify(v.See); err != nil {
				return err
			}
			if v.Proved, err = p.agreed(log, files, key); err != nil {
				return err
			}
			if p.format == "json" {
				return p.printBytes(v.JSON())
			}
			if p.quiet {
				return nil
			}
			page := p.page()
			page.Verified(&v)
			return p.print(page)
		},
	}
	p.onStore(cmd)
	p.formats(cmd, "text", "json")
	cmd.Flags().StringArrayVar(&files, "checkpoint", nil, "hold the store against this `FILE` too; may be given again")
	cmd.Flags().StringVar(&key, "key", "", "the public `KEY` of those who signed the checkpoints")
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	return cmd
}

// agreed holds the store against the checkpoint beside it and others.
func (p *program) agreed(log store.Log, files []string, key string) (proved []report.Proved, err error) {
	known, err := public(key)
	if err != nil {
		return nil, err
	}
	var all []*checkpoint.Checkpoint
	var names []string
	last, err := beside(p.store, known...)
	if err != nil {
		return nil, err
	}
	if last != nil {
		all, names = append(all, last), append(names, checkpoint.Beside(p.store))
	}
	for _, f := range files {
		c, err := checkpoint.Load(f, known...)
		if err != nil {
			return nil, err
		}
		all, names = append(all, c), append(names, f)
	}
	for i, c := range all {
		if err := c.Compare(log, all...); err != nil {
			return nil, fmt.Errorf("%s: %w", names[i], err)
		}
		proved = append(proved, report.Proved{File: names[i], Origin: c.Origin, Events: c.Tree.N, Signed: c.Signed})
	}
	return proved, nil
}
