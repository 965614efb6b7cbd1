package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"concordat/store/checkpoint"
	"concordat/store/disk"
)

// What doctor holds for too little or too old.
const (
	leastFree     = 256 << 20 // bytes
	oldCheckpoint = 7 * 24 * time.Hour
)

func (p *program) doctorCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Look at where the store lies and how it is kept",
		Long: `Look at where the store lies and how it is kept: on a disk of this machine and
not on a network, with room to grow, readable by its owner only, with a
checkpoint of the last seven days, and nothing left behind by what was
interrupted. Ends with 1 if there is something to mend. (verify looks at what
the store holds.)`,
		Example: `  concordat doctor
  concordat doctor --store /var/lib/concordat/agreements.db`,
		Args: exactly(0),
		RunE: func(_ *cobra.Command, _ []string) error {
			found, err := p.examine(p.store)
			if err != nil {
				return err
			}
			page := p.page()
			for _, f := range found {
				page.Para(0, "%s", f)
			}
			if len(found) == 0 && !p.quiet {
				page.Line("%s is well kept", p.store)
			}
			if err := p.print(page); err != nil {
				return err
			}
			if len(found) > 0 {
				return &said{code: exitFailed}
			}
			return nil
		},
	}
	p.onStore(cmd)
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	return cmd
}

// examine lists what is to be mended, worst first.
func (p *program) examine(path string) (found []string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	say := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	place, err := disk.Under(path)
	if err != nil {
		return nil, err
	}
	if place.Kind != "" {
		say("%s lies on %s: %s; move it to a disk of this machine", path, place.Kind, place.Why)
	}
	if need := uint64(max(2*info.Size(), leastFree)); !place.Unknown && place.Free < need {
		say("only %d MB are free beside %s; a backup and a year's growth want %d MB", place.Free>>20, path, need>>20)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		say("others than the owner may use %s; run `chmod 600 %s`", path, quoted(path))
	}
	drafts, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*.new-*"))
	if err != nil {
		return nil, err
	}
	for _, d := range drafts {
		say("%s was left by something interrupted; delete it when no backup is being made", d)
	}
	last, err := os.Stat(checkpoint.Beside(path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		say("no checkpoint is kept beside %s; run `%s`", path, command("checkpoint", "--store", path, "--key", "KEY"))
	case err != nil:
		return nil, err
	case p.now().Sub(last.ModTime()) > oldCheckpoint:
		say("the checkpoint beside %s is more than 7 days old; run `%s`", path, command("checkpoint", "--store", path, "--key", "KEY"))
	}
	return found, nil
}
