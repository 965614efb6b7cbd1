package syntax

import (
	"sort"
	"strconv"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// Words is a text in its one form: on one line, without comments, one blank
// between words, every literal in the form that the formatter gives it. So what
// is quoted from an agreement does not change with its layout.
func Words(text string) string {
	if plainWords(text) {
		return text
	}
	tokens, _ := scan.Tokens("", []byte(text))
	return words(text, 0, tokens)
}

// Words is a piece of the source in its one form.
func (f *File) Words(at diag.Span) string {
	text := string(f.Src[at.Start:at.End])
	if plainWords(text) {
		return text
	}
	first := sort.Search(len(f.Tokens), func(i int) bool { return f.Tokens[i].Start >= at.Start })
	return words(text, at.Start, f.Tokens[first:])
}

// words writes the tokens of a text that starts at an offset of their source.
func words(text string, offset int, tokens []token.Token) string {
	var out strings.Builder
	word, kind, end := "", token.EOF, 0 // what was written last, and where it ends
	sign := false                       // it is the sign of the number that it touches
	for i, t := range tokens {
		if t.Kind == token.EOF || t.End-offset > len(text) {
			break
		}
		if t.Kind == token.Newline || t.Kind == token.Comment {
			continue
		}
		if kind != token.EOF && !sign && !joined(word, kind, t.Kind) {
			out.WriteByte(' ')
		}
		sign = t.Kind == token.Minus && (begins(kind) || tokens[i+1].Start == t.End && end != t.Start)
		word, kind, end = text[t.Start-offset:t.End-offset], t.Kind, t.End
		out.WriteString(literal(kind, word))
	}
	return out.String()
}

// plainWords reports whether a text is a title, or only words, short numbers,
// single blanks and commas, as most are: then it is in its one form already.
func plainWords(text string) bool {
	if n := len(text); n > 1 && text[0] == '"' && strings.IndexByte(text[1:], '"') == n-2 {
		return true
	}
	digits := 0
	for i := range len(text) {
		c, next := text[i], byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		if c < '0' || c > '9' {
			digits = 0
		}
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '%':
		case c >= '0' && c <= '9' && digits < 3:
			digits++
		case c == ' ' && next != ' ' && next != ',':
		case c == ',' && next == ' ':
		default:
			return false
		}
	}
	return true
}

// begins reports whether a value, not an operator, follows a token of this kind.
func begins(kind token.Kind) bool {
	return kind.Operator() || kind == token.LParen || kind == token.Comma || kind == token.EOF
}

// joined reports whether nothing stands between a word and what follows it.
func joined(word string, last, next token.Kind) bool {
	switch {
	case next == token.Comma || next == token.RParen || next == token.Dot:
		return true
	case last == token.LParen || last == token.Dot:
		return true
	case next == token.LParen:
		return last == token.Ident && !Reserved(word)
	}
	return false
}

// literal writes one literal in its one form.
func literal(kind token.Kind, text string) string {
	switch kind {
	case token.Number:
		return grouped(plain(text))
	case token.Percent:
		return grouped(plain(strings.TrimSuffix(text, "%"))) + "%"
	case token.Money:
		currency, digits := MoneyParts(text)
		if currency == "GBP" {
			return "£" + grouped(digits)
		}
		return currency + " " + grouped(digits)
	case token.Date:
		year, month, day := DateParts(text)
		return strconv.Itoa(day) + " " + Months[month-1] + " " + strconv.Itoa(year)
	case token.Period, token.Prose:
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

// grouped puts a comma before every three digits of a number's whole part.
func grouped(digits string) string {
	whole, part, pointed := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if pointed {
		return whole + "." + part
	}
	return whole
}
