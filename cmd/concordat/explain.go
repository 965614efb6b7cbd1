package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"concordat/dsl"
	"concordat/dsl/diag"
)

func (p *program) explainCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "explain [CODE]",
		Short: "What a finding means and how to mend it; without a code, all codes",
		Example: `  concordat explain bands-overlap
  concordat explain`,
		Args: between(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			pages := dsl.Pages()
			if len(args) == 0 {
				for _, page := range pages {
					fmt.Fprintln(p.out, page.Code)
				}
				return nil
			}
			page, ok := pages.Find(diag.Code(args[0]))
			if !ok {
				advice := "`concordat explain` lists them all"
				if near := pages.Nearest(args[0]); near != "" {
					advice = fmt.Sprintf("did you mean `%s`?", near)
				}
				return usage(advice, "there is no finding `%s`", args[0])
			}
			_, err := fmt.Fprint(p.out, page.Text())
			return err
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var codes []string
			for _, page := range dsl.Pages() {
				codes = append(codes, string(page.Code))
			}
			return codes, cobra.ShellCompDirectiveNoFileComp
		},
	}
	return cmd
}
