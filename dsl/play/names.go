package play

import (
	"slices"

	"concordat/engine/machine"
)

// Names of the machine, by what they name, in the order of the text.

func parties(m *machine.Machine) []string {
	return names(m.Parties, func(p machine.Party) string { return p.Name })
}

func bodies(m *machine.Machine) []string {
	return names(m.Bodies, func(b machine.Body) string { return b.Name })
}

func groups(m *machine.Machine) []string {
	return names(m.Groups, func(g machine.Group) string { return g.Name })
}

func shares(m *machine.Machine) []string {
	return names(m.Shares, func(s machine.Shares) string { return s.Name })
}

func measures(m *machine.Machine) []string {
	return names(m.Measures, func(me machine.Measure) string { return me.Name })
}

func decisions(m *machine.Machine) []string {
	return names(m.Decisions, func(d machine.Decision) string { return d.Name })
}

func disputes(m *machine.Machine) []string {
	return names(m.Disputes, func(d machine.Dispute) string { return d.Name })
}

func notices(m *machine.Machine) []string {
	return names(m.Notices, func(n machine.Notice) string { return n.Name })
}

func reviews(m *machine.Machine) []string {
	return names(m.Reviews, func(r machine.Review) string { return r.Name })
}

func gainshares(m *machine.Machine) []string {
	return names(m.Gainshares, func(g machine.Gainshare) string { return g.Name })
}

func fundings(m *machine.Machine) []string {
	return names(m.Fundings, func(f machine.Funding) string { return f.Name })
}

// alive are the blocks that become something with states.
func alive(m *machine.Machine) []string {
	return names(m.Charts, func(c machine.Chart) string { return c.ID })
}

// people are those who can act, be told, owe or bear.
func people(m *machine.Machine) []string {
	return slices.Concat(parties(m), bodies(m), groups(m), shares(m))
}

// blocks are all whose statements a refusal can rest on.
func blocks(m *machine.Machine) []string {
	out := []string{"agreement", m.Name}
	out = append(out, people(m)...)
	out = append(out, names(m.Returns, func(r machine.Return) string { return r.Name })...)
	out = append(out, names(m.Outcomes, func(o machine.Outcome) string { return o.Name })...)
	out = append(out, alive(m)...)
	out = append(out, gainshares(m)...)
	return append(out, fundings(m)...)
}

func names[T any](of []T, name func(T) string) []string {
	out := make([]string, len(of))
	for i, x := range of {
		out[i] = name(x)
	}
	return out
}
