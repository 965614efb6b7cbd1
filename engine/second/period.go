package second

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// span is the first and last day of a period of a financial year.
func (m *Machine) span(period string) (first, last time.Time) {
	day, month, _ := strings.Cut(m.YearStart, " ")
	d, _ := strconv.Atoi(day)
	at, err := time.Parse("January", month)
	if err != nil {
		panic("second: no month: " + month)
	}
	year, _ := strconv.Atoi(period[:4])
	from, months := 0, 12
	if _, piece, ok := strings.Cut(period, " "); ok {
		n, _ := strconv.Atoi(piece[1:])
		months = map[byte]int{'M': 1, 'Q': 3, 'H': 6}[piece[0]]
		from = (n - 1) * months
	}
	first = time.Date(year, at.Month()+time.Month(from), d, 0, 0, 0, 0, time.UTC)
	return first, first.AddDate(0, months, 0).AddDate(0, 0, -1)
}

// pieces are the periods of a kind that make up a year.
func pieces(year, every string) []string {
	letter, n := "", 0
	switch every {
	case "year":
		return []string{year}
	case "half year":
		letter, n = "H", 2
	case "quarter":
		letter, n = "Q", 4
	case "month":
		letter, n = "M0", 12
	}
	var out []string
	for i := 1; i <= n; i++ {
		if i > 9 {
			letter = "M"
		}
		out = append(out, fmt.Sprintf("%s %s%d", year, letter, i))
	}
	return out
}

// yearOf is the financial year that a period lies in; kindOf what kind it is.
func yearOf(period string) string { year, _, _ := strings.Cut(period, " "); return year }

func kindOf(period string) string {
	_, piece, ok := strings.Cut(period, " ")
	if !ok {
		return "year"
	}
	return map[byte]string{'M': "month", 'Q': "quarter", 'H': "half year"}[piece[0]]
}
