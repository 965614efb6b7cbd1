package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"concordat/dsl/render"
)

func (p *program) renderCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "render FILE",
		Short: "The agreement as a numbered contract",
		Example: `  concordat render ipsa.agreement > contract.md
  concordat render ipsa.agreement --format html > contract.html`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if strings.HasSuffix(args[0], claimsEnding) {
				return p.renderClaims(args[0])
			}
			s, err := p.compiled(args[0])
			if err != nil {
				return err
			}
			text := render.Markdown(s.machine)
			if p.format == "html" {
				text = render.HTML(s.machine)
			}
			_, err = fmt.Fprint(p.out, text)
			return err
		},
	}
	p.formats(cmd, "markdown", "html")
	return cmd
}
