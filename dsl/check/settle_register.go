package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

var whenUnanswered = place{"a register's `if late`", "`tell WHO`, `remind` or `open DECISION`", []machine.Verb{machine.Tell, machine.Remind, machine.Open}}

func (c *checker) register(b *syntax.Block, r *settled.Register) {
	c.kinds(b, r)
	if by := syntax.One[*syntax.EnteredBy](b, "entered"); by != nil {
		r.By = c.who(&by.By, aParty|parties|aGroup|aBody|everyParty|anyParty)
	}
	if v := syntax.One[*syntax.EntryAbout](b, "about"); v != nil && v.What.Hole == nil {
		c.entriesAbout(v, r)
	}
	c.notes(b, r)
	r.Late = c.actions(b, &r.Head, "if late", whenUnanswered)
	if answered := syntax.One[*syntax.EntryAnswered](b, "answered"); answered != nil {
		c.answered(answered, b, r)
	}
	r.Lesson = b.Find("lesson") != nil
	c.ratedAndTotalled(b, r)
}

// entriesAbout settles what every entry belongs to; some of it must be there.
func (c *checker) entriesAbout(v *syntax.EntryAbout, r *settled.Register) {
	what, none := "area", len(c.Agreement.Areas) == 0
	if r.Area = v.What.Word == syntax.AboutArea; !r.Area {
		what, none = "outcome", len(c.Agreement.Outcomes) == 0
		r.Outcome = true
	}
	if none && !c.nameless[what] && !c.lost[what] {
		c.AboutNothing(r, what)
	}
}

func (c *checker) kinds(b *syntax.Block, r *settled.Register) {
	kinds := syntax.One[*syntax.Names](b, "kinds")
	if kinds == nil {
		return
	}
	for _, k := range kinds.Names {
		switch {
		case k.Hole != nil:
		case slices.Contains(r.Kinds, k.Name):
			c.RegisterTwice(k.At, "kind", k.Name, r.Said("kinds"))
		default:
			r.Kinds = append(r.Kinds, k.Name)
		}
	}
}

// notes settles what is said with every entry. What an entry is about has the
// names of its own.
func (c *checker) notes(b *syntax.Block, r *settled.Register) {
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Noted)
		if !ok || v.Name.Hole != nil {
			continue
		}
		said := c.said(&r.Head, s)
		n := settled.Note{Said: said, Name: v.Name.Name, Title: text(&v.Title), Form: machine.NoteForm(v.Form.Word)}
		if first := r.Note(n.Name); first != nil || n.Name == machine.NoteArea || n.Name == machine.NotePlace || n.Name == machine.NoteOutcome && r.Outcome {
			if first == nil {
				first = &settled.Note{Said: r.Said("about")}
			}
			c.RegisterTwice(v.Name.At, "note", n.Name, first.Said)
			continue
		}
		if v.From != nil {
			c.noteRange(v, &n)
		}
		r.Notes = append(r.Notes, n)
	}
}

func (c *checker) noteRange(v *syntax.Noted, n *settled.Note) {
	low, okLow := c.num(v.From)
	high, okHigh := c.num(v.To)
	switch {
	case v.Form.Word != syntax.NoteNumber:
		c.NoteNoRange(v.From.At, v.Form.Word)
	case okLow && okHigh && high.Cmp(low) < 0:
		c.NoteBackwards(v.To.At, low, high)
	case okLow && okHigh:
		n.From, n.To = &low, &high
	}
}

// answered settles who owes an answer. Where one is owed, what follows when it
// does not come must be said.
func (c *checker) answered(v *syntax.EntryAnswered, b *syntax.Block, r *settled.Register) {
	if v.Never {
		r.Never = true
		for _, keyword := range []string{"lesson", "if late"} {
			if s := b.Find(keyword); s != nil {
				c.AnswerNeverOwed(s.At, keyword, r)
			}
		}
		return
	}
	if v.Lead.Hole != nil {
		return
	}
	r.Within = c.within(r.Said("answered"), &v.Within.Length, &v.Within.Of, onlyFrom(syntax.FromEntry, machine.AnchorOpening))
	if v.By != nil {
		r.Answerer = c.who(v.By, aParty|parties|aGroup|aBody|anyParty)
	} else {
		r.Lead = true
		if s := b.Find("about"); s == nil || r.Outcome {
			c.LeadOfNothing(v.Lead.At, r)
		}
	}
	if b.Find("if late") == nil && !c.unreadIn(b) {
		c.LateUnsaid(r)
	}
}

// ratedAndTotalled settles what is worked out from the notes.
func (c *checker) ratedAndTotalled(b *syntax.Block, r *settled.Register) {
	note := func(name *syntax.Ident, keyword string, forms ...machine.NoteForm) *settled.Note {
		if name.Hole != nil || c.unreadIn(b) {
			return nil
		}
		n := r.Note(name.Name)
		if n == nil || !slices.Contains(forms, n.Form) {
			c.NoteUnfit(name, keyword, n, forms, r)
			return nil
		}
		return n
	}
	if v := syntax.One[*syntax.Rated](b, "rated"); v != nil {
		x, y := note(&v.A, "rated", machine.NoteNumber), note(&v.B, "rated", machine.NoteNumber)
		if x != nil && y != nil {
			r.Rated = []*settled.Note{x, y}
		}
	}
	if v := syntax.One[*syntax.Names](b, "totals"); v != nil {
		for _, name := range v.Names {
			if n := note(name, "totals", machine.NoteSum, machine.NoteNumber); n != nil {
				r.Totals = append(r.Totals, n)
			}
		}
	}
	if v := syntax.One[*syntax.ExpiresOn](b, "expires"); v != nil {
		r.Expires = note(&v.Note, "expires", machine.NoteDate)
	}
}
