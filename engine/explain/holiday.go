package explain

import (
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
)

// Holiday is a bank holiday that was proclaimed after signature, in words.
type Holiday struct {
	engine.Holiday
	Words string
}

// Holidays are the bank holidays by which an agreement counts that were proclaimed
// after it was signed, in the order in which they were put on record.
func Holidays(m *machine.Machine, s engine.State) []Holiday {
	var out []Holiday
	if a := s.Find(engine.Key{Chart: string(machine.KindAgreement)}); a != nil {
		for _, h := range a.Holidays {
			if slices.Contains(h.In, m.Calendar.Name) {
				out = append(out, Holiday{Holiday: h, Words: holidayWords(h)})
			}
		}
	}
	return out
}

func holidayWords(h engine.Holiday) string {
	instead := ""
	if h.Instead.IsSet() {
		instead = " instead of " + h.Instead.String()
	}
	return fmt.Sprintf("%s is a bank holiday%s: %s (%s)", h.Day, instead, h.Name, h.Source)
}
