package main

import (
	"errors"

	"github.com/spf13/cobra"

	"concordat/store"
	"concordat/store/bolt"
	"concordat/store/checkpoint"
	"concordat/store/remote"
)

func (p *program) restoreCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the store",
		Long: `Put a backup in the place of the store, after it was verified. A backup that
lacks events which the last checkpoint beside the store, or the store itself if
it can still be read, speaks of is refused: what was recorded and acknowledged
would be forgotten. The store that is there is kept beside it.`,
		Example: `  concordat restore /backup/agreements-2026-11-23.db
  concordat restore lambeth-copy.db --store lambeth.db`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if log, err := remote.Borrow(socketOf(p.store)); err == nil {
				return errors.Join(&store.BusyError{Path: p.store}, log.Close())
			}
			check, err := p.notOlder()
			if err != nil {
				return err
			}
			done, kept, err := bolt.Restore(args[0], p.store, check)
			if err != nil || p.quiet {
				return err
			}
			page := p.page()
			page.Line("%s holds %d events of %d agreements and is verified", p.store, done.Records, done.Streams)
			if kept != "" {
				page.Line("what was there is kept as %s", kept)
			}
			page.Line("next: %s", command("status"))
			return p.print(page)
		},
	}
	p.onStore(cmd)
	cmd.ValidArgsFunction = nil
	return cmd
}

// olderError refuses a backup that lacks what was recorded since.
type olderError struct{ why error }

func (e *olderError) Error() string { return "the backup is not taken: " + e.why.Error() }
func (e *olderError) Unwrap() error { return e.why }

// notOlder makes the question whether a backup holds all that is known to have
// been recorded: by the checkpoint beside the store, and by the store itself if
// it can still be read.
func (p *program) notOlder() (func(store.Log) error, error) {
	var known []*checkpoint.Checkpoint
	last, err := beside(p.store)
	if err != nil {
		return nil, err
	}
	if last != nil {
		known = append(known, last)
	}
	now, err := standing(p.store)
	if err != nil {
		return nil, err
	}
	if now != nil {
		known = append(known, now)
	}
	return func(backup store.Log) error {
		for _, c := range known {
			if err := c.Compare(backup); err != nil {
				return &olderError{why: err}
			}
		}
		return nil
	}, nil
}

// standing is what the store at a path holds now; nil if it is not there or can
// no longer be read, which is what backups are for.
func standing(path string) (*checkpoint.Checkpoint, error) {
	log, err := bolt.OpenReadOnly(path)
	switch {
	case isAny[*store.BusyError](err):
		return nil, err
	case err != nil:
		return nil, nil
	}
	if _, err := log.Verify(); err != nil {
		return nil, log.Close()
	}
	c, err := checkpoint.Take(log, path, true)
	return c, errors.Join(err, log.Close())
}
