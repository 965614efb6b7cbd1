// Package render says a compiled agreement to people: as a numbered contract in
// Markdown and HTML, in which the parties' own clauses stand beside the rules
// that the engine runs, said in plain English, with the money to the penny; and
// as a picture of each state chart, in Mermaid and DOT. All of it comes from the
// machine, never from the source: what is read is what runs.
package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
)

// Markdown is the contract at 80 columns.
func Markdown(m *machine.Machine) string { return markdown(contract(m)) }

// HTML is the contract as one self-contained page that also prints.
func HTML(m *machine.Machine) string { return html(contract(m)) }

// contract puts the whole agreement in words.
func contract(m *machine.Machine) *document {
	c := &contractor{m: m, said: map[string]bool{}}
	d := &document{
		title:    m.Title,
		subtitle: fmt.Sprintf("%s agreement, from %s to %s", titleCase(article(m.Model)), m.First, m.Last),
	}
	for _, p := range []part{
		c.reading(), c.agreement(), c.definitions(), c.people(), c.results(), c.money(), c.deciding(), c.running(), c.general(),
		c.schedule(), c.signatures(),
	} {
		if len(p.paras) > 0 {
			d.parts = append(d.parts, p)
		}
	}
	return d
}

type contractor struct {
	m    *machine.Machine
	said map[string]bool // clauses that already stand beside a rule
}

// rule starts the paragraph of a block, with the clause that puts it in words
// beside it.
func (c *contractor) rule(p *part, title, name string) *para {
	out := p.add(title, name)
	if cl := c.m.ClauseOn(name); cl != nil && !c.said[cl.Name] {
		c.said[cl.Name] = true
		out.clause = &words{number: cl.Number, title: cl.Title, paragraphs: paragraphs(cl.Text)}
	}
	return out
}

// chart finds a state chart; nil where the block has none.
func (c *contractor) chart(id string) *machine.Chart {
	if at := c.m.Chart(id); at >= 0 {
		return &c.m.Charts[at]
	}
	return nil
}

// move finds a move of a chart; nil where there is none.
func move(c *machine.Chart, id string) *machine.Move {
	if c == nil {
		return nil
	}
	for i := range c.Moves {
		if c.Moves[i].ID == id {
			return &c.Moves[i]
		}
	}
	return nil
}

// by says a move's day in words; "" where there is no such move.
func by(c *machine.Chart, id string) string {
	if mv := move(c, id); mv != nil && mv.At != nil {
		return deadline(c, mv.At)
	}
	return ""
}

// does says what a move does.
func does(mv *machine.Move) string {
	if mv == nil {
		return ""
	}
	return strings.Join(doing(mv, inProse), "; ")
}

// paragraphs parts prose at its empty lines and joins the lines between.
func paragraphs(prose string) []string {
	var out []string
	for _, p := range strings.Split(prose, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func titleCase(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// article puts "a" or "an" before a model's name in words.
func article(model string) string {
	model = strings.ReplaceAll(model, "_", " ")
	if model != "" && strings.ContainsRune("aeiou", rune(model[0])) {
		return "an " + model
	}
	return "a " + model
}
