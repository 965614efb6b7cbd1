package machine

import "concordat/engine/value"

// Register is a list of what is written down. Who may enter, who answers and
// until when are moves of its chart.
type Register struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	Kinds   []string `json:"kinds"`
	Area    bool     `json:"area,omitempty"` // every entry names an area, and the place where that is led by place
	Notes   []Note   `json:"notes,omitempty"`
	Outcome bool     `json:"outcome,omitempty"` // every entry names an outcome
	Lesson  bool     `json:"lesson,omitempty"`  // no answer without one
	Rated   []string `json:"rated,omitempty"`   // two notes whose product orders the list
	Totals  []string `json:"totals,omitempty"`  // notes that are added up by kind
	// Expires is the note that holds the last day of an entry; empty: it has none.
	Expires string `json:"expires,omitempty"`
}

// Note is what must be said with every entry of a register.
type Note struct {
	Name  string     `json:"name"`
	Title string     `json:"title"`
	Form  NoteForm   `json:"form,omitempty"`
	From  *value.Num `json:"from,omitempty"` // of a number: the least it may be
	To    *value.Num `json:"to,omitempty"`   // and the most
}

// NoteForm is what a note must be.
type NoteForm string

const (
	NoteWords  NoteForm = ""
	NoteDate   NoteForm = "a date"
	NoteSum    NoteForm = "a sum"
	NoteNumber NoteForm = "a number"
)

// What entries are about is noted under these names.
const (
	NoteArea    = "area"
	NotePlace   = "place"
	NoteOutcome = "outcome"
)

// Register finds a register; nil where there is none.
func (m *Machine) Register(name string) *Register {
	return find(m.Registers, func(r *Register) bool { return r.Name == name })
}

// Area finds an area; nil where there is none.
func (m *Machine) Area(name string) *Area {
	return find(m.Areas, func(a *Area) bool { return a.Name == name })
}

// LeadIn is the party that leads in a place; empty where that takes a place
// that is not named. Where one party leads everywhere, the place does not count.
func (a *Area) LeadIn(place string) string {
	for _, l := range a.Leads {
		if l.Place == "" || l.Place == place {
			return l.Party
		}
	}
	return ""
}

// ByPlace reports whether the area is led place by place.
func (a *Area) ByPlace() bool { return len(a.Leads) > 0 && a.Leads[0].Place != "" }
