package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// AgesBackwards reports ages-order.
func (c *Collector) AgesBackwards(at diag.Span, ages machine.Ages) {
	c.report("ages-order", at, fmt.Sprintf("no one is at least %d and at most %d", ages.From, ages.To), fmt.Sprintf("write `%d to %d`", ages.To, ages.From))
}

// AgesWithin reports ages-order.
func (c *Collector) AgesWithin(at diag.Span, ages machine.Ages) {
	c.report("ages-order", at, fmt.Sprintf("everybody of %d is in the area already, which begins at %d", ages.Some, ages.From),
		fmt.Sprintf("name an age below %d after `some from`, or leave the words out", ages.From))
}

// LeadByRole reports lead-by-role.
func (c *Collector) LeadByRole(role *syntax.Ident) {
	parties := c.Agreement.PartiesOf(role.Name)
	text := fmt.Sprintf("`%s` is a role, which no party here has", role.Name)
	if len(parties) > 0 {
		text = fmt.Sprintf("`%s` is a role, of %s: it does not say which party leads", role.Name, both(code(parties)))
	}
	c.unsettled("lead-by-role", role.At, text, "name the party, or the party for each place: `lead PARTY in PLACE, PARTY in PLACE`")
}

// LeadTwice reports lead-twice.
func (c *Collector) LeadTwice(x *settled.Area, second, first settled.Lead) {
	where := "everywhere"
	switch {
	case first.Place != nil:
		where = "in `" + first.Place.Name + "`"
	case second.Place != nil:
		where = "everywhere, so in `" + second.Place.Name + "` too"
	}
	c.report("lead-twice", second.At, fmt.Sprintf("`%s` leads `%s` %s already, and an area has one lead", first.Party.Name, x.Name, where),
		"keep the lead that is meant; who leads together with it on one matter stands after `with`", see(first.At, "the first lead"))
}

// LeadMissing reports lead-missing.
func (c *Collector) LeadMissing(x *settled.Area, p *settled.Place) {
	c.report("lead-missing", x.Said("lead").At, fmt.Sprintf("nobody leads `%s` in `%s`", x.Name, p.Name),
		fmt.Sprintf("add `PARTY in %s`, or take `in PLACE` out where one party leads everywhere", p.Name), see(p.At, "the place"))
}

// GivesOutside reports commitment-outside-term.
func (c *Collector) GivesOutside(at diag.Span, y value.Period) {
	text := fmt.Sprintf("no day of %s is in the term", c.Agreement.YearStart.Label(y))
	if y.Kind != value.Year {
		text = fmt.Sprintf("%s is no financial year, and a commitment is for a whole one", y)
	}
	c.unsettled("commitment-outside-term", at, text, "name a year of the term", see(c.Agreement.Said("term").At, "the term"))
}

// GivesTwice reports commitment-twice.
func (c *Collector) GivesTwice(p *settled.Party, y value.Period, second, first settled.Said) {
	c.report("commitment-twice", second.At, fmt.Sprintf("`%s` has committed a sum for %s already", p.Name, c.Agreement.YearStart.Label(y)),
		"keep the line that is meant", see(first.At, "the first sum"))
}

// GivesMissing reports commitment-missing.
func (c *Collector) GivesMissing(x *settled.Commitment, p *settled.Party, y value.Period) {
	c.report("commitment-missing", x.NameAt, fmt.Sprintf("`%s` commits nothing for %s: `%s` does not say what", p.Name, c.Agreement.YearStart.Label(y), x.Name),
		fmt.Sprintf("write `gives %s £… for %s`, or `gives %s £0 for %s` if it is nothing", p.Name, y, p.Name, y), see(c.Agreement.Said("term").At, "the term"))
}

// SpentUngiven reports cost-not-given.
func (c *Collector) SpentUngiven(m *settled.Measure) {
	c.report("cost-not-given", m.Said("of").At, fmt.Sprintf("`%s` is what `%s` spends of `%s`, under which it gives nothing", m.Name, m.Returner.Name, m.Under.Name),
		fmt.Sprintf("write `gives %s £…` there, or let who gives it return what was spent", m.Returner.Name), see(m.Under.NameAt, "the commitment"))
}

// SpentNowhere reports spent-nowhere.
func (c *Collector) SpentNowhere(x *settled.Commitment) {
	c.report("spent-nowhere", x.Said("spent").At, "money is to be spent in the place that gave it, and the agreement has no place",
		"add a block for each place: `place north \"The north\"`, or write `spent in any place`")
}
