package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// contracts adds what this agreement stands over, beside or in place of.
func contracts(m *machine.Machine, a *settled.Agreement) {
	for _, x := range a.Contracts {
		out := machine.Contract{Name: x.Name, Title: x.Title, Relation: x.Relation, Prevails: x.Prevails, Until: x.Until, Closing: settled.NameOf(x.Closing), Anew: settled.NameOf(x.Anew)}
		for _, p := range x.Between {
			out.Between = append(out.Between, p.Name)
		}
		m.Contracts = append(m.Contracts, out)
	}
}

// contract adds the chart of one: its last day comes, and what the author says
// happens, or this agreement is over first.
func (l *lives) contract(x *settled.Contract) {
	c := newLife(machine.KindContract, &x.Head)
	last := machine.Deadline{Day: &x.Until}
	c.state("running")
	endedSaid := x.Said("lasts")
	if x.Has("if ended") {
		endedSaid = x.Said("if ended")
	}
	c.day("end", last, from("running"), "ended", endedSaid, actions(x.Ended...)...)
	c.on("ended", machine.OnEnded, from("running"), fallenAway, l.lasting())
	c.end("ended", fallenAway)
	l.add(c)
}
