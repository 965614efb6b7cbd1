package report

import (
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// received is a table a year: what each party received, less what it paid,
// under each block, for the periods of that year.
func (p *Page) received(a run.Agreement, lines []Played) {
	var posted []Posting
	for _, line := range lines {
		for _, e := range line.Entries {
			for _, ef := range e.Effects {
				if paid, ok := ef.(engine.Paid); ok {
					posted = append(posted, postings(e.Seq, paid)...)
				}
			}
		}
	}
	byYear := map[value.Period][]Posting{}
	var years []value.Period
	for _, x := range posted {
		year := yearOf(a, x.For)
		if byYear[year] == nil {
			years = append(years, year)
		}
		byYear[year] = append(byYear[year], x)
	}
	slices.SortFunc(years, func(x, y value.Period) int { return strings.Compare(x.String(), y.String()) })
	for _, year := range years {
		p.Head("%s", rule("What each party received for "+a.Machine.YearStart.Label(year)+", less what it paid"))
		p.Table(shares(a.Machine, byYear[year]))
	}
}

func yearOf(a run.Agreement, k engine.Key) value.Period {
	t := a.State.Find(k)
	if t.Period.Kind == value.Term {
		return t.Period
	}
	return a.Machine.YearStart.Of(value.Year, a.Machine.YearStart.First(t.Period))
}

func shares(m *machine.Machine, posted []Posting) Table {
	var blocks []string
	for _, x := range posted {
		if b := m.Charts[m.Chart(x.For.Chart)].Block; !slices.Contains(blocks, b) {
			blocks = append(blocks, b)
		}
	}
	slices.Sort(blocks)
	t := Table{Indent: 2, Head: append(append([]string{"party"}, blocks...), "in all"), Right: map[int]bool{}}
	for i := range blocks {
		t.Right[i+1] = true
	}
	t.Right[len(blocks)+1] = true
	for _, party := range m.Parties {
		row := []string{party.Name}
		var all value.Money
		for _, b := range blocks {
			var sum value.Money
			for _, x := range posted {
				if m.Charts[m.Chart(x.For.Chart)].Block != b {
					continue
				}
				if x.To == party.Name {
					sum += x.Sum
				}
				if x.From == party.Name {
					sum -= x.Sum
				}
			}
			all += sum
			row = append(row, sum.String())
		}
		t.Row(append(row, all.String())...)
	}
	return t
}

// onePayment derives the first payment of a result, or else of anything.
func (p *Page) onePayment(a run.Agreement) {
	var found *engine.Thing
	for t := range a.State.All() {
		if t.Payment == nil || !t.Payment.Paid.IsSet() {
			continue
		}
		fromResult := a.State.Find(t.Opener) != nil && a.State.Find(t.Opener).Settlement != nil
		if fromResult || found == nil {
			found = t
		}
		if fromResult {
			break
		}
	}
	if found == nil {
		return
	}
	d, _ := explain.Thing(a.Machine, a.State, found.Key)
	p.Head("%s", rule("Why "+found.Key.String()))
	p.Why(a, []engine.Derivation{d})
}
