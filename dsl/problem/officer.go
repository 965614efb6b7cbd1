package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/lastday"
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// DelegatedTwice reports delegated-twice.
func (c *Collector) DelegatedTwice(o *settled.Officer, second settled.Said, first settled.Delegation) {
	c.report("delegated-twice", second.At, fmt.Sprintf("`%s` holds the power from %s to %s already", o.Name, first.From, first.To),
		fmt.Sprintf("let this delegation begin on %s, or write both as one", first.To.AddDays(1)), see(first.At, "the delegation that it overlaps"))
}

// SignsLate reports officer-gap.
func (c *Collector) SignsLate(o *settled.Officer) {
	first := o.Terms[0]
	c.report("officer-gap", first.At,
		fmt.Sprintf("only officers sign for `%s`, and none may before %s: %s", o.Party.Name, first.From, c.beginning()),
		fmt.Sprintf("let a delegation to sign begin on or before %s", c.Agreement.Starts()), c.beginningAt())
}

// PowerGap reports officer-gap.
func (c *Collector) PowerGap(p *settled.Party, kind machine.ActKind, day, next value.Date, before settled.Delegation, until lastday.Path) {
	var related []diag.Related
	for _, s := range until.Steps {
		related = append(related, see(s.Said.At, fmt.Sprintf("%s on %s at the latest", s.What, s.On)))
	}
	ends := until.On
	if next.IsSet() && next <= ends {
		ends = next.AddDays(-1)
	}
	c.report("officer-gap", before.At,
		fmt.Sprintf("only officers %s for `%s`, and from %s to %s none of them may: it may have to until %s", kind, p.Name, day, ends, until.On),
		fmt.Sprintf("let a delegation cover the days from %s to %s, or name another officer for them", day, ends), related...)
}

// OfficerTooEarly reports officer-idle.
func (c *Collector) OfficerTooEarly(o *settled.Officer) {
	c.report("officer-idle", o.Terms[len(o.Terms)-1].At,
		fmt.Sprintf("the delegation of `%s` ends on %s, before the term begins: nothing that it may do can be done by then", o.Name, o.Ends()),
		"take the officer out, or let the delegation reach into the term", see(c.Agreement.Said("term").At, "the term"))
}

// OfficerSmall reports officer-small.
func (c *Collector) OfficerSmall(o *settled.Officer, h settled.Head, statement string, stake value.Num) {
	sum, _ := stake.Money(value.Up)
	c.report("officer-small", o.Said("up to").At,
		fmt.Sprintf("no officer of `%s` may commit it to more than %s, but `%s` can cost it %s", o.Party.Name, *o.Limit, h.Name, sum),
		fmt.Sprintf("raise the limit to %s at the least, or name an officer who may decide on so much", sum),
		see(h.Said(statement).At, fmt.Sprintf("what `%s` can cost", h.Name)))
}

// OfficersOverlap warns of officers-overlap.
func (c *Collector) OfficersOverlap(o, q *settled.Officer, kind machine.ActKind, day value.Date) {
	c.warn("officers-overlap", o.NameAt,
		fmt.Sprintf("`%s` and `%s` may both %s for `%s` from %s on, up to the same sum: whichever acts first binds it", q.Name, o.Name, kind, o.Party.Name, day),
		fmt.Sprintf("let the delegation of `%s` begin when that of `%s` ends, or give them different limits", o.Name, q.Name),
		see(q.NameAt, fmt.Sprintf("`%s`", q.Name)))
}
