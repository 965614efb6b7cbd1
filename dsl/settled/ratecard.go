package settled

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Ratecard pays a price for each verified outcome of each person.
type Ratecard struct {
	Head
	Every           value.PeriodKind
	From, To        Side
	Form            string // of a pseudonym
	Prices          []*Price
	Exclusive       []Exclusive
	PersonCap       *ClaimCap
	TotalCap        *ClaimCap
	Attached        *Price     // that a person's first claim is for; nil: any
	Window          value.Span // after the outcome
	Verifier        Who        // a party
	VerifyIn        Within
	SilenceVerifies bool
	Paid            Within           // of the period's end
	Clawback        machine.Clawback // empty: never
	Overturned      Within           // of payment
	Repaid          Within           // of the overturning
	SetAside        []Aside
	Survives        bool
}

// Price is what one outcome pays.
type Price struct {
	Head
	Of         *Ratecard
	Bands      []machine.PriceBand
	Later      []machine.LaterSum
	Evidence   []string
	Least      value.Span // of a spell; none is none
	After      *Price
	Deadweight *machine.Deadweight
	Expected   []machine.Expected
}

// Exclusive are prices of which a person is paid for one.
type Exclusive struct {
	Said
	Prices  []*Price
	Dearest bool
}

// ClaimCap is the most that is paid.
type ClaimCap struct {
	Said
	machine.Limit
}

// Aside is what a payer sets aside.
type Aside struct {
	Said
	Party *Party
	Sum   value.Money
}

// Machine is the ratecard as plain data.
func (r *Ratecard) Machine() machine.Ratecard {
	out := machine.Ratecard{
		Name: r.Name, Title: r.Title, Every: r.Every, From: r.From.Name(), To: r.To.Name(), People: r.Form,
		PersonCap: r.PersonCap.limit(), TotalCap: r.TotalCap.limit(), Attached: NameOf(r.Attached), Window: r.Window, Clawback: r.Clawback,
	}
	for _, p := range r.Prices {
		out.Prices = append(out.Prices, p.Machine())
	}
	for _, x := range r.Exclusive {
		set := machine.Exclusive{Dearest: x.Dearest}
		for _, p := range x.Prices {
			set.Prices = append(set.Prices, NameOf(p))
		}
		out.Exclusive = append(out.Exclusive, set)
	}
	for _, s := range r.SetAside {
		out.SetAside = append(out.SetAside, machine.Aside{Party: NameOf(s.Party), Sum: s.Sum})
	}
	return out
}

// Machine is the price as the machine holds it.
func (p *Price) Machine() machine.Price {
	out := machine.Price{Name: p.Name, Title: p.Title, Bands: p.Bands, Later: p.Later, Evidence: p.Evidence, Deadweight: p.Deadweight, Expected: p.Expected}
	if p.After != nil {
		out.Spell = &machine.Spell{Least: p.Least, After: p.After.Name}
	}
	return out
}

func (l *ClaimCap) limit() *machine.Limit {
	if l == nil {
		return nil
	}
	return &l.Limit
}

// Dearest is the most that a price pays.
func (p *Price) Dearest() (most value.Money) {
	for _, b := range p.Bands {
		most = max(most, b.Sum)
	}
	for _, l := range p.Later {
		most = max(most, l.Sum)
	}
	return most
}

// Cheapest is the least that a price pays.
func (p *Price) Cheapest() value.Money {
	least := p.Dearest()
	for _, b := range p.Bands {
		least = min(least, b.Sum)
	}
	for _, l := range p.Later {
		least = min(least, l.Sum)
	}
	return least
}

// Excluded reports whether a dearer price takes the place of this one.
func (r *Ratecard) Excluded(p *Price) bool {
	return slices.ContainsFunc(r.Exclusive, func(x Exclusive) bool {
		return slices.Contains(x.Prices, p) && slices.ContainsFunc(x.Prices, func(q *Price) bool {
			return q.Dearest() > p.Dearest() || q.Dearest() == p.Dearest() && slices.Index(x.Prices, q) < slices.Index(x.Prices, p)
		})
	})
}
