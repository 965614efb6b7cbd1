package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

func deciding(m *machine.Machine, a *settled.Agreement) {
	for _, d := range a.Decisions {
		m.Decisions = append(m.Decisions, decision(d))
	}
	for _, r := range a.Reviews {
		m.Reviews = append(m.Reviews, machine.Review{
			Name: r.Name, Title: r.Title, Every: r.Every, By: who(r.By), LooksAt: measureNames(r.LooksAt),
		})
	}
	for _, r := range a.Rules {
		m.Rules = append(m.Rules, machine.Condition{
			Name: r.Name, Title: r.Title, When: r.When, Final: r.Final, Fires: r.Fires, Reads: measureNames(r.Reads),
		})
	}
	for _, r := range a.Reviews {
		if r.When.Op != "" {
			m.Rules = append(m.Rules, asked(r))
		}
	}
	for _, f := range a.Fundings {
		if f.Withheld != nil {
			m.Rules = append(m.Rules, withheldRule(f))
		}
	}
	for _, d := range a.Disputes {
		m.Disputes = append(m.Disputes, disputed(d))
	}
	for _, n := range a.Notices {
		m.Notices = append(m.Notices, notice(n))
	}
}

func decision(d *settled.Decision) machine.Decision {
	out := machine.Decision{
		Name: d.Name, Title: d.Title, Decides: d.Decides, Records: d.Records, Item: d.Item,
		Opens: machine.Opens{Proposal: d.Opens.Proposal, Who: who(d.Opens.Who)},
	}
	for i, state := range roundStates(d) {
		s := d.Stages[i]
		out.Stages = append(out.Stages, machine.Stage{
			State: state, By: who(s.By), Rule: s.Rule, Silence: s.Silence, Conflicts: s.Conflicts,
		})
	}
	return out
}

func disputed(d *settled.Dispute) machine.Dispute {
	out := machine.Dispute{Name: d.Name, Title: d.Title, PaysNone: settled.NameOf(d.PaysNone), Never: d.Never,
		Except: settled.NameOf(d.Except), Figures: d.Figures,
	}
	for i, state := range levelStates(d) {
		out.Levels = append(out.Levels, machine.Level{State: state, By: who(d.Levels[i].By)})
	}
	return out
}

func notice(n *settled.Notice) machine.Notice {
	out := machine.Notice{
		Name: n.Name, Title: n.Title, By: who(n.By), To: who(n.To), GivenFirst: n.GivenFirst,
		AtLeast: n.AtLeast, Expiring: n.Expiring, Instead: settled.NameOf(n.Instead),
	}
	for _, m := range n.Manners {
		out.Manners = append(out.Manners, machine.Manner{Name: m.Name, Words: m.Text, Received: m.Received})
	}
	return out
}

func measureNames(measures []*settled.Measure) []string {
	var out []string
	for _, m := range measures {
		out = append(out, m.Name)
	}
	return out
}
