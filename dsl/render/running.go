package render

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine/machine"
)

func (c *contractor) running() part {
	p := part{letter: "H", title: "Running it"}
	for i := range c.m.Reviews {
		c.review(&p, &c.m.Reviews[i])
	}
	for i := range c.m.Rules {
		if r := &c.m.Rules[i]; c.chart(r.Name).Block == r.Name { // the others are said where they belong
			c.condition(&p, r)
		}
	}
	for i := range c.m.Disputes {
		c.dispute(&p, &c.m.Disputes[i])
	}
	for i := range c.m.Notices {
		c.notice(&p, &c.m.Notices[i])
	}
	for i := range c.m.Registers {
		c.register(&p, &c.m.Registers[i])
	}
	for i := range c.m.Processes {
		c.process(&p, &c.m.Processes[i])
	}
	return p
}

func (c *contractor) review(p *part, r *machine.Review) {
	chart := c.chart(r.Name)
	looks := ""
	if len(r.LooksAt) > 0 {
		looks = fmt.Sprintf("It looks at %s.", quoted(r.LooksAt))
	}
	missed := ""
	if words := does(move(chart, "missed")); words != "" {
		missed = "If it is missed: " + words + ". It may still be held late."
	}
	c.rule(p, r.Title, r.Name).rules(
		fmt.Sprintf("Held every %s by %s, at the latest %s.", r.Every, who(&r.By), by(chart, "missed")), looks, missed)
}

func (c *contractor) condition(p *part, r *machine.Condition) {
	reads := "It reads submitted figures."
	if r.Final {
		reads = "It reads final figures only."
	}
	c.rule(p, r.Title, r.Name).rules(
		fmt.Sprintf("When %s: %s.", condition(&r.When), does(move(c.chart(r.Name), "fire"))),
		reads,
		fires(r.Fires))
}

func fires(f machine.Fires) string {
	switch f {
	case machine.FiresOnce:
		return "It acts once."
	case machine.FiresUntilOver:
		return "It acts once, and again only after a period in which this was not so."
	}
	return "It acts each time."
}

var opWords = map[machine.Op]string{
	machine.OpAnd: " and ", machine.OpOr: " or ", machine.OpEq: " is ", machine.OpNe: " is not ", machine.OpLt: " is less than ",
	machine.OpLe: " is at most ", machine.OpGt: " is more than ", machine.OpGe: " is at least ",
	machine.OpAdd: " + ", machine.OpSub: " - ", machine.OpMul: " × ", machine.OpDiv: " ÷ ",
}

// condition says a condition in words, from the machine's own tree.
func condition(e *machine.Expr) string {
	switch {
	case e.Op == machine.OpBand:
		return bandTest(e.Band)
	case e.Op == machine.OpNot:
		return "it is not so that " + condition(&e.Args[0])
	case opWords[e.Op] != "":
		parts := make([]string, len(e.Args))
		for i := range e.Args {
			parts[i] = condition(&e.Args[i])
		}
		return strings.Join(parts, opWords[e.Op])
	}
	return e.Text
}

func bandTest(b *machine.BandTest) string {
	words := fmt.Sprintf("`%s` is %s", b.Measure, b.Is)
	switch {
	case b.Side < 0:
		words += " or worse"
	case b.Side > 0:
		words += " or better"
	}
	switch {
	case b.InYear:
		words += fmt.Sprintf(" in any %s of the year", b.Every)
	case b.Running > 1:
		words += fmt.Sprintf(" for %d %ss running, also over the end of a year", b.Running, b.Every)
	}
	return words
}

func (c *contractor) dispute(p *part, d *machine.Dispute) {
	out := c.rule(p, d.Title, d.Name)
	chart := c.chart(d.Name)
	raised := "Any party may raise it."
	if d.Figures {
		raised = "It opens when a figure is contested, or a decision refers to it."
	}
	out.rules(raised)
	for i := range d.Levels {
		limit := "limit"
		if i > 0 {
			limit = fmt.Sprintf("limit %d", i+1)
		}
		if move(chart, limit) == nil {
			out.rules(fmt.Sprintf("Level %d: %s it, by an answer or by a direction how it is settled; no day ends this level.", i+1, hears(&d.Levels[i].By)))
			continue
		}
		next := "otherwise it goes on to the next level"
		if i == len(d.Levels)-1 {
			next = "otherwise " + lastResort(move(chart, limit))
		}
		out.rules(fmt.Sprintf("Level %d: %s it, at the latest %s; %s.", i+1, hears(&d.Levels[i].By), by(chart, limit), next))
	}
	meanwhile := "Meanwhile, what falls due is paid."
	if d.PaysNone != "" {
		meanwhile = fmt.Sprintf("Meanwhile, nothing is paid under `%s`; it is paid when the dispute has ended.", d.PaysNone)
	}
	out.rules(meanwhile, outside(d))
}

func hears(w *machine.Who) string {
	if w.Group != "" {
		return who(w) + ", all giving one answer, settle"
	}
	return who(w) + " " + plural(w, "settles")
}

// lastResort is what follows where the last level has not settled a dispute.
func lastResort(mv *machine.Move) string {
	for i := range mv.Do {
		if mv.Do[i].Verb == machine.TakeReturned {
			return "the figure stands as returned"
		}
	}
	return "the dispute lapses and changes nothing"
}

func outside(d *machine.Dispute) string {
	switch {
	case d.Never && d.Except != "":
		return fmt.Sprintf("It is never taken outside, except for `%s`.", d.Except)
	case d.Never:
		return "It is never taken outside."
	}
	return ""
}

func (c *contractor) notice(p *part, n *machine.Notice) {
	out := c.rule(p, n.Title, n.Name)
	chart := c.chart(n.Name)
	to := who(&n.To)
	if n.To.Every {
		to = "every other party"
	}
	if slices.ContainsFunc(c.m.Parties, func(p machine.Party) bool { return p.ServedAt != "" }) {
		to += ", at the address that part D gives"
	}
	given := "It is given when the last of them has received it."
	if n.GivenFirst {
		given = "It is given when the first of them has received it."
	}
	out.rules(
		fmt.Sprintf("Served in writing by %s on %s.", who(&n.By), to),
		received(n.Manners), given,
		orNothing(does(move(chart, "given")), "When it is given: %s."),
		fmt.Sprintf("It takes effect on %s.", by(chart, "effect")),
		orNothing(n.Instead, "The decision `%s` may name another day."),
		orNothing(does(move(chart, "effect")), "When it takes effect: %s."),
		withdrawn(chart))
}

func received(manners []machine.Manner) string {
	var out []string
	for _, m := range manners {
		when := "the same day"
		if m.Received.N > 0 {
			when = m.Received.String() + " later"
		}
		out = append(out, fmt.Sprintf("by %s: %s", m.Name, when))
	}
	return "Counted as received: " + strings.Join(out, "; ") + "."
}

func withdrawn(c *machine.Chart) string {
	mv := move(c, "withdraw")
	switch {
	case mv == nil:
		return "It cannot be withdrawn."
	case len(mv.From) > 1:
		return "It may be withdrawn until it takes effect."
	}
	return "It may be withdrawn until it is given."
}
