package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

func people(m *machine.Machine, a *settled.Agreement) {
	for _, p := range a.Parties {
		m.Parties = append(m.Parties, machine.Party{Name: p.Name, Title: p.Title, Roles: p.Roles, Legal: p.Legal, Registered: p.Registered, Signs: p.Signs, ServedAt: p.ServedAt,
			SocialAim: p.SocialAim, OwnedBy: p.OwnedBy, Trades: p.Trades})
	}
	for _, b := range a.Bodies {
		m.Bodies = append(m.Bodies, machine.Body{Name: b.Name, Title: b.Title, PaidBy: b.PaidBy.Name(), PartOf: settled.NameOf(b.PartOf)})
	}
	for _, g := range a.Groups {
		m.Groups = append(m.Groups, group(g))
	}
	for _, o := range a.Officers {
		m.Officers = append(m.Officers, officer(o))
	}
	for _, s := range a.Shares {
		shares := machine.Shares{Name: s.Name, Title: s.Title}
		for _, p := range s.Parts {
			shares.Parts = append(shares.Parts, machine.Share{Party: settled.NameOf(p.Party), Part: p.Part})
		}
		m.Shares = append(m.Shares, shares)
	}
}

func group(g *settled.Group) machine.Group {
	out := machine.Group{Name: g.Name, Title: g.Title, Limit: g.Limit, From: g.From, To: g.To, Undone: whoNames(g.Undone)}
	for _, s := range g.Seats {
		out.Seats = append(out.Seats, machine.Seat{Party: settled.NameOf(s.Party), Office: s.Office})
	}
	return out
}

func officer(o *settled.Officer) machine.Officer {
	out := machine.Officer{Name: o.Name, Title: o.Title, Party: settled.NameOf(o.Party), May: o.May, Limit: o.Limit}
	for _, d := range o.Terms {
		out.Terms = append(out.Terms, machine.Delegation{From: d.From, To: d.To})
	}
	return out
}

// who is a set of people as the machine keeps it. "Every other party" is every
// party: the engine leaves out the one who acts.
func who(w settled.Who) machine.Who {
	out := machine.Who{}
	switch {
	case w.Group != nil:
		out.Group = w.Group.Name
	case w.Any:
		out.Any = true
	case w.Every:
		out.Every = true
	case w.Body != nil:
		out.Parties = []string{w.Body.Name}
	default:
		for _, p := range w.Parties {
			out.Parties = append(out.Parties, p.Name)
		}
	}
	if w.Leaver {
		out.But = "leaver"
	}
	return out
}

// party is one party; nobody where that is still to be agreed.
func party(p *settled.Party) machine.Who {
	if p == nil {
		return machine.Who{}
	}
	return machine.Who{Parties: []string{p.Name}}
}

// whoNames are the people of a set, each by one name: a group by its own.
func whoNames(w settled.Who) []string {
	if w.Group != nil {
		return []string{w.Group.Name}
	}
	return who(w).Parties
}

// whoName names a set of one.
func whoName(w settled.Who) string {
	if names := whoNames(w); len(names) > 0 {
		return names[0]
	}
	return ""
}
