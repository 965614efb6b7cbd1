package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/sums/ratecard"
	"concordat/engine/value"
)

// ratecards looks at each ratecard as a whole: what no claim can reach, what
// never fills, and whether the payers' money is what the outcomes come to.
func (c *checker) ratecards() {
	for _, r := range c.Agreement.Ratecards {
		if len(r.Prices) == 0 {
			c.NoPrices(r)
			continue
		}
		for _, p := range r.Prices {
			c.reachable(r, p)
			c.filled(p)
			c.spellEnds(p)
		}
		c.personCapBinds(r)
		c.setAsideAdds(r)
	}
}

// reachable finds a price that a cap never lets be paid, or never whole.
func (c *checker) reachable(r *settled.Ratecard, p *settled.Price) {
	for _, l := range []*settled.ClaimCap{r.PersonCap, r.TotalCap} {
		switch {
		case l == nil:
		case p.Cheapest() > l.Sum && !l.InPart:
			c.PriceUnreachable(p, l, "is never paid")
			return
		case p.Cheapest() > l.Sum:
			c.PriceUnreachable(p, l, "is never paid whole")
			return
		}
	}
}

// filled finds price bands that nobody is expected to reach.
func (c *checker) filled(p *settled.Price) {
	if len(p.Later) > 0 && len(p.Bands) > 1 {
		c.BandsAndYears(p)
	}
	people := 0
	for _, x := range p.Expected {
		people += x.People
	}
	before := 0
	for i, b := range p.Bands {
		if i > 0 && people > 0 && people <= before {
			c.BandNeverFilled(p, b, people, before)
			return
		}
		before += b.People
	}
}

// spellEnds finds spells that go round in a circle.
func (c *checker) spellEnds(p *settled.Price) {
	seen := []*settled.Price{p}
	for after := p.After; after != nil; after = after.After {
		if after == p {
			c.SpellCircle(p)
			return
		}
		if slices.Contains(seen, after) {
			return // the circle is found where it begins
		}
		seen = append(seen, after)
	}
}

// personCapBinds finds a cap a person that one of each outcome does not reach.
func (c *checker) personCapBinds(r *settled.Ratecard) {
	if r.PersonCap == nil {
		return
	}
	var most value.Money
	for _, p := range r.Prices {
		if !r.Excluded(p) {
			most += p.Dearest()
		}
	}
	if most <= r.PersonCap.Sum {
		c.PersonCapIdle(r, most)
	}
}

// setAsideAdds finds payers whose money is not what the expected outcomes come
// to, or who pay in other parts than they set aside.
func (c *checker) setAsideAdds(r *settled.Ratecard) {
	if len(r.SetAside) == 0 {
		return
	}
	var expected, aside value.Money
	if c.Agreement.Rounding == value.NoRounding || slices.ContainsFunc(r.Prices, func(p *settled.Price) bool { return len(p.Bands) == 0 || p.Bands[len(p.Bands)-1].People != 0 }) {
		return // what is wrong with a price has been said
	}
	for _, p := range r.Prices {
		if len(p.Expected) == 0 {
			c.ExpectedMissing(r, p)
			return
		}
		expected += c.expects(r, p)
	}
	for _, s := range r.SetAside {
		aside += s.Sum
	}
	switch {
	case expected != aside:
		c.SetAsideDiffers(r, expected, aside)
	case r.TotalCap != nil && expected > r.TotalCap.Sum:
		c.ExpectedAboveCap(r, expected)
	}
	for _, s := range r.SetAside {
		if part := r.From.Part(s.Party); aside > 0 && !part.Equal(value.Ratio(int64(s.Sum), int64(aside))) {
			c.PartDiffers(r, s, part, aside)
			return
		}
	}
}

// expects is what the people whom a price is expected to pay for come to.
func (c *checker) expects(r *settled.Ratecard, p *settled.Price) value.Money {
	card, m := r.Machine(), c.Arithmetic()
	price := card.Price(p.Name)
	var sum value.Money
	place := 0
	for _, x := range p.Expected {
		day := c.Agreement.First
		if x.Year != nil {
			day = max(day, c.Agreement.YearStart.First(*x.Year))
		}
		for range x.People {
			place++
			one, _ := ratecard.Place(m, price, place, day)
			if d := p.Deadweight; d != nil && d.First == 0 {
				one, _ = value.FromMoney(one).Mul(value.Int(1).Sub(d.Part)).Money(c.Agreement.Rounding)
			}
			sum += one
		}
	}
	return sum
}
