package value

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
)

// holidayFiles are the bank holidays as they were known on the day that names a
// file. A newer file stands beside the older ones and never in their place: an
// agreement counts by the days that were known when it was signed.
//
//go:embed holidays/*.csv
var holidayFiles embed.FS

// embedded are all files, the newest last, and read once; they are part of the
// program, so an error in one is a bug that the tests find.
var embedded = sync.OnceValues(func() ([]map[string]*Calendar, error) {
	files, err := holidayFiles.ReadDir("holidays")
	if err != nil {
		return nil, err
	}
	var out []map[string]*Calendar
	for _, f := range files { // ReadDir sorts by name, which is the day
		text, err := holidayFiles.ReadFile("holidays/" + f.Name())
		if err != nil {
			return nil, err
		}
		all, err := ParseCalendars(text)
		if err != nil {
			return nil, err
		}
		out = append(out, all)
	}
	return out, nil
})

// Calendars lists the names that LoadCalendar knows, in alphabetical order.
func Calendars() []string { return slices.Sorted(maps.Keys(nations)) }

// PinnedCalendar returns the bank holidays of a nation as they were in the data
// with a digest; nil where the program does not carry that. Without a digest it
// is the newest data.
func PinnedCalendar(name, digest string) *Calendar {
	if digest == "" {
		c, _ := LoadCalendar(name)
		return c
	}
	all, _ := embedded() // LoadCalendar says what is wrong with it
	for _, of := range slices.Backward(all) {
		if c := of[name]; c != nil && c.Digest() == digest {
			return c
		}
	}
	return nil
}

// LoadCalendar returns the bank holidays of a nation from the newest data that
// the program carries.
func LoadCalendar(name string) (*Calendar, error) {
	if nations[name] == nil {
		return nil, fmt.Errorf("%q is no calendar: write %s", name, strings.Join(Calendars(), ", "))
	}
	all, err := embedded()
	if err != nil {
		return nil, err
	}
	c := all[len(all)-1][name]
	if c == nil {
		return nil, fmt.Errorf("the bank holiday data has no days of %s", name)
	}
	return c, nil
}

// ParseCalendars reads a file of bank holidays, so that data of another date
// can be used. Lines that start with # are remarks, but two of them must say
// "# version: DATE" and "# covers: DATE to DATE", which are ISO dates. The rest
// is CSV with the columns date, division, name and note. The result has a
// calendar for each nation that the file names. Errors give the line.
func ParseCalendars(file []byte) (map[string]*Calendar, error) {
	head, err := readHead(file)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(file))
	r.Comment = '#'
	r.FieldsPerRecord = 4
	r.ReuseRecord = true
	if columns, err := r.Read(); err != nil || strings.Join(columns, ",") != "date,division,name,note" {
		return nil, errors.New("bank holidays: the columns must be date,division,name,note")
	}
	calendars := map[string]*Calendar{}
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("bank holidays: %w", err)
		}
		if err := head.addRow(calendars, row); err != nil {
			line, _ := r.FieldPos(0)
			return nil, fmt.Errorf("bank holidays: line %d: %w", line, err)
		}
	}
	for _, c := range calendars {
		if err := c.finish(); err != nil {
			return nil, err
		}
	}
	return calendars, nil
}

// dataHead is what the remarks of a file say about all its calendars.
type dataHead struct{ version, first, horizon Date }

func readHead(file []byte) (dataHead, error) {
	h := dataHead{version: NoDate, first: NoDate, horizon: NoDate}
	n := 0
	for line := range bytes.Lines(file) {
		n++
		remark, ok := strings.CutPrefix(strings.TrimSpace(string(line)), "#")
		if !ok {
			continue
		}
		key, text, _ := strings.Cut(remark, ":")
		text = strings.TrimSpace(text)
		var err error
		switch strings.TrimSpace(key) {
		case "version":
			err = h.version.UnmarshalText([]byte(text))
		case "covers":
			from, to, _ := strings.Cut(text, " to ")
			err = cmp.Or(h.first.UnmarshalText([]byte(from)), h.horizon.UnmarshalText([]byte(to)))
		}
		if err != nil {
			return h, fmt.Errorf("bank holidays: line %d: %w", n, err)
		}
	}
	switch {
	case !h.version.IsSet():
		return h, errors.New(`bank holidays: say the date of the data in a line "# version: 2026-01-31"`)
	case !h.first.IsSet() || !h.horizon.IsSet() || h.horizon < h.first:
		return h, errors.New(`bank holidays: say what the data covers in a line "# covers: 2008-01-01 to 2028-12-31"`)
	}
	return h, nil
}

func (h dataHead) addRow(calendars map[string]*Calendar, row []string) error {
	day, err := ParseDate(row[0])
	if err != nil {
		return err
	}
	name := row[1]
	switch {
	case day < h.first || day > h.horizon:
		return fmt.Errorf("%s is outside the days that the file covers, %s to %s", day, h.first, h.horizon)
	case nations[name] == nil:
		return fmt.Errorf("%q is no division: write %s", name, strings.Join(Calendars(), ", "))
	case row[2] == "":
		return errors.New("the bank holiday has no name")
	}
	c := calendars[name]
	if c == nil {
		c = &Calendar{Name: name, Version: h.version, First: h.first, Horizon: h.horizon, rules: nations[name]}
		calendars[name] = c
	}
	c.holidays = append(c.holidays, bankHoliday{day: day, name: row[2], note: row[3]})
	return nil
}

// finish sorts the days, refuses a day twice, and fills in what follows from them.
func (c *Calendar) finish() error {
	slices.SortFunc(c.holidays, func(a, b bankHoliday) int { return cmp.Compare(a.day, b.day) })
	sum := sha256.New()
	fmt.Fprintf(sum, "%s %s %s\n", c.Name, c.First.ISO(), c.Horizon.ISO())
	for i, h := range c.holidays {
		if i > 0 && c.holidays[i-1].day == h.day {
			return fmt.Errorf("bank holidays: %s is listed twice for %s", h.day, c.Name)
		}
		fmt.Fprintf(sum, "%s,%q,%q\n", h.day.ISO(), h.name, h.note)
	}
	c.digest = hex.EncodeToString(sum.Sum(nil))
	c.count()
	return nil
}
