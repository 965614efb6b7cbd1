package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
)

// leads says who leads what and where.
func (c *contractor) leads(p *part) {
	if len(c.m.Areas) == 0 {
		return
	}
	t := table{head: []string{"For", "Ages", "Lead", "Reports to"}}
	for i := range c.m.Areas {
		a := &c.m.Areas[i]
		t.rows = append(t.rows, []string{a.Title, ages(a.Ages), c.leadWords(a), c.titleOf(a.Reports)})
	}
	out := p.add("Who leads", "", t)
	for i := range c.m.Areas {
		for _, w := range c.m.Areas[i].With {
			out.rules(fmt.Sprintf("For %s, `%s` leads on %s together with the lead.", c.m.Areas[i].Title, w.Party, strings.ReplaceAll(w.For, "_", " ")))
		}
	}
}

func ages(a machine.Ages) string {
	words := fmt.Sprintf("%d and over", a.From)
	switch {
	case a == machine.Ages{}:
		return "all"
	case a.To > 0:
		words = fmt.Sprintf("%d to %d", a.From, a.To)
	}
	if a.Some > 0 {
		words += fmt.Sprintf(", some from %d", a.Some)
	}
	return words
}

func (c *contractor) leadWords(a *machine.Area) string {
	var out []string
	for _, l := range a.Leads {
		words := l.Party
		if l.Place != "" {
			words += " in " + c.titleOf(l.Place)
		}
		out = append(out, words)
	}
	return strings.Join(out, "; ")
}

// titleOf is the title of a place, a body or a group.
func (c *contractor) titleOf(name string) string {
	for _, p := range c.m.Places {
		if p.Name == name {
			return p.Title
		}
	}
	for _, b := range c.m.Bodies {
		if b.Name == name {
			return b.Title
		}
	}
	if g := c.m.Group(name); g != nil {
		return g.Title
	}
	return name
}

func (c *contractor) commitment(p *part, x *machine.Commitment) {
	out := c.rule(p, x.Title, x.Name)
	t := table{head: []string{"Party", "Year", "Sum"}, right: []bool{false, false, true}}
	for _, g := range x.Gives {
		t.rows = append(t.rows, []string{g.Party, c.m.YearStart.Label(g.Period), g.Sum.String()})
	}
	out.rules("Each party spends its own sum itself: nothing is paid to another under this rule.", orNothing(x.Spent, "The money is spent %s."))
	out.body = append(out.body, t)
}
