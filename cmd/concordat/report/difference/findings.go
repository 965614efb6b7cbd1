package difference

import (
	"cmp"
	"slices"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/diff"
)

// annotationLimit is how many annotations a pull request shows of one step.
const annotationLimit = 10

// Findings are the changes as findings in the newer text, for the
// forms that annotate it: what stands only in the older text is shown at the
// head of its block, or at the start of the text.
func Findings(r *diff.Report) (diag.List, diag.Pages) {
	var out diag.List
	for i := range r.Changes {
		c := &r.Changes[i]
		at := c.NewAt
		if at.End == 0 {
			at = diag.Span{Path: r.New}
		}
		at.Path = r.New
		d := diag.Diagnostic{Code: diag.Code(c.Rule()), Severity: diag.Hole, At: at, Text: changeInWords(c, r)}
		if c.Level == diff.Variation {
			d.Severity = diag.Warning
		}
		out = append(out, d)
	}
	var pages diag.Pages
	for _, rule := range diff.Rules() {
		pages = append(pages, diag.Page{Code: diag.Code(rule.ID), Says: rule.Says})
	}
	return out, pages
}

// Annotations are the findings that matter most, as many as are shown.
func Annotations(of diag.List) diag.List {
	out := slices.Clone(of)
	slices.SortStableFunc(out, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	return out[:min(len(out), annotationLimit)]
}

// changeInWords is a change in one or two sentences.
func changeInWords(c *diff.Change, r *diff.Report) string {
	words := headline(c)
	switch {
	case c.Aspect == diff.Wording && c.Old != "" && c.New != "" && c.Was == "":
		words += ": " + proseText(diff.Prose(unquoted(c.Old), unquoted(c.New)))
	case c.Old != "" && c.New != "" && c.Was == "":
		words += ": was " + c.Old + "; now " + c.New
	case c.Old != "":
		words += ": was " + c.Old
	case c.New != "":
		words += ": " + c.New
	}
	parts := []string{words + "."}
	parts = append(parts, sidesSaid(c, r)...)
	for _, more := range []string{c.Example, c.Remark} {
		if more != "" {
			parts = append(parts, more)
		}
	}
	return strings.Join(parts, " ")
}
