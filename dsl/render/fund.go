package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
)

// funds says what one party holds for others, and where each pound of a
// difference goes.
func (c *contractor) funds(p *part) {
	for i := range c.m.Held {
		f := &c.m.Held[i]
		out := c.rule(p, f.Title, f.Name)
		is := "leads: the others transfer money to it in advance"
		if f.Pooled {
			is = "hosts a pooled fund"
		}
		out.say("`%s` %s. It spends what it holds on %s, and on nothing else.", f.Holder, is, list(ticked(f.SpentOn)))
		out.rules("What is paid in comes by " + list(ticked(f.PaidIn)) + ".")
		for _, s := range f.Own {
			out.rules(fmt.Sprintf("For %s `%s` puts in %s itself.", c.m.YearStart.Label(s.Period), f.Holder, s.Sum))
		}
		out.rules(orNothing(f.Approved, "Spending is approved by `%s`."),
			fmt.Sprintf("Every year what was paid in is reconciled against `%s`, when it is final and the year before has been confirmed.", f.Against))
		if f.Reserve != nil {
			out.rules(fmt.Sprintf("%s of the first year's money is set aside as a reserve; what it is asked for and does not hold is borne by `%s`.", f.Reserve.Sum, f.Reserve.Short))
		}
		out.rules(tiers("An underspend", f.Under)...)
		out.rules(tiers("An overspend", f.Over)...)
		out.rules(orNothing(f.LeftOver, "What is still held when the last year is settled is returned to `%s`."), partOfYear(f),
			fmt.Sprintf("The year is confirmed by the decision `%s`; what it comes to is paid %s.", f.Confirmed, by(c.chart(f.Name+"/payment"), "pay")))
	}
}

func partOfYear(f *machine.Fund) string {
	if f.PartYear {
		return "A year that the end cuts short is reconciled too."
	}
	return "A year that the end cuts short is not reconciled."
}

func tiers(what string, of []machine.FundTier) []string {
	out := make([]string, len(of))
	for i, t := range of {
		out[i] = fmt.Sprintf("%s, %s.", what, t.Words)
	}
	return out
}

func ticked(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = "`" + n + "`"
	}
	return out
}

// counts says the figures that have no bands and belong to no outcome.
func (c *contractor) counts(p *part) {
	for i := range c.m.Measures {
		me := &c.m.Measures[i]
		if me.Outcome != "" {
			continue
		}
		out := c.rule(p, me.Title, me.Name)
		out.say("%s.", strings.TrimSuffix(me.Means, "."))
		out.rules(source(me), inputs(me))
		if me.Places == 2 && me.Unit == "pounds" {
			out.rules("In pounds, to the penny.")
		} else {
			out.rules(fmt.Sprintf("Counted in %s.", me.Unit))
		}
		if me.For != "" {
			out.rules(fmt.Sprintf("It is the part that was spent on `%s`, accounted for by itself.", me.For))
		}
		if me.Commitment != "" {
			out.rules(fmt.Sprintf("It is what %s spends itself of what it gives under `%s`.", me.Returner, me.Commitment))
		}
		for _, v := range me.Values {
			out.rules(periodValue(me, v))
		}
	}
}
