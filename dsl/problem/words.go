package problem

import (
	"slices"
	"strings"

	"concordat/dsl/diag"
)

// unsettled reports what keeps a value from being settled. What only the whole
// agreement shows is not looked for after it.
func (c *Collector) unsettled(code diag.Code, at diag.Span, text, help string, see ...diag.Related) {
	c.Broken = true
	c.report(code, at, text, help, see...)
}

// report reports a settled value that cannot work.
func (c *Collector) report(code diag.Code, at diag.Span, text, help string, see ...diag.Related) {
	c.Found = append(c.Found, diag.Diagnostic{Code: code, At: at, Text: text, Help: help, See: see})
}

// warn reports what works, but hardly as somebody meant it.
func (c *Collector) warn(code diag.Code, at diag.Span, text, help string, see ...diag.Related) {
	c.Found = append(c.Found, diag.Diagnostic{Code: code, Severity: diag.Warning, At: at, Text: text, Help: help, See: see})
}

// Take adds the findings of the expression fence. What follows from another one
// in the same words is left out, and what is found again is one finding.
func (c *Collector) Take(found diag.List) {
	c.Broken = c.Broken || found.HasErrors()
	start := len(c.Found)
	for _, d := range found {
		inside := slices.ContainsFunc(c.Found[start:], func(e diag.Diagnostic) bool {
			return d.At.Start <= e.At.Start && e.At.End <= d.At.End
		})
		before := slices.IndexFunc(c.Found[:start], func(e diag.Diagnostic) bool { return e.Code == d.Code && e.Text == d.Text })
		switch {
		case inside:
		case before >= 0:
			c.again(before, d.At)
		default:
			c.Found = append(c.Found, d)
		}
	}
}

func see(at diag.Span, why string) diag.Related { return diag.Related{At: at, Why: why} }

// kindWords are the kinds of block in a sentence.
var kindWords = map[string]string{
	"agreement": "agreement", "define": "defined term", "party": "party", "body": "body", "group": "group", "officer": "officer", "shares": "shares block",
	"place": "place", "area": "area", "commitment": "commitment",
	"return": "return", "outcome": "outcome", "measure": "measure", "count": "count", "advance": "advance", "fund": "fund", "cost": "cost", "funding": "funding", "tranche": "tranche", "gainshare": "gainshare", "scorecard": "scorecard", "ratecard": "ratecard", "price": "price", "social_return": "social return", "benefit": "benefit", "route": "route",
	"decision": "decision", "review": "review", "rule": "rule", "dispute": "dispute", "notice": "notice", "contract": "contract", "register": "register", "process": "process", "step": "step", "clause": "clause",
	"principle": "principle", "input": "input", "record": "reason to record",
}

func a(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// Either joins words as a choice: "party, group or body".
func Either(words []string) string { return join(words, " or ") }

// both joins words as a list: "poor and failure".
func both(words []string) string { return join(words, " and ") }

func join(words []string, last string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + last + words[n-1]
	}
	return strings.Join(words, "")
}

func code(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = "`" + w + "`"
	}
	return out
}

func nouns(kinds []string) []string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = kindWords[k]
	}
	return out
}

// underscored is a keyword of several words as words name it: `at_least`.
func underscored(words string) string { return strings.ReplaceAll(words, " ", "_") }
