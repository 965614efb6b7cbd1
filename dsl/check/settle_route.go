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
	Threshold *value.Money // nil while it is still to be agreed
	Ways      []Way
	Waiver    *Decision // nil where there is none
}

// Way is one way and the values for which it is taken: below the threshold,
// exactly at it, above it.
type Way struct {
	Said
	Name                  string
	Below, Exactly, Above bool
}

func (c *checker) route(b *syntax.Block, r *Route) {
	if on := syntax.One[*syntax.RouteValue](b, "on"); on != nil {
		r.On = one[*Funding](c, &on.Funding, "funding")
		excludes := on.VAT.Word == syntax.RouteExcludesVAT
		if on.VAT.Hole == nil && c.a.VAT != "" && excludes != (c.a.VAT == string(syntax.ExcludeVAT)) {
			c.routeVAT(on.VAT.At)
		}
	}
	if t := syntax.One[*syntax.Threshold](b, "threshold"); t != nil {
		if sum, ok := c.money(&t.Sum); ok {
			r.Threshold = &sum
		}
	}
	if by := syntax.One[*syntax.ByDecision](b, "waiver"); by != nil {
		r.Waiver = one[*Decision](c, &by.Decision, "decision")
		if d := r.Waiver; d != nil && !slices.ContainsFunc(d.Then, func(a *Action) bool { return a.Verb == machine.TakeWaiver }) {
			c.waiverUntaken(r, d)
		}
	}
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Way)
		if !ok || v.Name.Hole != nil || v.Side.Hole != nil {
			continue
		}
		side := string(v.Side.Word)
		r.Ways = append(r.Ways, Way{
			Said: c.said(&r.Head, s), Name: v.Name.Name,
			Below: strings.Contains(side, "below"), Above: strings.Contains(side, "above"), Exactly: strings.HasPrefix(side, "at or"),
		})
	}
	if len(r.Ways) > 0 && !c.unreadIn(b) {
		c.partition(r)
	}
}

// partition proves that every value has exactly one way. A threshold cuts all
// values into three: those below it, itself, and those above.
func (c *checker) partition(r *Route) {
	for _, part := range []struct {
		words string
		has   func(Way) bool
	}{
		{"below the threshold", func(w Way) bool { return w.Below }},
		{"of exactly the threshold", func(w Way) bool { return w.Exactly }},
		{"above the threshold", func(w Way) bool { return w.Above }},
	} {
		var ways []Way
		for _, w := range r.Ways {
			if part.has(w) {
				ways = append(ways, w)
			}
		}
		switch {
		case len(ways) == 0:
			c.routeGap(r, part.words)
		case len(ways) > 1:
			c.routeOverlap(ways[1], ways[0], part.words)
		}
	}
}

// Takes is the way for the funding's total value; empty while that or the
// threshold is still open.
func (r *Route) Takes() string {
	if r.On == nil || r.Threshold == nil {
		return ""
	}
	total := r.On.Most()
	for _, w := range r.Ways {
		if w.Below && total < *r.Threshold || w.Exactly && total == *r.Threshold || w.Above && total > *r.Threshold {
			return w.Name
		}
	}
	return ""
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
