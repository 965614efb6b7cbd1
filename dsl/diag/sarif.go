package diag

import (
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
)

// The part of SARIF 2.1.0 (OASIS, 2020) that code scanning reads.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    Code          `json:"id"`
		Short *sarifMessage `json:"shortDescription,omitempty"`
		Full  *sarifMessage `json:"fullDescription,omitempty"`
		Help  *sarifMessage `json:"help,omitempty"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    Code            `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// SARIF writes the findings as a SARIF 2.1.0 log. Every page is a rule, and so
// is a code that was found and has no page. A hole has the level "note".
func SARIF(w io.Writer, sources Sources, found List, pages Pages) error {
	known := texts{}
	rules := rulesOf(found, pages)
	results := []sarifResult{}
	for _, d := range found {
		words := d.Text
		if d.Help != "" {
			words += "\n" + d.Help
		}
		result := sarifResult{
			RuleID:    d.Code,
			RuleIndex: slices.IndexFunc(rules, func(r sarifRule) bool { return r.ID == d.Code }),
			Level:     [...]string{"error", "warning", "note"}[d.Severity],
			Message:   sarifMessage{words},
			Locations: []sarifLocation{known.sarif(sources, d.At)},
		}
		for _, see := range d.See {
			at := known.sarif(sources, see.At)
			at.Message = &sarifMessage{see.Why}
			result.Related = append(result.Related, at)
		}
		results = append(results, result)
	}
	return writeJSON(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{{sarifTool{sarifDriver{"concordat", rules}}, "unicodeCodePoints", results}},
	})
}

func rulesOf(found List, pages Pages) []sarifRule {
	rules := []sarifRule{}
	for _, page := range pages {
		rules = append(rules, sarifRule{
			ID:    page.Code,
			Short: &sarifMessage{firstSentence(page.Says)},
			Full:  &sarifMessage{oneLine(page.Says)},
			Help:  &sarifMessage{page.Text()},
		})
	}
	for _, d := range found {
		if !slices.ContainsFunc(rules, func(r sarifRule) bool { return r.ID == d.Code }) {
			rules = append(rules, sarifRule{ID: d.Code})
		}
	}
	return rules
}

func firstSentence(says string) string {
	says = oneLine(says)
	if end := strings.Index(says, ". "); end >= 0 {
		return says[:end+1]
	}
	return says
}

func (t texts) sarif(sources Sources, at Span) sarifLocation {
	uri := url.URL{Path: filepath.ToSlash(at.Path)}
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uri.String()}}}
	if known := t.of(at.Path, sources); known != nil {
		start, end := known.bounds(at)
		l.Physical.Region = &sarifRegion{start.Line, start.Column, end.Line, end.Column}
	}
	return l
}
