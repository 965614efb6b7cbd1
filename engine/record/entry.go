package record

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Entry is what was written down in a register, and how it was answered.
type Entry struct {
	N     int      `json:"n"` // counted from 1 in its register
	By    string   `json:"by"`
	Kind  string   `json:"kind"`
	Words string   `json:"words"`
	Notes []Reason `json:"notes,omitempty"` // a date, sum or number in one spelling: "2009-03-31", "1250.00", "4"
	Reply *Reply   `json:"reply,omitempty"`
}

// Reply answers an entry.
type Reply struct {
	By     string     `json:"by"`
	On     value.Date `json:"on"`
	Words  string     `json:"words"`
	Lesson string     `json:"lesson,omitempty"`
	Late   bool       `json:"late,omitempty"`
}

// Note is what was noted under a name; empty where nothing was.
func (e *Entry) Note(name string) string {
	for _, n := range e.Notes {
		if n.Name == name {
			return n.Words
		}
	}
	return ""
}

// Lead is who leads the area that an entry is about.
func (e *Entry) Lead(m *machine.Machine) string {
	a := m.Area(e.Note(machine.NoteArea))
	if a == nil {
		return ""
	}
	return a.LeadIn(e.Note(machine.NotePlace))
}

type (
	// Entered: something is written down in a register.
	Entered struct {
		Act
		Register string   `json:"register"`
		Kind     string   `json:"kind"`
		Words    string   `json:"words"`
		Notes    []Reason `json:"notes,omitempty"`
	}

	// Answered: an entry is answered.
	Answered struct {
		Act
		Register string `json:"register"`
		N        int    `json:"n"`
		Words    string `json:"words"`
		Lesson   string `json:"lesson,omitempty"`
	}
)

func (Entered) event()  {}
func (Answered) event() {}

// entryFollows stands where else the number of effects or the length of the
// next thing's name does.
const entryFollows = -2

// entry is written only for a thing that has one, so that what was recorded
// before there were registers has the digest that it had.
func (b *canonical) entry(e *Entry) {
	if e == nil {
		return
	}
	b.int(entryFollows)
	b.int(int64(e.N))
	b.text(e.By)
	b.text(e.Kind)
	b.text(e.Words)
	list(b, e.Notes, b.reason)
	b.flag(e.Reply != nil)
	if r := e.Reply; r != nil {
		b.text(r.By)
		b.day(r.On)
		b.text(r.Words)
		b.text(r.Lesson)
		b.flag(r.Late)
	}
}
