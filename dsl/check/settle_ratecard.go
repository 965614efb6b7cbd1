package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/sums/ratecard"
	"concordat/engine/value"
)

func (c *checker) ratecard(b *syntax.Block, r *settled.Ratecard) {
	if every := syntax.One[*syntax.Every](b, "every"); every != nil {
		r.Every = kind(every.Cycle.Word)
	}
	r.From, r.To = c.sideLine(b, "from"), c.sideLine(b, "to")
	c.bothSides(r.From, r.To, r.Said("to"))
	if v := syntax.One[*syntax.Pseudonym](b, "pseudonym"); v != nil && v.Form.Hole == nil {
		if r.Form = v.Form.Value; !ratecard.Form(r.Form) {
			c.PseudonymForm(&v.Form)
		}
	}
	if v := syntax.One[*syntax.AttachedBy](b, "attached"); v != nil {
		r.Attached = c.priceOf(&v.Price, r)
	}
	c.claims(b, r)
	for _, s := range b.Statements {
		switch v := s.Value.(type) {
		case *syntax.Exclusive:
			c.exclusive(v, c.said(&r.Head, s), r)
		case *syntax.ClaimCap:
			c.claimCap(v, c.said(&r.Head, s), r)
		case *syntax.SetsAside:
			c.setsAside(v, c.said(&r.Head, s), r)
		}
	}
	c.clawback(b, r)
}

// declarePrices declares the prices that stand in a ratecard.
func (c *checker) declarePrices(b *syntax.Block, r *settled.Ratecard) {
	for _, inner := range b.Blocks {
		if inner.Def == nil {
			c.unreadable(inner)
			continue
		}
		r.Prices = append(r.Prices, into(c, inner, &c.Agreement.Prices, &settled.Price{Of: r}))
	}
}

// claims settles when a claim may come, who answers it and when it is paid.
func (c *checker) claims(b *syntax.Block, r *settled.Ratecard) {
	if v := syntax.One[*syntax.ClaimedWithin](b, "claimed"); v != nil {
		r.Window, _ = c.span(&v.Length)
	}
	if v := syntax.One[*syntax.Accepted](b, "verified"); v != nil {
		r.Verifier = c.who(&v.By, aParty)
		r.VerifyIn = c.within(r.Said("verified"), &v.Within.Length, &v.Within.Of, onlyFrom(syntax.FromReceipt, machine.AnchorReceipt))
		if len(r.Verifier.Parties) == 1 && slices.Contains(r.To.Parties(), r.Verifier.Parties[0]) {
			c.VerifiesItself(r)
		}
	}
	if v := syntax.One[*syntax.SilentClaim](b, "silence"); v != nil {
		r.SilenceVerifies = v.Is.Word == syntax.SilenceVerifies
	}
	if v := syntax.One[*syntax.PaidWithin](b, "paid"); v != nil {
		r.Paid = c.within(r.Said("paid"), &v.Within.Length, &v.Within.Of, periodEnd(r.Every))
		r.Paid.Adjust = adjust(v.Adjust.Word)
	}
}

func (c *checker) clawback(b *syntax.Block, r *settled.Ratecard) {
	v := syntax.One[*syntax.Clawback](b, "clawback")
	switch {
	case v == nil || v.Is.Hole != nil:
		return
	case v.Is.Word == syntax.NoClawback:
		if v.Within != nil {
			c.ClawbackNever(r)
		}
		return
	case v.Within == nil:
		c.ClawbackOpen(r)
		return
	}
	r.Clawback = machine.LastInFirstOut
	if v.Is.Word == syntax.WhatItWasPaid {
		r.Clawback = machine.WhatWasPaid
	}
	r.Overturned = c.within(r.Said("clawback"), &v.Within.Length, &v.Within.Of, onlyFrom(syntax.FromPayment, machine.AnchorPayment))
	r.Repaid = settled.Within{Said: r.Said("clawback"), Anchor: machine.AnchorOverturn, Adjust: adjust(v.Adjust.Word)}
	r.Repaid.Span, _ = c.span(v.Repaid)
}

// priceOf looks up a price of this ratecard.
func (c *checker) priceOf(name *syntax.Ident, r *settled.Ratecard) *settled.Price {
	p := one[*settled.Price](c, name, "price")
	if p != nil && p.Of != r {
		c.OtherCard(name, p, r)
		return nil
	}
	return p
}

func (c *checker) exclusive(v *syntax.Exclusive, said settled.Said, r *settled.Ratecard) {
	x := settled.Exclusive{Said: said, Dearest: v.Which.Word == syntax.TheDearest}
	for _, name := range v.Prices {
		p := c.priceOf(name, r)
		if p == nil {
			return
		}
		if slices.Contains(x.Prices, p) {
			c.ListedTwice(name, said)
			return
		}
		x.Prices = append(x.Prices, p)
	}
	if len(x.Prices) < 2 {
		c.ExclusiveAlone(x)
		return
	}
	r.Exclusive = append(r.Exclusive, x)
}

