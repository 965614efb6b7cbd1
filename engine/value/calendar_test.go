package value

import (
	"testing"

	"pgregory.net/rapid"
)

func calendar(t testing.TB, name string) *Calendar {
	t.Helper()
	c, err := LoadCalendar(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The alliance's dates as the design computed them by hand.
func TestDatesOfTheAlliance(t *testing.T) {
	c := calendar(t, "england_and_wales")
	for _, row := range []struct {
		within, of, want string
		orNextWorkingDay bool
	}{
		{within: "15 working days", of: "30 June 2015", want: "21 July 2015"},
		{within: "15 working days", of: "30 September 2015", want: "21 October 2015"},
		{within: "15 working days", of: "31 December 2015", want: "22 January 2016"},
		{within: "15 working days", of: "31 March 2016", want: "21 April 2016"},
		{within: "20 working days", of: "29 April 2016", want: "31 May 2016"},
		{within: "60 working days", of: "30 September 2015", want: "23 December 2015"},
		{within: "30 days", of: "5 May 2016", orNextWorkingDay: true, want: "6 June 2016"},
		{within: "6 months", of: "30 September 2015", want: "30 March 2016"},
		{within: "6 months", of: "1 October 2015", want: "1 April 2016"},
		{within: "20 working days", of: "9 October 2015", want: "6 November 2015"},
		{within: "20 working days", of: "16 October 2015", want: "13 November 2015"},
		{within: "20 working days", of: "23 October 2015", want: "20 November 2015"},
		{within: "2 weeks", of: "24 December 2015", want: "7 January 2016"},
		{within: "1 year", of: "29 February 2016", want: "28 February 2017"},
		{within: "0 working days", of: "25 December 2015", want: "25 December 2015"},
	} {
		span, err := ParseSpan(row.within)
		if err != nil {
			t.Fatal(err)
		}
		from, err := ParseDate(row.of)
		if err != nil {
			t.Fatal(err)
		}
		got, provisional := c.After(from, span)
		if row.orNextWorkingDay {
			got = c.NextWorkingDay(got)
		}
		if got.String() != row.want || provisional {
			t.Errorf("within %s of %s is %s (provisional %v); want %s", span, from, got, provisional, row.want)
		}
	}
}

func TestCountingBack(t *testing.T) {
	c := calendar(t, "england_and_wales")
	for _, row := range []struct{ before, of, want string }{
		{"6 months", "31 March 2017", "30 September 2016"},
		{"1 month", "31 March 2016", "29 February 2016"},
		{"15 working days", "21 April 2016", "31 March 2016"},
		{"1 working day", "4 April 2016", "1 April 2016"},
		{"1 working day", "3 April 2016", "1 April 2016"}, // a Sunday
		{"1 working day", "29 March 2016", "24 March 2016"},
		{"10 days", "5 January 2016", "26 December 2015"},
		{"2 weeks", "15 January 2016", "1 January 2016"},
	} {
		span, _ := ParseSpan(row.before)
		of, _ := ParseDate(row.of)
		if got, provisional := c.Before(of, span); got.String() != row.want || provisional {
			t.Errorf("%s before %s is %s (provisional %v); want %s", span, of, got, provisional, row.want)
		}
	}
}

func TestNearestWorkingDay(t *testing.T) {
	c := calendar(t, "england_and_wales")
	for _, row := range []struct{ day, next, previous string }{
		{"1 January 2016", "4 January 2016", "31 December 2015"},
		{"1 October 2016", "3 October 2016", "30 September 2016"},
		{"1 January 2017", "3 January 2017", "30 December 2016"},
		{"1 April 2016", "1 April 2016", "1 April 2016"},
		{"1 January 2029", "2 January 2029", "29 December 2028"},
	} {
		d, _ := ParseDate(row.day)
		if next, previous := c.NextWorkingDay(d), c.PreviousWorkingDay(d); next.String() != row.next || previous.String() != row.previous {
			t.Errorf("%s: next %s, previous %s; want %s and %s", d, next, previous, row.next, row.previous)
		}
	}
	if c.NextWorkingDay(NoDate) != NoDate || c.IsWorkingDay(NoDate) {
		t.Error("no date became a working day")
	}
}

// Counting by the tables gives the same as counting on one's fingers, inside
// the data, across its ends and outside.
func TestCountingAgreesWithCountingDayByDay(t *testing.T) {
	for _, name := range Calendars() {
		c := calendar(t, name)
		rapid.Check(t, func(t *rapid.T) {
			d := Date(rapid.Int32Range(int32(c.First)-400, int32(c.Horizon)+400).Draw(t, "day"))
			n := rapid.IntRange(1, 300).Draw(t, "working days")
			for _, step := range []int{1, -1} {
				want, outside := d, false
				for left := n; left > 0; {
					want = want.AddDays(step)
					outside = outside || c.Provisional(want)
					if c.IsWorkingDay(want) {
						left--
					}
				}
				got, provisional := c.After(d, Span{n, WorkingDays})
				if step < 0 {
					got, provisional = c.Before(d, Span{n, WorkingDays})
				}
				if got != want || provisional != outside {
					t.Fatalf("%s: %d working days (%+d) from %s is %s, provisional %v; want %s, %v",
						name, n, step, d, got, provisional, want, outside)
				}
			}
		})
	}
}

func TestBeyondTheDataIsProvisional(t *testing.T) {
	c := calendar(t, "scotland")
	if name, ok, provisional := c.Holiday(MustDate(2026, 6, 15)); name != "World Cup" || !ok || provisional {
		t.Errorf("15 June 2026 is %q, %v, %v", name, ok, provisional)
	}
	if _, ok, provisional := c.Holiday(MustDate(2026, 6, 16)); ok || provisional {
		t.Error("16 June 2026 is a bank holiday, or provisional")
	}
	if name, ok, provisional := c.Holiday(MustDate(2029, 1, 2)); name != "2nd January" || !ok || !provisional {
		t.Errorf("2 January 2029 is %q, %v, %v", name, ok, provisional)
	}
	if _, ok, provisional := c.Holiday(NoDate); ok || !provisional {
		t.Error("no date is a bank holiday")
	}
	// Only what counts working days rests on the holidays.
	for unit, want := range map[Unit]bool{Days: false, Weeks: false, Months: false, Years: false, WorkingDays: true} {
		if d, provisional := c.After(MustDate(2028, 12, 31), Span{2, unit}); provisional != want || d <= c.Horizon {
			t.Errorf("2 %s after the horizon's day end on %s, provisional %v", unit, d, provisional)
		}
	}
}

func TestCountingDoesNotAllocate(t *testing.T) {
	c := calendar(t, "england_and_wales")
	for _, d := range []Date{MustDate(2015, 6, 30), MustDate(2031, 6, 30)} {
		if n := testing.AllocsPerRun(100, func() {
			c.After(d, Span{15, WorkingDays})
			c.Before(d, Span{15, WorkingDays})
			c.IsWorkingDay(d)
		}); n != 0 {
			t.Errorf("%v allocations at %s", n, d)
		}
	}
}

// A calendar with proclaimed days counts as one does that walks day by day; and
// one without them counts as it did.
func TestProclaimedDays(t *testing.T) {
	base := calendar(t, "england_and_wales")
	rapid.Check(t, func(t *rapid.T) {
		from := MustDate(2024, 1, 1).AddDays(rapid.IntRange(0, 3000).Draw(t, "from")) // some beyond the data
		var proclaimed []Proclaimed
		is := map[Date]bool{}
		for range rapid.IntRange(0, 4).Draw(t, "days") {
			p := Proclaimed{Day: from.AddDays(rapid.IntRange(-60, 60).Draw(t, "day")), Name: "Thanksgiving", Instead: NoDate}
			if rapid.Bool().Draw(t, "moved") {
				p.Instead = from.AddDays(rapid.IntRange(-60, 60).Draw(t, "instead"))
				is[p.Instead] = false
			}
			is[p.Day] = true
			proclaimed = append(proclaimed, p)
		}
		c := base.With(proclaimed...)
		working := func(d Date) bool {
			if holiday, said := is[d]; said {
				return !holiday && d.Weekday() < Saturday
			}
			return base.IsWorkingDay(d)
		}
		n, step := rapid.IntRange(1, 40).Draw(t, "n"), 1
		got, _ := c.After(from, Span{N: n, Unit: WorkingDays})
		if rapid.Bool().Draw(t, "back") {
			step = -1
			got, _ = c.Before(from, Span{N: n, Unit: WorkingDays})
		}
		want := from
		for left := n; left > 0; {
			if want = want.AddDays(step); working(want) {
				left--
			}
		}
		if got != want {
			t.Fatalf("%d working days from %s (%d) with %+v: %s; day by day it is %s", n, from, step, proclaimed, got, want)
		}
		for d := from.AddDays(-70); d < from.AddDays(70); d = d.AddDays(1) {
			if c.IsWorkingDay(d) != working(d) {
				t.Fatalf("%s is a working day: %t, with %+v", d, c.IsWorkingDay(d), proclaimed)
			}
		}
	})
}
