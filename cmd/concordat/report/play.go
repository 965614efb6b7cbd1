package report

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// Played is one line of a scenario as it went in a store: what was done, in the
// words of the scenario, and what was recorded for it.
type Played struct {
	On      value.Date
	Text    string
	Entries []run.Entry // the days that fell due before it, then the act's
	Refused string      // the sentence, where the agreement refused it as it should
}

// Story is a scenario that was played into a store: quarter by quarter what fell
// due, what was done, the bands and the decisions; each year's results and what
// every party received; and the derivation of one payment.
func (p *Page) Story(a run.Agreement, name string, lines []Played) {
	p.Head("%s", Title(a))
	p.Line("“%s”", name)
	quarter := value.Period{}
	var chapter []Played
	for _, line := range byDay(lines) {
		if q := a.Machine.YearStart.Of(value.Quarter, line.On); q != quarter {
			p.chapter(a, quarter, chapter)
			quarter, chapter = q, nil
		}
		chapter = append(chapter, line)
	}
	p.chapter(a, quarter, chapter)
	p.received(a, lines)
	p.onePayment(a)
}

// byDay gives every day that fell due before an act a line of its own.
func byDay(lines []Played) []Played {
	var out []Played
	for _, line := range lines {
		acts := slices.IndexFunc(line.Entries, func(e run.Entry) bool { return !dayEnds(e) })
		if acts < 0 {
			acts = len(line.Entries)
		}
		for _, e := range line.Entries[:acts] {
			out = append(out, Played{On: e.Event.What().On, Entries: []run.Entry{e}})
		}
		if line.Text != "" {
			line.Entries = line.Entries[acts:]
			out = append(out, line)
		}
	}
	return out
}

func dayEnds(e run.Entry) bool {
	_, ok := e.Event.(engine.DayReached)
	return ok
}

// chapter is one quarter.
func (p *Page) chapter(a run.Agreement, q value.Period, lines []Played) {
	if len(lines) == 0 {
		return
	}
	p.Head("%s", rule(chapterTitle(a.Machine, q)))
	due, done, bands, decided := Table{Indent: 2}, Table{Indent: 2}, Table{Indent: 2, Right: map[int]bool{2: true}}, Table{Indent: 2}
	var results []result
	for _, line := range lines {
		if line.Text != "" {
			done.Row(line.On.String(), line.Text+line.Refused)
		}
		for _, e := range line.Entries {
			for _, ef := range e.Effects {
				if dayEnds(e) {
					addDue(&due, a.Machine, line.On, ef)
				}
				addBand(&bands, a.Machine, ef)
				addDecided(&decided, a.Machine, e.State, ef)
				if s, ok := ef.(engine.Scored); ok {
					results = append(results, result{s, e.State})
				}
			}
		}
	}
	p.section("Fell due", due)
	p.section("Done", done)
	p.section("Bands", bands)
	p.section("Decisions, disputes and notices", decided)
	for _, r := range results {
		p.score(a.Machine, r)
	}
}

func chapterTitle(m *machine.Machine, q value.Period) string {
	ys := m.YearStart
	if ys.Last(q) < m.First {
		return "Before the first day, " + m.First.String()
	}
	return fmt.Sprintf("%s, %s to %s", ys.Label(q), ys.First(q), ys.Last(q))
}

// result is a settlement as it was worked out, and the state it was worked out in.
type result struct {
	engine.Scored
	state engine.State
}

func (p *Page) section(name string, t Table) {
	if len(t.Rows) > 0 {
		p.Line("%s", name)
		p.Table(t)
	}
}

// addDue notes what a day brought: sums that moved, what became due, late or
// missing, reminders. That a figure counts is told under the bands.
func addDue(t *Table, m *machine.Machine, on value.Date, ef engine.Effect) {
	switch e := ef.(type) {
	case engine.Paid:
		t.Row(on.String(), fmt.Sprintf("%s is paid: %s (%s)", e.Key, total(e.Lines), short(m, e.Says)))
		return
	case engine.Notified, engine.Rescheduled:
	case engine.Moved:
		c := &m.Charts[m.Chart(e.Key.Chart)]
		if !slices.Contains([]machine.Kind{machine.KindFigure, machine.KindReview, machine.KindAgreement}, c.Kind) || e.To == "final" || e.To == "determined" || e.From == e.To || e.To == "fallen away" {
			return
		}
	default:
		return
	}
	words := scenario.Caused(m, ef) + " (" + short(m, scenario.SaysOf(ef)) + ")"
	if !joins(t, on.String(), words) {
		t.Row(on.String(), words)
	}
}

