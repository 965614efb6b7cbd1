package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/lastday"
	"concordat/dsl/settled"
	"concordat/engine/value"
)

// SeatTwice reports seat-twice.
func (c *Collector) SeatTwice(p *settled.Party, second, first settled.Said) {
	c.report("seat-twice", second.At, fmt.Sprintf("`%s` has a seat in this group already, and a party has one vote", p.Name),
		"take one of the seats out", see(first.At, "its first seat"))
}

// SocialUntested reports social-enterprise: what a party says of itself fits no role, or its role asks for more.
func (c *Collector) SocialUntested(p *settled.Party, keyword string, is bool) {
	if is {
		c.report("social-enterprise", p.NameAt, fmt.Sprintf("`%s` is a social enterprise, and there is no line `%s`", p.Name, keyword), "say what it trades for (`social aim`), who owns it (`owned by`) and how much it trades (`trades 62% of turnover`)")
		return
	}
	c.report("social-enterprise", p.Said(keyword).At, fmt.Sprintf("`%s` says this and is no social enterprise", p.Name), "add `social_enterprise` to its roles, or take the line out")
}

// SocialNotTrading reports social-enterprise.
func (c *Collector) SocialNotTrading(p *settled.Party) {
	c.report("social-enterprise", p.Said("trades").At, fmt.Sprintf("`%s` earns %s of its turnover by trade: a social enterprise earns more than half", p.Name, percentText(*p.Trades)), "correct the figure, or let its role be `vcse`")
}

// ShareTwice reports share-twice.
func (c *Collector) ShareTwice(p *settled.Party, second, first settled.Said) {
	c.report("share-twice", second.At, fmt.Sprintf("`%s` has a share already", p.Name), "write one line with the whole share",
		see(first.At, "its first share"))
}

// SharesNotWhole reports shares-not-whole.
func (c *Collector) SharesNotWhole(x *settled.Shares, sum value.Num) {
	var related []diag.Related
	for _, s := range x.Parts {
		related = append(related, see(s.At, fmt.Sprintf("%s for `%s`", percentText(s.Part), s.Party.Name)))
	}
	c.report("shares-not-whole", x.NameAt, fmt.Sprintf("the shares of `%s` make %s, not 100%%", x.Name, percentText(sum)), tooMuch(sum), related...)
}

// tooMuch says by how much parts miss the whole.
func tooMuch(sum value.Num) string {
	rest := value.Int(1).Sub(sum)
	if rest.Sign() < 0 {
		return fmt.Sprintf("take %s away from them", percentText(rest.Neg()))
	}
	return fmt.Sprintf("share out the other %s", percentText(rest))
}

func percentText(part value.Num) string { return part.Mul(value.Int(100)).String() + "%" }

// PartyWithoutSeat warns of party-without-seat.
func (c *Collector) PartyWithoutSeat(p *settled.Party) {
	c.warn("party-without-seat", p.NameAt, fmt.Sprintf("`%s` is bound by the agreement, but has a seat in no group", p.Name),
		fmt.Sprintf("give it a seat: `seat %s \"OFFICE\"`", p.Name))
}

// DelegationLate reports delegation-short.
func (c *Collector) DelegationLate(g *settled.Group) {
	c.report("delegation-short", g.Said("delegated").At,
		fmt.Sprintf("`%s` may decide only from %s, but %s", g.Name, g.From, c.beginning()),
		fmt.Sprintf("let the delegation begin on or before %s", c.Agreement.Starts()), c.beginningAt())
}

// DelegationShort reports delegation-short.
func (c *Collector) DelegationShort(g *settled.Group, p lastday.Path) {
	var related []diag.Related
	for _, s := range p.Steps {
		related = append(related, see(s.Said.At, fmt.Sprintf("%s on %s at the latest", s.What, s.On)))
	}
	c.report("delegation-short", g.Said("delegated").At,
		fmt.Sprintf("the delegation of `%s` ends on %s, but it may have to decide until %s", g.Name, g.To, p.On),
		fmt.Sprintf("let it last until %s at the least: a vote counts only under a delegation that covers its day", p.On), related...)
}

// DelegationSmall reports delegation-small.
func (c *Collector) DelegationSmall(group *settled.Group, seat settled.Seat, g *settled.Gainshare, stake value.Num) {
	sum, _ := stake.Money(value.Up)
	c.report("delegation-small", group.Said("binds").At,
		fmt.Sprintf("a seat may commit its party to %s, but `%s` can cost `%s` %s", *group.Limit, g.Name, seat.Party.Name, sum),
		fmt.Sprintf("raise the limit to %s at the least, or make the pool or the cap smaller", sum),
		see(g.Said("confirmed").At, fmt.Sprintf("`%s` confirms the sum", group.Name)), see(g.Said("pool").At, "the pool"))
}

// PartyUneven warns of party-uneven.
func (c *Collector) PartyUneven(silent, said *settled.Party, keyword string) {
	what := "who signs for it"
	if keyword == "served at" {
		what = "where it is served"
	}
	c.warn("party-uneven", silent.NameAt, fmt.Sprintf("`%s` says %s, and `%s` does not", said.Name, what, silent.Name),
		fmt.Sprintf("write `%s \"…\"` in `%s`", keyword, silent.Name), see(said.Said(keyword).At, "the party that says it"))
}
