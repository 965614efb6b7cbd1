package report

import (
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// record says who leads, and what each partner has committed for the year of a day.
func (p *Page) record(m *machine.Machine, today value.Date) {
	if len(m.Areas) > 0 {
		p.Head("Who leads")
		t := Table{Indent: 2}
		for _, a := range m.Areas {
			var leads []string
			for _, l := range a.Leads {
				words := l.Party
				if l.Place != "" {
					words += " in " + l.Place
				}
				leads = append(leads, words)
			}
			t.Row(a.Name, strings.Join(leads, ", "))
		}
		p.Table(t)
	}
	year := m.YearStart.Of(value.Year, today)
	for _, c := range m.Commitments {
		t := Table{Indent: 2, Right: map[int]bool{1: true}}
		for _, g := range c.Gives {
			if g.Period == year {
				t.Row(g.Party, g.Sum.String())
			}
		}
		if len(t.Rows) > 0 {
			p.Head("%s, %s", c.Title, m.YearStart.Label(year))
			p.Table(t)
		}
	}
}
