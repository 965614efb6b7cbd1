package check

import (
	"slices"

	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Officer acts for a party within a dated and limited delegation.
type Officer struct {
	Head
	Party *Party
	May   []machine.ActKind
	Limit *value.Money // of one decision; nil is any sum
	Terms []Delegation
}

// Delegation is a time in which an officer holds the power.
type Delegation struct {
	Said
	From, To value.Date
}

func (c *checker) officer(b *syntax.Block, o *Officer) {
	if v := syntax.One[*syntax.Name](b, "acts for"); v != nil {
		o.Party = one[*Party](c, &v.Name, "party")
	}
	if v := syntax.One[*syntax.May](b, "may"); v != nil {
		for _, act := range v.Acts {
			if kind := machine.ActKind(act.Word); act.Hole == nil && !slices.Contains(o.May, kind) {
				o.May = append(o.May, kind)
			}
		}
	}
	if v := syntax.One[*syntax.OfficerLimit](b, "up to"); v != nil && v.Sum != nil {
		if sum, ok := c.money(v.Sum); ok {
			o.Limit = &sum
		}
	}
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Dates)
		if !ok {
			continue
		}
		said := c.said(&o.Head, s)
		from, to, ok := c.dates(v)
		if !ok {
			continue
		}
		for _, d := range o.Terms {
			if from <= d.To && d.From <= to {
				c.delegatedTwice(o, said, d)
			}
		}
		o.Terms = append(o.Terms, Delegation{said, from, to})
	}
}

func (o *Officer) does(kind machine.ActKind) bool { return slices.Contains(o.May, kind) }

// ends is the last day of an officer's last delegation.
func (o *Officer) ends() value.Date {
	last := value.NoDate
	for _, d := range o.Terms {
		last = max(last, d.To)
	}
	return last
}

// officersFor are those to whom a party has delegated a kind of act.
func (a *Agreement) officersFor(p *Party, kind machine.ActKind) []*Officer {
	var out []*Officer
	for _, o := range a.Officers {
		if o.Party == p && o.does(kind) {
			out = append(out, o)
		}
	}
	return out
}
