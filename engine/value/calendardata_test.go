package value

import (
	"strings"
	"testing"
)

const smallFile = `# version: 2030-01-31
# covers: 2029-01-01 to 2030-12-31
date,division,name,note
2030-01-01,england_and_wales,New Year's Day,
2029-01-01,england_and_wales,New Year's Day,
2029-06-08,england_and_wales,A jubilee,"one-off, proclaimed"
2029-01-02,scotland,2nd January,
`

func TestAnotherFileReplacesTheData(t *testing.T) {
	all, err := ParseCalendars([]byte(smallFile))
	if err != nil {
		t.Fatal(err)
	}
	c := all["england_and_wales"]
	if len(all) != 2 || c.Name != "england_and_wales" || c.Version.ISO() != "2030-01-31" || c.First.ISO() != "2029-01-01" || c.Horizon.ISO() != "2030-12-31" {
		t.Errorf("%d calendars, %+v", len(all), c)
	}
	jubilee := MustDate(2029, 6, 8)
	if name, ok, provisional := c.Holiday(jubilee); name != "A jubilee" || !ok || provisional || c.IsWorkingDay(jubilee) {
		t.Errorf("the jubilee is %q, %v, %v", name, ok, provisional)
	}
	if got, provisional := c.After(jubilee.AddDays(-1), Span{1, WorkingDays}); got != MustDate(2029, 6, 11) || provisional {
		t.Errorf("the working day after the eve of the jubilee is %s, %v", got, provisional)
	}
}

func TestDigestFollowsTheDaysOfOneNation(t *testing.T) {
	digest := func(file string) string {
		all, err := ParseCalendars([]byte(file))
		if err != nil {
			t.Fatal(err)
		}
		return all["england_and_wales"].Digest()
	}
	const newYears = ",england_and_wales,New Year's Day,\n"
	const twoLines = "2030-01-01" + newYears + "2029-01-01" + newYears
	first := digest(smallFile)
	for what, change := range map[string]struct {
		old, new string
		same     bool
	}{
		"a day of another nation": {"2029-01-02,scotland", "2029-01-03,scotland", true},
		"the date of the data":    {"version: 2030-01-31", "version: 2030-02-01", true},
		"the order of the lines":  {twoLines, "2029-01-01" + newYears + "2030-01-01" + newYears, true},
		"a line taken out":        {"2030-01-01" + newYears, "", false},
		"a day":                   {"2029-06-08", "2029-06-11", false},
		"a name":                  {"A jubilee", "The jubilee", false},
		"the horizon":             {"to 2030-12-31", "to 2031-12-31", false},
	} {
		if !strings.Contains(smallFile, change.old) {
			t.Fatalf("the file has no %q", change.old)
		}
		if got := digest(strings.Replace(smallFile, change.old, change.new, 1)); (got == first) != change.same {
			t.Errorf("after a change of %s the digest is the same: %v", what, got == first)
		}
	}
	if len(first) != 64 {
		t.Errorf("digest %q", first)
	}
}

func TestParseCalendarsRefuses(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"# version: 2030-01-31\n", "", "say the date of the data"},
		{"# covers: 2029-01-01 to 2030-12-31\n", "", "say what the data covers"},
		{"2029-01-01 to 2030-12-31", "2030-12-31 to 2029-01-01", "say what the data covers"},
		{"version: 2030-01-31", "version: yesterday", `line 1: "yesterday" is not a date`},
		{"date,division", "day,division", "the columns must be"},
		{"2029-06-08", "2029-06-31", "line 6: there is no 31 June 2029"},
		{"2029-06-08", "2031-06-08", "line 6: 8 June 2031 is outside the days that the file covers"},
		{"2029-06-08,england_and_wales", "2029-06-08,wales", `line 6: "wales" is no division`},
		{"2nd January", "", "line 7: the bank holiday has no name"},
		{"2029-06-08", "2029-01-01", "1 January 2029 is listed twice"},
		{",A jubilee", "", "wrong number of fields"},
	} {
		file := strings.Replace(smallFile, c.old, c.new, 1)
		if _, err := ParseCalendars([]byte(file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("with %q for %q: %v; want an error that says %q", c.new, c.old, err, c.want)
		}
	}
}

func TestEmbeddedData(t *testing.T) {
	if got := strings.Join(Calendars(), " "); got != "england_and_wales northern_ireland scotland" {
		t.Error(got)
	}
	count := map[string]int{}
	for _, name := range Calendars() {
		c := calendar(t, name)
		count[name] = len(c.holidays)
		if c.First != MustDate(2008, 1, 1) || c.Horizon != MustDate(2028, 12, 31) || !c.Version.IsSet() {
			t.Errorf("%s covers %s to %s, as known on %s", name, c.First, c.Horizon, c.Version)
		}
		for _, h := range c.holidays {
			if h.day.Weekday() >= Saturday {
				t.Errorf("%s: %s falls on a %s", name, h.name, h.day.Weekday())
			}
		}
	}
	if count["england_and_wales"] != 173 || count["scotland"] != 195 || count["northern_ireland"] != 215 {
		t.Errorf("days: %v", count)
	}
	if _, err := LoadCalendar("wales"); err == nil || err.Error() != `"wales" is no calendar: write england_and_wales, northern_ireland, scotland` {
		t.Error(err)
	}
}

func FuzzParseCalendars(f *testing.F) {
	f.Add([]byte(smallFile))
	f.Add([]byte("# version: 2030-01-31\n# covers: 1000-01-01 to 9999-12-31\ndate,division,name,note\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		all, err := ParseCalendars(file)
		if err != nil {
			return
		}
		for name, c := range all {
			if c.Name != name || c.Horizon < c.First || len(c.upTo) != int(c.Horizon-c.First)+1 {
				t.Errorf("%s: %+v", name, c)
			}
		}
	})
}

// An agreement goes on counting by the days that were known when it was signed:
// the digest of the data that it names finds them, and another finds nothing.
func TestPinnedCalendar(t *testing.T) {
	for _, name := range Calendars() {
		c := calendar(t, name)
		if PinnedCalendar(name, c.Digest()) != c || PinnedCalendar(name, "") != c {
			t.Errorf("%s is not found by its digest", name)
		}
		if PinnedCalendar(name, "00"+c.Digest()[2:]) != nil {
			t.Errorf("%s is found by a digest of other data", name)
		}
	}
	files, err := holidayFiles.ReadDir("holidays")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, _ := holidayFiles.ReadFile("holidays/" + f.Name())
		all, err := ParseCalendars(text)
		if err != nil || all["scotland"].Version.ISO()+".csv" != f.Name() {
			t.Errorf("%s is not named by the day of its data (%v)", f.Name(), err)
		}
	}
	if c := PinnedCalendar("england_and_wales", "e4d2be92756d2282a0995e4f649882b4df69c9a4f929652ccce807f503a1071e"); c == nil {
		t.Error("the bank holidays by which the recorded history was signed are gone")
	}
}
