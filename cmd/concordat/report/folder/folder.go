// Package folder writes what a folder of agreements comes to as one: when they end,
// what they cost whom in which year, what for and on what evidence, what may be paid
// for twice, and the same figure of several agreements side by side. What is said
// comes from engine/portfolio; here it is laid out, for people and for machines.
package folder

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"concordat/cmd/concordat/report"
	"concordat/engine/machine"
	"concordat/engine/portfolio"
	"concordat/engine/run"
	"concordat/engine/value"
)

// File is an agreement's file in a folder, and what stands in the way of it.
type File struct {
	Path    string
	Errors  int // with any, the file is no part of the sums
	Holes   int // with any, nobody can sign it
	Machine *machine.Machine
}

// Planned is the share of a year's money that a commissioning plan has for
// prevention, in percent.
type Planned struct {
	Year    string // "2015/16"
	Percent value.Num
}

// Write shows a folder of agreements as one, beside what was planned and what
// was recorded under those that a store has.
func Write(p *report.Page, dir string, files []File, v portfolio.View, planned []Planned, recorded []run.Agreement) {
	p.Head("%s in %s, on %s", report.Counted(uint64(len(files)), "agreement"), dir, v.On)
	unready(p, files)
	if len(v.Terms) == 0 {
		return
	}
	ends(p, v)
	closings(p, v)
	windows(p, v)
	payers(p, v)
	purposes(p, v)
	prevented(p, v, planned)
	toldApart(p, v, recorded)
	sideBySide(p, v, recorded)
	hangsOn(p, v)
	paidTwice(p, v)
	unprocured(p, v)
}

// unready lists the files that have errors or holes.
func unready(p *report.Page, files []File) {
	t := report.Table{Indent: 2}
	for _, f := range files {
		switch {
		case f.Errors > 0:
			t.Row(f.Path, report.Counted(uint64(f.Errors), "error")+": left out of what follows")
		case f.Holes > 0:
			t.Row(f.Path, report.Counted(uint64(f.Holes), "value")+" still to be agreed: nobody can sign it")
		}
	}
	p.Table(t)
}

func ends(p *report.Page, v portfolio.View) {
	p.Head("When they end")
	t := report.Table{Indent: 2}
	for _, e := range v.Terms {
		name := e.Of.Name + ", " + e.Of.Title
		switch e.Is {
		case portfolio.Open:
			t.Row("to be agreed", "", name)
		case portfolio.Running:
			t.Row(e.Last.String(), "in "+report.Counted(uint64(e.Days), "day"), name)
		case portfolio.NotBegun:
			t.Row(e.Last.String(), "not begun", name)
		case portfolio.Ended:
			t.Row(e.Last.String(), "ended", name)
		}
	}
	p.Table(t)
}

func windows(p *report.Page, v portfolio.View) {
	if len(v.Windows) == 0 {
		return
	}
	p.Head("Last safe days to give notice, for the next way out")
	t := report.Table{Indent: 2}
	for _, w := range v.Windows {
		what := w.Of.Name + ", " + w.Notice.Title
		switch {
		case w.Open:
			t.Row("to be agreed", what)
		case !w.Last.IsSet():
			t.Row("too late", fmt.Sprintf("%s: a notice given now ends nothing sooner than the term does, %s", what, w.Of.Last))
		case w.AnyDay:
			t.Row(w.Last.String(), fmt.Sprintf("%s: any day up to then; given %s, it takes effect on %s", what, max(v.On, w.Of.First), w.Effect))
		default:
			t.Row(w.Last.String(), fmt.Sprintf("%s: takes effect on %s", what, w.Effect))
		}
		if len(w.Serve) > 0 {
			t.Row("", "serve "+servings(w))
		}
	}
	p.Table(t)
}

// servings are the last safe days of each manner.
func servings(w portfolio.Window) string {
	var ways []string
	for _, s := range w.Serve {
		if s.By.IsSet() {
			ways = append(ways, fmt.Sprintf("by %s on %s", s.Manner, s.By))
		} else {
			ways = append(ways, "by "+s.Manner+": too late")
		}
	}
	return strings.Join(ways, ", ")
}

// payers is the money by financial year: the sums first, so that long names wrap.
func payers(p *report.Page, v portfolio.View) {
	if len(v.Money) == 0 && len(v.Unknown) == 0 {
		return
	}
	p.Head("Money by financial year and payer")
	t := report.Table{Indent: 2, Head: []string{"year", "pays others", "spends itself", "results, at most", "payer"}, Right: map[int]bool{1: true, 2: true, 3: true}}
	year := ""
	for i, s := range v.Money {
		label := ""
		if s.Year != year {
			label, year = s.Year, s.Year
		}
		t.Row(label, sumOrNone(s.Pays), sumOrNone(s.Spends), sumOrNone(s.AtMost), s.Payer)
		if i+1 == len(v.Money) || v.Money[i+1].Year != s.Year {
			pays, spends, most := ofYear(v.Money, s.Year)
			t.Row("", sumOrNone(pays), sumOrNone(spends), sumOrNone(most), "in all, "+s.Year)
		}
	}
	p.Table(t)
	p.Para(2, "Payers are told apart by their titles.")
	for _, u := range v.Unknown {
		p.Para(2, "Not in these sums: %s, %s (%s).", u.Of.Name, u.Title, u.Why)
	}
}

func ofYear(all []portfolio.Share, year string) (pays, spends, most value.Money) {
	for _, s := range all {
		if s.Year == year {
			pays, spends, most = pays+s.Pays, spends+s.Spends, most+s.AtMost
		}
	}
	return pays, spends, most
}

