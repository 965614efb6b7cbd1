package machine

import "concordat/engine/value"

// Ratecard pays a price for each outcome of each person that has been verified.
// People are pseudonyms of the form that People shows: capital letters, a hyphen
// where it has one, and a digit for each zero.
type Ratecard struct {
	Name      string           `json:"name"`
	Title     string           `json:"title"`
	Every     value.PeriodKind `json:"every"`
	From      string           `json:"from"`   // party or shares
	To        string           `json:"to"`     // party or shares: those who claim
	People    string           `json:"people"` // "P-000"
	Prices    []Price          `json:"prices"`
	Exclusive []Exclusive      `json:"exclusive,omitempty"`
	PersonCap *Limit           `json:"person_cap,omitempty"`
	TotalCap  *Limit           `json:"total_cap,omitempty"`
	Attached  string           `json:"attached,omitempty"` // the price that each person's first claim is for
	Window    value.Span       `json:"window"`             // after the outcome, for the claim
	Clawback  Clawback         `json:"clawback,omitempty"` // empty: never
	SetAside  []Aside          `json:"set_aside,omitempty"`
}

// Price is what one outcome pays.
type Price struct {
	Name       string      `json:"name"`
	Title      string      `json:"title"`
	Bands      []PriceBand `json:"bands"` // in the order in which they fill; the last takes everybody else
	Later      []LaterSum  `json:"later,omitempty"`
	Evidence   []string    `json:"evidence"`
	Spell      *Spell      `json:"spell,omitempty"`
	Deadweight *Deadweight `json:"deadweight,omitempty"`
	Expected   []Expected  `json:"expected,omitempty"`
}

// Expected is how many people are expected to be paid for: in a year, or over the whole term.
type Expected struct {
	Year   *value.Period `json:"year,omitempty"`
	People int           `json:"people"`
}

// PriceBand is what so many people pay, one after another; no number is everybody else.
type PriceBand struct {
	People int         `json:"people,omitempty"`
	Sum    value.Money `json:"sum"`
}

// LaterSum is the sum for outcomes reached in a year or after it.
type LaterSum struct {
	From value.Period `json:"from"`
	Sum  value.Money  `json:"sum"`
}

// Spell is the least time between another outcome and this one.
type Spell struct {
	Least value.Span `json:"least"`
	After string     `json:"after"` // price
}

// Deadweight is what would have come about anyway: the first of each year, or a
// part of each price. Inside says that the unpaid fill the price bands too.
type Deadweight struct {
	First  int       `json:"first,omitempty"`
	Inside bool      `json:"inside,omitempty"`
	Part   value.Num `json:"part"`
}

// Exclusive are prices of which a person is paid for one: the dearest, or the first.
type Exclusive struct {
	Prices  []string `json:"prices"`
	Dearest bool     `json:"dearest,omitempty"`
}

// Limit is the most that is paid. In part: the claim that reaches it is paid up
// to it; else only claims that lie below it as a whole are paid.
type Limit struct {
	Sum    value.Money `json:"sum"`
	InPart bool        `json:"in_part,omitempty"`
}

// Clawback says what is paid back for an outcome that is overturned after payment.
type Clawback string

const (
	LastInFirstOut Clawback = "last in first out"       // the claims that stand are counted anew
	WhatWasPaid    Clawback = "what the claim was paid" // the claim's own sum; it keeps its place
)

// Aside is what a payer sets aside for all outcomes that are expected.
type Aside struct {
	Party string      `json:"party"`
	Sum   value.Money `json:"sum"`
}

// Ratecard finds a ratecard.
func (m *Machine) Ratecard(name string) *Ratecard {
	return find(m.Ratecards, func(r *Ratecard) bool { return r.Name == name })
}

// Price finds the price of an outcome and the ratecard that it belongs to; no
// two ratecards of an agreement have prices of one name.
func (m *Machine) Price(name string) (*Ratecard, *Price) {
	for i := range m.Ratecards {
		if p := m.Ratecards[i].Price(name); p != nil {
			return &m.Ratecards[i], p
		}
	}
	return nil, nil
}

// Price finds a price of this ratecard.
func (r *Ratecard) Price(name string) *Price {
	return find(r.Prices, func(p *Price) bool { return p.Name == name })
}
