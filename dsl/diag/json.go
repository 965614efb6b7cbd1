package diag

import (
	"encoding/json"
	"io"
)

// schemaVersion is raised when a field of the JSON form is added; none is ever
// taken away or given another meaning.
const schemaVersion = 1

type jsonReport struct {
	SchemaVersion int           `json:"schema_version"`
	Findings      []jsonFinding `json:"findings"`
	Errors        int           `json:"errors"`
	Warnings      int           `json:"warnings"`
	Holes         int           `json:"holes"`
	Summary       string        `json:"summary"`
}

type jsonFinding struct {
	Code     Code          `json:"code"`
	Severity string        `json:"severity"`
	At       jsonRange     `json:"at"`
	Text     string        `json:"text"`
	Help     string        `json:"help,omitempty"`
	See      []jsonRelated `json:"see,omitempty"`
}

type jsonRelated struct {
	At  jsonRange `json:"at"`
	Why string    `json:"why"`
}

// jsonRange has lines and columns from 1, columns in characters, offsets in
// bytes, ends excluded; line and column are left out when the text is not known.
type jsonRange struct {
	Path  string    `json:"path"`
	Start jsonPlace `json:"start"`
	End   jsonPlace `json:"end"`
}

type jsonPlace struct {
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
	Offset int `json:"offset"`
}

// JSON writes the findings as one JSON object.
func JSON(w io.Writer, sources Sources, found List) error {
	known := texts{}
	place := func(at Span) jsonRange {
		r := jsonRange{at.Path, jsonPlace{Offset: at.Start}, jsonPlace{Offset: at.End}}
		if t := known.of(at.Path, sources); t != nil {
			start, end := t.bounds(at)
			r.Start.Line, r.Start.Column = start.Line, start.Column
			r.End.Line, r.End.Column = end.Line, end.Column
		}
		return r
	}
	report := jsonReport{
		SchemaVersion: schemaVersion,
		Findings:      []jsonFinding{},
		Errors:        found.Count(Error), Warnings: found.Count(Warning), Holes: found.Count(Hole),
		Summary: found.Summary(),
	}
	for _, d := range found {
		f := jsonFinding{Code: d.Code, Severity: d.Severity.String(), At: place(d.At), Text: d.Text, Help: d.Help}
		for _, see := range d.See {
			f.See = append(f.See, jsonRelated{place(see.At), see.Why})
		}
		report.Findings = append(report.Findings, f)
	}
	return writeJSON(w, report)
}

func writeJSON(w io.Writer, what any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(what)
}
