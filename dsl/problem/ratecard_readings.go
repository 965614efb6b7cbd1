package problem

import (
	"fmt"

	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/sums/ratecard"
	"concordat/engine/value"
)

// Arithmetic is as much of a machine as sums need.
func (c *Collector) Arithmetic() *machine.Machine {
	return &machine.Machine{YearStart: c.Agreement.YearStart, Rounding: c.Agreement.Rounding}
}

// CapReadings shows what both readings of a cap pay on the card's own prices.
func (c *Collector) CapReadings(r *settled.Ratecard, l *settled.ClaimCap) {
	text := "what is paid for the claim that reaches the cap can be read in two ways"
	if price, paid, left, ok := reaches(r, l); ok {
		text += fmt.Sprintf(": with %s paid, a claim of %s is paid %s with `the last claim in part`, and nothing with `whole claims only`", paid, price, left)
	}
	c.unsettled("cap-readings", l.At, text, "write which one is meant behind a comma: `…, the last claim in part`")
}

// reaches is a claim that a cap cuts: its price, what was paid before it, and
// what is left; of a person the prices as they are written, in total the first
// of them again and again.
func reaches(r *settled.Ratecard, l *settled.ClaimCap) (price, paid, left value.Money, ok bool) {
	for _, p := range r.Prices {
		if len(p.Bands) == 0 || p.Bands[0].Sum == 0 {
			continue
		}
		price = p.Bands[0].Sum
		if l == r.TotalCap {
			paid = l.Sum / price * price
		}
		if left = l.Sum - paid; left > 0 && left < price {
			return price, paid, left, true
		}
		if l == r.PersonCap {
			paid += price
		}
	}
	return 0, 0, 0, false
}

// DeadweightReadings shows what both readings pay where the bands are just full.
func (c *Collector) DeadweightReadings(p *settled.Price) {
	n := p.Deadweight.First
	for _, b := range p.Bands {
		n += b.People
	}
	var totals [2]value.Money
	for i, inside := range []bool{true, false} {
		price := p.Machine()
		price.Deadweight = &machine.Deadweight{First: p.Deadweight.First, Inside: inside}
		card := &machine.Ratecard{Prices: []machine.Price{price}}
		claims := make([]ratecard.Claim, n)
		for k := range claims {
			claims[k] = ratecard.Claim{Price: p.Name, Person: fmt.Sprint(k), Reached: c.Agreement.First, Counted: c.Agreement.First}
		}
		totals[i] = ratecard.Total(ratecard.Pay(c.Arithmetic(), card, claims))
	}
	c.unsettled("deadweight-readings", p.Said("deadweight").At,
		fmt.Sprintf("it is open whether those who are not paid for take places in the price bands: %d people in one year pay %s if they do, and %s if they do not",
			n, totals[0], totals[1]),
		"write which one is meant behind a comma: `…, inside the price bands` or `…, outside the price bands`")
}
