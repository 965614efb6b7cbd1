package syntax

import (
	"strconv"
	"strings"

	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// Words is the text of a value in its one form: on one line, without comments,
// one blank between words, every literal as the formatter writes it. So what is
// quoted from an agreement does not change with its layout.
func Words(text string) string {
	if plainWords(text) {
		return text
	}
	tokens, _ := scan.Tokens("", []byte(text))
	var out strings.Builder
	last := token.Token{Kind: token.EOF}
	sign := false // the last token is the sign of the number that it touches
	for i, t := range tokens {
		switch t.Kind {
		case token.Newline, token.Comment, token.EOF:
			continue
		}
		if last.Kind != token.EOF && !sign && !joined(text, last, t) {
			out.WriteByte(' ')
		}
		out.WriteString(literal(t.Kind, text[t.Start:t.End]))
		sign = t.Kind == token.Minus && tokens[i+1].Start == t.End && (i == 0 || last.End != t.Start)
		last = t
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

// joined reports whether nothing stands between two tokens.
func joined(text string, last, t token.Token) bool {
	switch {
	case t.Kind == token.Comma || t.Kind == token.RParen || t.Kind == token.Dot:
		return true
	case last.Kind == token.LParen || last.Kind == token.Dot:
		return true
	case t.Kind == token.LParen:
		word := text[last.Start:last.End]
		return last.Kind == token.Ident && !Reserved(word)
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
