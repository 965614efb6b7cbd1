package portfolio

import (
	"cmp"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Provider is what comes to a provider from all agreements, over their whole
// terms and whatever is achieved. It is known by its title.
type Provider struct {
	Title string
	Gets  value.Money
	Of    []string // the agreements, by name
	Alone []string // those of them that have no other provider: if it fails, nobody is left
}

// providers are those on whom the agreements hang, who gets most first.
func providers(all []*machine.Machine) []Provider {
	var out []Provider
	for _, m := range all {
		some := 0
		for i := range m.Parties {
			if provides(m, m.Parties[i].Name) {
				some++
			}
		}
		for i := range m.Fundings {
			for _, line := range paidUnder(m, &m.Fundings[i]) {
				if provides(m, line.To) {
					out = addProvider(out, m, line.To, line.Sum, some == 1)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Provider) int {
		return cmp.Or(cmp.Compare(b.Gets, a.Gets), cmp.Compare(a.Title, b.Title))
	})
	return out
}

func addProvider(rows []Provider, m *machine.Machine, party string, sum value.Money, alone bool) []Provider {
	title := titleOf(m, party)
	at := slices.IndexFunc(rows, func(p Provider) bool { return same(p.Title) == same(title) })
	if at < 0 {
		at = len(rows)
		rows = append(rows, Provider{Title: title})
	}
	row := &rows[at]
	row.Gets += sum
	if !slices.Contains(row.Of, m.Name) {
		row.Of = append(row.Of, m.Name)
		if alone {
			row.Alone = append(row.Alone, m.Name)
		}
	}
	return rows
}
