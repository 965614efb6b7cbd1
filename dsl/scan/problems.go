package scan

import (
	"fmt"
	"unicode"

	"concordat/dsl/diag"
)

// The findings of the scanner: every code and every sentence.
const (
	codeLookalike diag.Code = "lookalike"       // a character that looks like another one
	codeBidi      diag.Code = "bidi"            // a sign that turns the direction of the text
	codeStray     diag.Code = "stray-character" // a character that the language does not use
	codeOpenText  diag.Code = "text-not-closed" // a string or prose without its last quote
	codeNotText   diag.Code = "not-utf-8"       // bytes that are no text
	codeNoDate    diag.Code = "no-such-date"    // 31 February
	codeNoYear    diag.Code = "no-such-year"    // 2015/17
)

// Hidden reports whether a finding is about something that the eye does not
// see, so that it must be shown whatever else is wrong on its line.
func Hidden(code diag.Code) bool {
	return code == codeLookalike || code == codeBidi || code == codeNotText
}

func (s *scanner) report(code diag.Code, start, end int, text, help string) {
	s.found = append(s.found, diag.Diagnostic{Code: code, At: diag.Span{Path: s.path, Start: start, End: end}, Text: text, Help: help})
}

// odd reports a character beyond ASCII: by what it looks like, if it does.
func (s *scanner) odd(start, end int, r rune) {
	plain := twin(r)
	switch {
	case plain == ' ':
		s.report(codeLookalike, start, end, fmt.Sprintf("this blank is not a plain space but U+%04X", r), "write a plain space")
	case plain != 0:
		s.report(codeLookalike, start, end, fmt.Sprintf("`%c` (U+%04X) looks like `%c` but is another character", r, r, plain),
			fmt.Sprintf("write `%c`", plain))
	case !unicode.IsPrint(r):
		s.report(codeLookalike, start, end, fmt.Sprintf("an invisible character (U+%04X) stands here", r), "delete it")
	case r == '€' || r == '$':
		s.report(codeStray, start, end, fmt.Sprintf("`%c` does not say which currency it is", r), "write its three letters before the sum, such as `EUR 5`")
	case unicode.IsLetter(r):
		s.report(codeStray, start, end, fmt.Sprintf("`%c` cannot stand in a name", r), "write names with the letters a to z, digits and `_`")
	default:
		s.report(codeStray, start, end, fmt.Sprintf("`%c` means nothing here", r), "delete it, or put it in quotes if it is part of a text")
	}
}

func (s *scanner) stray(start, end int) {
	c := s.src[start]
	help, known := strayHelp[c]
	if !known {
		help = "delete it, or put it in quotes if it is part of a text"
	}
	text := fmt.Sprintf("`%c` means nothing here", c)
	if c < ' ' || c == 0x7F {
		text = fmt.Sprintf("a control character (U+%04X) stands here", c)
	}
	s.report(codeStray, start, end, text, help)
}

var strayHelp = map[byte]string{
	'%':  "write a percentage without a blank, such as `12.5%`; it is never a sign of arithmetic",
	'\'': "put text in double quotes",
	';':  "start a new line: one fact a line",
	'=':  "write `==` to compare; a statement's value follows its keyword without a sign",
	'!':  "write `!=` or `not`",
	'&':  "write `and`",
	'|':  "write `or`",
	'^':  "multiply with `*`; powers are not part of the language",
	'$':  "write the currency's three letters before the sum, such as `USD 5`",
}

func (s *scanner) turns(start, end int, r rune) {
	s.report(codeBidi, start, end, fmt.Sprintf("an invisible sign (U+%04X) makes text here look other than it is", r), "delete it")
}

func (s *scanner) poundAlone(start, end int) {
	s.report(codeStray, start, end, "no sum follows this pound sign", "write the sum right behind it, such as `£426,937`")
}

func (s *scanner) notUTF8(start, end int) {
	s.report(codeNotText, start, end, "these bytes are not text in UTF-8", "save the file as UTF-8")
}

func (s *scanner) unterminatedString(start, end int) {
	s.report(codeOpenText, start, end, "this text has no closing quote on its line", "close it with `\"`, or use `\"\"\"` for text of several lines")
}

func (s *scanner) unterminatedProse(start int) {
	s.report(codeOpenText, start, start+3, "this text of several lines is never closed", "close it with `\"\"\"`")
}

func (s *scanner) noSuchDate(start, end int) {
	s.report(codeNoDate, start, end, fmt.Sprintf("there is no %s", s.src[start:end]), "write a day that the month has")
}

func (s *scanner) noSuchYear(start, end, first int) {
	s.report(codeNoYear, start, end, fmt.Sprintf("%s is no financial year", s.src[start:end]),
		fmt.Sprintf("the year that starts in %d is written %d/%02d", first, first, (first+1)%100))
}
