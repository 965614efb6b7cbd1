package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"
)

func (p *program) compileCommand() *cobra.Command {
	var only bool
	cmd := &cobra.Command{
		Use:   "compile FILE",
		Short: "The compiled agreement as JSON, and the fingerprint that the parties sign",
		Example: `  concordat compile ipsa.agreement > ipsa.json
  concordat compile --fingerprint ipsa.agreement`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.compiled(args[0])
			if err != nil {
				return err
			}
			if only {
				_, err := fmt.Fprintln(p.out, s.machine.Fingerprint())
				return err
			}
			text, err := s.machine.Encode()
			if err != nil {
				return err
			}
			var laidOut bytes.Buffer
			if err := json.Indent(&laidOut, text, "", "  "); err != nil {
				return err
			}
			if !p.quiet {
				fmt.Fprintf(p.err, "fingerprint %s\n", s.machine.Fingerprint())
			}
			_, err = fmt.Fprintln(p.out, laidOut.String())
			return err
		},
	}
	cmd.Flags().BoolVar(&only, "fingerprint", false, "only the fingerprint")
	return cmd
}
