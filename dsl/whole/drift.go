package whole

import (
	"concordat/dsl/diag"
	"concordat/dsl/problem"
	"concordat/dsl/scan"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/value"
	"slices"
	"strings"
)

// drifts finds figures in the words of each clause that the block it states does
// not have.
func (w *Text) drifts() {
	for _, b := range w.Blocks {
		x, is := b.Is.(*settled.Clause)
		if !is || len(x.States) == 0 {
			continue
		}
		at := slices.IndexFunc(w.Blocks, func(rule Block) bool { return rule.Is == x.States[0] })
		if says := b.At.Find("text"); says != nil && says.Value != nil && at >= 0 {
			w.drift(says, w.Blocks[at])
		}
	}
}

// drift finds figures in the words of a clause that its rule does not have.
func (w *Text) drift(says *syntax.Statement, rule Block) {
	has := map[string]bool{}
	var of []problem.Quantity
	for _, q := range quantities(w.File.Inside(rule.At), w.File.Src) {
		has[q.Kind+q.Text] = true
		if q.Kind == "span" {
			n, _, _ := strings.Cut(q.Text, " ")
			has["number"+n] = true // `20` may stand for `20 working days`
		}
		of = append(of, q)
	}
	text := []byte(string(w.File.Src[says.ValueAt.Start:says.ValueAt.End]))
	found, open := scan.Inserts(string(text))
	if open >= 0 {
		return
	}
	for _, in := range found {
		for i := in.Start; i < in.End; i++ {
			text[i] = ' '
		}
	}
	for i, b := range text {
		if b == '"' || b == '#' {
			text[i] = ' '
		}
	}
	tokens, _ := scan.Tokens(says.ValueAt.Path, text)
	for _, q := range quantities(tokens, text) {
		if !has[q.Kind+q.Text] {
			start := says.ValueAt.Start
			place := diag.Span{Path: says.ValueAt.Path, Start: start + q.At.Start, End: start + q.At.End}
			w.ClauseDrifts(place, q, settled.HeadOf(rule.Is), of)
		}
	}
}

// references are the words after which a number is no figure but a place.
var references = map[string]bool{
	"clause": true, "clauses": true, "paragraph": true, "schedule": true, "section": true, "part": true, "article": true,
	"annex": true, "appendix": true, "regulation": true,
}

// quantities are the figures of a text. A number in words counts only with a
// unit of time: `six months` is a figure, `one of them` is not.
func quantities(tokens []token.Token, src []byte) (out []problem.Quantity) {
	words := make([]token.Token, 0, len(tokens))
	for _, t := range tokens {
		if t.Kind != token.Newline && t.Kind != token.Comment {
			words = append(words, t)
		}
	}
	for i, t := range words {
		text := t.Text(src)
		switch t.Kind {
		case token.Money:
			out = append(out, problem.Quantity{At: t, Kind: "sum", Text: sumText(text)})
		case token.Percent:
			out = append(out, problem.Quantity{At: t, Kind: "percentage", Text: plain(strings.TrimSuffix(text, "%"))})
		case token.Date:
			if d, err := value.ParseDate(text); err == nil {
				text = d.ISO()
			}
			out = append(out, problem.Quantity{At: t, Kind: "day", Text: text})
		case token.Period:
			out = append(out, problem.Quantity{At: t, Kind: "period", Text: text})
		case token.Number:
			if i == 0 || !references[strings.ToLower(words[i-1].Text(src))] {
				out = append(out, counted(words[i:], src, plain(text)))
			}
		case token.Ident:
			if n, ok := numerals[strings.ToLower(text)]; ok {
				if q := counted(words[i:], src, n); q.Kind == "span" || q.Kind == "percentage" {
					out = append(out, q)
				}
			}
		}
	}
	return out
}

var numerals = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
	"eleven": "11", "twelve": "12", "fifteen": "15", "eighteen": "18", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
	"sixty": "60", "ninety": "90",
}

// counted is a number with the unit that follows it: `6 months`, `60 per cent`.
func counted(words []token.Token, src []byte, n string) problem.Quantity {
	at := words[0]
	word := func(i int) string {
		if i < len(words) && words[i].Kind == token.Ident {
			return strings.ToLower(words[i].Text(src))
		}
		return ""
	}
	unit, last := word(1), 1
	switch {
	case unit == "per" && word(2) == "cent":
		return problem.Quantity{At: token.Token{Kind: at.Kind, Start: at.Start, End: words[2].End}, Kind: "percentage", Text: n}
	case unit == "percent":
		return problem.Quantity{At: token.Token{Kind: at.Kind, Start: at.Start, End: words[1].End}, Kind: "percentage", Text: n}
	case unit == "working":
		unit, last = "working "+word(2), 2
	}
	singular := strings.TrimSuffix(unit, "s")
	if !slices.Contains(syntax.LengthUnit("").Phrases(), singular) {
		return problem.Quantity{At: at, Kind: "number", Text: n}
	}
	return problem.Quantity{At: token.Token{Kind: at.Kind, Start: at.Start, End: words[last].End}, Kind: "span", Text: n + " " + singular}
}

// plain is a number in one spelling.
func plain(text string) string {
	if n, err := value.ParseNum(strings.TrimSpace(text)); err == nil {
		return n.String()
	}
	return text
}

func sumText(text string) string {
	if m, err := value.ParseMoney(strings.TrimPrefix(text, "£")); err == nil {
		return m.String()
	}
	return text
}
