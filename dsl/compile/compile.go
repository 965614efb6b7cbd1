// Package compile turns a checked agreement into a machine: the same facts as
// plain data, and for everything that has a life of its own a state chart built
// from the block's statements. It cannot fail: what the checker lets through
// always compiles. One file builds one kind of chart; a move carries the
// statement that provides for it, by name and in words, so that whatever the
// engine does can be traced to the text. Names order nothing and lines count
// for nothing: only what was agreed gets into the fingerprint.
package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Machine compiles an agreement that the checker found no errors in.
func Machine(a *settled.Agreement) *machine.Machine {
	m := header(a)
	people(m, a)
	leading(m, a)
	money(m, a)
	held(m, a)
	results(m, a)
	deciding(m, a)
	registers(m, a)
	processes(m, a)
	contracts(m, a)
	for _, c := range a.Clauses {
		m.Clauses = append(m.Clauses, clause(c))
	}
	for _, h := range a.Holes {
		m.Holes = append(m.Holes, machine.Hole{At: h.Ref, What: h.What})
	}
	m.Charts = charts(a)
	m.Source = Lines(a)
	return m.Seal()
}

func header(a *settled.Agreement) *machine.Machine {
	m := &machine.Machine{
		FundsBy: settled.NameOf(a.FundsBy),
		Format:  machine.Format, Language: a.Language, Name: a.Name, Title: a.Title, Model: a.Model, Buys: a.Buys, Category: a.Category,
		First: a.First, Last: a.Last, Begins: a.Begins, Shadow: a.Shadow,
		Currency: a.Currency, VAT: a.VAT, Funds: a.Funds, YearStart: a.YearStart, Calendar: calendar(a.Calendar),
		Rounding: a.Rounding, Remainder: a.Remainder, Survives: names(a.Survives),
		Varied: settled.NameOf(a.Varied), Unclear: settled.NameOf(a.Unclear),
		Purpose: a.Purpose, Under: a.Under, Beside: a.Beside, Prevails: a.Prevails, Follows: a.Followed(), KeySigned: a.KeySigned,
	}
	for _, p := range a.Principles {
		m.Principles = append(m.Principles, machine.Term{Name: p.Name, Title: p.Title, Means: p.Says})
	}
	for _, t := range a.Terms {
		m.Terms = append(m.Terms, machine.Term{Name: t.Name, Title: t.Title, Means: t.Means})
	}
	return m
}

func calendar(c *value.Calendar) machine.CalendarRef {
	if c == nil {
		return machine.CalendarRef{} // still to be agreed
	}
	return machine.CalendarRef{Name: c.Name, Version: c.Version.ISO(), Digest: c.Digest(), Horizon: c.Horizon}
}

func clause(c *settled.Clause) machine.Clause {
	return machine.Clause{Name: c.Name, Title: c.Title, Number: c.Number, States: names(c.States), Text: c.Text}
}

// names are the names of blocks of any kind, in order.
func names(blocks []settled.Named) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, settled.NameOf(b))
	}
	return out
}
