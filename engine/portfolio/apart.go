package portfolio

import (
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Apart is prevention as a part of a bigger agreement, and the figures by which
// what is spent on it is accounted for.
type Apart struct {
	Of    *machine.Machine
	Sum   value.Money // its part by the weights of outcomes, as Purpose has it; 0 where they have none
	Total value.Money
	By    []*machine.Measure // costs that are for an outcome of prevention; none: it is not told apart
}

// apart are the agreements of which prevention is a part, neither nothing nor all.
func apart(all []*machine.Machine) []Apart {
	var out []Apart
	for _, m := range all {
		p := purpose(m)
		a := Apart{Of: m, Sum: p.Prevention, Total: p.Total}
		for i := range m.Measures {
			me := &m.Measures[i]
			if o := m.Outcome(me.For); o != nil && o.Family == "prevention" {
				a.By = append(a.By, me)
			}
		}
		if len(a.By) > 0 || a.Sum > 0 && a.Sum < a.Total {
			out = append(out, a)
		}
	}
	return out
}

// Closing is a contract that an agreement winds down.
type Closing struct {
	Of   *machine.Machine
	Is   *machine.Contract
	Last []machine.PeriodSum // its last money by financial year; none where it pays that by its own terms
	Anew string              // the process that procures what takes its place, by its title; empty for nothing
}

func closings(all []*machine.Machine) []Closing {
	var out []Closing
	for _, m := range all {
		for i := range m.Contracts {
			x := &m.Contracts[i]
			if x.Relation != "winds it down" {
				continue
			}
			c := Closing{Of: m, Is: x}
			if f := m.Funding(x.Closing); f != nil {
				c.Last = f.Sums
			}
			if p := m.Process(x.Anew); p != nil {
				c.Anew = p.Title
			}
			out = append(out, c)
		}
	}
	return out
}
