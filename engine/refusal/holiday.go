package refusal

import (
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// The refusals of bank holidays that are proclaimed while an agreement runs.

// CalendarLine is the line that says whose bank holidays are no working days.
var CalendarLine = machine.Ref{Block: "agreement", Statement: "calendar"}

// HolidayUnsourced refuses a bank holiday without a name, or that nobody can look up.
func HolidayUnsourced() error {
	return refuse(CalendarLine, "say where it was proclaimed: the Gazette's issue, or the government's page", "a bank holiday is put on record with its name and its source")
}

// HolidayElsewhere refuses a bank holiday of nations by whose calendar the agreement does not count.
func HolidayElsewhere(calendar string, in []string) error {
	where := strings.Join(in, " and ")
	if where == "" {
		where = "nowhere"
	}
	return refuse(CalendarLine, "", "this agreement counts working days by %s, and the bank holiday is for %s", calendar, where)
}

// HolidayPast refuses a bank holiday on a day that is over: deadlines have run on it.
func HolidayPast(day, today value.Date) error {
	return refuse(CalendarLine, "", "%s had passed by %s: what fell due by then stays as it was", day, today)
}

// HolidayBegun refuses to move a bank holiday that has begun: it was kept.
func HolidayBegun(day, today value.Date) error {
	return refuse(CalendarLine, "", "the bank holiday of %s cannot be moved on %s: it has begun", day, today)
}

// HolidayOnWeekend refuses a day that is no working day as it is.
func HolidayOnWeekend(day value.Date) error {
	return refuse(CalendarLine, "put the working day on record that is given in its place", "%s is a %s, and no working day as it is", day, day.Weekday())
}

// HolidayAlready refuses a bank holiday that the calendar has.
func HolidayAlready(day value.Date, name string) error {
	return refuse(CalendarLine, "", "%s is a bank holiday already: %s", day, name)
}

// NoHoliday refuses to move a bank holiday from a day that is none.
func NoHoliday(day value.Date) error {
	return refuse(CalendarLine, "", "%s is no bank holiday that could be moved", day)
}

// NothingRuns refuses a bank holiday in an agreement that is over.
func NothingRuns(end value.Date) error {
	return refuse(CalendarLine, "", "the agreement ended on %s, and no deadline runs in it", end)
}
