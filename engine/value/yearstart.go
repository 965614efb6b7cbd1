package value

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// YearStart is the day on which an agreement's financial year starts, such as
// 1 April. In a year without that day it starts on the month's last.
type YearStart struct {
	Month, Day int
}

// String writes "1 April".
func (y YearStart) String() string {
	if y.Month < 1 || y.Month > monthsInYear {
		return ""
	}
	return fmt.Sprintf("%d %s", y.Day, monthNames[y.Month-1])
}

// ParseYearStart reads "1 April".
func ParseYearStart(s string) (YearStart, error) {
	day, name, _ := strings.Cut(s, " ")
	y := YearStart{Month: slices.Index(monthNames[:], name) + 1}
	y.Day, _ = strconv.Atoi(day)
	const leapYear = 2000
	if y.Month == 0 || y.Day < 1 || y.Day > daysIn(leapYear, y.Month) {
		return YearStart{}, fmt.Errorf("%q is no day that a year can start on: write it like 1 April", s)
	}
	return y, nil
}

// MarshalText writes the words of String.
func (y YearStart) MarshalText() ([]byte, error) { return []byte(y.String()), nil }

// UnmarshalText reads what ParseYearStart reads; no text is no year start.
func (y *YearStart) UnmarshalText(text []byte) (err error) {
	*y = YearStart{}
	if len(text) > 0 {
		*y, err = ParseYearStart(string(text))
	}
	return err
}

// first is the day on which the financial year of a calendar year starts.
func (y YearStart) first(year int) Date {
	return dayNumber(year, y.Month, min(y.Day, daysIn(year, y.Month)))
}

// Label is the period as readers of this agreement write it: "2015 Q1" where
// the financial year is the calendar year, else "2015/16 Q1".
func (y YearStart) Label(p Period) string {
	if p.Kind == Term {
		return "the " + p.String()
	}
	if y.Month == 1 && y.Day == 1 && p.Kind.InYear() > 0 {
		return p.label(strconv.Itoa(p.Start))
	}
	return p.String()
}

// First is the first day of a period. The term's days are the agreement's, not
// the year's: for it, and for no period, First is NoDate.
func (y YearStart) First(p Period) Date {
	if p.Kind.InYear() == 0 {
		return NoDate
	}
	// Always from the year's own start, never from the period before: a year
	// that starts on the 31st has months that start on the 30th, then the 31st.
	return y.first(p.Start).AddMonths((max(p.N, 1) - 1) * periodMonths[p.Kind])
}

// Last is the last day of a period, or NoDate where First is.
func (y YearStart) Last(p Period) Date {
	if p.Kind.InYear() == 0 {
		return NoDate
	}
	return y.First(y.Next(p)).AddDays(-1)
}

// Of is the period of a kind that holds a day. Every day of an agreement is in
// its term. For NoDate it is no period.
func (y YearStart) Of(kind PeriodKind, d Date) Period {
	if kind == Term {
		return Period{Kind: Term}
	}
	n := kind.InYear()
	if n == 0 || !d.IsSet() {
		return Period{}
	}
	p := Period{Kind: kind, Start: d.Year()}
	if d < y.first(p.Start) {
		p.Start--
	}
	if kind == Year {
		return p
	}
	for p.N = n; p.N > 1 && d < y.First(p); p.N-- {
	}
	return p
}

// Next is the period of the same kind that follows; the term's is the term.
func (y YearStart) Next(p Period) Period { return y.move(p, 1) }

// Prev is the period of the same kind before; the term's is the term.
func (y YearStart) Prev(p Period) Period { return y.move(p, -1) }

func (y YearStart) move(p Period, by int) Period {
	switch n := p.Kind.InYear(); {
	case n == 0:
	case p.Kind == Year:
		p.Start += by
	case p.N+by < 1:
		p.Start, p.N = p.Start-1, n
	case p.N+by > n:
		p.Start, p.N = p.Start+1, 1
	default:
		p.N += by
	}
	return p
}

// Parts are the periods of a kind that make up a period, in order: the
// quarters of a year. There are none if the kind is longer than the period or
// either is the term.
func (y YearStart) Parts(p Period, kind PeriodKind) []Period {
	if kind > p.Kind || p.Kind == Term {
		return nil
	}
	return y.Over(kind, y.First(p), y.Last(p))
}

// Over are the periods of a kind, in order, that have a day from first to
// last, both included.
func (y YearStart) Over(kind PeriodKind, first, last Date) []Period {
	if kind.InYear() == 0 || !first.IsSet() || !last.IsSet() {
		return nil
	}
	var periods []Period
	for p := y.Of(kind, first); y.First(p) <= last; p = y.Next(p) {
		periods = append(periods, p)
	}
	return periods
}

// Within reports whether every day of p is in outer. The term holds every
// period and is held by itself only.
func (y YearStart) Within(p, outer Period) bool {
	if outer.Kind == Term || p.Kind == Term {
		return outer.Kind == Term && p.Kind != NoPeriod
	}
	return p.Kind <= outer.Kind && p.Kind != NoPeriod && y.Of(outer.Kind, y.First(p)) == outer
}
