package check

import (
	"slices"
	"strings"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *checker) route(b *syntax.Block, r *settled.Route) {
	r.Begun = value.NoDate
	if on := syntax.One[*syntax.RouteValue](b, "on"); on != nil {
		c.routeTotal(on, r)
	}
	if v := syntax.One[*syntax.Begun](b, "begun"); v != nil {
		r.Begun = c.date(&v.On)
	}
	known := c.thresholds(b, r)
	if by := syntax.One[*syntax.ByDecision](b, "waiver"); by != nil {
		r.Waiver = one[*settled.Decision](c, &by.Decision, "decision")
		if d := r.Waiver; d != nil && !slices.ContainsFunc(d.Then, func(a *settled.Action) bool { return a.Verb == machine.TakeWaiver }) {
			c.WaiverUntaken(r, d)
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
func (c *checker) routeTotal(on *syntax.RouteValue, r *settled.Route) {
	r.On = one[*settled.Funding](c, &on.Funding, "funding")
	r.VAT = on.VAT.Word
	if on.VAT.Hole != nil || c.Agreement.VAT == "" {
		return
	}
	differs := (on.VAT.Word == syntax.RouteExcludesVAT) != (c.Agreement.VAT == string(syntax.ExcludeVAT))
	switch {
	case differs && on.Rate == nil:
		c.RouteVAT(on.VAT.At, r)
	case !differs && on.Rate != nil:
		c.RouteRate(on.Rate.At)
	case differs:
		if rate, ok := c.percent(on.Rate); ok {
			r.Rate = &rate
		}
	}
}

func (c *checker) way(v *syntax.Way, said settled.Said, r *settled.Route) {
	side := string(v.Side.Word)
	w := settled.Way{
		Said: said, Name: v.Name.Name,
		Below: strings.Contains(side, "below"), Above: strings.Contains(side, "above"), Exactly: strings.HasPrefix(side, "at or"),
	}
	if v.Value != nil {
		sum, ok := c.money(v.Value)
		r.Blanks = r.Blanks || !ok
		w.Value = &sum
	}
	if v.Quotes != nil {
		w.Quotes, _ = c.count(v.Quotes)
		w.Register = one[*settled.Register](c, v.Register, "register")
	}
	r.Ways = append(r.Ways, w)
}
