package value

import (
	"fmt"
	"strconv"
	"strings"
)

// Unit is what a span counts.
type Unit uint8

// The units of a span.
const (
	Days Unit = iota
	WorkingDays
	Weeks
	Months
	Years
)

var unitWords = []string{"day", "working day", "week", "month", "year"}

// String is the unit in the plural: "working days".
func (u Unit) String() string { return word(unitWords, u) + "s" }

// Span is a length of time as an agreement writes it, such as 20 working days.
// When it ends depends on the day it starts from and, for working days, on a
// calendar: see Calendar.After.
type Span struct {
	N    int // from 0 to 99,999
	Unit Unit
}

// longestSpan keeps every end of a span within the range of Date.
const longestSpan = 99_999

// String writes "20 working days" or "1 month".
func (s Span) String() string {
	if s.N == 1 {
		return "1 " + word(unitWords, s.Unit)
	}
	return strconv.Itoa(s.N) + " " + s.Unit.String()
}

// ParseSpan reads "20 working days" or "1 month"; singular and plural are both
// accepted for any number.
func ParseSpan(s string) (Span, error) {
	n, words, _ := strings.Cut(s, " ")
	unit, err := fromWord[Unit](unitWords, "unit of time", strings.TrimSuffix(words, "s"))
	if err != nil || !allDigits(n) {
		return Span{}, fmt.Errorf("%q is not a length of time: write it like 6 months or 20 working days", s)
	}
	count, err := strconv.Atoi(n)
	if err != nil || count > longestSpan {
		return Span{}, fmt.Errorf("%q is too long: a length of time counts to %d at most", s, longestSpan)
	}
	return Span{N: count, Unit: unit}, nil
}

// MarshalText writes the words of String.
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what ParseSpan reads.
func (s *Span) UnmarshalText(text []byte) (err error) {
	*s, err = ParseSpan(string(text))
	return err
}
