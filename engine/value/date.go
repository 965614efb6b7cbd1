package value

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Date is a civil day, counted from 1 January 1970 in the Gregorian calendar
// carried back before its time. It has no clock time and no zone. Its text
// form is ISO 8601; NoDate is written as no text.
type Date int32

// NoDate is the absence of a date. Arithmetic with it gives NoDate.
const NoDate Date = math.MinInt32

// Weekday is a day of the week as ISO 8601 numbers them: Monday 1 to Sunday 7.
type Weekday uint8

// The days of the week.
const (
	Monday Weekday = iota + 1
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

var weekdayWords = []string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// String is the day's name.
func (w Weekday) String() string { return word(weekdayWords, w) }

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
}

// NewDate returns a day of the years 1000 to 9999; the error names what is wrong
// with it.
func NewDate(year, month, day int) (Date, error) {
	switch {
	case year < 1000 || year > 9999:
		return NoDate, fmt.Errorf("there is no year %d: years run from 1000 to 9999", year)
	case month < 1 || month > 12:
		return NoDate, fmt.Errorf("there is no month %d: months run from 1 to 12", month)
	case day < 1 || day > daysIn(year, month):
		return NoDate, fmt.Errorf("there is no %d %s %d: that month has %d days",
			day, monthNames[month-1], year, daysIn(year, month))
	}
	return dayNumber(year, month, day), nil
}

// MustDate is NewDate for a day known to exist; it panics if it does not.
func MustDate(year, month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic("value: " + err.Error())
	}
	return d
}

// ParseDate reads "1 April 2015" or "2015-04-01".
func ParseDate(s string) (Date, error) {
	if y, rest, ok := strings.Cut(s, "-"); ok {
		m, d, ok := strings.Cut(rest, "-")
		if !ok || len(y) != 4 || len(m) != 2 || len(d) != 2 {
			return NoDate, notADate(s)
		}
		return dateOf(s, y, m, d)
	}
	words := strings.Split(s, " ")
	if len(words) != 3 || len(words[0]) > 2 || len(words[2]) != 4 {
		return NoDate, notADate(s)
	}
	month := slices.Index(monthNames[:], words[1]) + 1
	if month == 0 {
		return NoDate, notADate(s)
	}
	return dateOf(s, words[2], strconv.Itoa(month), words[0])
}

func dateOf(s, year, month, day string) (Date, error) {
	if !allDigits(year) || !allDigits(month) || !allDigits(day) {
		return NoDate, notADate(s)
	}
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	return NewDate(y, m, d)
}

func notADate(s string) error {
	return fmt.Errorf("%q is not a date: write it like 1 April 2015", s)
}

// IsSet reports whether d is a day at all.
func (d Date) IsSet() bool { return d != NoDate }

// String is the day as people read it: "1 April 2015". NoDate is "no date".
func (d Date) String() string {
	if d == NoDate {
		return "no date"
	}
	y, m, day := d.civil()
	return fmt.Sprintf("%d %s %d", day, monthNames[m-1], y)
}

// ISO is the day as machines read it: "2015-04-01". NoDate is "".
func (d Date) ISO() string {
	if d == NoDate {
		return ""
	}
	y, m, day := d.civil()
	b := appendTwo(appendTwo(make([]byte, 0, len("2015-04-01")), y/100), y%100)
	return string(appendTwo(append(appendTwo(append(b, '-'), m), '-'), day))
}

// MarshalText writes the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.ISO()), nil }

// UnmarshalText reads what ParseDate reads; no text is NoDate.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d = NoDate
	if len(text) > 0 {
		*d, err = ParseDate(string(text))
	}
	return err
}
