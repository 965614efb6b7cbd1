package diff

import (
	"slices"
	"sort"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
	"concordat/dsl/token"
	"concordat/engine/value"
)

// piece is one word of a statement in its one form. A length of time and a hole
// are one piece each, as they are to a reader.
type piece struct {
	kind kind
	text string
}

// kind is what sort of word a piece is.
type kind uint8

const (
	word kind = iota // a keyword, a name or an operator
	number
	percent
	money
	day
	period
	length
	text
	hole
)

var kinds = map[token.Kind]kind{
	token.Number: number, token.Percent: percent, token.Money: money, token.Date: day,
	token.Period: period, token.String: text, token.Prose: text,
}

// pieces cuts a statement's value into its words.
func (r *Revision) pieces(at diag.Span) []piece {
	all := r.File.Tokens
	first := sort.Search(len(all), func(i int) bool { return all[i].Start >= at.Start })
	var out []piece
	for _, t := range all[first:] {
		if t.End > at.End || t.Kind == token.EOF {
			break
		}
		if t.Kind == token.Newline || t.Kind == token.Comment {
			continue
		}
		out = append(out, piece{kinds[t.Kind], r.File.Words(diag.Span{Path: at.Path, Start: t.Start, End: t.End})})
	}
	return joined(signed(out))
}

// signed joins a minus to the number that it touches where a value begins.
func signed(of []piece) []piece {
	for i := 0; i+1 < len(of); i++ {
		if of[i].text == "-" && of[i+1].kind == number && (i == 0 || of[i-1].kind == word && !operand(of[i-1].text)) {
			of = slices.Replace(of, i, i+2, piece{number, "-" + of[i+1].text})
		}
	}
	return of
}

// operand reports whether a word is a value that a minus would be taken from.
func operand(word string) bool {
	_, isBand := value.ParseBand(word)
	return word == ")" || isBand != nil && word[0] >= 'a' && word[0] <= 'z'
}

// joined makes one piece of a number and its unit of time, and of a hole.
func joined(of []piece) []piece {
	for i := 0; i < len(of); i++ {
		if n := spanAt(of[i:]); n > 0 {
			of = slices.Replace(of, i, i+n, piece{length, said(of[i : i+n])})
		}
		if i+3 < len(of) && of[i].text == "to" && of[i+1].text == "be" && of[i+2].text == "agreed" {
			of = slices.Replace(of, i, i+4, piece{hole, said(of[i : i+4])})
		}
	}
	return of
}

// spanAt is how many pieces a length of time takes; none is 0.
func spanAt(of []piece) int {
	if of[0].kind != number {
		return 0
	}
	for n := 2; n <= 3 && n <= len(of); n++ {
		if _, err := value.ParseSpan(said(of[:n])); err == nil {
			return n
		}
	}
	return 0
}

func said(of []piece) string {
	out := make([]string, len(of))
	for i, p := range of {
		out[i] = p.text
	}
	return strings.Join(out, " ")
}

// plainNumber is a literal without what is there for readers only.
func plainNumber(text string) (value.Num, bool) {
	n, err := value.ParseNum(strings.ReplaceAll(strings.TrimSuffix(text, "%"), ",", ""))
	return n, err == nil
}

func plainMoney(text string) (currency string, sum value.Money, ok bool) {
	currency, digits := syntax.MoneyParts(text)
	sum, err := value.ParseMoney(digits)
	return currency, sum, err == nil
}

func plainDay(text string) (value.Date, bool) {
	d, err := value.NewDate(syntax.DateParts(text))
	return d, err == nil
}
