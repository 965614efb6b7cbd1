package value

import "slices"

// Calendar is the bank holidays of one nation: listed days from First to
// Horizon and, outside them, days computed by the rules of today's law. What
// rests on a computed day is provisional, because a bank holiday may yet be
// moved or added by proclamation. A Calendar never changes.
type Calendar struct {
	Name    string // england_and_wales, scotland or northern_ireland
	Version Date   // the date of the data
	First   Date   // the first day that the data covers
	Horizon Date   // the last day that the data covers

	holidays   []bankHoliday // those listed, in order of their days
	proclaimed []Proclaimed  // after the data was written, in the order in which it became known
	digest     string
	rules      []rule
	working    []Date  // the working days from First to Horizon, in order
	upTo       []int32 // for each day from First: how many working days up to and including it
}

type bankHoliday struct {
	day        Date
	name, note string
}

// Proclaimed is a bank holiday that a proclamation adds to a calendar, or moves
// to another day.
type Proclaimed struct {
	Day     Date
	Name    string
	Instead Date // the bank holiday that it takes the place of; NoDate where it is one more
}

// With is the calendar with what was proclaimed since, in the order in which it
// became known: of two that speak of one day the later counts.
func (c *Calendar) With(proclaimed ...Proclaimed) *Calendar {
	if len(proclaimed) == 0 {
		return c
	}
	out := *c
	out.proclaimed = append(slices.Clip(c.proclaimed), proclaimed...)
	out.working, out.upTo = nil, nil // they count the days as the data has them
	return &out
}

// said is what a proclamation says of a day; known is false where none speaks of it.
func (c *Calendar) said(d Date) (name string, holiday, known bool) {
	for _, p := range slices.Backward(c.proclaimed) {
		switch d {
		case p.Day:
			return p.Name, true, true
		case p.Instead:
			return "", false, true
		}
	}
	return "", false, false
}

// Digest is a SHA-256 in hexadecimal of the nation's listed days, their names
// and the days that the data covers; it does not depend on the data's date.
func (c *Calendar) Digest() string { return c.digest }

// Provisional reports whether the bank holidays of a day are computed, because
// the data does not reach it.
func (c *Calendar) Provisional(d Date) bool { return d < c.First || d > c.Horizon }

// Holiday returns the name of the bank holiday on a day, if there is one, and
// whether that answer is provisional.
func (c *Calendar) Holiday(d Date) (name string, ok, provisional bool) {
	if name, ok, known := c.said(d); known {
		return name, ok, false
	}
	if c.Provisional(d) {
		if !d.IsSet() {
			return "", false, true
		}
		year := computeYear(c.rules, d.Year())
		name, ok = year.on(d)
		return name, ok, true
	}
	i, ok := slices.BinarySearchFunc(c.holidays, d, func(h bankHoliday, d Date) int { return int(h.day - d) })
	if !ok {
		return "", false, false
	}
	return c.holidays[i].name, true, false
}

// IsWorkingDay reports whether a day is neither a Saturday, a Sunday nor a
// bank holiday. NoDate is none.
func (c *Calendar) IsWorkingDay(d Date) bool {
	if !d.IsSet() || d.Weekday() >= Saturday {
		return false
	}
	_, holiday, _ := c.Holiday(d)
	return !holiday
}

// NextWorkingDay is the day itself if it is a working day, else the next one.
func (c *Calendar) NextWorkingDay(d Date) Date { return c.nearest(d, 1) }

// PreviousWorkingDay is the day itself if it is a working day, else the last
// one before it.
func (c *Calendar) PreviousWorkingDay(d Date) Date { return c.nearest(d, -1) }

func (c *Calendar) nearest(d Date, step int) Date {
	for d > firstDay && d < lastDay && !c.IsWorkingDay(d) {
		d = d.AddDays(step)
	}
	return d
}

// After returns the last day that is within s of d, counting from the day
// after d: 15 working days after 30 June 2015 is 21 July 2015. Months and years
// end on the corresponding date. Nought of anything ends on d itself. It is
// provisional when a working day was counted that the data does not reach.
func (c *Calendar) After(d Date, s Span) (last Date, provisional bool) {
	return c.reach(d, s, 1)
}

// Before returns the day that lies s before d, counting back from the day
// before d; in all else it is like After.
func (c *Calendar) Before(d Date, s Span) (first Date, provisional bool) {
	return c.reach(d, s, -1)
}

func (c *Calendar) reach(d Date, s Span, step int) (Date, bool) {
	switch s.Unit {
	case WorkingDays:
		return c.countWorking(d, s.N, step)
	case Weeks:
		return d.AddDays(step * 7 * s.N), false
	case Months:
		return d.AddMonths(step * s.N), false
	case Years:
		return d.AddMonths(step * monthsInYear * s.N), false
	default:
		return d.AddDays(step * s.N), false
	}
}

// countWorking finds the nth working day from d in either direction.
func (c *Calendar) countWorking(d Date, n, step int) (Date, bool) {
	if !d.IsSet() || n <= 0 {
		return d, false
	}
	if c.upTo != nil && !c.Provisional(d) {
		// So many working days end with d; d itself is not counted either way.
		ended := int(c.upTo[d-c.First])
		at := ended - 1 + n
		if step < 0 {
			at = ended - n
			if ended > 0 && c.working[ended-1] == d {
				at--
			}
		}
		if at >= 0 && at < len(c.working) {
			return c.working[at], false
		}
	}
	return c.countComputed(d, n, step)
}

// countComputed walks day by day, for a count that leaves the data; it keeps
// the year's computed holidays while it is in that year.
func (c *Calendar) countComputed(d Date, n, step int) (Date, bool) {
	var year computedYear
	provisional := false
	for n > 0 && d > firstDay && d < lastDay {
		d = d.AddDays(step)
		out := c.Provisional(d)
		provisional = provisional || out
		if d.Weekday() >= Saturday {
			continue
		}
		if _, _, known := c.said(d); known || !out {
			if c.IsWorkingDay(d) {
				n--
			}
			continue
		}
		if y := d.Year(); y != year.year || year.n == 0 {
			year = computeYear(c.rules, y)
		}
		if _, holiday := year.on(d); !holiday {
			n--
		}
	}
	return d, provisional
}

// count fills in the tables that working days are looked up in.
func (c *Calendar) count() {
	c.upTo = make([]int32, 0, c.Horizon-c.First+1)
	for d := c.First; d <= c.Horizon; d++ {
		if c.IsWorkingDay(d) {
			c.working = append(c.working, d)
		}
		c.upTo = append(c.upTo, int32(len(c.working)))
	}
}
