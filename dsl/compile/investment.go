package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// withheldPart names the rule that holds a funding back, after the funding.
const withheldPart = "/withheld"

// invested adds to a funding what only an investment says.
func invested(f *settled.Funding, out *machine.Funding) {
	out.Excludes = f.Excludes
	if f.Total > 0 {
		out.Taper = f.Said("taper").Text
	}
	out.Ceiling, out.CeilingAYear = ceiling(f.Ceiling), ceiling(f.AYear)
	out.Next = f.Following()
}

func ceiling(limit *settled.Ceiling) *machine.Ceiling {
	if limit == nil {
		return nil
	}
	return &machine.Ceiling{Sum: limit.Sum, Unless: settled.NameOf(limit.Unless)}
}

// withheldRule is the condition of `withheld`: a rule like any other.
func withheldRule(f *settled.Funding) machine.Condition {
	return machine.Condition{
		Name: f.Name + withheldPart, Title: "When " + f.Title + " is held back", When: f.Withheld.While, Final: true,
		Fires: machine.FiresUntilOver, Reads: measureNames(f.Withheld.Reads),
	}
}

// withheld adds the chart of that rule: it holds every payment back, as a
// dispute can, and lets go when the condition no longer holds.
func (l *lives) withheld(f *settled.Funding) {
	if f.Withheld == nil {
		return
	}
	c := newLife(machine.KindRule, &f.Head)
	c.ID, c.Title = f.Name+withheldPart, "When "+f.Title+" is held back"
	c.Survives = true // the last figures come in after the end
	says := f.Withheld.Said
	c.state("watching", "withholding")
	c.on("withhold", machine.OnTrue, from("watching"), "withholding", says, does(machine.PayNone, f.Name, says))
	c.on("release", machine.OnFalse, from("withholding"), "watching", says, does(machine.Release, f.Name, says))
	l.add(c)
}

// lets are the releases of what a late figure withholds: when it comes in, or
// when its band is fixed without it.
func lets(r *settled.Return) []machine.Action {
	var out []machine.Action
	for _, late := range r.Late {
		if late.Do.Verb == machine.Withhold {
			out = append(out, does(machine.Release, settled.NameOf(late.Do.On), late.Said))
		}
	}
	return out
}

// raises are the ceilings that a decision puts another sum in place of.
func (l *lives) raises(d *settled.Decision) []machine.Action {
	var out []machine.Action
	for _, f := range l.a.Fundings {
		for _, limit := range []*settled.Ceiling{f.Ceiling, f.AYear} {
			if limit != nil && limit.Unless == d {
				out = append(out, does(machine.RaiseCeiling, f.Name, limit.Said))
			}
		}
	}
	return out
}

// waives are the routes that a decision waives.
func (l *lives) waives(d *settled.Decision, a *settled.Action) []machine.Action {
	var out []machine.Action
	for _, r := range l.a.Routes {
		if r.Waiver == d {
			out = append(out, does(machine.TakeWaiver, r.Name, a.Said))
		}
	}
	return out
}
