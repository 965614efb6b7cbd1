package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// leading adds places, areas and commitments. They are a record and have no
// chart: no day and no act moves them.
func leading(m *machine.Machine, a *settled.Agreement) {
	for _, p := range a.Places {
		m.Places = append(m.Places, machine.Place{Name: p.Name, Title: p.Title})
	}
	for _, x := range a.Areas {
		m.Areas = append(m.Areas, area(x))
	}
	for _, x := range a.Committed {
		out := machine.Commitment{Name: x.Name, Title: x.Title, Spent: x.Spent}
		for _, g := range x.Gives {
			out.Gives = append(out.Gives, machine.Gift{Party: g.Party.Name, Period: g.Period, Sum: g.Sum})
		}
		m.Commitments = append(m.Commitments, out)
	}
}

func area(x *settled.Area) machine.Area {
	out := machine.Area{Name: x.Name, Title: x.Title, Ages: x.Ages, Reports: whoName(x.Reports)}
	for _, l := range x.Leads {
		out.Leads = append(out.Leads, machine.Lead{Party: l.Party.Name, Place: settled.NameOf(l.Place)})
	}
	for _, w := range x.With {
		out.With = append(out.With, machine.Helper{Party: w.Party.Name, For: w.For})
	}
	return out
}
