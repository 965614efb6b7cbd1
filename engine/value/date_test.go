package value

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDateForms(t *testing.T) {
	d := MustDate(2015, 4, 1)
	for _, in := range []string{"1 April 2015", "01 April 2015", "2015-04-01"} {
		if got, err := ParseDate(in); err != nil || got != d {
			t.Errorf("ParseDate(%q) = %s, %v", in, got, err)
		}
	}
	if d.String() != "1 April 2015" || d.ISO() != "2015-04-01" || d.Year() != 2015 || d.Month() != 4 || d.Day() != 1 {
		t.Errorf("%s %s %d %d %d", d, d.ISO(), d.Year(), d.Month(), d.Day())
	}
	if d.Weekday() != Wednesday || d.Weekday().String() != "Wednesday" {
		t.Errorf("1 April 2015 is a %s", d.Weekday())
	}
	if MustDate(1970, 1, 1) != 0 {
		t.Error("days are not counted from 1 January 1970")
	}
}

func TestParseDateRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"31 April 2015":    "there is no 31 April 2015: that month has 30 days",
		"29 February 2015": "there is no 29 February 2015: that month has 28 days",
		"2015-13-01":       "there is no month 13: months run from 1 to 12",
		"0999-12-31":       "there is no year 999: years run from 1000 to 9999",
		"1 april 2015":     `"1 april 2015" is not a date: write it like 1 April 2015`,
		"1 Apr 2015":       `"1 Apr 2015" is not a date: write it like 1 April 2015`,
		"1  April 2015":    `"1  April 2015" is not a date: write it like 1 April 2015`,
		"1 April 15":       `"1 April 15" is not a date: write it like 1 April 2015`,
		"2015-4-1":         `"2015-4-1" is not a date: write it like 1 April 2015`,
		"2015-+4-01":       `"2015-+4-01" is not a date: write it like 1 April 2015`,
		"-1 April 2015":    `"-1 April 2015" is not a date: write it like 1 April 2015`,
		"":                 `"" is not a date: write it like 1 April 2015`,
	} {
		if got, err := ParseDate(in); err == nil || err.Error() != want || got != NoDate {
			t.Errorf("ParseDate(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func TestDateAgreesWithTheStandardLibrary(t *testing.T) {
	day := time.Date(1599, time.December, 31, 0, 0, 0, 0, time.UTC)
	last := MustDate(2401, 1, 1)
	for d := MustDate(1599, 12, 31); d <= last; d++ {
		y, m, n := day.Date()
		if d.Year() != y || d.Month() != int(m) || d.Day() != n || d.Weekday().String() != day.Weekday().String() || MustDate(y, int(m), n) != d {
			t.Fatalf("%s is %s %s", day.Format(time.DateOnly), d.Weekday(), d)
		}
		day = day.AddDate(0, 0, 1)
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"30 September 2015", 6, "30 March 2016"},
		{"1 October 2015", 6, "1 April 2016"},
		{"31 January 2015", 1, "28 February 2015"},
		{"31 January 2016", 1, "29 February 2016"},
		{"29 February 2016", 12, "28 February 2017"},
		{"29 February 2016", -48, "29 February 2012"},
		{"31 March 2016", -1, "29 February 2016"},
		{"15 January 2016", -1, "15 December 2015"},
		{"31 December 2015", 2, "29 February 2016"},
		{"28 February 2015", 1, "28 March 2015"},
		{"31 August 2015", 0, "31 August 2015"},
	} {
		from, _ := ParseDate(c.from)
		if got := from.AddMonths(c.months); got.String() != c.want {
			t.Errorf("%d months from %s is %s; want %s", c.months, c.from, got, c.want)
		}
	}
}

func TestAddMonthsLandsInTheMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Date(rapid.Int32Range(-700_000, 2_900_000).Draw(t, "day"))
		n := rapid.IntRange(-1200, 1200).Draw(t, "months")
		got := d.AddMonths(n)
		if (got.Year()*12+got.Month())-(d.Year()*12+d.Month()) != n {
			t.Fatalf("%d months from %s is %s", n, d, got)
		}
		if got.Day() != d.Day() && (got.Day() > d.Day() || got.AddDays(1).Day() != 1) {
			t.Fatalf("%d months from %s is %s: neither the same day nor the month's last", n, d, got)
		}
	})
}

func TestDatesStayInRange(t *testing.T) {
	d := MustDate(2015, 4, 1)
	for _, got := range []Date{d.AddDays(math.MaxInt), d.AddMonths(math.MaxInt), Date(lastDay).AddDays(1)} {
		if got != lastDay {
			t.Errorf("%d is beyond the last day", got)
		}
	}
	for _, got := range []Date{d.AddDays(math.MinInt), d.AddMonths(math.MinInt), Date(firstDay).AddDays(-1)} {
		if got != firstDay {
			t.Errorf("%d is before the first day", got)
		}
	}
	for _, d := range []Date{firstDay, lastDay} {
		if y, m, day := d.civil(); dayNumber(y, m, day) != d {
			t.Errorf("day %d is %d-%d-%d, which is another day", d, y, m, day)
		}
	}
}

func TestNoDate(t *testing.T) {
	if NoDate.IsSet() || !Date(0).IsSet() || NoDate.AddDays(1) != NoDate || NoDate.AddMonths(1) != NoDate || NoDate.String() != "no date" {
		t.Error("no date behaves like a day")
	}
	text, err := json.Marshal([]Date{NoDate, 0})
	if err != nil || string(text) != `["","1970-01-01"]` {
		t.Fatalf("%s, %v", text, err)
	}
	var back []Date
	if err := json.Unmarshal(text, &back); err != nil || back[0] != NoDate || back[1] != 0 {
		t.Errorf("%v, %v", back, err)
	}
}

func TestSpans(t *testing.T) {
	for in, want := range map[string]Span{
		"20 working days": {20, WorkingDays},
		"1 working day":   {1, WorkingDays},
		"1 month":         {1, Months},
		"6 months":        {6, Months},
		"0 days":          {0, Days},
		"2 weeks":         {2, Weeks},
		"99999 years":     {99_999, Years},
	} {
		got, err := ParseSpan(in)
		if err != nil || got != want || got.String() != in {
			t.Errorf("ParseSpan(%q) = %+v, written %q, %v", in, got, got, err)
		}
		text, _ := json.Marshal(got)
		var back Span
		if err := json.Unmarshal(text, &back); err != nil || back != want || string(text) != `"`+in+`"` {
			t.Errorf("%q is marshalled as %s and read as %+v, %v", in, text, back, err)
		}
	}
	for _, in := range []string{"", "6", "six months", "-6 months", "6 fortnights", "6  months", "6 monthss", "100000 days", "1.5 years", "99999999999999999999 days"} {
		if got, err := ParseSpan(in); err == nil {
			t.Errorf("ParseSpan(%q) = %s; want an error", in, got)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"1 April 2015", "2015-04-01", "29 February 1900", "9999-12-31", "0 May 2000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		again, err := ParseDate(d.String())
		iso, isoErr := ParseDate(d.ISO())
		if err != nil || isoErr != nil || again != d || iso != d {
			t.Errorf("%q is %s, which reads back as %s and %s", s, d, again, iso)
		}
	})
}
