package settled

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Register is a list of what is written down and, unless nothing is owed,
// answered.
type Register struct {
	Head
	Kinds     []string
	By        Who
	Area      bool // every entry is about an area
	Outcome   bool // every entry is about an outcome
	Notes     []Note
	Never     bool // no answer is owed
	Lead      bool // the lead of the entry's area answers
	Answerer  Who  // else who does
	Within    Within
	Lesson    bool
	Rated     []*Note // two, or none
	Totals    []*Note
	Expires   *Note // nil: entries do not run out
	Late      []*Action
	ByTheArea bool // some area is led place by place, so entries name the place too
}

// Note is what must be said with every entry.
type Note struct {
	Said
	Name, Title string
	Form        machine.NoteForm
	From, To    *value.Num // of a number; nil: any
}

// Note is one of the details that an entry may carry; nil if it has none of the name.
func (r *Register) Note(name string) *Note {
	for i := range r.Notes {
		if r.Notes[i].Name == name {
			return &r.Notes[i]
		}
	}
	return nil
}
