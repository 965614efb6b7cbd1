package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"concordat/dsl/render"
	"concordat/engine/machine"
)

func (p *program) graphCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "graph FILE [MACHINE]",
		Short: "Pictures of the lives of figures, decisions, payments and notices",
		Long: `Pictures of the lives of figures, decisions, payments and notices, drawn from the
compiled agreement. With MACHINE only that one; without, all of them: Mermaid
pictures as a Markdown page, DOT pictures one after the other.`,
		Example: `  concordat graph ipsa.agreement settle
  concordat graph ipsa.agreement placements --format dot | dot -Tsvg > placements.svg`,
		Args: between(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.compiled(args[0])
			if err != nil {
				return err
			}
			if len(args) == 1 {
				return p.graphs(s.machine)
			}
			at := s.machine.Chart(args[1])
			if at < 0 {
				var known []string
				for i := range s.machine.Charts {
					known = append(known, s.machine.Charts[i].ID)
				}
				return usage(nearby(args[1], known), "%s has no machine called `%s`", s.machine.Name, args[1])
			}
			_, err = fmt.Fprint(p.out, p.graph(&s.machine.Charts[at]))
			return err
		},
	}
	p.formats(cmd, "mermaid", "dot")
	return cmd
}

func (p *program) graph(c *machine.Chart) string {
	if p.format == "dot" {
		return render.DOT(c)
	}
	return render.Mermaid(c)
}

func (p *program) graphs(m *machine.Machine) error {
	for i := range m.Charts {
		c := &m.Charts[i]
		text := p.graph(c)
		if p.format == "mermaid" {
			text = fmt.Sprintf("## %s: %s\n\n```mermaid\n%s```\n\n", c.ID, c.Title, text)
		}
		if _, err := fmt.Fprint(p.out, text); err != nil {
			return err
		}
	}
	return nil
}
