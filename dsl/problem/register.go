package problem

import (
	"fmt"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// RegisterTwice reports register-twice.
func (c *Collector) RegisterTwice(at diag.Span, what, name string, first settled.Said) {
	c.report("register-twice", at, fmt.Sprintf("the %s `%s` is there already", what, name), "give it another name, or leave one out", see(first.At, "the first"))
}

// AboutNothing reports register-no-area.
func (c *Collector) AboutNothing(r *settled.Register, what string) {
	help := "add an `area` for each group of people, with its lead, or leave the line out"
	if what != "area" {
		help = "add an `outcome` for what should become true for people, or leave the line out"
	}
	c.report("register-no-area", r.Said("about").At, fmt.Sprintf("every entry is to be about an %s, and the agreement has none", what), help)
}

// LeadOfNothing reports register-no-area.
func (c *Collector) LeadOfNothing(at diag.Span, r *settled.Register) {
	c.report("register-no-area", at, fmt.Sprintf("entries of `%s` belong to no area, so nobody can tell whose lead answers", r.Name), "add the line `about an area`, or name who answers")
}

// LateUnsaid reports register-late-unsaid.
func (c *Collector) LateUnsaid(r *settled.Register) {
	c.report("register-late-unsaid", r.Said("answered").At, fmt.Sprintf("an answer is owed %s, and nothing follows when it does not come", r.Within.Text[strings.Index(r.Within.Text, "within"):]),
		"add `if late tell WHO`, `if late remind` or `if late open DECISION`")
}

// AnswerNeverOwed reports register-never-answered.
func (c *Collector) AnswerNeverOwed(at diag.Span, keyword string, r *settled.Register) {
	c.report("register-never-answered", at, fmt.Sprintf("entries of `%s` are never answered, so `%s` can never count", r.Name, keyword),
		"say who answers and until when, or leave the line out", see(r.Said("answered").At, "no answer is owed"))
}

// NoteNoRange reports register-note-range.
func (c *Collector) NoteNoRange(at diag.Span, form syntax.NoteForm) {
	c.report("register-note-range", at, fmt.Sprintf("`from … to …` belongs to a number, and this note is %s", form), "write `a number from 1 to 5`, or leave the range out")
}

// NoteBackwards reports register-note-range.
func (c *Collector) NoteBackwards(at diag.Span, low, high value.Num) {
	c.report("register-note-range", at, fmt.Sprintf("no number is at least %s and at most %s", low, high), fmt.Sprintf("write `from %s to %s`", high, low))
}

// NoteUnfit reports register-note-unfit.
func (c *Collector) NoteUnfit(name *syntax.Ident, keyword string, n *settled.Note, forms []machine.NoteForm, r *settled.Register) {
	wanted := make([]string, len(forms))
	for i, f := range forms {
		wanted[i] = string(f)
	}
	text := fmt.Sprintf("`%s` notes no `%s`", r.Name, name.Name)
	if n != nil {
		form := string(n.Form)
		if form == "" {
			form = "words"
		}
		text = fmt.Sprintf("`%s` needs %s, and `%s` is noted as %s", keyword, Either(wanted), name.Name, form)
	}
	c.unsettled("register-note-unfit", name.At, text, fmt.Sprintf("add a line like `notes %s \"…\", %s`", name.Name, wanted[0]))
}

// KindUnknown reports register-no-such.
func (c *Collector) KindUnknown(kind *syntax.Ident, r *settled.Register) {
	help := "write " + Either(code(r.Kinds))
	if near := diag.Nearest(kind.Name, r.Kinds); near != "" {
		help = fmt.Sprintf("write `%s`", near)
	}
	c.report("register-no-such", kind.At, fmt.Sprintf("`%s` takes no `%s`", r.Name, kind.Name), help, see(r.Said("kinds").At, "what it takes"))
}

// NoteNotAsked reports register-no-such.
func (c *Collector) NoteNotAsked(name *syntax.Word, r *settled.Register) {
	c.report("register-no-such", name.At, fmt.Sprintf("`%s` does not ask for `%s`", r.Name, name.Name),
		"leave it out, or add a `notes` line to the register", see(r.At, "the register"))
}

// NumberOfNothing reports register-no-such.
func (c *Collector) NumberOfNothing(at diag.Span, of *settled.Head) {
	c.report("register-no-such", at, fmt.Sprintf("only entries of a register have numbers, and `%s` is %s", of.Name, a(of.Keyword)), "leave the number out")
}
