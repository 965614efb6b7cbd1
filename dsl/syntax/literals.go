package syntax

import (
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/diag"
	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// unexpected stops a value that began and cannot go on.
func unexpected(lex *lexer.PeekingLexer) error {
	return &participle.UnexpectedTokenError{Unexpected: *lex.Peek()}
}

// signed takes a token of a kind and the minus sign that touches it.
func signed(lex *lexer.PeekingLexer, kind token.Kind) (digits string, span diag.Span, ok bool) {
	t := lex.Peek()
	if scan.Is(t, kind) {
		lex.Next()
		return t.Value, scan.At(t), true
	}
	if !scan.Is(t, token.Minus) {
		return "", diag.Span{}, false
	}
	start := lex.MakeCheckpoint()
	lex.Next()
	next := lex.Peek()
	if !scan.Is(next, kind) || next.Pos.Offset != t.Pos.Offset+1 {
		lex.LoadCheckpoint(start)
		return "", diag.Span{}, false
	}
	lex.Next()
	span = scan.At(t)
	span.End = scan.At(next).End
	return "-" + next.Value, span, true
}

func plain(digits string) string {
	if strings.IndexByte(digits, ',') < 0 {
		return digits
	}
	return strings.ReplaceAll(digits, ",", "")
}

func (v *Number) Parse(lex *lexer.PeekingLexer) error {
	if v.Hole = hole(lex); v.Hole != nil {
		v.At = v.Hole.At
		return nil
	}
	digits, span, ok := signed(lex, token.Number)
	if !ok {
		return participle.NextMatch
	}
	v.Digits, v.At = plain(digits), span
	return nil
}

func (v *Percent) Parse(lex *lexer.PeekingLexer) error {
	if v.Hole = hole(lex); v.Hole != nil {
		v.At = v.Hole.At
		return nil
	}
	digits, span, ok := signed(lex, token.Percent)
	if !ok {
		return participle.NextMatch
	}
	v.Digits, v.At = plain(strings.TrimSuffix(digits, "%")), span
	return nil
}

func (v *Money) Parse(lex *lexer.PeekingLexer) error {
	t := lex.Peek()
	switch {
	case scan.Is(t, token.Money):
		v.Currency, v.Digits = MoneyParts(t.Value)
	case scan.Is(t, token.Hole):
		v.Hole = HoleOf(t.Value, scan.At(t))
	default:
		return participle.NextMatch
	}
	v.At = scan.At(t)
	lex.Next()
	return nil
}

// MoneyParts takes a sum apart as it is written: `£1.2m` is GBP, 1200000. The
// digits are in major units, without commas.
func MoneyParts(text string) (currency, digits string) {
	currency, digits = "GBP", strings.TrimPrefix(text, "£")
	if digits == text {
		currency, digits = text[:3], strings.TrimLeft(text[3:], " \t")
	}
	digits = plain(digits)
	zeros := 0
	switch {
	case strings.HasSuffix(digits, "bn"):
		digits, zeros = digits[:len(digits)-2], 9
	case strings.HasSuffix(digits, "m"):
		digits, zeros = digits[:len(digits)-1], 6
	case strings.HasSuffix(digits, "k"):
		digits, zeros = digits[:len(digits)-1], 3
	}
	if zeros == 0 {
		return currency, digits
	}
	whole, part, _ := strings.Cut(digits, ".")
	part += strings.Repeat("0", max(0, zeros-len(part)))
	digits = strings.TrimLeft(whole+part[:zeros], "0")
	if digits == "" {
		digits = "0"
	}
	if part = strings.TrimRight(part[zeros:], "0"); part != "" {
		digits += "." + part
	}
	return currency, digits
}

func (v *Date) Parse(lex *lexer.PeekingLexer) error {
	t := lex.Peek()
	switch {
	case scan.Is(t, token.Date):
		v.Year, v.Month, v.Day = DateParts(t.Value)
	case scan.Is(t, token.Hole):
		v.Hole = HoleOf(t.Value, scan.At(t))
	default:
		return participle.NextMatch
	}
	v.At = scan.At(t)
	lex.Next()
	return nil
}

// Months are the months as they are written in dates, from January.
var Months = [12]string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}

// DateParts takes a date apart: `1 April 2015` or `2015-04-01`.
func DateParts(text string) (year, month, day int) {
	if len(text) == 10 && text[4] == '-' {
		return atoi(text[:4]), atoi(text[5:7]), atoi(text[8:])
	}
	end := strings.IndexAny(text, " \t")
	name := strings.Trim(text[end:len(text)-4], " \t")
	for i, m := range Months {
		if m == name {
			month = i + 1
		}
	}
	return atoi(text[len(text)-4:]), month, atoi(text[:end])
}

func (v *Period) Parse(lex *lexer.PeekingLexer) error {
	t := lex.Peek()
	switch {
	case scan.Is(t, token.Period):
		v.Year = atoi(t.Value[:4])
		if part := strings.TrimLeft(t.Value[7:], " \t"); part != "" {
			n := atoi(part[1:])
			switch part[0] {
			case 'Q':
				v.Quarter = n
			case 'H':
				v.Half = n
			default:
				v.Month = n
			}
		}
	case scan.Is(t, token.Hole):
		v.Hole = HoleOf(t.Value, scan.At(t))
	case scan.Is(t, token.Ident) && t.Value == "the":
		return v.term(lex)
	default:
		return participle.NextMatch
	}
	v.At = scan.At(t)
	lex.Next()
	return nil
}

