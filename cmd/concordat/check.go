package main

import (
	"maps"
	"strings"

	"github.com/spf13/cobra"

	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/dsl/lastday"
)

func (p *program) checkCommand() *cobra.Command {
	var lastDays bool
	var law string
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Everything that is missing, contradicts itself or is still open",
		Long: `Everything that is missing from an agreement, contradicts itself or is still to be
agreed, many findings at once, each with its place and what to do. A scenario
file is checked against the agreement beside it, the figures of a file of claims
are recomputed, and what an agreement follows is looked for as NAME.framework
beside it or in the folder frameworks beside its folder. Errors end with exit code 3.`,
		Example: `  concordat check ipsa.agreement --last-days
  concordat check s31.agreement --against frameworks/section_31_lead.framework`,
		Args: between(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			var found diag.List
			sources := diag.Sources{}
			for _, path := range args {
				s, err := p.checked(path)
				if err != nil {
					return err
				}
				maps.Copy(sources, s.sources())
				found = append(found, s.found...)
			}
			found, err := p.against(law, sources, found)
			if err != nil {
				return err
			}
			if err := p.findings(sources, found); err != nil {
				return err
			}
			if err := p.showClaims(args); err != nil {
				return err
			}
			if found.HasErrors() {
				return &said{code: exitErrors}
			}
			if lastDays {
				return p.lastDays(args, sources)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&lastDays, "last-days", false, "show the last possible day of every duty, and how it comes about")
	cmd.Flags().StringVar(&law, "against", "", "look for what this framework `FILE` asks, also where no agreement follows it")
	p.formats(cmd, "text", "lines", "json", "github", "sarif")
	return cmd
}

// lastDays shows how long each duty of the agreements among the files can take.
func (p *program) lastDays(paths []string, sources diag.Sources) error {
	page := p.page()
	for _, path := range paths {
		if strings.HasSuffix(path, agreementEnding) {
			agreement, _ := dsl.Check(path, sources[path], frameworks(path, sources[path])...)
			page.LastDays(agreement.Name, lastday.Duties(agreement))
		}
	}
	return p.print(page)
}

// checked reads a file of either kind and what is found in it.
func (p *program) checked(path string) (source, error) {
	switch {
	case strings.HasSuffix(path, scenarioEnding):
		_, told, _, err := p.scenariosIn(path)
		return told, err
	case strings.HasSuffix(path, claimsEnding):
		_, s, err := p.claims(path)
		return s, err
	case strings.HasSuffix(path, frameworkEnding):
		_, s, err := p.framework(path)
		return s, err
	}
	return p.load(path)
}

// findings writes what was found, in the form that was asked for.
func (p *program) findings(sources diag.Sources, found diag.List) error {
	switch p.format {
	case "lines":
		return diag.Lines(p.out, sources, found)
	case "json":
		return diag.JSON(p.out, sources, found)
	case "github":
		return diag.GitHub(p.out, sources, found)
	case "sarif":
		return diag.SARIF(p.out, sources, found, dsl.Pages())
	}
	if p.quiet && len(found) == 0 {
		return nil
	}
	return diag.Frames(p.out, sources, found, p.style())
}

func (p *program) style() diag.Style {
	if p.colour() {
		return diag.Colour
	}
	return diag.Style{}
}
