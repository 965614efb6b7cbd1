package report

import "concordat/dsl/lastday"

// LastDays writes the last possible day of every duty and how it comes about.
func (p *Page) LastDays(title string, duties []lastday.Duty) {
	p.Head("The last possible days of %s, counted through lateness, contest and referral", title)
	for _, d := range duties {
		note := ""
		if d.AfterTheTerm {
			note = ", after the term"
		}
		if d.Provisional {
			note += ", provisional: a bank holiday may yet be moved"
		}
		p.Line("")
		p.Para(0, "%s: by %s at the latest%s", d.What, d.Last, note)
		for _, s := range d.Steps {
			p.Item(20, "  "+s.On.String(), "%s (%s)", s.What, s.Said.Ref)
		}
	}
}
