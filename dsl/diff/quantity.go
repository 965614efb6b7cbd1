package diff

import (
	"fmt"
	"strings"

	"concordat/engine/value"
)

// way is where a value went.
type way int8

const (
	sideways way = iota // not up or down: another thing, or some up and some down
	up
	down
)

// step is one literal that has become another.
type step struct {
	kind kind
	way  way
	by   string // "£50,000 more"; empty where no number says
}

// stepOf compares two literals of one kind.
func stepOf(old, new piece) step {
	s := step{kind: old.kind}
	switch old.kind {
	case money:
		c1, a, ok1 := plainMoney(old.text)
		c2, b, ok2 := plainMoney(new.text)
		if ok1 && ok2 && c1 == c2 {
			s.size(value.FromMoney(a), value.FromMoney(b), func(by value.Num) string { return pounds(c1, by) }, "more", "less")
		}
	case number, percent:
		a, ok1 := plainNumber(old.text)
		b, ok2 := plainNumber(new.text)
		if ok1 && ok2 {
			s.size(a, b, func(by value.Num) string { return amount(old.kind, by) }, "more", "less")
		}
	case day:
		a, ok1 := plainDay(old.text)
		b, ok2 := plainDay(new.text)
		if ok1 && ok2 {
			s.size(value.Int(int64(a)), value.Int(int64(b)), apartIn(a, b), "later", "earlier")
		}
	case length:
		a, err1 := value.ParseSpan(old.text)
		b, err2 := value.ParseSpan(new.text)
		if err1 == nil && err2 == nil && a.Unit == b.Unit {
			s.size(value.Int(int64(a.N)), value.Int(int64(b.N)), func(by value.Num) string { return span(by, a.Unit) }, "longer", "shorter")
		}
	}
	return s
}

// size sets the way and the distance between two numbers.
func (s *step) size(a, b value.Num, in func(value.Num) string, more, less string) {
	switch by := b.Sub(a); by.Sign() {
	case 1:
		s.way, s.by = up, in(by)+" "+more
	case -1:
		s.way, s.by = down, in(by.Neg())+" "+less
	}
}

func pounds(currency string, by value.Num) string {
	m, _ := by.Money(value.HalfUp) // whole pence: nothing is rounded
	if currency == "GBP" {
		return m.String()
	}
	return currency + " " + strings.TrimPrefix(m.String(), "£")
}

func amount(k kind, by value.Num) string {
	if k == percent {
		if by.Equal(value.Int(1)) {
			return "1 percentage point"
		}
		return by.String() + " percentage points"
	}
	return by.String()
}

// apartIn says how far two days are apart: in years or months where they are
// the same day of a month or of a year, or both the month's last.
func apartIn(a, b value.Date) func(value.Num) string {
	if b < a {
		a, b = b, a
	}
	lasts := lastOfMonth(a) && lastOfMonth(b)
	months := int64((b.Year()-a.Year())*12 + b.Month() - a.Month())
	if a.Day() != b.Day() && !lasts || months == 0 {
		return days
	}
	unit := value.Months
	if months%12 == 0 {
		months, unit = months/12, value.Years
	}
	return func(value.Num) string { return span(value.Int(months), unit) }
}

func lastOfMonth(d value.Date) bool { return d.AddDays(1).Day() == 1 }

func days(by value.Num) string {
	if by.Equal(value.Int(1)) {
		return "1 day"
	}
	return by.String() + " days"
}

func span(by value.Num, unit value.Unit) string {
	word := unit.String()
	if by.Equal(value.Int(1)) {
		word = strings.TrimSuffix(word, "s")
	}
	return fmt.Sprintf("%s %s", by, word)
}
