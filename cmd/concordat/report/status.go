package report

import (
	"fmt"
	"strings"

	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// Status is one page for a review meeting: how the measures stand, what the
// year has earned, what is open, what was and will be paid, what comes next.
// at is the standing that is shown, today the day it is asked for.
func (p *Page) Status(a run.Agreement, at run.AsAt, today value.Date) {
	s := summaryOf(a, today)
	p.Head("%s", Title(a))
	p.Line("%s%s, %s to %s", s.State, untilTerm(a.Machine, s.State), a.Machine.First, a.Machine.Last)
	known := ""
	if at.Known.IsSet() {
		known = ", as known by " + at.Known.String()
	}
	p.Line("as at %s%s, %d events recorded", today, known, a.Seq)
	if by := explain.InForce(a.Machine, a.State); by != nil {
		p.Para(0, "by the text %s, fingerprint %.12s, since %s (%s)", a.Path, a.Fingerprint, by.Since, by.Key)
	}
	if len(s.Unsigned) > 0 {
		p.Line("not signed yet by %s", strings.Join(s.Unsigned, ", "))
	}
	for _, h := range s.Holidays {
		p.Para(0, "%s; on record since %s", h.words, h.Recorded)
	}
	if s.Behind.IsSet() {
		p.Para(0, "What falls due from %s on has not been run yet: concordat run-to %q", s.Behind, today.String())
	}
	p.figures(s)
	p.results(s)
	p.outcomes(s)
	p.processes(s)
	p.open(s)
	p.money(s)
	p.officers(s)
	p.socialReturns(a)
	p.record(a.Machine, today)
	p.next(a, today)
}

func (p *Page) figures(s summary) {
	t := Table{Indent: 2, Right: map[int]bool{2: true}}
	for i, f := range s.Figures {
		name := f.Measure
		if i > 0 && s.Figures[i-1].Measure == name {
			name = ""
		}
		t.Row(name, f.Period, f.Value, f.Band, f.State+" since "+f.since.String())
	}
	if len(t.Rows) > 0 {
		p.Head("Measures")
		p.Table(t)
	}
}

func (p *Page) results(s summary) {
	if len(s.Results) == 0 {
		return
	}
	p.Head("Results")
	for _, r := range s.Results {
		p.Item(2, "", "%s for %s: %s", r.Gainshare, r.Period, r.Words)
	}
}

func (p *Page) open(s summary) {
	if len(s.Open) == 0 {
		return
	}
	p.Head("Open, or ended in the last twelve months")
	t := Table{Indent: 2}
	for _, o := range s.Open {
		t.Row(o.Kind, o.Words)
	}
	p.Table(t)
}

func (p *Page) money(s summary) {
	if len(s.Money) == 0 {
		return
	}
	p.Head("Money")
	for _, m := range s.Money {
		p.Item(2, "", "%s: %s %s%s", m.Block, m.Paid, m.words, m.next)
	}
}

// next is the first of what is awaited; the whole list is the command due.
func (p *Page) next(a run.Agreement, today value.Date) {
	const shown, ahead = 8, 60
	tasks := Tasks([]run.Agreement{a}, today.AddDays(ahead), "")
	if len(tasks) == 0 {
		return
	}
	p.Head("Awaited in the next %d days", ahead)
	t := Table{Indent: 2}
	for _, x := range tasks[:min(shown, len(tasks))] {
		t.Row(x.when(), x.As+": "+x.Do)
	}
	p.Table(t)
	if more := len(tasks) - shown; more > 0 {
		p.Line("  and %d more: concordat due", more)
	}
}

// StatusJSON is the same for machines.
func StatusJSON(a run.Agreement, at run.AsAt, today value.Date) ([]byte, error) {
	s := summaryOf(a, today)
	if at.Known.IsSet() {
		s.Known = at.Known.ISO()
	}
	s.Due = []taskJSON{}
	for _, t := range Tasks([]run.Agreement{a}, today.AddDays(60), "") {
		s.Due = append(s.Due, taskJSON{Agreement: a.Name, By: t.By.ISO(), Who: t.Who, Do: t.Do, IfNot: t.Then, place: placeOf(a.Machine, t.Says)})
	}
	return Indent(s)
}

// untilTerm says of an agreement that is practised when that ends.
func untilTerm(m *machine.Machine, state string) string {
	if m.Shadow == nil || state != "in shadow" {
		return ""
	}
	return fmt.Sprintf(" until %s; its term", m.First.AddDays(-1))
}
