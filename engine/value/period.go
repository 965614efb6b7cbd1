package value

import (
	"fmt"
	"strconv"
	"strings"
)

// Period is one month, quarter, half or whole of a financial year, or the
// term. The days that it covers follow from the YearStart. Periods compare
// with ==; the zero Period is no period.
type Period struct {
	Kind  PeriodKind
	Start int // the calendar year in which the financial year starts; 0 for the term
	N     int // 1-based place in the year; 0 for a year or the term
}

// String is the label of a period in a financial year that runs into a second
// calendar year: "2015/16", "2015/16 H1", "2015/16 Q1", "2015/16 M01", "term".
// YearStart.Label gives the one that readers of a given agreement expect.
func (p Period) String() string {
	if p.Kind == NoPeriod || p.Kind == Term {
		return p.label("")
	}
	b := strconv.AppendInt(make([]byte, 0, len("2015/16 M01")), int64(p.Start), 10)
	return string(p.appendPart(appendTwo(append(b, '/'), (p.Start+1)%100)))
}

func (p Period) label(year string) string {
	switch p.Kind {
	case NoPeriod:
		return ""
	case Term:
		return "term"
	case Year:
		return year
	default:
		return string(p.appendPart(append(make([]byte, 0, len("2015/16 M01")), year...)))
	}
}

// appendPart writes which part of its year a period is. A replay names periods
// millions of times, so this does without package fmt.
func (p Period) appendPart(b []byte) []byte {
	switch p.Kind {
	case Year:
		return b
	case Month:
		return appendTwo(append(b, " M"...), p.N)
	default:
		return strconv.AppendInt(append(append(b, ' '), periodMark[p.Kind]...), int64(p.N), 10)
	}
}

// appendTwo writes a number with at least two digits.
func appendTwo(b []byte, n int) []byte {
	if n >= 0 && n < 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// ParsePeriod reads a label with either form of year: "2015/16 Q1" or, where
// the financial year is the calendar year, "2015 Q1".
func ParsePeriod(s string) (Period, error) {
	if s == Term.String() || s == "the "+Term.String() {
		return Period{Kind: Term}, nil
	}
	year, part, parted := strings.Cut(s, " ")
	first, second, crosses := strings.Cut(year, "/")
	if len(first) != 4 || !allDigits(first) || first[0] == '0' || crosses && (len(second) != 2 || !allDigits(second)) {
		return Period{}, notAPeriod(s)
	}
	p := Period{Kind: Year}
	p.Start, _ = strconv.Atoi(first)
	var room [8]byte // on the stack: a replay reads a period for each event
	if next := appendTwo(room[:0], (p.Start+1)%100); crosses && second != string(next) {
		return Period{}, fmt.Errorf("%q is not a financial year: the year after %s is %s, so write %s/%s",
			s, first, string(next), first, string(next))
	}
	if !parted {
		return p, nil
	}
	for kind := Month; kind < Year; kind++ {
		if number, ok := strings.CutPrefix(part, periodMark[kind]); ok {
			p.Kind = kind
			p.N, _ = strconv.Atoi(number)
			break
		}
	}
	// Comparing the labels refuses "Q5", "Q01" and "M1" alike.
	if p.N < 1 || p.N > p.Kind.InYear() || string(p.appendPart(room[:0])) != s[len(year):] {
		return Period{}, notAPeriod(s)
	}
	return p, nil
}

func notAPeriod(s string) error {
	return fmt.Errorf("%q is not a period: write it like 2015/16, 2015/16 Q1 or 2015/16 M01", s)
}

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p == Period{} }

// MarshalText writes the label of String.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what ParsePeriod reads; no text is no period.
func (p *Period) UnmarshalText(text []byte) (err error) {
	*p = Period{}
	if len(text) > 0 {
		*p, err = ParsePeriod(string(text))
	}
	return err
}
