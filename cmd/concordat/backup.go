package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"concordat/store/remote"
)

func (p *program) backupCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the store as it is at this moment, and verify the copy",
		Long: `Copy the store as it is at this moment, while others go on, and verify the copy
before it gets its name. A file that is there is left as it is. (Copying the
file by other means may give a copy of no one moment, which cannot be read.)`,
		Example: `  concordat backup /backup/agreements-2026-11-23.db
  concordat backup lambeth-copy.db --store lambeth.db`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			to, err := filepath.Abs(args[0]) // a server may stand elsewhere
			if err != nil {
				return err
			}
			return p.looking(func(log remote.Lendable) error {
				done, err := log.Backup(to)
				if err != nil || p.quiet {
					return err
				}
				page := p.page()
				page.Line("%s holds %d events of %d agreements and is verified", args[0], done.Records, done.Streams)
				return p.print(page)
			})
		},
	}
	p.onStore(cmd)
	cmd.ValidArgsFunction = nil
	return cmd
}