func sumOrNone(m value.Money) string {
	if m == 0 {
		return "-"
	}
	return m.String()
}

// purposes is what the fixed money is for, with the state of the evidence beside it.
func purposes(p *report.Page, v portfolio.View) {
	p.Head("What the money is for, and on what evidence (whole terms, results apart)")
	t := report.Table{
		Indent: 2, Head: []string{"agreement", "prevention", "returns", "not said", "known", "tried", "not said"},
		Right: map[int]bool{1: true, 2: true, 3: true, 4: true, 5: true, 6: true},
	}
	var all portfolio.Purpose
	for _, x := range v.Purposes {
		all.Total, all.Prevention = all.Total+x.Total, all.Prevention+x.Prevention
		all.Returns, all.Unsaid = all.Returns+x.Returns, all.Unsaid+x.Unsaid
		t.Row(x.Of.Name, sumOrNone(x.Prevention), sumOrNone(x.Returns), sumOrNone(x.Unsaid),
			strconv.Itoa(x.Evidence.Established), strconv.Itoa(x.Evidence.Trying), strconv.Itoa(x.Evidence.Unsaid))
	}
	t.Row("in all", sumOrNone(all.Prevention), sumOrNone(all.Returns), sumOrNone(all.Unsaid), "", "", "")
	p.Table(t)
	p.Para(2, "The first three columns are sums, by the weights of outcomes that name a family. The last three count figures: known to show "+
		"what they claim, being tried, or nothing said.")
}

// prevented is the share for prevention year by year, beside the plan's where there is one.
func prevented(p *report.Page, v portfolio.View, planned []Planned) {
	if len(v.Years) == 0 {
		return
	}
	p.Head("Prevention by financial year, as the texts have it")
	t := report.Table{Indent: 2, Head: []string{"year", "for prevention", "of", "share"}, Right: map[int]bool{1: true, 2: true, 3: true, 4: true, 5: true}}
	if len(planned) > 0 {
		t.Head = append(t.Head, "planned", "points")
	}
	var rows [][]string
	for _, y := range v.Years {
		percent, some := y.Share()
		cells := []string{y.Year, sumOrNone(y.Sum), sumOrNone(y.Total), "-"}
		if some {
			cells[3] = percent.Decimal(1) + "%"
		}
		if at := slices.IndexFunc(planned, func(x Planned) bool { return x.Year == y.Year }); at >= 0 {
			cells = append(cells, planned[at].Percent.Decimal(1)+"%", signed(percent.Sub(planned[at].Percent)))
		}
		rows = append(rows, cells)
	}
	for _, x := range planned {
		if !slices.ContainsFunc(v.Years, func(y portfolio.Prevention) bool { return y.Year == x.Year }) {
			rows = append(rows, []string{x.Year, "-", "-", "-", x.Percent.Decimal(1) + "%", "no money"})
		}
	}
	slices.SortFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) }) // a year is its own order
	for _, cells := range rows {
		t.Row(cells...)
	}
	p.Table(t)
}

// signed writes a difference with its sign.
func signed(n value.Num) string {
	if n.Sign() > 0 {
		return "+" + n.Decimal(1)
	}
	return n.Decimal(1)
}

// hangsOn is what comes to each provider, and where it is the only one.
func hangsOn(p *report.Page, v portfolio.View) {
	if len(v.Hangs) == 0 {
		return
	}
	p.Head("On whom they hang (what providers are paid, whole terms, results apart)")
	var all value.Money
	for _, x := range v.Hangs {
		all += x.Gets
	}
	t := report.Table{Indent: 2, Head: []string{"paid", "share", "provider"}, Right: map[int]bool{0: true, 1: true}}
	for _, x := range v.Hangs {
		who := x.Title
		if len(x.Alone) > 0 {
			who += ": the only provider of " + strings.Join(x.Alone, ", ")
		}
		t.Row(x.Gets.String(), percentOf(x.Gets, all), who)
	}
	p.Table(t)
}

// percentOf is a part in percent, to one decimal place half up.
func percentOf(part, all value.Money) string {
	share, err := value.FromMoney(part).Mul(value.Int(100)).Div(value.FromMoney(all))
	if err != nil {
		return "-" // nothing is paid at all
	}
	return share.RoundTo(1, value.HalfUp).Decimal(1) + "%"
}

func paidTwice(p *report.Page, v portfolio.View) {
	p.Head("Paid for twice? In agreements of the same time")
	if len(v.Twice) == 0 {
		p.Para(2, "nothing has the same title in two of them")
		return
	}
	t := report.Table{Indent: 2}
	for _, x := range v.Twice {
		t.Row(string(x.What), fmt.Sprintf("%s: %s", x.Title, strings.Join(namesOf(x.Of), ", ")))
	}
	p.Table(t)
}

func namesOf(all []*machine.Machine) []string {
	var names []string
	for _, m := range all {
		names = append(names, m.Name)
	}
	return names
}

func unprocured(p *report.Page, v portfolio.View) {
	p.Head("Paid to providers without competition, as far as the texts say")
	if len(v.Bought) == 0 {
		p.Para(2, "nothing: every payment to a provider has a route")
		return
	}
	t := report.Table{Indent: 2}
	for _, b := range v.Bought {
		why := string(b.How)
		if b.Waiver != "" {
			why += fmt.Sprintf(" (%s)", b.Waiver)
		}
		t.Row(b.Of.Name, fmt.Sprintf("%s: %s", b.Funding.Title, why))
	}
	p.Table(t)
}
