package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
)

// register says what is written down, who answers, and what follows.
func (c *contractor) register(p *part, r *machine.Register) {
	out := c.rule(p, r.Title, r.Name)
	chart := c.chart(r.Name)
	out.rules(fmt.Sprintf("Anything of these kinds may be entered by %s: %s.", who(move(chart, "enter").By), kindWords(r.Kinds)))
	if asked := c.asked(r); asked != "" {
		out.rules("Every entry says " + asked + ".")
	}
	if mv := move(chart, "answer"); mv == nil {
		out.rules("It is a record: no answer is owed.")
	} else {
		out.rules(fmt.Sprintf("Answered by %s, at the latest %s.", who(mv.By), strings.ReplaceAll(by(chart, "late"), "the day it opens", "the day it is entered")),
			orNothing(does(move(chart, "late")), "If no answer has come by then: %s. It is still owed."),
			atTheEnd(chart))
	}
	if r.Lesson {
		out.rules("Every answer says what was learned.")
	}
	if len(r.Rated) > 0 {
		out.rules(fmt.Sprintf("Entries are listed by %s, the highest first.", strings.Join(r.Rated, " × ")))
	}
	if len(r.Totals) > 0 {
		out.rules(fmt.Sprintf("Added up by kind: %s.", list(r.Totals)))
	}
	if r.Expires != "" {
		out.rules(fmt.Sprintf("An entry is over at the end of the day noted as %s.", r.Expires))
	}
}

// atTheEnd is what becomes of an entry that has no answer yet when the agreement ends.
func atTheEnd(c *machine.Chart) string {
	if c.Survives {
		return "What has no answer on the agreement's last day is still answered."
	}
	return "What has no answer on the agreement's last day falls away."
}

// asked is what every entry must say.
func (c *contractor) asked(r *machine.Register) string {
	var parts []string
	if r.Area {
		words := "which area it is about"
		for i := range c.m.Areas {
			if c.m.Areas[i].ByPlace() {
				words = "which area it is about and, where that is led place by place, which place"
				break
			}
		}
		parts = append(parts, words)
	}
	if r.Outcome {
		parts = append(parts, "which outcome it is about")
	}
	for i := range r.Notes {
		n := &r.Notes[i]
		form := ""
		switch {
		case n.From != nil:
			form = fmt.Sprintf(" (%s from %s to %s)", n.Form, n.From, n.To)
		case n.Form != machine.NoteWords:
			form = fmt.Sprintf(" (%s)", n.Form)
		}
		parts = append(parts, lower(n.Title)+form)
	}
	return strings.Join(parts, "; ")
}

func kindWords(kinds []string) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = strings.ReplaceAll(k, "_", " ")
	}
	return list(words)
}

// lower puts a title inside a sentence.
func lower(title string) string {
	if title == "" {
		return ""
	}
	return strings.ToLower(title[:1]) + title[1:]
}
