package machine

import "slices"

// Look-ups by name; nil where there is none.

func find[T any](items []T, named func(*T) bool) *T {
	for i := range items {
		if named(&items[i]) {
			return &items[i]
		}
	}
	return nil
}

// Decision finds a decision.
func (m *Machine) Decision(name string) *Decision {
	return find(m.Decisions, func(d *Decision) bool { return d.Name == name })
}

// Dispute finds a dispute.
func (m *Machine) Dispute(name string) *Dispute {
	return find(m.Disputes, func(d *Dispute) bool { return d.Name == name })
}

// Notice finds a notice.
func (m *Machine) Notice(name string) *Notice {
	return find(m.Notices, func(n *Notice) bool { return n.Name == name })
}

// Group finds a group.
func (m *Machine) Group(name string) *Group {
	return find(m.Groups, func(g *Group) bool { return g.Name == name })
}

// Outcome finds an outcome.
func (m *Machine) Outcome(name string) *Outcome {
	return find(m.Outcomes, func(o *Outcome) bool { return o.Name == name })
}

// Gainshare finds a gainshare.
func (m *Machine) Gainshare(name string) *Gainshare {
	return find(m.Gainshares, func(g *Gainshare) bool { return g.Name == name })
}

// Funding finds a funding.
func (m *Machine) Funding(name string) *Funding {
	return find(m.Fundings, func(f *Funding) bool { return f.Name == name })
}

// Scores reports whether a measure counts in a gainshare.
func (m *Machine) Scores(g *Gainshare, me *Measure) bool {
	o := m.Outcome(me.Outcome)
	return o != nil && o.Of == g.Name
}

// State is a state of a chart by its name; it panics where there is none,
// which a machine that the compiler made never asks for.
func (c *Chart) State(name string) *State {
	if s := find(c.States, func(s *State) bool { return s.Name == name }); s != nil {
		return s
	}
	panic("machine: chart " + c.ID + " has no state " + name)
}

// ChartOf finds a chart by its name; the name of something that lives always has one.
func (m *Machine) ChartOf(name string) *Chart { return &m.Charts[m.Chart(name)] }

// MoveOn finds the move that a trigger makes in a state; nil if it makes none.
func (c *Chart) MoveOn(state string, on Trigger) *Move {
	for i := range c.Moves {
		if c.Moves[i].On == on && slices.Contains(c.Moves[i].From, state) {
			return &c.Moves[i]
		}
	}
	return nil
}
