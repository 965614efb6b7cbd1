package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// enteredIn writes something down in a register.
func (w *work) enteredIn(e Entered) error {
	r := w.M.Register(e.Register)
	if r == nil {
		return refusal.NoBlock(w.M, "register", e.Register)
	}
	c := w.M.ChartOf(r.Name)
	may, says := known.WhoMay(c, machine.OnEnter), known.SaysFor(c, machine.OnEnter)
	if err := w.underWay(says); err != nil {
		return err
	}
	if !w.Among(e.By, nil, *may) {
		return w.notYours(e.By, says, "enter anything in "+r.Name, *may)
	}
	if !slices.Contains(r.Kinds, e.Kind) {
		return refusal.NoKind(r, e.Kind)
	}
	if e.Words == "" {
		return refusal.NothingSaid(says, "enter")
	}
	entry := &Entry{By: e.By, Kind: e.Kind, Words: e.Words}
	if err := w.notes(r, e.Notes, entry); err != nil {
		return err
	}
	t := w.create(w.M.Chart(r.Name), w.Numbered(r.Name, ""), value.Period{}, Key{})
	for range w.Of(r.Name) {
		entry.N++
	}
	t.Entry = entry
	if r.Expires != "" {
		day, _ := value.ParseDate(entry.Note(r.Expires)) // notes has read it
		w.note(t, machine.AnchorExpiry, day)
		w.schedule(t)
	}
	w.effects = append(w.effects, Moved{Key: t.Key, Move: "enter", To: t.State, On: w.today, Says: says})
	w.watchRoutes(r.Name)
	return nil
}

// notes takes what is said with an entry, in the order of the register: every
// note once, in its form.
func (w *work) notes(r *machine.Register, given []Reason, entry *Entry) error {
	if err := w.area(r, given, entry); err != nil {
		return err
	}
	if r.Outcome {
		of := noted(given, machine.NoteOutcome)
		if w.M.Outcome(of) == nil {
			return refusal.NoOutcome(w.M, r, of)
		}
		entry.Notes = append(entry.Notes, Reason{Name: machine.NoteOutcome, Words: of})
	}
	for i := range r.Notes {
		n := &r.Notes[i]
		words := noted(given, n.Name)
		if words == "" {
			return refusal.NoNote(r, n)
		}
		text, err := record.NoteText(n, words)
		if err != nil {
			return refusal.NoteUnfit(r, n, words)
		}
		if n.Name == r.Expires {
			if day, _ := value.ParseDate(text); day < w.today {
				return refusal.ExpiredAlready(r, day)
			}
		}
		entry.Notes = append(entry.Notes, Reason{Name: n.Name, Words: text})
	}
	for i, g := range given {
		if entry.Note(g.Name) == "" || slices.ContainsFunc(given[:i], func(e Reason) bool { return e.Name == g.Name }) {
			return refusal.NoteUnknown(r, g.Name)
		}
	}
	return nil
}

// area takes the area and, where that is led place by place, the place.
func (w *work) area(r *machine.Register, given []Reason, entry *Entry) error {
	if !r.Area {
		return nil
	}
	a := w.M.Area(noted(given, machine.NoteArea))
	if a == nil {
		return refusal.NoArea(w.M, r, noted(given, machine.NoteArea))
	}
	entry.Notes = append(entry.Notes, Reason{Name: machine.NoteArea, Words: a.Name})
	place := noted(given, machine.NotePlace)
	if a.LeadIn(place) == "" || place != "" && !a.ByPlace() {
		return refusal.NoPlace(r, a, place)
	}
	if place != "" {
		entry.Notes = append(entry.Notes, Reason{Name: machine.NotePlace, Words: place})
	}
	return nil
}

func noted(given []Reason, name string) string {
	for _, g := range given {
		if g.Name == name {
			return g.Words
		}
	}
	return ""
}

// answeredEntry records the answer to an entry, in time or late.
func (w *work) answeredEntry(e Answered) error {
	r := w.M.Register(e.Register)
	if r == nil {
		return refusal.NoBlock(w.M, "register", e.Register)
	}
	c := w.M.ChartOf(r.Name)
	if known.WhoMay(c, machine.OnAnswer) == nil {
		return refusal.NeverAnswered(r)
	}
	says := known.SaysFor(c, machine.OnAnswer)
	if err := w.underWay(says); err != nil {
		return err
	}
	var t *Thing
	for x := range w.Of(r.Name) {
		if x.Entry.N == e.N {
			t = x
		}
	}
	if t == nil {
		return refusal.NoEntry(r, e.N)
	}
	mv := w.MoveOn(t, machine.OnAnswer)
	if mv == nil {
		return refusal.NotNow(w.M, t, "answer")
	}
	if !w.Among(e.By, t, *mv.By) {
		return w.notYours(e.By, mv.Says, "answer "+t.Key.String(), machine.Who{Parties: w.Members(t, *mv.By)})
	}
	switch {
	case e.Words == "":
		return refusal.NothingSaid(says, "answer")
	case r.Lesson && e.Lesson == "":
		return refusal.NoLesson(r)
	}
	t = w.Edit(t.Key)
	entry := *t.Entry
	entry.Reply = &record.Reply{By: e.By, On: w.today, Words: e.Words, Lesson: e.Lesson, Late: t.State == "late"}
	t.Entry = &entry
	w.make(t, mv, nil)
	return nil
}
