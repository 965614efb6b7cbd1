package report

import (
	"fmt"
	"strings"

	"concordat/dsl/models"
)

// aspects are what is said of a model, in the order of reading.
func aspects(m models.Model) []aspect {
	return []aspect{
		{"Choose it when", m.Fits}, {"Not when", m.Unfit},
		{"What speaks for it", m.For}, {"What speaks against it", m.Against},
		{"What can go wrong", m.Risks}, {"What it needs", m.Needs},
	}
}

type aspect struct {
	title string
	lines []string
}

// Choose compares the models: first when each fits, then each in full.
func (p *Page) Choose(all []models.Model) {
	p.Head("Which model of agreement fits when")
	t := Table{}
	for _, m := range all {
		t.Row(m.Name, m.Fits[0])
	}
	p.Table(t)
	for _, m := range all {
		p.Model(m)
	}
}

// Model is one model in full.
func (p *Page) Model(m models.Model) {
	p.Head("%s (%s)", m.Title, m.Name)
	p.Para(0, "%s", m.Says)
	for _, a := range aspects(m) {
		p.Line("")
		p.Line("%s", a.title)
		for _, line := range a.lines {
			p.Item(4, "  -", "%s", line)
		}
	}
	p.Line("")
	p.Line("start one: concordat new %s NAME", m.Name)
	p.Line("an example: %s", m.Example)
}

// ChooseMarkdown is the same as a page in Markdown; links are relative to the
// folder of the agreements.
func ChooseMarkdown(all []models.Model) []byte {
	var b strings.Builder
	b.WriteString("# Which model of agreement fits when\n\n")
	b.WriteString("This page is what `concordat choose` says. `concordat new MODEL NAME` starts an agreement of a model.\n\n")
	b.WriteString("| choose it when | model |\n|---|---|\n")
	for _, m := range all {
		fmt.Fprintf(&b, "| %s | [%s](#%s) |\n", m.Fits[0], m.Title, strings.ReplaceAll(strings.ToLower(m.Title), " ", "-"))
	}
	for _, m := range all {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", m.Title, m.Says)
		for _, a := range aspects(m) {
			fmt.Fprintf(&b, "\n**%s**\n\n", a.title)
			for _, line := range a.lines {
				fmt.Fprintf(&b, "- %s\n", line)
			}
		}
		path := strings.TrimPrefix(m.Example, "agreements/")
		fmt.Fprintf(&b, "\nStart one with `concordat new %s NAME`. An example is [%s](%s).\n", m.Name, path, path)
	}
	return []byte(b.String())
}

type chooseJSON struct {
	SchemaVersion int         `json:"schema_version"`
	Models        []modelJSON `json:"models"`
}

type modelJSON struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	Says    string   `json:"says"`
	Fits    []string `json:"fits_when"`
	Unfit   []string `json:"not_when"`
	For     []string `json:"for"`
	Against []string `json:"against"`
	Risks   []string `json:"risks"`
	Needs   []string `json:"needs"`
	Example string   `json:"example"`
}

// ChooseJSON is the same for machines.
func ChooseJSON(all []models.Model) ([]byte, error) {
	out := chooseJSON{SchemaVersion: 1}
	for _, m := range all {
		out.Models = append(out.Models, modelJSON(m))
	}
	return Indent(out)
}
