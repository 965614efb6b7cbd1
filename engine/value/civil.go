package value

import "math"

// The day number follows from counting the years from March, so that the leap
// day is the last of its year, and from the fact that 400 years have 146,097
// days and repeat exactly.
const (
	daysIn400Years   = 146_097
	daysFromMarch0   = 719_468 // from 1 March of year 0 to 1 January 1970
	lastDay          = math.MaxInt32
	firstDay         = math.MinInt32 + 1
	monthsInYear     = 12
	monthsFromMarch  = 2
	daysInFiveMonths = 153 // March to July, and again August to December
)

// dayNumber needs a month from 1 to 12.
func dayNumber(year, month, day int) Date {
	y := int64(year)
	if month <= monthsFromMarch {
		y--
	}
	era := floorDiv(y, 400)
	ofEra := y - era*400
	fromMarch := int64((month + 9) % monthsInYear)
	ofYear := (daysInFiveMonths*fromMarch+2)/5 + int64(day) - 1
	n := era*daysIn400Years + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - daysFromMarch0
	return Date(min(max(n, firstDay), lastDay))
}

// civil is the opposite of dayNumber.
func (d Date) civil() (year, month, day int) {
	n := int64(d) + daysFromMarch0
	era := floorDiv(n, daysIn400Years)
	ofEra := n - era*daysIn400Years
	y := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*y + y/4 - y/100)
	fromMarch := (5*ofYear + 2) / daysInFiveMonths
	day = int(ofYear - (daysInFiveMonths*fromMarch+2)/5 + 1)
	month = int((fromMarch+monthsFromMarch)%monthsInYear) + 1
	year = int(y + era*400)
	if month <= monthsFromMarch {
		year++
	}
	return year, month, day
}

// Year is the calendar year.
func (d Date) Year() int { y, _, _ := d.civil(); return y }

// Month is the month, 1 to 12.
func (d Date) Month() int { _, m, _ := d.civil(); return m }

// Day is the day of the month, from 1.
func (d Date) Day() int { _, _, day := d.civil(); return day }

// Weekday is the day of the week; 1 January 1970 was a Thursday.
func (d Date) Weekday() Weekday {
	n := (int64(d) + 3) % 7
	if n < 0 {
		n += 7
	}
	return Monday + Weekday(n)
}

// AddDays returns the day n days later, or earlier if n is negative. A day
// beyond the range of Date becomes its last or first.
func (d Date) AddDays(n int) Date {
	if d == NoDate {
		return NoDate
	}
	far := int64(min(max(n, -1<<33), 1<<33))
	return Date(min(max(int64(d)+far, firstDay), lastDay))
}

// AddMonths returns the corresponding date n months later, or earlier if n is
// negative; if that month has no such day, its last day. This is the
// corresponding-date rule of Dodds v Walker [1981] 1 WLR 1027.
func (d Date) AddMonths(n int) Date {
	if d == NoDate {
		return NoDate
	}
	y, m, day := d.civil()
	n = min(max(n, -1<<28), 1<<28)
	months := int64(y)*monthsInYear + int64(m-1) + int64(n)
	year := floorDiv(months, monthsInYear)
	month := int(months-year*monthsInYear) + 1
	return dayNumber(int(year), month, min(day, daysIn(int(year), month)))
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	default:
		return 31
	}
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
