package pages

import (
	_ "embed"
	"errors"
	"slices"
	"strings"

	"concordat/dsl/check"
	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/scan"
	figures "concordat/dsl/stated"
	"concordat/dsl/token"
)

// Base is a small agreement with one or more blocks of every kind, in which the
// checker finds nothing. The examples of findings are tried on it.
//
//go:embed base.agreement
var Base string

// Try finds what the stages up to the checker find in a fragment: blocks that
// take the place of blocks of the base agreement with the same keyword and
// name, or are added to it; or scenarios of the base agreement. The offsets of
// findings are those of the text that With returns.
func Try(fragment string) diag.List {
	text, path := With(fragment)
	file, found := parse.Text(path, []byte(text))
	if path == scenarioPath {
		base, _ := parse.Text(agreementPath, []byte(Base))
		a, _ := check.Agree(base)
		_, more := check.Scenarios(file, a)
		return append(found, more...)
	}
	if path == claimsPath {
		_, more := figures.Settle(file, exampleRows)
		return append(found, more...)
	}
	if path == frameworkPath {
		_, found = check.ReadFramework(path, []byte(text))
		return found
	}
	law, _ := check.ReadFramework(frameworkPath, []byte(ExampleFramework))
	_, more := check.Agree(file, law)
	return append(found, more...)
}

// exampleRows is the one file that stands beside claims that are tried.
func exampleRows(name string) ([]byte, error) {
	if name != "arrangements.csv" {
		return nil, errors.New("there is no such file")
	}
	return []byte(figures.ExampleRows), nil
}

// wholeFile begins a fragment that is tried by itself.
const wholeFile = "# The whole file:\n"

const (
	agreementPath = "base.agreement"
	scenarioPath  = "base.scenario"
	claimsPath    = "base.claims"
	frameworkPath = "base.framework"
)

// With is the whole text in which a fragment is tried, and its path.
func With(fragment string) (text, path string) {
	if strings.HasPrefix(fragment, wholeFile) {
		return fragment, agreementPath
	}
	if strings.HasPrefix(fragment, "framework ") {
		return fragment, frameworkPath
	}
	if strings.HasPrefix(fragment, "data ") || strings.HasPrefix(fragment, "claim ") {
		return fragment, claimsPath
	}
	for line := range strings.Lines(fragment) {
		if strings.HasPrefix(line, "scenario ") {
			return fragment, scenarioPath
		}
	}
	return amend(Base, fragment), agreementPath
}

// amend takes the blocks of part out of base and puts the text of part at the
// end; a measure takes its place inside its outcome.
func amend(base, part string) string {
	olds := extents(base)
	added := part
	for _, b := range extents(part) {
		i := slices.IndexFunc(olds, func(o extent) bool {
			return o.name == b.name && (o.keyword == b.keyword || o.keyword == "agreement" && b.keyword == "template")
		})
		if i < 0 {
			continue
		}
		olds[i].cut = true
		if b.keyword == "measure" && b.depth == 0 {
			olds[i].text = part[b.start:b.end]
			added = strings.Replace(added, olds[i].text, "", 1)
		}
	}
	var out strings.Builder
	from := 0
	for _, o := range olds {
		if o.cut && o.start >= from {
			out.WriteString(base[from:o.start])
			out.WriteString(o.text)
			from = o.end
		}
	}
	out.WriteString(base[from:])
	return out.String() + "\n" + added
}

// extent is where a block stands in a text, however wrong it is inside.
type extent struct {
	keyword, name string
	start, end    int
	depth         int
	cut           bool   // it is taken out
	text          string // and this put in its place
}

// extents are the blocks of a text in the order in which they begin.
func extents(text string) (out []extent) {
	tokens, _ := scan.Tokens(agreementPath, []byte(text))
	var open []int
	var line []token.Token
	for _, t := range tokens {
		switch t.Kind {
		case token.Newline:
			line = line[:0]
		case token.Open:
			e := extent{start: t.Start, end: len(text), depth: len(open)}
			if len(line) > 0 {
				e.start, e.keyword = line[0].Start, text[line[0].Start:line[0].End]
			}
			if len(line) > 1 && line[1].Kind == token.Ident {
				e.name = text[line[1].Start:line[1].End]
			}
			open = append(open, len(out))
			out = append(out, e)
			line = line[:0]
		case token.Close:
			if n := len(open); n > 0 {
				out[open[n-1]].end = t.End
				open = open[:n-1]
			}
			line = line[:0]
		default:
			line = append(line, t)
		}
	}
	return out
}
