package render

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine/machine"
)

func (c *contractor) deciding() part {
	p := part{letter: "G", title: "Deciding"}
	for i := range c.m.Routes {
		c.route(&p, &c.m.Routes[i])
	}
	for i := range c.m.Decisions {
		c.decision(&p, &c.m.Decisions[i])
	}
	return p
}

func (c *contractor) decision(p *part, d *machine.Decision) {
	out := c.rule(p, d.Title, d.Name)
	chart := c.chart(d.Name)
	answer := "It is a yes or a no."
	if d.Decides != "" {
		answer = fmt.Sprintf("It decides %s.", d.Decides)
	}
	out.rules(answer, c.opens(d), agenda(d))
	for i := range d.Stages {
		c.stage(out, chart, &d.Stages[i], i)
	}
	out.rules(c.records(d), otherwise(chart), then(chart))
}

// agenda is what is asked at which meeting.
func agenda(d *machine.Decision) string {
	if d.Item == nil {
		return ""
	}
	return fmt.Sprintf("It is put to %s %s, by %s.", d.Item.Meeting, d.Item.Asks, d.Item.By)
}

// opens says what opens a decision: a proposal, or the blocks that do.
func (c *contractor) opens(d *machine.Decision) string {
	if d.Opens.Proposal {
		return fmt.Sprintf("It opens on a proposal by %s.", who(&d.Opens.Who))
	}
	var by []string
	for i := range c.m.Charts {
		for j := range c.m.Charts[i].Moves {
			mv := &c.m.Charts[i].Moves[j]
			opens := slices.ContainsFunc(mv.Do, func(a machine.Action) bool { return a.Verb == machine.Open && a.On == d.Name })
			if words := "`" + mv.Says.String() + "`"; opens && !slices.Contains(by, words) {
				by = append(by, words)
			}
		}
	}
	words := ""
	if len(by) > 0 {
		words = "It opens where another rule says so: " + list(by) + "."
	}
	if d.Name == c.m.Unclear {
		words = strings.TrimSpace(words + " It opens where the words of this agreement run out.")
	}
	return words
}

func (c *contractor) stage(out *para, chart *machine.Chart, s *machine.Stage, i int) {
	limit, lead := "limit", titleCase(who(&s.By))
	if i > 0 {
		limit = fmt.Sprintf("limit %d", i+1)
		lead = fmt.Sprintf("When it is %s, %s", s.State, who(&s.By))
	}
	out.rules(
		fmt.Sprintf("%s %s, at the latest %s.", lead, plural(&s.By, "votes"), by(chart, limit)),
		fmt.Sprintf("%s. Silence is %s. A member with an interest %s.", titleCase(voting(s.Rule)), s.Silence, conflicts(s.Conflicts)))
}

// voting says by which votes a decision is carried.
func voting(v machine.Voting) string {
	of := "the members"
	if v.Of != "members" {
		of = "those who vote yes or no"
	}
	words := ""
	switch v.Kind {
	case machine.Unanimous:
		words = "it is carried when all " + of + " vote yes"
	case machine.Majority:
		words = "it is carried when more than half of " + of + " vote yes"
	case machine.TwoThirds:
		words = "it is carried when at least two thirds of " + of + " vote yes"
	case machine.AtLeast:
		words = fmt.Sprintf("it is carried when at least %d members vote yes", v.N)
	case machine.Sole:
		words = "whoever decides it decides alone"
	}
	if v.Quorum > 0 {
		words += fmt.Sprintf(", if at least %d members vote", v.Quorum)
	}
	return words
}

func conflicts(c machine.Conflicts) string {
	if c == machine.StandAside {
		return "stands aside and is not counted"
	}
	return "declares it and votes"
}

func (c *contractor) records(d *machine.Decision) string {
	if len(d.Records) == 0 {
		return ""
	}
	return fmt.Sprintf("Before it can be carried, the record must hold: %s.", quoted(d.Records))
}

// otherwise says what follows where the votes do not carry it, in order.
func otherwise(chart *machine.Chart) string {
	var out []string
	for i := range chart.Moves {
		mv := &chart.Moves[i]
		if mv.On != machine.OnRejected {
			continue
		}
		words := "it is " + mv.To
		switch {
		case len(mv.Do) > 0:
			words = does(mv)
		case mv.To == "lapsed":
			words = "it lapses and changes nothing"
		}
		if settled := move(chart, "settled"); settled != nil && len(settled.From) > 0 && settled.From[0] == mv.To {
			words += ", and when that has ended, " + does(settled)
		}
		out = append(out, words)
	}
	if len(out) == 0 {
		return ""
	}
	lead := "If it is not carried: "
	words := out[0]
	for _, next := range out[1:] {
		words += "; if it is not carried there: " + next
	}
	return lead + words + "."
}

func then(chart *machine.Chart) string {
	if words := does(move(chart, "adopted")); words != "" {
		return "When it is carried: " + words + "."
	}
	return ""
}
