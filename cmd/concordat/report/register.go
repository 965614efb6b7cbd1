package report

import (
	"fmt"
	"strconv"
	"strings"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// Registers says what was written down in each register: counted by kind, then
// entry by entry, then what was learned.
func (p *Page) Registers(a run.Agreement, registers []machine.Register, today value.Date) {
	if len(registers) == 0 {
		p.Line("%s has no register", a.Name)
	}
	for i := range registers {
		r := &registers[i]
		p.Head("%s: %s", r.Name, r.Title)
		p.tally(a, r)
		for _, t := range explain.Entries(a.State, r) {
			p.registered(a, r, t, today)
		}
	}
}

func (p *Page) tally(a run.Agreement, r *machine.Register) {
	owed := answers(a.Machine, r)
	head := []string{"", "entered"}
	if owed {
		head = append(head, "in time", "late", "open", "overdue")
	}
	if r.Expires != "" {
		head = append(head, "expired")
	}
	head = append(head, r.Totals...)
	t := Table{Indent: 2, Head: head, Right: map[int]bool{}}
	for i := 1; i < len(head); i++ {
		t.Right[i] = true
	}
	for _, x := range explain.Tallies(a.State, r) {
		row := []string{x.Kind, strconv.Itoa(x.Entered)}
		if owed {
			row = append(row, strconv.Itoa(x.InTime), strconv.Itoa(x.Late), strconv.Itoa(x.Open), strconv.Itoa(x.Overdue))
		}
		if r.Expires != "" {
			row = append(row, strconv.Itoa(x.Expired))
		}
		for j, name := range r.Totals {
			row = append(row, noteWords(noteOf(r, name), x.Totals[j].String()))
		}
		t.Row(row...)
	}
	p.Table(t)
}

// answers reports whether an answer is owed to entries of a register.
func answers(m *machine.Machine, r *machine.Register) bool {
	c := m.ChartOf(r.Name)
	for i := range c.Moves {
		if c.Moves[i].On == machine.OnAnswer {
			return true
		}
	}
	return false
}

func (p *Page) registered(a run.Agreement, r *machine.Register, t *engine.Thing, today value.Date) {
	e := t.Entry
	label := fmt.Sprintf("%4d", e.N)
	head := fmt.Sprintf("%s, by %s on %s, %s", e.Kind, e.By, t.Day(machine.AnchorOpening), t.State)
	if len(r.Rated) > 0 {
		head += fmt.Sprintf("; rated %s", explain.Rating(r, e))
	}
	if day, move := a.State.Next(a.Machine, t.Key); move != nil && e.Reply == nil && day >= today && t.State == "entered" {
		head += fmt.Sprintf("; %s answers by %s", strings.Join(engine.WaitedFor(a.Machine, a.State, t), ", "), day)
	}
	p.Item(6, label, "%s", head)
	p.Para(6, "“%s”", e.Words)
	if notes := notesWords(r, e); notes != "" {
		p.Para(6, "%s", notes)
	}
	if x := e.Reply; x != nil {
		p.Para(6, "%s on %s: “%s”", x.By, x.On, x.Words)
		if x.Lesson != "" {
			p.Para(6, "lesson: “%s”", x.Lesson)
		}
	}
}

// notesWords are what was noted, each as people write it.
func notesWords(r *machine.Register, e *engine.Entry) string {
	var parts []string
	for _, n := range e.Notes {
		parts = append(parts, n.Name+": "+noteWords(noteOf(r, n.Name), n.Words))
	}
	return strings.Join(parts, "; ")
}

func noteOf(r *machine.Register, name string) machine.NoteForm {
	for _, n := range r.Notes {
		if n.Name == name {
			return n.Form
		}
	}
	return machine.NoteWords
}

// noteWords writes a note, kept in one spelling, as people write it.
func noteWords(form machine.NoteForm, kept string) string {
	switch form {
	case machine.NoteDate:
		if d, err := value.ParseDate(kept); err == nil {
			return d.String()
		}
	case machine.NoteSum:
		pence, _ := value.MustNum(kept).Mul(value.Int(100)).Int64()
		return value.Money(pence).String()
	}
	return kept
}

type registersJSON struct {
	SchemaVersion int            `json:"schema_version"`
	Agreement     string         `json:"agreement"`
	Registers     []registerJSON `json:"registers"`
}

type registerJSON struct {
	Register string           `json:"register"`
	Title    string           `json:"title"`
	Kinds    []tallyJSON      `json:"kinds"`
	Entries  []registeredJSON `json:"entries"`
}

type tallyJSON struct {
	Kind    string            `json:"kind"`
	Entered int               `json:"entered"`
	InTime  int               `json:"answered_in_time"`
	Late    int               `json:"answered_late"`
	Open    int               `json:"open"`
	Overdue int               `json:"overdue"`
	Expired int               `json:"expired"`
	Totals  map[string]string `json:"totals,omitempty"` // sums in pounds
}

type registeredJSON struct {
	Key     string     `json:"key"`
	State   string     `json:"state"`
	Entered value.Date `json:"entered"`
	Rating  string     `json:"rating,omitempty"`
	*engine.Entry
}

// RegistersJSON is the same for machines.
func RegistersJSON(a run.Agreement, registers []machine.Register) ([]byte, error) {
	out := registersJSON{SchemaVersion: 1, Agreement: a.Name, Registers: []registerJSON{}}
	for i := range registers {
		r := &registers[i]
		one := registerJSON{Register: r.Name, Title: r.Title, Entries: []registeredJSON{}}
		for _, x := range explain.Tallies(a.State, r) {
			k := tallyJSON{Kind: x.Kind, Entered: x.Entered, InTime: x.InTime, Late: x.Late, Open: x.Open, Overdue: x.Overdue, Expired: x.Expired}
			for j, name := range r.Totals {
				if k.Totals == nil {
					k.Totals = map[string]string{}
				}
				k.Totals[name] = x.Totals[j].String()
			}
			one.Kinds = append(one.Kinds, k)
		}
		for _, t := range explain.Entries(a.State, r) {
			e := registeredJSON{Key: t.Key.String(), State: t.State, Entered: t.Day(machine.AnchorOpening), Entry: t.Entry}
			if len(r.Rated) > 0 {
				e.Rating = explain.Rating(r, t.Entry).String()
			}
			one.Entries = append(one.Entries, e)
		}
		out.Registers = append(out.Registers, one)
	}
	return Indent(out)
}
