package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"concordat/store/checkpoint"
)

func (p *program) keygenCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "keygen NAME",
		Short: "Make a key to sign checkpoints with",
		Long: `Make a key to sign checkpoints with. NAME says whose store it is, like a web
address: lambeth.gov.uk/agreements. The secret half is for the machine that
keeps the store and for nobody else; the public half, which ends in .pub, goes
to everybody who keeps checkpoints.`,
		Example: `  concordat keygen lambeth.gov.uk/agreements
  concordat keygen lambeth.gov.uk/agreements --out /etc/concordat/log.key`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			secret, public, err := checkpoint.Key(args[0])
			if err != nil {
				return usage("", "%s", err)
			}
			if err := fresh(out, secret, 0o600); err != nil {
				return err
			}
			if err := fresh(out+".pub", public, 0o644); err != nil {
				return errors.Join(err, os.Remove(out))
			}
			if p.quiet {
				return nil
			}
			page := p.page()
			page.Line("%s signs; %s.pub checks what it signed", out, out)
			page.Line("next: %s", command("checkpoint", "--key", out))
			return p.print(page)
		},
	}
	cmd.Flags().StringVar(&out, "out", "concordat.key", "the `FILE` of the secret half")
	return cmd
}

// fresh writes a file that must not be there yet.
func fresh(path, line string, mode os.FileMode) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(file, line)
	return errors.Join(err, file.Sync(), file.Close())
}
