package value

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var (
	april    = YearStart{4, 1}
	january  = YearStart{1, 1}
	taxYear  = YearStart{4, 6}
	monthEnd = YearStart{1, 31}
)

func TestPeriodDays(t *testing.T) {
	for _, c := range []struct {
		year              YearStart
		label             string
		first, last, next string
	}{
		{april, "2015/16", "2015-04-01", "2016-03-31", "2016/17"},
		{april, "2015/16 Q1", "2015-04-01", "2015-06-30", "2015/16 Q2"},
		{april, "2015/16 Q4", "2016-01-01", "2016-03-31", "2016/17 Q1"},
		{april, "2015/16 H1", "2015-04-01", "2015-09-30", "2015/16 H2"},
		{april, "2015/16 H2", "2015-10-01", "2016-03-31", "2016/17 H1"},
		{april, "2015/16 M01", "2015-04-01", "2015-04-30", "2015/16 M02"},
		{april, "2015/16 M11", "2016-02-01", "2016-02-29", "2015/16 M12"},
		{april, "1999/00", "1999-04-01", "2000-03-31", "2000/01"},
		{january, "2015", "2015-01-01", "2015-12-31", "2016"},
		{january, "2015 Q4", "2015-10-01", "2015-12-31", "2016 Q1"},
		{january, "2015 M12", "2015-12-01", "2015-12-31", "2016 M01"},
		{taxYear, "2015/16 M01", "2015-04-06", "2015-05-05", "2015/16 M02"},
		{taxYear, "2015/16 Q4", "2016-01-06", "2016-04-05", "2016/17 Q1"},
		{monthEnd, "2015/16 M02", "2015-02-28", "2015-03-30", "2015/16 M03"},
		{monthEnd, "2015/16 M12", "2015-12-31", "2016-01-30", "2016/17 M01"},
	} {
		p, err := ParsePeriod(c.label)
		if err != nil {
			t.Errorf("ParsePeriod(%q): %v", c.label, err)
			continue
		}
		y := c.year
		if got := y.Label(p); got != c.label {
			t.Errorf("%q is written %q", c.label, got)
		}
		if y.First(p).ISO() != c.first || y.Last(p).ISO() != c.last {
			t.Errorf("%s runs from %s to %s; want %s to %s", c.label, y.First(p).ISO(), y.Last(p).ISO(), c.first, c.last)
		}
		if next := y.Next(p); y.Label(next) != c.next || y.Prev(next) != p {
			t.Errorf("after %s comes %s, before which comes %s", c.label, y.Label(next), y.Label(y.Prev(next)))
		}
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	for _, in := range []string{
		"", "2015/17", "2015/2016", "15/16", "2015/16 Q5", "2015/16 Q0", "2015/16 Q01", "2015/16 M1", "2015/16 M13",
		"2015/16 H3", "2015/16 X1", "2015/16  Q1", "2015/16 Q", "2015/16 Q1 ", "2015-16", "0999/00", "Term", "2015/16 Q-1",
	} {
		if p, err := ParsePeriod(in); err == nil {
			t.Errorf("ParsePeriod(%q) = %+v; want an error", in, p)
		}
	}
	_, err := ParsePeriod("2015/17")
	if want := `"2015/17" is not a financial year: the year after 2015 is 16, so write 2015/16`; err == nil || err.Error() != want {
		t.Errorf("%v; want %s", err, want)
	}
}

func TestPeriodText(t *testing.T) {
	periods := []Period{{}, {Kind: Term}, {Year, 2015, 0}, {HalfYear, 2015, 2}, {Quarter, 2099, 4}, {Month, 2015, 7}}
	text, err := json.Marshal(periods)
	if want := `["","term","2015/16","2015/16 H2","2099/00 Q4","2015/16 M07"]`; err != nil || string(text) != want {
		t.Fatalf("marshalled as %s, %v; want %s", text, err, want)
	}
	var back []Period
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	for i, p := range back {
		if p != periods[i] || p.IsZero() != (i == 0) {
			t.Errorf("%+v is read as %+v", periods[i], p)
		}
	}
}

func TestParts(t *testing.T) {
	labels := func(ps []Period) string {
		var all []string
		for _, p := range ps {
			all = append(all, april.Label(p))
		}
		return strings.Join(all, ", ")
	}
	for _, c := range []struct {
		of   Period
		kind PeriodKind
		want string
	}{
		{Period{Year, 2015, 0}, Quarter, "2015/16 Q1, 2015/16 Q2, 2015/16 Q3, 2015/16 Q4"},
		{Period{Year, 2015, 0}, HalfYear, "2015/16 H1, 2015/16 H2"},
		{Period{Year, 2015, 0}, Year, "2015/16"},
		{Period{HalfYear, 2015, 2}, Quarter, "2015/16 Q3, 2015/16 Q4"},
		{Period{Quarter, 2015, 2}, Month, "2015/16 M04, 2015/16 M05, 2015/16 M06"},
		{Period{Quarter, 2015, 2}, Year, ""},
		{Period{Kind: Term}, Year, ""},
		{Period{Year, 2015, 0}, Term, ""},
		{Period{}, Quarter, ""},
		{Period{Year, 2015, 0}, NoPeriod, ""},
	} {
		if got := labels(april.Parts(c.of, c.kind)); got != c.want {
			t.Errorf("the parts of %s by %s are %q; want %q", c.of, c.kind, got, c.want)
		}
	}
	term := april.Over(HalfYear, MustDate(2015, 4, 1), MustDate(2017, 3, 31))
	if got := labels(term); got != "2015/16 H1, 2015/16 H2, 2016/17 H1, 2016/17 H2" {
		t.Errorf("the half years of the term are %s", got)
	}
	if got := labels(april.Over(Quarter, MustDate(2015, 6, 30), MustDate(2015, 7, 1))); got != "2015/16 Q1, 2015/16 Q2" {
		t.Errorf("two days touch %s", got)
	}
	if got := april.Over(Quarter, MustDate(2015, 7, 1), MustDate(2015, 6, 30)); got != nil {
		t.Errorf("no days touch %s", labels(got))
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		p, outer string
		want     bool
	}{
		{"2015/16 Q4", "2015/16", true},
		{"2016/17 Q1", "2015/16", false},
		{"2015/16 M06", "2015/16 H1", true},
		{"2015/16 M07", "2015/16 H1", false},
		{"2015/16", "2015/16 Q1", false},
		{"2015/16", "2015/16", true},
		{"2015/16", "term", true},
		{"term", "term", true},
		{"term", "2015/16", false},
	} {
		p, _ := ParsePeriod(c.p)
		outer, _ := ParsePeriod(c.outer)
		if got := april.Within(p, outer); got != c.want {
			t.Errorf("%s within %s: %v", c.p, c.outer, got)
		}
	}
	if april.Within(Period{}, Period{Kind: Term}) || april.Within(Period{}, Period{Year, 2015, 0}) || april.Within(Period{Year, 2015, 0}, Period{}) {
		t.Error("no period is within something, or something within it")
	}
}

func TestTheTermHasNoDaysOfItsOwn(t *testing.T) {
	term := Period{Kind: Term}
	if april.First(term).IsSet() || april.Last(term).IsSet() || april.First(Period{}).IsSet() {
		t.Error("the year knows the days of the term")
	}
	if april.Next(term) != term || april.Prev(term) != term || april.Of(Term, 0) != term || april.Label(term) != "the term" || january.Label(term) != "the term" {
		t.Error("the term is not the only one of its kind")
	}
	if !april.Of(Year, NoDate).IsZero() || !april.Of(NoPeriod, 0).IsZero() {
		t.Error("no day is in a period")
	}
}

// Whatever day the year starts on, every day is in exactly one period of a
// kind, and periods follow one another without a gap.
func TestPeriodsTileTheDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := YearStart{Month: rapid.IntRange(1, 12).Draw(t, "month")}
		y.Day = rapid.IntRange(1, daysIn(2000, y.Month)).Draw(t, "day")
		kind := rapid.SampledFrom([]PeriodKind{Month, Quarter, HalfYear, Year}).Draw(t, "kind")
		d := Date(rapid.Int32Range(-20_000, 40_000).Draw(t, "date"))
		p := y.Of(kind, d)
		if d < y.First(p) || d > y.Last(p) {
			t.Fatalf("%s is put in %s, %s to %s", d, p, y.First(p), y.Last(p))
		}
		if y.First(y.Next(p)) != y.Last(p)+1 || y.Last(y.Prev(p)) != y.First(p)-1 || y.Prev(y.Next(p)) != p {
			t.Fatalf("there is a gap around %s", p)
		}
		if back, err := ParsePeriod(y.Label(p)); err != nil || back != p {
			t.Fatalf("%s is read as %s, %v", y.Label(p), back, err)
		}
		year := y.Of(Year, d)
		parts := y.Parts(year, kind)
		if len(parts) != kind.InYear() || y.First(parts[0]) != y.First(year) || y.Last(parts[len(parts)-1]) != y.Last(year) || !y.Within(p, year) {
			t.Fatalf("%s has the parts %v", year, parts)
		}
	})
}

func TestYearStartText(t *testing.T) {
	text, err := json.Marshal([]YearStart{april, {}})
	if err != nil || string(text) != `["1 April",""]` {
		t.Fatalf("%s, %v", text, err)
	}
	var back []YearStart
	if err := json.Unmarshal(text, &back); err != nil || back[0] != april || back[1] != (YearStart{}) {
		t.Errorf("%v, %v", back, err)
	}
	for _, in := range []string{"", "April", "0 April", "31 April", "1 april", "1 April 2015"} {
		if y, err := ParseYearStart(in); err == nil {
			t.Errorf("ParseYearStart(%q) = %v; want an error", in, y)
		}
	}
	if leap, err := ParseYearStart("29 February"); err != nil || leap.First(Period{Year, 2015, 0}) != MustDate(2015, 2, 28) {
		t.Errorf("a year that starts on 29 February starts in 2015 on %s, %v", leap.First(Period{Year, 2015, 0}), err)
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2015/16", "2015/16 Q1", "2015 M12", "term", "the term", "1999/00 H2", "2015/17"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		if april.Label(p) != s && january.Label(p) != s && p.String() != s {
			t.Errorf("%q is read as %s", s, p)
		}
	})
}
