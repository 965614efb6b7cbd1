package value

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// What no rule knows: days added or moved by proclamation, as the differences
// between the data and the rules ("+" is in the data only, "-" in the rules only).
const proclaimed = `
england_and_wales  2011-04-29 + Royal wedding
england_and_wales  2012-05-28 - Spring bank holiday
england_and_wales  2012-06-04 + Spring bank holiday
england_and_wales  2012-06-05 + Queen's Diamond Jubilee
england_and_wales  2020-05-04 - Early May bank holiday
england_and_wales  2020-05-08 + Early May bank holiday
england_and_wales  2022-05-30 - Spring bank holiday
england_and_wales  2022-06-02 + Spring bank holiday
england_and_wales  2022-06-03 + Queen's Platinum Jubilee
england_and_wales  2022-09-19 + State funeral of Queen Elizabeth II
england_and_wales  2023-05-08 + Coronation of King Charles III
northern_ireland   2011-04-29 + Royal wedding
northern_ireland   2012-05-28 - Spring bank holiday
northern_ireland   2012-06-04 + Spring bank holiday
northern_ireland   2012-06-05 + Queen's Diamond Jubilee
northern_ireland   2020-05-04 - Early May bank holiday
northern_ireland   2020-05-08 + Early May bank holiday
northern_ireland   2022-05-30 - Spring bank holiday
northern_ireland   2022-06-02 + Spring bank holiday
northern_ireland   2022-06-03 + Queen's Platinum Jubilee
northern_ireland   2022-09-19 + State funeral of Queen Elizabeth II
northern_ireland   2023-05-08 + Coronation of King Charles III
scotland           2011-04-29 + Royal wedding
scotland           2012-05-28 - Spring bank holiday
scotland           2012-06-04 + Spring bank holiday
scotland           2012-06-05 + Queen's Diamond Jubilee
scotland           2020-05-04 - Early May bank holiday
scotland           2020-05-08 + Early May bank holiday
scotland           2022-05-30 - Spring bank holiday
scotland           2022-06-02 + Spring bank holiday
scotland           2022-06-03 + Queen's Platinum Jubilee
scotland           2022-09-19 + State funeral of Queen Elizabeth II
scotland           2023-05-08 + Coronation of King Charles III
scotland           2026-06-15 + World Cup
`

func TestRulesGiveTheDataButForProclamations(t *testing.T) {
	var differences []string
	for _, name := range Calendars() {
		c := calendar(t, name)
		listed, computed := map[Date]string{}, map[Date]string{}
		for _, h := range c.holidays {
			listed[h.day] = h.name
		}
		for year := c.First.Year(); year <= c.Horizon.Year(); year++ {
			y := computeYear(c.rules, year)
			for _, h := range y.holidays[:y.n] {
				computed[h.day] = h.name
			}
		}
		all := maps.Clone(listed)
		maps.Copy(all, computed)
		for _, d := range slices.Sorted(maps.Keys(all)) {
			if listed[d] == computed[d] {
				continue
			}
			for sign, word := range map[string]string{"+": listed[d], "-": computed[d]} {
				if word != "" {
					differences = append(differences, fmt.Sprintf("%-18s %s %s %s", name, d.ISO(), sign, word))
				}
			}
		}
	}
	slices.Sort(differences)
	if got := "\n" + strings.Join(differences, "\n") + "\n"; got != proclaimed {
		t.Errorf("the data differs from the rules in:%s\nwant:%s", got, proclaimed)
	}
}

func TestSubstituteDaysAreNotedAsInTheData(t *testing.T) {
	for _, name := range Calendars() {
		c := calendar(t, name)
		for _, h := range c.holidays {
			y := computeYear(c.rules, h.day.Year())
			for _, r := range y.holidays[:y.n] {
				if r.day == h.day && r.name == h.name && r.note != h.note {
					t.Errorf("%s %s %s: the rule notes %q, the data %q", name, h.day, h.name, r.note, h.note)
				}
			}
		}
	}
}

func TestEaster(t *testing.T) {
	for _, want := range []string{
		"2 April 1961", "22 March 1818", "25 April 1943", "19 April 1981", "18 April 1954", "23 April 2000",
		"5 April 2015", "27 March 2016", "22 March 2285", "25 April 2038", "21 April 2019", "1 April 2029",
	} {
		d, err := ParseDate(want)
		if err != nil {
			t.Fatal(err)
		}
		if got := easter(d.Year()); got != d {
			t.Errorf("Easter of %d is %s; want %s", d.Year(), got, d)
		}
	}
	for year := 1583; year < 10_000; year++ {
		if got := easter(year); got != meeus(year) || got.Weekday() != Sunday {
			t.Fatalf("Easter of %d is %s %s, by another method %s", year, got.Weekday(), got, meeus(year))
		}
	}
}

// meeus is another published method, the one in Meeus, Astronomical Algorithms,
// with his letters.
func meeus(year int) Date {
	a, b, c := year%19, year/100, year%100
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - b/4 - g + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return MustDate(year, n/31, n%31+1)
}
