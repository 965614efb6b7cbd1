package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// ratecard is what each outcome pays, and what a claim must be.
func (c *contractor) ratecard(p *part, r *machine.Ratecard) {
	out := c.rule(p, r.Title, r.Name)
	prices := table{head: []string{"Outcome", "Pays", "Evidence"}}
	for i := range r.Prices {
		x := &r.Prices[i]
		prices.rows = append(prices.rows, []string{x.Title + " (`" + x.Name + "`)", priceWords(c.m, x), strings.Join(x.Evidence, "; ")})
	}
	out.body = append(out.body, prices)
	claim := c.chart(r.Name + "/claim")
	out.rules(
		fmt.Sprintf("Claimed by `%s`, paid from `%s` to `%s`.", r.To, r.From, r.To),
		fmt.Sprintf("A person is named by a pseudonym of the form %s, where a zero is any digit; any other name is refused and not recorded.", r.People),
		fmt.Sprintf("A claim comes within %s of the day on which the outcome is reached, with its evidence. Each person counts once for an outcome.", r.Window),
		orNothing(r.Attached, "Each person's first claim is for `%s`."),
		fmt.Sprintf("It is answered by %s at the latest %s; silence then %s.", who(move(claim, "verify").By), by(claim, "silence"), map[bool]string{true: "verifies it", false: "lets it lapse"}[move(claim, "silence").To == "verified"]),
		fmt.Sprintf("Claims that are verified in a %s are settled at its end, one by one in the order of their verification, and paid at the latest %s.", r.Every, by(c.chart(r.Name+"/payment"), "pay")))
	for _, x := range r.Exclusive {
		out.rules(fmt.Sprintf("Of %s a person is paid for the %s.", quoted(x.Prices), map[bool]string{true: "dearest: a dearer one pays what it is dearer by", false: "first"}[x.Dearest]))
	}
	for i := range r.Prices {
		c.priceRules(out, &r.Prices[i])
	}
	out.rules(capWords(r.PersonCap, "for one person"), capWords(r.TotalCap, "in total"), clawbackWords(c, r))
	for _, a := range r.SetAside {
		out.rules(fmt.Sprintf("`%s` sets aside %s.", a.Party, a.Sum))
	}
}

func priceWords(m *machine.Machine, p *machine.Price) string {
	var parts []string
	filled := 0
	for _, b := range p.Bands {
		switch {
		case len(p.Bands) == 1:
			parts = append(parts, b.Sum.String()+" a person")
		case b.People > 0:
			parts = append(parts, fmt.Sprintf("number %d to %d: %s", filled+1, filled+b.People, b.Sum))
		default:
			parts = append(parts, fmt.Sprintf("from number %d: %s", filled+1, b.Sum))
		}
		filled += b.People
	}
	for _, l := range p.Later {
		parts = append(parts, fmt.Sprintf("reached from %s on: %s", m.YearStart.First(l.From), l.Sum))
	}
	return strings.Join(parts, "; ")
}

func (c *contractor) priceRules(out *para, p *machine.Price) {
	if p.Spell != nil {
		out.rules(fmt.Sprintf("`%s` is reached at the earliest %s after `%s`.", p.Name, p.Spell.Least, p.Spell.After))
	}
	switch d := p.Deadweight; {
	case d == nil:
	case d.First == 0:
		out.rules(fmt.Sprintf("Of each price of `%s`, %s%% is not paid: it would have come about anyway.", p.Name, d.Part.Mul(value.Int(100))))
	default:
		out.rules(fmt.Sprintf("The first %d of `%s` that are verified in a financial year are not paid for; they take %s places in its price bands.", d.First, p.Name,
			map[bool]string{true: "their", false: "no"}[d.Inside]))
	}
}

func capWords(l *machine.Limit, what string) string {
	switch {
	case l == nil:
		return ""
	case l.InPart:
		return fmt.Sprintf("At most %s is paid %s; the claim that reaches it is paid in part. What lies beyond is not paid later.", l.Sum, what)
	}
	return fmt.Sprintf("At most %s is paid %s, and only for whole claims. What lies beyond is not paid later.", l.Sum, what)
}

func clawbackWords(c *contractor, r *machine.Ratecard) string {
	chart, back := c.chart(r.Name+"/claim"), c.chart(r.Name+"/clawback")
	switch r.Clawback {
	case machine.LastInFirstOut:
		return fmt.Sprintf("An outcome can be overturned until %s. The claims that stand are then counted anew, and what they come to less is paid back at the latest %s.", by(chart, "close"), by(back, "pay"))
	case machine.WhatWasPaid:
		return fmt.Sprintf("An outcome can be overturned until %s. What its claim was paid is paid back at the latest %s; it keeps its place.", by(chart, "close"), by(back, "pay"))
	}
	return "What has been paid is never paid back."
}
