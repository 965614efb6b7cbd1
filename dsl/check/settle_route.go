package check

import (
	"slices"
	"strings"

	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Route is how a partner is chosen, by the total value of a funding.
type Route struct {
	Head
	On        *Funding
	VAT       syntax.RouteVAT
	Rate      *value.Num       // of the VAT, where the total is converted; nil where it is not
	Dated     []DatedThreshold // in order of time; one without a day is alone
	Begun     value.Date       // NoDate where it is not said
	Threshold *value.Money     // in force on that day; nil while it is still to be agreed
	Ways      []Way
	Waiver    *Decision // nil where there is none
	blanks    bool      // a way has a value of its own that is still to be agreed
}

// DatedThreshold is a threshold and the first day on which it holds; NoDate: always.
type DatedThreshold struct {
	Said
	Sum  value.Money
	From value.Date
}

// Way is one way and the values for which it is taken: below its value, exactly
// at it, above it. Value is nil where it is the route's threshold.
type Way struct {
	Said
	Name                  string
	Below, Exactly, Above bool
	Value                 *value.Money
	Quotes                int // how many entries in Register it waits for
	Register              *Register
}

func (c *checker) route(b *syntax.Block, r *Route) {
	r.Begun = value.NoDate
	if on := syntax.One[*syntax.RouteValue](b, "on"); on != nil {
		c.routeTotal(on, r)
	}
	if v := syntax.One[*syntax.Begun](b, "begun"); v != nil {
		r.Begun = c.date(&v.On)
	}
	known := c.thresholds(b, r)
	if by := syntax.One[*syntax.ByDecision](b, "waiver"); by != nil {
		r.Waiver = one[*Decision](c, &by.Decision, "decision")
		if d := r.Waiver; d != nil && !slices.ContainsFunc(d.Then, func(a *Action) bool { return a.Verb == machine.TakeWaiver }) {
			c.waiverUntaken(r, d)
		}
	}
	for _, s := range b.Statements {
		if v, ok := s.Value.(*syntax.Way); ok && v.Name.Hole == nil && v.Side.Hole == nil {
			c.way(v, c.said(&r.Head, s), r)
		}
	}
	if known && len(r.Ways) > 0 && !c.unreadIn(b) {
		c.oneWay(b, r)
	}
}

// routeTotal settles what the total counts. A total with VAT is reckoned from
// sums without it only at a rate that the text names, and the other way round.
func (c *checker) routeTotal(on *syntax.RouteValue, r *Route) {
	r.On = one[*Funding](c, &on.Funding, "funding")
	r.VAT = on.VAT.Word
	if on.VAT.Hole != nil || c.a.VAT == "" {
		return
	}
	differs := (on.VAT.Word == syntax.RouteExcludesVAT) != (c.a.VAT == string(syntax.ExcludeVAT))
	switch {
	case differs && on.Rate == nil:
		c.routeVAT(on.VAT.At, r)
	case !differs && on.Rate != nil:
		c.routeRate(on.Rate.At)
	case differs:
		if rate, ok := c.percent(on.Rate); ok {
			r.Rate = &rate
		}
	}
}

// Total is the value that decides, in pence; false while it is not known.
func (r *Route) Total(rounding value.Rounding) (value.Money, bool) {
	if r.On == nil {
		return 0, false
	}
	total := r.On.Most()
	if r.Rate == nil {
		return total, true
	}
	gross := value.Int(1).Add(*r.Rate)
	if r.VAT == syntax.RouteExcludesVAT {
		net, err := value.FromMoney(total).Div(gross)
		out, _ := net.Money(rounding)
		return out, err == nil
	}
	out, _ := value.FromMoney(total).Mul(gross).Money(rounding)
	return out, true
}

func (c *checker) way(v *syntax.Way, said Said, r *Route) {
	side := string(v.Side.Word)
	w := Way{
		Said: said, Name: v.Name.Name,
		Below: strings.Contains(side, "below"), Above: strings.Contains(side, "above"), Exactly: strings.HasPrefix(side, "at or"),
	}
	if v.Value != nil {
		sum, ok := c.money(v.Value)
		r.blanks = r.blanks || !ok
		w.Value = &sum
	}
	if v.Quotes != nil {
		w.Quotes, _ = c.count(v.Quotes)
		w.Register = one[*Register](c, v.Register, "register")
	}
	r.Ways = append(r.Ways, w)
}

// Takes is the way for the funding's total value; nil while that or a value
// that it depends on is still open.
func (r *Route) Takes(rounding value.Rounding) *Way {
	total, ok := r.Total(rounding)
	if !ok || r.blanks {
		return nil
	}
	for i := range r.Ways {
		at := r.Ways[i].Value
		if at == nil {
			at = r.Threshold
		}
		if at != nil && r.Ways[i].has(total, *at) {
			return &r.Ways[i]
		}
	}
	return nil
}

func (w *Way) has(total, at value.Money) bool {
	return w.Below && total < at || w.Exactly && total == at || w.Above && total > at
}

// waivers finds decisions that take a waiver that no route offers.
func (c *checker) waivers() {
	for _, d := range c.a.Decisions {
		for _, a := range d.Then {
			if a.Verb == machine.TakeWaiver && !slices.ContainsFunc(c.a.Routes, func(r *Route) bool { return r.Waiver == d }) {
				c.waiverOfNothing(a)
			}
		}
	}
}
