package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/dsl/models"
)

func (p *program) chooseCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "choose [MODEL]",
		Short: "Which model of agreement fits when, and what speaks for and against it",
		Example: `  concordat choose
  concordat choose partnership_purchasing`,
		Args:              between(0, 1),
		ValidArgsFunction: completeModel,
		RunE: func(_ *cobra.Command, args []string) error {
			all := models.All()
			if len(args) == 1 {
				m, err := model(args[0])
				if err != nil {
					return err
				}
				all = []models.Model{m}
			}
			switch p.format {
			case "json":
				return p.printBytes(report.ChooseJSON(all))
			case "markdown":
				return p.printBytes(report.ChooseMarkdown(all), nil)
			}
			page := p.page()
			if len(args) == 1 {
				page.Model(all[0])
			} else {
				page.Choose(all)
			}
			return p.print(page)
		},
	}
	p.formats(cmd, "text", "markdown", "json")
	return cmd
}

// model finds a model by name, or says which there are.
func model(name string) (models.Model, error) {
	if m, ok := models.Find(name); ok {
		return m, nil
	}
	return models.Model{}, usage(nearby(name, models.Names()), "there is no model `%s`", name)
}

// completeModel offers the models to the shell.
func completeModel(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offers []string
	for _, m := range models.All() {
		offers = append(offers, fmt.Sprintf("%s\t%s", m.Name, m.Title))
	}
	return offers, cobra.ShellCompDirectiveNoFileComp
}
