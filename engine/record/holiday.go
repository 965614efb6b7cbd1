package record

import (
	"slices"

	"concordat/engine/value"
)

// Proclaimed: a bank holiday has been proclaimed, or moved to another day, after
// the agreement was signed. Instead is the day that it takes the place of; nil
// where it is one more. In names the calendars that it is for.
type Proclaimed struct {
	Act
	Day     value.Date  `json:"day"`
	Name    string      `json:"name"`
	Instead *value.Date `json:"instead,omitempty"`
	In      []string    `json:"in"`
	Source  string      `json:"source"`
}

func (Proclaimed) event() {}

// Holiday is a bank holiday that was proclaimed, who put it on record, and when.
type Holiday struct {
	Day     value.Date
	Name    string
	Instead value.Date // NoDate where it takes the place of none
	In      []string   // calendars
	Source  string
	By      string
	On      value.Date
}

// ProclaimedFor are the bank holidays of one calendar, as that takes them.
func ProclaimedFor(all []Holiday, calendar string) []value.Proclaimed {
	var out []value.Proclaimed
	for _, h := range all {
		if slices.Contains(h.In, calendar) {
			out = append(out, value.Proclaimed{Day: h.Day, Name: h.Name, Instead: h.Instead})
		}
	}
	return out
}

// holidaysFollow stands where else a list of a thing ends.
const holidaysFollow = -104

// holidays are written only where some were proclaimed, so that what was
// recorded before has the digest that it had.
func (b *canonical) holidays(all []Holiday) {
	if len(all) == 0 {
		return
	}
	b.int(holidaysFollow)
	list(b, all, func(h Holiday) {
		b.day(h.Day)
		b.text(h.Name)
		b.day(h.Instead)
		list(b, h.In, b.text)
		b.text(h.Source)
		b.text(h.By)
		b.day(h.On)
	})
}