// joins adds what happens to a thing to the row before, where the same happened
// to another on that day: "placements 2015/16 Q1, own_tenancy 2015/16 Q1: …".
func joins(t *Table, on, words string) bool {
	thing, what, ok := strings.Cut(words, ": ")
	if !ok || len(t.Rows) == 0 {
		return false
	}
	last := t.Rows[len(t.Rows)-1]
	before, same := strings.CutSuffix(last[1], ": "+what)
	if last[0] != on || !same {
		return false
	}
	last[1] = before + ", " + thing + ": " + what
	return true
}

func addBand(t *Table, m *machine.Machine, ef engine.Effect) {
	v, ok := ef.(engine.Valued)
	if !ok {
		return
	}
	figure := ""
	if v.Value != nil {
		figure = v.Value.Decimal(m.Measure(v.Measure).Places)
	}
	t.Row(v.Measure, m.YearStart.Label(v.Period), figure, v.Band.String(), "final on "+v.On.String())
}

// addDecided notes every turn of a decision, dispute or notice.
func addDecided(t *Table, m *machine.Machine, s engine.State, ef engine.Effect) {
	mv, ok := ef.(engine.Moved)
	if !ok || mv.From == mv.To {
		return
	}
	c := &m.Charts[m.Chart(mv.Key.Chart)]
	switch c.Kind {
	case machine.KindDecision, machine.KindDispute, machine.KindNotice, machine.KindRule:
	default:
		return
	}
	thing := s.Find(mv.Key)
	words := fmt.Sprintf("%s: %s", openingWords(thing), mv.To)
	if answer := answerWords(thing); answer != "" && endsIn(c, mv.To) {
		words += ", " + answer
	}
	if day := thing.Day(machine.AnchorEffect); day.IsSet() && c.Kind == machine.KindNotice {
		words += ", takes effect on " + day.String()
	}
	if votes := ballotWords(thing); votes != "" && endsIn(c, mv.To) {
		words += ", " + votes
	}
	t.Row(mv.On.String(), words)
}

func endsIn(c *machine.Chart, state string) bool {
	return slices.ContainsFunc(c.States, func(s machine.State) bool { return s.Name == state && s.End })
}

// ballotWords counts the votes of the last round.
func ballotWords(t *engine.Thing) string {
	if t.Ballot == nil || len(t.Ballot.Votes) == 0 {
		return ""
	}
	counts := map[engine.Choice]int{}
	for _, v := range t.Ballot.Votes {
		counts[v.Choice]++
	}
	words := fmt.Sprintf("%d for, %d against", counts[engine.Yes], counts[engine.No])
	if n := counts[engine.Abstain]; n > 0 {
		words += fmt.Sprintf(", %d abstaining", n)
	}
	if n := len(t.Ballot.Silent); n > 0 {
		words += fmt.Sprintf(", %d silent", n)
	}
	return words
}

func (p *Page) score(m *machine.Machine, r result) {
	x := &r.Settlement
	again := ""
	if thing := r.state.Find(r.Key); thing.State == "confirmed" {
		again = ", worked out again: the difference is paid"
	}
	p.Line("Results for %s%s", r.Key.Of, again)
	bands := Table{Indent: 2, Right: map[int]bool{1: true}}
	period := r.state.Find(r.Key).Period
	for i := range m.Measures {
		me := &m.Measures[i]
		if w, ok := engine.WorthOf(m, r.state, me.Name, period); ok && w.Final {
			figure := ""
			if w.Value != nil {
				figure = w.Value.Decimal(me.Places)
			}
			bands.Row(me.Name, figure, w.Band.String())
		}
	}
	p.Table(bands)
	if x.Fund != nil {
		p.Para(2, "%s: %s", r.Key.Chart, scenario.FundWords(x))
		return
	}
	p.Para(2, "%s: score %s, %s", r.Key.Chart, x.Score, gainOrPain(x))
	if x.Beyond > 0 {
		p.Para(2, "%s before the cap; %s lies beyond it", x.Raw, x.Beyond)
	}
	t := Table{Indent: 2, Right: map[int]bool{2: true}}
	for _, l := range x.Lines {
		t.Row(l.From, "to "+l.To, l.Sum.String())
	}
	p.Table(t)
}

// rule is a heading drawn across the page.
func rule(text string) string {
	return "── " + text + " " + strings.Repeat("─", max(0, Width-width(text)-4))
}
