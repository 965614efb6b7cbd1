package report

import (
	"concordat/engine"
	"concordat/engine/run"
)

// Why is each derivation as an indented tree, every line with what it rests on.
func (p *Page) Why(a run.Agreement, found []engine.Derivation) {
	for i, d := range found {
		if i > 0 {
			p.Line("")
		}
		p.Tree(nodeOf(a, d))
	}
}

func nodeOf(a run.Agreement, d engine.Derivation) Node {
	n := Node{Text: d.Says}
	if cite := Cite(a.Machine, a.Path, d.At); cite != "" {
		n.Text += "  [" + cite + "]"
	}
	for _, from := range d.From {
		n.Under = append(n.Under, nodeOf(a, from))
	}
	return n
}

type whyJSON struct {
	SchemaVersion int           `json:"schema_version"`
	Agreement     string        `json:"agreement"`
	Thing         string        `json:"thing"`
	Because       []becauseJSON `json:"because"`
}

type becauseJSON struct {
	Says string `json:"says"`
	place
	From []becauseJSON `json:"from,omitempty"`
}

// WhyJSON is the same for machines.
func WhyJSON(a run.Agreement, thing string, found []engine.Derivation) ([]byte, error) {
	out := whyJSON{SchemaVersion: 1, Agreement: a.Name, Thing: thing}
	for _, d := range found {
		out.Because = append(out.Because, becauseOf(a, d))
	}
	return Indent(out)
}

func becauseOf(a run.Agreement, d engine.Derivation) becauseJSON {
	out := becauseJSON{Says: d.Says, place: placeOf(a.Machine, d.At)}
	for _, from := range d.From {
		out.From = append(out.From, becauseOf(a, from))
	}
	return out
}