func (c *checker) claimCap(v *syntax.ClaimCap, said settled.Said, r *settled.Ratecard) {
	sum, ok := c.money(&v.Sum)
	limit := &settled.ClaimCap{Said: said, Limit: machine.Limit{Sum: sum, InPart: v.Edge.Word == syntax.LastInPart}}
	at := &r.PersonCap
	if v.Of.Word == syntax.CapTotal {
		at = &r.TotalCap
	}
	if *at != nil {
		c.CapTwice(said, (*at).Said)
		return
	}
	*at = limit
	if v.Edge.Word == "" && v.Edge.Hole == nil && ok {
		c.CapReadings(r, limit)
	}
}

func (c *checker) setsAside(v *syntax.SetsAside, said settled.Said, r *settled.Ratecard) {
	a := settled.Aside{Said: said, Party: one[*settled.Party](c, &v.Party, "party")}
	var ok bool
	if a.Sum, ok = c.money(&v.Sum); !ok || a.Party == nil {
		return
	}
	if i := slices.IndexFunc(r.SetAside, func(b settled.Aside) bool { return b.Party == a.Party }); i >= 0 {
		c.AsideTwice(a, r.SetAside[i])
		return
	}
	r.SetAside = append(r.SetAside, a)
}

func (c *checker) price(b *syntax.Block, p *settled.Price) {
	for _, s := range b.Statements {
		switch v := s.Value.(type) {
		case *syntax.Pays:
			c.pays(v, c.said(&p.Head, s), p)
		case *syntax.Says:
			p.Evidence = append(p.Evidence, v.Text.Value)
		}
	}
	if len(p.Bands) == 0 && len(p.Later) > 0 {
		c.PriceLater(p)
	}
	slices.SortStableFunc(p.Later, func(x, y machine.LaterSum) int { return x.From.Start - y.From.Start })
	if v := syntax.One[*syntax.SpellAfter](b, "spell"); v != nil {
		p.Least, _ = c.span(&v.Least)
		p.After = c.priceOf(&v.After, p.Of)
	}
	for _, v := range syntax.All[*syntax.Expected](b, "expected") {
		c.expected(v, p)
	}
	c.deadweight(b, p)
}

func (c *checker) expected(v *syntax.Expected, p *settled.Price) {
	n, ok := c.count(&v.People)
	x := machine.Expected{People: n}
	if v.Year != nil {
		year := periodOf(v.Year)
		if x.Year = &year; !year.IsZero() && year.Kind != value.Year {
			c.PaysFrom(v.Year)
			return
		}
		c.inTerm(v.Year.At, year)
	}
	if ok {
		p.Expected = append(p.Expected, x)
	}
}

func (c *checker) pays(v *syntax.Pays, said settled.Said, p *settled.Price) {
	switch {
	case v.From != nil:
		from := periodOf(v.From)
		sum, ok := c.money(v.Each)
		switch {
		case !ok || from.IsZero():
		case from.Kind != value.Year:
			c.PaysFrom(v.From)
		default:
			c.inTerm(v.From.At, from)
			p.Later = append(p.Later, machine.LaterSum{From: from, Sum: sum})
		}
		return
	case len(p.Bands) > 0:
		c.PaysTwice(said, p)
		return
	}
	last := v.Each
	if v.Each == nil {
		last = v.Then
	}
	for _, band := range v.Bands {
		n, _ := c.count(&band.People)
		sum, _ := c.money(&band.Sum)
		p.Bands = append(p.Bands, machine.PriceBand{People: n, Sum: sum})
	}
	sum, _ := c.money(last)
	p.Bands = append(p.Bands, machine.PriceBand{Sum: sum})
}

func (c *checker) deadweight(b *syntax.Block, p *settled.Price) {
	v := syntax.One[*syntax.Deadweight](b, "deadweight")
	if v == nil {
		return
	}
	d := &machine.Deadweight{Inside: v.Place.Word == syntax.InsideBands}
	var ok bool
	if v.Part != nil {
		if d.Part, ok = c.percent(v.Part); ok && (d.Part.Sign() <= 0 || d.Part.Cmp(value.Int(1)) >= 0) {
			c.PartWrong(v.Part, "deadweight")
			return
		}
	} else {
		d.First, ok = c.count(v.First)
	}
	if !ok {
		return
	}
	p.Deadweight = d
	if v.First != nil && v.Place.Word == "" && v.Place.Hole == nil && len(p.Bands) > 1 {
		c.DeadweightReadings(p)
	}
}
