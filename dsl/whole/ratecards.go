package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/sums/ratecard"
	"concordat/engine/value"
)

// ratecards looks at each ratecard as a whole: what no claim can reach, what
// never fills, and whether the payers' money is what the outcomes come to.
func (w *Text) ratecards() {
	for _, r := range w.Agreement.Ratecards {
		if len(r.Prices) == 0 {
			w.NoPrices(r)
			continue
		}
		for _, p := range r.Prices {
			w.reachable(r, p)
			w.filled(p)
			w.spellEnds(p)
		}
		w.personCapBinds(r)
		w.setAsideAdds(r)
	}
}

// reachable finds a price that a cap never lets be paid, or never whole.
func (w *Text) reachable(r *settled.Ratecard, p *settled.Price) {
	for _, l := range []*settled.ClaimCap{r.PersonCap, r.TotalCap} {
		switch {
		case l == nil:
		case p.Cheapest() > l.Sum && !l.InPart:
			w.PriceUnreachable(p, l, "is never paid")
			return
		case p.Cheapest() > l.Sum:
			w.PriceUnreachable(p, l, "is never paid whole")
			return
		}
	}
}

// filled finds price bands that nobody is expected to reach.
func (w *Text) filled(p *settled.Price) {
	if len(p.Later) > 0 && len(p.Bands) > 1 {
		w.BandsAndYears(p)
	}
	people := 0
	for _, x := range p.Expected {
		people += x.People
	}
	before := 0
	for i, b := range p.Bands {
		if i > 0 && people > 0 && people <= before {
			w.BandNeverFilled(p, b, people, before)
			return
		}
		before += b.People
	}
}

// spellEnds finds spells that go round in a circle.
func (w *Text) spellEnds(p *settled.Price) {
	seen := []*settled.Price{p}
	for after := p.After; after != nil; after = after.After {
		if after == p {
			w.SpellCircle(p)
			return
		}
		if slices.Contains(seen, after) {
			return // the circle is found where it begins
		}
		seen = append(seen, after)
	}
}

// personCapBinds finds a cap a person that one of each outcome does not reach.
func (w *Text) personCapBinds(r *settled.Ratecard) {
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
		w.PersonCapIdle(r, most)
	}
}

// setAsideAdds finds payers whose money is not what the expected outcomes come
// to, or who pay in other parts than they set aside.
func (w *Text) setAsideAdds(r *settled.Ratecard) {
	if len(r.SetAside) == 0 {
		return
	}
	var expected, aside value.Money
	if w.Agreement.Rounding == value.NoRounding || slices.ContainsFunc(r.Prices, func(p *settled.Price) bool { return len(p.Bands) == 0 || p.Bands[len(p.Bands)-1].People != 0 }) {
		return // what is wrong with a price has been said
	}
	for _, p := range r.Prices {
		if len(p.Expected) == 0 {
			w.ExpectedMissing(r, p)
			return
		}
		expected += w.expects(r, p)
	}
	for _, s := range r.SetAside {
		aside += s.Sum
	}
	switch {
	case expected != aside:
		w.SetAsideDiffers(r, expected, aside)
	case r.TotalCap != nil && expected > r.TotalCap.Sum:
		w.ExpectedAboveCap(r, expected)
	}
	for _, s := range r.SetAside {
		if part := r.From.Part(s.Party); aside > 0 && !part.Equal(value.Ratio(int64(s.Sum), int64(aside))) {
			w.PartDiffers(r, s, part, aside)
			return
		}
	}
}

// expects is what the people whom a price is expected to pay for come to.
func (w *Text) expects(r *settled.Ratecard, p *settled.Price) value.Money {
	card, m := r.Machine(), w.Arithmetic()
	price := card.Price(p.Name)
	var sum value.Money
	place := 0
	for _, x := range p.Expected {
		day := w.Agreement.First
		if x.Year != nil {
			day = max(day, w.Agreement.YearStart.First(*x.Year))
		}
		for range x.People {
			place++
			one, _ := ratecard.Place(m, price, place, day)
			if d := p.Deadweight; d != nil && d.First == 0 {
				one, _ = value.FromMoney(one).Mul(value.Int(1).Sub(d.Part)).Money(w.Agreement.Rounding)
			}
			sum += one
		}
	}
	return sum
}
