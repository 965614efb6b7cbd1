package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Routes say where a total leads, and wait for quotes where the way asks for them.

const awaitsQuotes = "awaiting quotes"

func route(r *settled.Route, rounding value.Rounding) machine.Route {
	out := machine.Route{Name: r.Name, Title: r.Title, On: settled.NameOf(r.On), Threshold: r.Threshold, Waiver: settled.NameOf(r.Waiver), VAT: string(r.VAT)}
	if r.Rate != nil {
		out.VAT += " at " + r.Rate.Mul(value.Int(100)).String() + "%"
	}
	if total, ok := r.Total(rounding); ok && total > 0 {
		out.Total = &total
	}
	if r.Begun.IsSet() {
		out.Begun = &r.Begun
	}
	for _, d := range r.Dated {
		if d.From.IsSet() {
			out.Dated = append(out.Dated, machine.Threshold{Sum: d.Sum, From: d.From})
		}
	}
	for _, w := range r.Ways {
		out.Ways = append(out.Ways, machine.Term{Name: w.Name, Means: w.Text})
	}
	if way := r.Takes(rounding); way != nil {
		out.Takes, out.Quotes, out.Register = way.Name, way.Quotes, settled.NameOf(way.Register)
	}
	return out
}

// route adds the chart of a route: the way that the total takes, once the quotes
// that it asks for are written down, until it is waived.
func (l *lives) route(r *settled.Route) {
	c := newLife(machine.KindRoute, &r.Head)
	c.Survives = true
	way := "open"
	if takes := r.Takes(l.a.Rounding); takes != nil {
		way = takes.Name
		if takes.Quotes > 0 {
			c.state(awaitsQuotes)
			c.on("quoted", machine.OnReady, from(awaitsQuotes), way, takes.Said)
		}
	}
	c.end(way)
	var before []string
	for _, s := range c.States {
		before = append(before, s.Name)
	}
	if r.Waiver != nil {
		c.end("waived")
		c.on("waive", machine.OnWaived, from(before...), "waived", r.Said("waiver"))
	}
	l.add(c)
}
