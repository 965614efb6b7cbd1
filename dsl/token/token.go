// Package token names the pieces that the scanner cuts an agreement into. A
// token is a kind and a range of bytes: its text stays in the source, so that
// nothing is copied or rewritten on the way. Literals are whole tokens
// (`1 April 2015`, `£426,937`, `12.5%`, `2015/16 Q1`), because a date or a sum
// of money is one word to its reader. Comments and line ends are tokens too:
// the formatter must not lose them, and a line end finishes a statement.
package token

import "strconv"

// Kind says what a token is.
type Kind uint8

const (
	Bad     Kind = iota // bytes that belong to nothing; the scanner has reported them
	EOF                 // the end of the file, empty
	Newline             // the end of a line
	Comment             // `# …` up to the end of the line
	Ident               // a word: lower_case, Q4, VAT, GBP, year's, half-year
	Number              // 1.0, 6,400,000
	Percent             // 12.5%
	Money               // £426,937, £1.2m, EUR 5
	Date                // 1 April 2015, 2015-04-01
	Period              // 2015/16, 2015/16 Q1, 2015/16 H1
	String              // "…", on one line
	Prose               // """…""", over many
	Open                // {
	Close               // }
	LParen              // (
	RParen              // )
	Comma               // ,
	Dot                 // .
	Plus                // +
	Minus               // -
	Star                // *
	Slash               // /
	Less                // <
	AtMost              // <=
	More                // >
	AtLeast             // >=
	Equal               // ==
	Differs             // !=
	Hole                // `to be agreed "what"`, joined from four tokens by the parser
	End                 // the end of a statement, added by the parser
)

var names = [...]string{
	"Bad", "EOF", "Newline", "Comment", "Ident", "Number", "Percent", "Money", "Date", "Period", "String", "Prose",
	"Open", "Close", "LParen", "RParen", "Comma", "Dot", "Plus", "Minus", "Star", "Slash", "Less", "AtMost", "More",
	"AtLeast", "Equal", "Differs", "Hole", "End",
}

func (k Kind) String() string {
	if int(k) < len(names) {
		return names[k]
	}
	return "Kind(" + strconv.Itoa(int(k)) + ")"
}

// Kinds is the number of kinds; kinds are numbered from zero.
const Kinds = len(names)

// Operator reports whether the kind joins two values of an expression. A line
// that ends in one goes on.
func (k Kind) Operator() bool { return k >= Plus && k <= Differs }

// Token is one piece of a source: the bytes Start up to, not including, End.
type Token struct {
	Kind       Kind
	Start, End int
}

// Text is the token as it stands in its source.
func (t Token) Text(src []byte) string { return string(src[t.Start:t.End]) }