// term takes `the term`.
func (v *Period) term(lex *lexer.PeekingLexer) error {
	start, first := lex.MakeCheckpoint(), lex.RawCursor()
	if !word(lex, "the") || !word(lex, "term") {
		lex.LoadCheckpoint(start)
		return participle.NextMatch
	}
	v.Term, v.At = true, spanOf(lex, first)
	return nil
}

func atoi(digits string) int {
	n := 0
	for _, c := range digits {
		n = n*10 + int(c-'0')
	}
	return n
}

func (v *Value) Parse(lex *lexer.PeekingLexer) error {
	if v.Hole = hole(lex); v.Hole != nil {
		v.At = v.Hole.At
		return nil
	}
	if digits, span, ok := signed(lex, token.Number); ok {
		v.Number, v.At = &Number{Digits: plain(digits), At: span}, span
		return nil
	}
	if digits, span, ok := signed(lex, token.Percent); ok {
		v.Percent, v.At = &Percent{Digits: plain(strings.TrimSuffix(digits, "%")), At: span}, span
		return nil
	}
	var m Money
	if err := m.Parse(lex); err != nil {
		return err
	}
	v.Money, v.At = &m, m.At
	return nil
}

func (v *Length) Parse(lex *lexer.PeekingLexer) error {
	if v.Hole = hole(lex); v.Hole != nil {
		v.At = v.Hole.At
		return nil
	}
	if err := v.Count.Parse(lex); err != nil {
		return err
	}
	if v.Unit.Parse(lex) != nil {
		return unexpected(lex)
	}
	v.At = v.Count.At
	v.At.End = v.Unit.At.End
	return nil
}

// Parse takes a band's name, and its range or its statement.
func (v *Band) Parse(lex *lexer.PeekingLexer) error {
	if err := v.Name.Parse(lex); err != nil {
		return err
	}
	if t := lex.Peek(); scan.Is(t, token.String) || scan.Is(t, token.Prose) || scan.Is(t, token.Hole) {
		v.Says = &Text{}
		return v.Says.Parse(lex)
	}
	v.Range = &Range{}
	return must(lex, v.Range.Parse(lex))
}

// word takes a word if it stands here.
func word(lex *lexer.PeekingLexer, w string) bool {
	if t := lex.Peek(); !scan.Is(t, token.Ident) || t.Value != w {
		return false
	}
	lex.Next()
	return true
}

// Parse takes `up to 1.0`, `above 1.0 up to 3.0`, `60 or fewer`, `61 to 100`, `0`.
func (v *Range) Parse(lex *lexer.PeekingLexer) error {
	first := lex.RawCursor()
	var err error
	switch {
	case scan.Is(lex.Peek(), token.Hole):
		v.Hole = hole(lex)
	case word(lex, "above"):
		if v.Low, err = bound(lex, true); err == nil {
			err = v.upper(lex)
		}
	case word(lex, "at"):
		if !word(lex, "least") {
			return unexpected(lex)
		}
		if v.Low, err = bound(lex, false); err == nil {
			err = v.upper(lex)
		}
	case scan.Is(lex.Peek(), token.Ident):
		if err = v.upper(lex); err == nil && v.High == nil {
			return participle.NextMatch
		}
	default:
		err = v.plain(lex)
	}
	v.At = spanOf(lex, first)
	return err
}

// upper takes `up to V` or `below V`, if one stands here.
func (v *Range) upper(lex *lexer.PeekingLexer) (err error) {
	switch {
	case word(lex, "up"):
		if !word(lex, "to") {
			return unexpected(lex)
		}
		v.High, err = bound(lex, false)
	case word(lex, "below"):
		v.High, err = bound(lex, true)
	}
	return err
}

// plain takes a range that starts with a value.
func (v *Range) plain(lex *lexer.PeekingLexer) error {
	var first Value
	if err := first.Parse(lex); err != nil {
		return err
	}
	low := &Bound{Value: first}
	switch {
	case word(lex, "to"):
		high, err := bound(lex, false)
		v.Low, v.High = low, high
		return err
	case word(lex, "or"):
		switch {
		case word(lex, "fewer") || word(lex, "less"):
			v.High = low
		case word(lex, "more"):
			v.Low = low
		default:
			return unexpected(lex)
		}
	default:
		v.Low, v.High = low, low
	}
	return nil
}

func bound(lex *lexer.PeekingLexer, out bool) (*Bound, error) {
	b := &Bound{Out: out}
	if b.Value.Parse(lex) != nil {
		return nil, unexpected(lex)
	}
	return b, nil
}

// spanOf is the source from a place in the tokens up to where lex stands.
func spanOf(lex *lexer.PeekingLexer, from lexer.RawCursor) diag.Span {
	tokens := lex.Range(from, lex.RawCursor())
	if len(tokens) == 0 {
		t := lex.Peek()
		return diag.Span{Path: t.Pos.Filename, Start: t.Pos.Offset, End: t.Pos.Offset}
	}
	span := scan.At(&tokens[0])
	span.End = scan.At(&tokens[len(tokens)-1]).End
	return span
}
