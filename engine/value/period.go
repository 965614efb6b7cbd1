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
	return p.label(fmt.Sprintf("%d/%02d", p.Start, (p.Start+1)%100))
}

func (p Period) label(year string) string {
	switch p.Kind {
	case NoPeriod:
		return ""
	case Term:
		return "term"
	case Year:
		return year
	case Month:
		return fmt.Sprintf("%s M%02d", year, p.N)
	default:
		return fmt.Sprintf("%s %s%d", year, periodMark[p.Kind], p.N)
	}
}

// ParsePeriod reads a label with either form of year: "2015/16 Q1" or, where
// the financial year is the calendar year, "2015 Q1".
func ParsePeriod(s string) (Period, error) {
	if s == Term.String() || s == "the "+Term.String() {
		return Period{Kind: Term}, nil
	}
	wrong := fmt.Errorf("%q is not a period: write it like 2015/16, 2015/16 Q1 or 2015/16 M01", s)
	year, part, parted := strings.Cut(s, " ")
	first, second, crosses := strings.Cut(year, "/")
	if len(first) != 4 || !allDigits(first) || first[0] == '0' || crosses && (len(second) != 2 || !allDigits(second)) {
		return Period{}, wrong
	}
	p := Period{Kind: Year}
	p.Start, _ = strconv.Atoi(first)
	if next := fmt.Sprintf("%02d", (p.Start+1)%100); crosses && second != next {
		return Period{}, fmt.Errorf("%q is not a financial year: the year after %s is %s, so write %s/%s",
			s, first, next, first, next)
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
	if p.N < 1 || p.N > p.Kind.inYear() || p.label(year) != s {
		return Period{}, wrong
	}
	return p, nil
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
