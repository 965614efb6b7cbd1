package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *contractor) people() part {
	m := c.m
	p := part{letter: "D", title: "Who"}
	parties := table{head: []string{"Short name", "Party", "Role"}}
	for _, party := range m.Parties {
		parties.rows = append(parties.rows, []string{party.Name, party.Title, roles(party.Roles)})
	}
	out := p.add("Parties", "", parties)
	for _, party := range m.Parties {
		if words := inLaw(party); words != "" {
			out.say("%s", words)
		}
	}
	for i := range m.Bodies {
		b := &m.Bodies[i]
		out := p.add(b.Title, b.Name)
		out.say("`%s` advises or hears; it neither signs nor votes.%s%s", b.Name,
			orNothing(b.PaidBy, " It is paid by `%s`, in their shares."), orNothing(b.PartOf, " It is part of %s."))
	}
	for i := range m.Groups {
		c.group(&p, &m.Groups[i])
	}
	c.officers(&p)
	c.leads(&p)
	for i := range m.Shares {
		s := &m.Shares[i]
		t := table{head: []string{"Party", "Share"}, right: []bool{false, true}}
		for _, part := range s.Parts {
			t.rows = append(t.rows, []string{part.Party, percent(part.Part)})
		}
		p.add(s.Title, s.Name, t)
	}
	return p
}

func (c *contractor) group(p *part, g *machine.Group) {
	seats := table{head: []string{"Party", "Seat"}}
	for _, s := range g.Seats {
		seats.rows = append(seats.rows, []string{s.Party, s.Office})
	}
	out := p.add(g.Title, g.Name, seats)
	limit := "without limit"
	if g.Limit != nil {
		limit = fmt.Sprintf("up to %s in one decision", *g.Limit)
	}
	out.rules(
		fmt.Sprintf("Each seat has one vote and binds its own party, %s.", limit),
		fmt.Sprintf("The delegation holds from %s to %s; a vote on any other day does not count.", g.From, g.To),
		undone(g.Undone))
}

func undone(by []string) string {
	if len(by) == 0 {
		return "Nobody can undo what it has decided."
	}
	return fmt.Sprintf("What it has decided can be undone by %s.", list(by))
}

var roleWords = map[string]string{
	"vcse": "voluntary, community or social enterprise", "local_authority": "local authority", "nhs": "NHS body", "social_enterprise": "social enterprise",
}

func roles(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n
		if words := roleWords[n]; words != "" {
			out[i] = words
		}
	}
	return strings.Join(out, "; ")
}

func orNothing(s, format string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf(format, s)
}

func percent(n value.Num) string { return n.Mul(value.Int(100)).String() + "%" }

// inLaw says of a party what its short row does not: its name in law, its
// register, who signs for it and where it is served.
func inLaw(p machine.Party) string {
	var says []string
	add := func(words, value string) {
		if value != "" {
			says = append(says, words+value)
		}
	}
	add("is in law ", p.Legal)
	add("is registered ", p.Registered)
	add("signs by its ", p.Signs)
	add("is served at ", p.ServedAt)
	add("trades for this: ", p.SocialAim)
	add("is owned by ", p.OwnedBy)
	if p.Trades != nil {
		add("earns by trade ", percent(*p.Trades)+" of its turnover")
	}
	if len(says) == 0 {
		return ""
	}
	return fmt.Sprintf("`%s` %s.", p.Name, list(says))
}
