package folder

import (
	"fmt"
	"slices"
	"strings"

	"concordat/cmd/concordat/report"
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/portfolio"
	"concordat/engine/run"
	"concordat/engine/value"
)

// closings is what is wound down: until when, with what last money, and what
// takes its place.
func closings(p *report.Page, v portfolio.View) {
	if len(v.Closings) == 0 {
		return
	}
	p.Head("Old contracts that come to their end")
	t := report.Table{Indent: 2}
	for _, x := range v.Closings {
		t.Row(x.Is.Until.String(), fmt.Sprintf("%s (%s)", x.Is.Title, x.Of.Name))
		t.Row("", "last money: "+lastMoney(x))
		anew := "nothing"
		if x.Anew != "" {
			anew = x.Anew
		}
		t.Row("", "procured anew: "+anew)
	}
	p.Table(t)
}

func lastMoney(x portfolio.Closing) string {
	if len(x.Last) == 0 {
		return "by its own terms"
	}
	var sums []string
	for _, s := range x.Last {
		sums = append(sums, fmt.Sprintf("%s for %s", s.Sum, x.Of.YearStart.Label(s.Period)))
	}
	return strings.Join(sums, ", ")
}

// toldApart is prevention as a part of something bigger, and what accounts for it.
func toldApart(p *report.Page, v portfolio.View, recorded []run.Agreement) {
	if len(v.Apart) == 0 {
		return
	}
	p.Head("Prevention as a part of a bigger agreement (whole terms)")
	t := report.Table{Indent: 2, Head: []string{"agreement", "by weights", "of", "accounted for by"}, Right: map[int]bool{1: true, 2: true}}
	for _, x := range v.Apart {
		by := "nothing: what is spent on it is not told apart"
		if len(x.By) > 0 {
			by = costTitles(x.By)
		}
		t.Row(x.Of.Name, sumOrNone(x.Sum), sumOrNone(x.Total), by)
		for _, c := range x.By {
			for _, r := range results(recorded, x.Of.Name, c.Name) {
				t.Row("", "", "", fmt.Sprintf("%s: £%s", r.Period, r.Value.Decimal(2)))
			}
		}
	}
	p.Table(t)
}

func costTitles(costs []*machine.Measure) string {
	var out []string
	for _, c := range costs {
		out = append(out, fmt.Sprintf("%s (%s, every %s)", c.Title, c.Name, c.Every))
	}
	return strings.Join(out, "; ")
}

// sideBySide is each figure that several agreements have.
func sideBySide(p *report.Page, v portfolio.View, recorded []run.Agreement) {
	if len(v.Compared) == 0 {
		return
	}
	p.Head("The same figure in several agreements, side by side")
	for _, c := range v.Compared {
		alike, units := "counted alike", slices.Contains(c.Differ, portfolio.DiffersUnit)
		if len(c.Differ) > 0 {
			alike = "not comparable as it stands, for these differ: " + strings.Join(c.Differ, ", ")
		}
		p.Para(2, "%s: %s.", c.Title, alike)
		rows := [][]string{{"agreement", "years", "minimum", "stretch", "baseline", "evidence"}}
		for _, f := range c.In {
			name := f.Of.Name
			if units {
				name += " (" + f.Is.Unit + ")"
			}
			rows = append(rows, []string{name, years(f.Of), bandWords(f.Is, value.Minimum), bandWords(f.Is, value.Stretch), baselineWords(f.Is), evidenceWord(f.Is)})
			for _, r := range results(recorded, f.Of.Name, f.Is.Name) {
				rows = append(rows, []string{"", r.Period, r.Value.Decimal(f.Is.Places), r.Band, "", ""})
			}
		}
		p.Table(trimmed(rows))
	}
}

// trimmed is a table without the columns at its end in which no agreement says anything.
func trimmed(rows [][]string) report.Table {
	last := len(rows[0])
	for last > 3 && !slices.ContainsFunc(rows[1:], func(cells []string) bool { return cells[last-1] != "-" && cells[last-1] != "" }) {
		last--
	}
	t := report.Table{Indent: 2, Head: rows[0][:last]}
	for _, cells := range rows[1:] {
		t.Row(cells[:last]...)
	}
	return t
}

// years is from which calendar year to which an agreement runs.
func years(m *machine.Machine) string {
	if !m.First.IsSet() || !m.Last.IsSet() {
		return "open"
	}
	return fmt.Sprintf("%d-%d", m.First.Year(), m.Last.Year())
}

func bandWords(me *machine.Measure, band value.Band) string {
	for _, b := range me.Bands {
		if b.Band == band {
			return b.Words
		}
	}
	return "-"
}

func baselineWords(me *machine.Measure) string {
	if me.Baseline == nil {
		return "-"
	}
	words := me.Baseline.Value.String()
	if me.Baseline.Quality != "" {
		words += ", " + me.Baseline.Quality
	}
	return words
}

func evidenceWord(me *machine.Measure) string {
	switch {
	case strings.HasPrefix(me.Shown, "already"):
		return "known"
	case me.Shown != "":
		return "tried"
	}
	return "-"
}

// finalValue is a final value that was recorded.
type finalValue struct {
	Period string
	Value  value.Num
	Band   string // empty where the figure has none
}

// results are the final values of a figure under an agreement that the store has:
// of years, or where no year has one yet, of its own periods.
func results(recorded []run.Agreement, agreement, figure string) []finalValue {
	at := slices.IndexFunc(recorded, func(a run.Agreement) bool { return a.Name == agreement })
	if at < 0 {
		return nil
	}
	m, s := recorded[at].Machine, recorded[at].State
	me := m.Measure(figure)
	if me == nil {
		return nil
	}
	if years := finalIn(m, s, me, value.Year); len(years) > 0 {
		return years
	}
	return finalIn(m, s, me, me.Every)
}

func finalIn(m *machine.Machine, s engine.State, me *machine.Measure, kind value.PeriodKind) []finalValue {
	var out []finalValue
	for _, period := range m.Periods(kind) {
		w, _ := engine.WorthOf(m, s, me.Name, period)
		if !w.Final || w.Value == nil {
			continue
		}
		r := finalValue{Period: m.YearStart.Label(period), Value: *w.Value}
		if w.Band != value.NoBand {
			r.Band = w.Band.String()
		}
		out = append(out, r)
	}
	return out
}
