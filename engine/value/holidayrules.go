package value

// A rule says on which day of a year a bank holiday falls. The rules are those
// of the Banking and Financial Dealings Act 1971 and the practice of
// proclamations under it, the St Andrew's Day Bank Holiday (Scotland) Act 2007,
// and the common-law holidays, as they stand today; they know no one-off day.
type rule struct {
	name string
	on   func(year int) Date
	// A holiday with a fixed date that falls on a weekend is kept on the next
	// weekday that is not a bank holiday itself.
	fixed bool
}

var nations = map[string][]rule{
	"england_and_wales": {
		newYear, goodFriday, easterMonday, earlyMay, spring, augustLast, christmas, boxing,
	},
	"scotland": {
		newYear, secondJanuary, goodFriday, earlyMay, spring, augustFirst, stAndrew, christmas, boxing,
	},
	"northern_ireland": {
		newYear, stPatrick, goodFriday, easterMonday, earlyMay, spring, boyne, augustLast, christmas, boxing,
	},
}

var (
	newYear       = onDate("New Year's Day", 1, 1)
	secondJanuary = onDate("2nd January", 1, 2)
	stPatrick     = onDate("St Patrick's Day", 3, 17)
	goodFriday    = fromEaster("Good Friday", -2)
	easterMonday  = fromEaster("Easter Monday", 1)
	earlyMay      = firstMonday("Early May bank holiday", 5)
	spring        = lastMonday("Spring bank holiday", 5)
	boyne         = onDate("Battle of the Boyne", 7, 12)
	augustFirst   = firstMonday("Summer bank holiday", 8)
	augustLast    = lastMonday("Summer bank holiday", 8)
	stAndrew      = onDate("St Andrew's Day", 11, 30)
	christmas     = onDate("Christmas Day", 12, 25)
	boxing        = onDate("Boxing Day", 12, 26)
)

func onDate(name string, month, day int) rule {
	return rule{name: name, fixed: true, on: func(year int) Date { return dayNumber(year, month, day) }}
}

func fromEaster(name string, days int) rule {
	return rule{name: name, on: func(year int) Date { return easter(year).AddDays(days) }}
}

func firstMonday(name string, month int) rule {
	return rule{name: name, on: func(year int) Date { return mondayFrom(dayNumber(year, month, 1)) }}
}

func lastMonday(name string, month int) rule {
	return rule{name: name, on: func(year int) Date {
		return mondayFrom(dayNumber(year, month, daysIn(year, month)-6))
	}}
}

// mondayFrom is the first Monday that is not before d.
func mondayFrom(d Date) Date { return d.AddDays(int(Sunday+Monday-d.Weekday()) % 7) }

// easter is Easter Sunday in the Gregorian calendar, by Oudin's method of 1940.
func easter(year int) Date {
	golden, century := year%19, year/100
	epact := (19*golden + century - century/4 - (8*century+13)/25 + 15) % 30
	if epact == 29 || epact == 28 && golden > 10 {
		epact--
	}
	fullMoon := dayNumber(year, 3, 21).AddDays(epact)
	return fullMoon.AddDays(7 - int(fullMoon.Weekday()%7)) // the Sunday after it
}

// mostRules is the largest number of bank holidays that a nation has by rule.
const mostRules = 10

// computedYear is a year's bank holidays by rule; no allocation is needed.
type computedYear struct {
	year, n  int
	holidays [mostRules]bankHoliday
}

func computeYear(rules []rule, year int) computedYear {
	y := computedYear{year: year, n: len(rules)}
	for i, r := range rules {
		y.holidays[i] = bankHoliday{day: r.on(year), name: r.name}
	}
	// Those on weekdays keep their day first: on 26 December 2016 Boxing Day
	// is kept, and Christmas Day moves past it to the 27th.
	for i, r := range rules {
		h := &y.holidays[i]
		if !r.fixed || h.day.Weekday() < Saturday {
			continue
		}
		h.note = "substitute day"
		day := mondayFrom(h.day)
		for _, taken := y.on(day); taken; _, taken = y.on(day) {
			day++
		}
		h.day = day
	}
	return y
}

func (y *computedYear) on(d Date) (name string, ok bool) {
	for _, h := range y.holidays[:y.n] {
		if h.day == d {
			return h.name, true
		}
	}
	return "", false
}
