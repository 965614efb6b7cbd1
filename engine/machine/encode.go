package machine

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"

	"concordat/engine/value"
)

// FormatError is a machine of a format that this program does not know.
type FormatError struct{ Have, Know int }

func (e *FormatError) Error() string {
	return fmt.Sprintf("the agreement was compiled by a newer program, in format %d; this one knows up to %d: open it with the newer one", e.Have, e.Know)
}

// Encode writes the machine as JSON: fields in a fixed order, no insignificant space.
func (m *Machine) Encode() ([]byte, error) { return json.Marshal(m) }

// Decode reads a machine and readies it for use.
func Decode(text []byte) (*Machine, error) {
	var m Machine
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("the compiled agreement cannot be read: %w", err)
	}
	if m.Format > Format {
		return nil, &FormatError{Have: m.Format, Know: Format}
	}
	if m.Seal().index.days == nil {
		return nil, fmt.Errorf("the compiled agreement counts working days by the calendar %q of %s (digest %.12s), which this program does not have",
			m.Calendar.Name, m.Calendar.Version, m.Calendar.Digest)
	}
	return &m, nil
}

// Fingerprint is the SHA-256, in hexadecimal, of the machine without its line
// numbers: what the parties sign. Layout and comments do not change it. Of a machine
// that has been sealed it is worked out once.
func (m *Machine) Fingerprint() string {
	if p := m.index.print; p != nil {
		p.once.Do(func() { p.text = m.fingerprint() })
		return p.text
	}
	return m.fingerprint()
}

func (m *Machine) fingerprint() string {
	bare := *m
	bare.Source = nil
	text, err := bare.Encode()
	if err != nil {
		panic("machine: cannot encode: " + err.Error()) // only values that marshal are in it
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

type index struct {
	charts   map[string]int
	measures map[string]*Measure
	lines    map[Ref]int
	days     *value.Calendar
	print    *print
}

// print is the fingerprint, once it has been asked for.
type print struct {
	once sync.Once
	text string
}

// Seal builds the look-ups by name. Call it once after the machine is complete.
func (m *Machine) Seal() *Machine {
	m.index = index{charts: map[string]int{}, measures: map[string]*Measure{}, lines: map[Ref]int{}, print: &print{}}
	for i := range m.Charts {
		m.index.charts[m.Charts[i].ID] = i
	}
	for i := range m.Measures {
		m.index.measures[m.Measures[i].Name] = &m.Measures[i]
	}
	m.index.days = value.PinnedCalendar(m.Calendar.Name, m.Calendar.Digest)
	for _, l := range m.Source {
		if _, seen := m.index.lines[l.At]; !seen {
			m.index.lines[l.At] = l.Line
		}
	}
	return m
}

// Chart finds a chart's place in Charts by its ID; -1 is none.
func (m *Machine) Chart(id string) int {
	if i, ok := m.index.charts[id]; ok {
		return i
	}
	return -1
}

// Days is the calendar by which the agreement counts working days.
func (m *Machine) Days() *value.Calendar { return m.index.days }

// Measure finds a measure by name; nil is none.
func (m *Machine) Measure(name string) *Measure { return m.index.measures[name] }

// Line is where a statement stands in the text, from 1; 0 is unknown.
func (m *Machine) Line(r Ref) int { return m.index.lines[r] }

// ClauseOn is the clause that puts a block in words; nil is none.
func (m *Machine) ClauseOn(block string) *Clause {
	for i := range m.Clauses {
		for _, s := range m.Clauses[i].States {
			if s == block {
				return &m.Clauses[i]
			}
		}
	}
	return nil
}
