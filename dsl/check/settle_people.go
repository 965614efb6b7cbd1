package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

func (c *checker) party(b *syntax.Block, p *settled.Party) {
	if roles := syntax.One[*syntax.Roles](b, "role"); roles != nil {
		for _, r := range roles.Roles {
			if r.Hole == nil {
				p.Roles = append(p.Roles, string(r.Word))
			}
		}
	}
	p.Legal, p.Registered = c.prose(b, "legal name", &p.Head), c.prose(b, "registered", &p.Head)
	p.Signs, p.ServedAt = c.prose(b, "signs", &p.Head), c.prose(b, "served at", &p.Head)
	p.SocialAim, p.OwnedBy = c.prose(b, "social aim", &p.Head), c.prose(b, "owned by", &p.Head)
	if v := syntax.One[*syntax.Trades](b, "trades"); v != nil {
		if part, ok := c.percent(&v.Part); ok {
			p.Trades = &part
		}
	}
	if !c.unreadIn(b) {
		c.socialEnterprise(p)
	}
}

// socialEnterprise holds a party to the three tests of seed 004: a social aim,
// social ownership, and more than half of its turnover from trade.
func (c *checker) socialEnterprise(p *settled.Party) {
	is := slices.Contains(p.Roles, string(syntax.Social))
	for _, keyword := range []string{"social aim", "owned by", "trades"} {
		if p.Has(keyword) != is {
			c.SocialUntested(p, keyword, is)
			return
		}
	}
	if p.Trades != nil && p.Trades.Cmp(value.Ratio(1, 2)) <= 0 {
		c.SocialNotTrading(p)
	}
}

func (c *checker) body(b *syntax.Block, body *settled.Body) {
	if paid := syntax.One[*syntax.BodyPaid](b, "paid"); paid != nil {
		body.PaidBy = c.side(&paid.By)
	}
	if of := syntax.One[*syntax.Name](b, "part of"); of != nil {
		body.PartOf = one[*settled.Party](c, &of.Name, "party")
	}
}

func (c *checker) group(b *syntax.Block, g *settled.Group) {
	seated := map[*settled.Party]settled.Said{}
	take := func(p *settled.Party, office string, said settled.Said) {
		if first, twice := seated[p]; twice {
			c.SeatTwice(p, said, first)
			return
		}
		seated[p] = said
		g.Seats = append(g.Seats, settled.Seat{Said: said, Party: p, Office: office})
	}
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Seat)
		if !ok {
			continue
		}
		said := c.said(&g.Head, s)
		if v.EveryParty {
			for _, p := range c.Agreement.Parties {
				take(p, text(&v.Office), said)
			}
			continue
		}
		if p := one[*settled.Party](c, v.Party, "party"); p != nil {
			take(p, text(&v.Office), said)
		}
	}
	if binds := syntax.One[*syntax.Binds](b, "binds"); binds != nil && binds.UpTo != nil {
		if limit, ok := c.money(binds.UpTo); ok {
			g.Limit = &limit
		}
	}
	g.From, g.To, _ = c.dates(syntax.One[*syntax.Dates](b, "delegated"))
	if undone := syntax.One[*syntax.Undone](b, "undone"); undone != nil {
		g.Undone = c.who(&undone.By, nobody|aParty|parties|aGroup|aBody|everyParty|anyParty)
	}
}

func (c *checker) shares(b *syntax.Block, x *settled.Shares) {
	sum, whole := value.Num{}, true
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Share)
		if !ok {
			whole = whole && s.Def != nil && s.Def.Keyword != "share"
			continue
		}
		said := c.said(&x.Head, s)
		p := one[*settled.Party](c, &v.Of, "party")
		part, ok := c.percent(&v.Part)
		whole = whole && ok
		sum = sum.Add(part)
		if p == nil {
			continue
		}
		if first := settled.ShareOf(x, p); first != nil {
			c.ShareTwice(p, said, first.Said)
			whole = false
			continue
		}
		x.Parts = append(x.Parts, settled.Share{Said: said, Party: p, Part: part})
	}
	if whole && b.Find("share") != nil && !sum.Equal(value.Int(1)) {
		c.SharesNotWhole(x, sum)
	}
}
