// Package ratecard reckons what verified outcomes pay: prices whose bands fill
// up one person after another, outcomes that exclude each other, deadweight, and
// caps a person and in total. Claims are reckoned one by one in the order in
// which they were verified, so what a claim pays never depends on a later one.
// Sums are whole pence; a part taken off a price is rounded once a claim.
package ratecard

import (
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Claim is one person's outcome that has been verified.
type Claim struct {
	Price   string
	Person  string
	Reached value.Date
	Counted value.Date // the day of its verification
	// Gone: it was overturned and keeps its place; it pays nothing.
	Gone bool
	// Was is what an earlier statement paid for it, where that stands whatever is
	// reckoned now; nil where it is reckoned anew.
	Was *value.Money
}

// Paid is what a claim comes to. Steps say how, one sentence for each statement
// that has a part in it.
type Paid struct {
	Sum   value.Money
	Steps []Step
	Took  Took
}

// Took is what a claim met on its way.
type Took struct {
	Band       int // the price band that it has a place in, from 0; -1 is none
	Deadweight bool
	Excluded   bool // another outcome of the person left less of it
	PersonCap  bool // the cap a person left less of it
	TotalCap   bool // the cap in total did
}

// Step is a sentence and the statement that it rests on.
type Step struct {
	Says string
	At   machine.Ref
}

// Pay is what each claim comes to, in the order given, which must be that of
// verification.
func Pay(m *machine.Machine, rc *machine.Ratecard, claims []Claim) []Paid {
	w := walk{m: m, rc: rc, places: map[string]int{}, unpaid: map[dead]int{}, dearest: map[held]value.Money{}, person: map[string]value.Money{}}
	out := make([]Paid, len(claims))
	for i, c := range claims {
		out[i] = w.next(c)
	}
	return out
}

// Total is what claims come to together.
func Total(paid []Paid) (sum value.Money) {
	for _, p := range paid {
		sum += p.Sum
	}
	return sum
}

// walk is the reckoning under way: what the claims so far have filled and used up.
type walk struct {
	m       *machine.Machine
	rc      *machine.Ratecard
	places  map[string]int         // of a price: places in its bands that are taken
	unpaid  map[dead]int           // of a price and year: unpaid as deadweight
	dearest map[held]value.Money   // of a person and a set of exclusive prices
	person  map[string]value.Money // paid for a person
	total   value.Money
}

type dead struct {
	price string
	year  value.Period
}

type held struct {
	person string
	set    int
}

func (w *walk) next(c Claim) Paid {
	p := w.rc.Price(c.Price)
	out := Paid{Took: Took{Band: -1}}
	price := w.price(p, c, &out)
	if c.Gone {
		return Paid{Steps: []Step{{"it was overturned: it keeps its place and pays nothing", machine.Ref{Block: w.rc.Name, Statement: "clawback"}}}}
	}
	due := w.exclude(c, price, &out)
	if c.Was != nil {
		out = Paid{Sum: *c.Was}
	} else {
		out.Sum = w.cap(c, due, &out)
	}
	w.person[c.Person] += out.Sum
	w.total += out.Sum
	return out
}

// price is that of the place which the claim takes, without deadweight.
func (w *walk) price(p *machine.Price, c Claim, out *Paid) value.Money {
	if d := p.Deadweight; d != nil && d.First > 0 {
		at := dead{p.Name, w.m.YearStart.Of(value.Year, c.Counted)}
		if w.unpaid[at] < d.First {
			w.unpaid[at]++
			if d.Inside {
				w.places[p.Name]++
			}
			out.Took.Deadweight = true
			out.say(p.Name, "deadweight", "number %d of the first %d of %s, who are not paid for", w.unpaid[at], d.First, w.m.YearStart.Label(at.year))
			return 0
		}
	}
	w.places[p.Name]++
	sum, says := Place(w.m, p, w.places[p.Name], c.Reached)
	out.Took.Band = bandOf(p, w.places[p.Name])
	out.say(p.Name, "pays", "%s", says)
	if d := p.Deadweight; d != nil && d.First == 0 {
		out.Took.Deadweight = true
		part := value.FromMoney(sum).Mul(value.Int(1).Sub(d.Part))
		less, whole := part.Money(w.m.Rounding)
		words := ""
		if !whole {
			words = fmt.Sprintf(" (rounded %s to the penny)", w.m.Rounding)
		}
		out.say(p.Name, "deadweight", "%s less %s%% is %s%s", sum, d.Part.Mul(value.Int(100)), less, words)
		return less
	}
	return sum
}

// bandOf is the band in which a place lies.
func bandOf(p *machine.Price, place int) int {
	for i, b := range p.Bands {
		if b.People == 0 || place <= b.People {
			return i
		}
		place -= b.People
	}
	panic("ratecard: the last band of " + p.Name + " takes everybody else") // the compiler makes it so
}

// Place is what the claim in this place of a price pays, counted from 1, and why.
func Place(m *machine.Machine, p *machine.Price, place int, reached value.Date) (value.Money, string) {
	filled := 0
	for i, b := range p.Bands {
		if b.People > 0 && place > filled+b.People {
			filled += b.People
			continue
		}
		switch {
		case len(p.Bands) == 1:
		case b.People == 0:
			return b.Sum, fmt.Sprintf("number %d, after the first %d: %s", place, filled, b.Sum)
		case i == 0:
			return b.Sum, fmt.Sprintf("number %d of the first %d: %s", place, b.People, b.Sum)
		default:
			return b.Sum, fmt.Sprintf("number %d, between %d and %d: %s", place, filled+1, filled+b.People, b.Sum)
		}
		sum, from := b.Sum, ""
		for _, later := range p.Later {
			if m.YearStart.First(later.From) <= reached {
				sum, from = later.Sum, " since "+m.YearStart.Label(later.From)
			}
		}
		return sum, fmt.Sprintf("%s a person%s", sum, from)
	}
	panic("ratecard: the last band of " + p.Name + " takes everybody else") // the compiler makes it so
}

// exclude takes off what the person has been paid for an outcome that excludes this one.
func (w *walk) exclude(c Claim, price value.Money, out *Paid) value.Money {
	due := price
	for i, set := range w.rc.Exclusive {
		if !slices.Contains(set.Prices, c.Price) {
			continue
		}
		at := held{c.Person, i}
		had := w.dearest[at]
		w.dearest[at] = max(had, price)
		switch {
		case had == 0:
			continue
		case !set.Dearest:
			due = 0
			out.say(w.rc.Name, "exclusive", "%s was paid for the first of these already", c.Person)
		default:
			due = min(due, max(0, price-had))
			out.say(w.rc.Name, "exclusive", "the dearest counts: %s less the %s that %s had before is %s", price, had, c.Person, due)
		}
		out.Took.Excluded = true
	}
	return due
}

// cap leaves what the caps have room for.
func (w *walk) cap(c Claim, due value.Money, out *Paid) value.Money {
	each := w.limit(due, w.rc.PersonCap, w.person[c.Person], "for "+c.Person, out)
	all := w.limit(each, w.rc.TotalCap, w.total, "in total", out)
	out.Took.PersonCap, out.Took.TotalCap = each < due, all < each
	return all
}

func (w *walk) limit(due value.Money, l *machine.Limit, had value.Money, what string, out *Paid) value.Money {
	if l == nil {
		return due
	}
	room := max(0, l.Sum-had)
	switch {
	case due <= room:
		return due
	case l.InPart:
		out.say(w.rc.Name, "cap", "%s of the cap of %s %s is left: %s is paid", room, l.Sum, what, room)
		return room
	}
	out.say(w.rc.Name, "cap", "%s of the cap of %s %s is left, less than the claim: it is not paid", room, l.Sum, what)
	return 0
}

func (p *Paid) say(block, statement, format string, args ...any) {
	p.Steps = append(p.Steps, Step{fmt.Sprintf(format, args...), machine.Ref{Block: block, Statement: statement}})
}
