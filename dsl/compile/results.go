package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func results(m *machine.Machine, a *settled.Agreement) {
	for _, r := range a.Returns {
		m.Returns = append(m.Returns, machine.Return{
			Name: r.Name, Title: r.Title, Every: r.Every, Accepter: whoName(r.Accepter), Dispute: settled.NameOf(r.Contested),
		})
	}
	for _, o := range a.Outcomes {
		m.Outcomes = append(m.Outcomes, machine.Outcome{Name: o.Name, Title: o.Title, Of: settled.NameOf(o.Of), Weight: o.Weight, Family: o.Family, Improves: o.Improves})
	}
	for _, measure := range a.Measures {
		m.Measures = append(m.Measures, measured(measure))
	}
}

func measured(m *settled.Measure) machine.Measure {
	out := machine.Measure{
		Name: m.Name, Title: m.Title, Weight: m.Weight, Means: m.Means, Unit: m.Unit, Places: m.Places,
		Rounding: m.Rounding, Lower: m.Lower, Judged: settled.NameOf(m.Judged), Every: m.Every, Returner: settled.NameOf(m.Returner),
		Outcome: settled.NameOf(m.Outcome), Return: settled.NameOf(m.Return), Shown: m.Shown, Output: m.Output, Commitment: settled.NameOf(m.Under),
		For: settled.NameOf(m.For),
	}
	if m.For != nil && m.CostOf != nil {
		out.CostOf = m.CostOf.Name
	}
	if m.Baseline != nil {
		out.Baseline = &machine.Baseline{Value: m.Baseline.Value, On: m.Baseline.On, Quality: m.Baseline.Quality, From: m.Baseline.From}
	}
	if m.HasZero {
		out.IfZero = &machine.ZeroRule{Take: m.IfZero}
	}
	for _, i := range m.Inputs {
		out.Inputs = append(out.Inputs, machine.Input{Name: i.Name, Title: i.Title})
	}
	for _, v := range m.Values {
		out.Values = append(out.Values, machine.PeriodValue{Every: v.Every, How: v.How, From: v.Part, By: v.By})
	}
	for _, b := range m.Bands {
		out.Bands = append(out.Bands, band(m, b))
	}
	for _, e := range m.Evidence {
		out.Evidence = append(out.Evidence, machine.Term{Name: e.Name, Title: e.Title})
	}
	return out
}

func band(m *settled.Measure, b settled.BandRange) machine.BandRange {
	out := machine.BandRange{Band: b.Band, Says: b.Says}
	if m.Judged == nil {
		limits := b.Range
		out.Range = &limits
		out.Words = words(limits, m)
	}
	return out
}

// words writes a range as its author would: with the places of the unit, and
// of whole numbers "60 or fewer" rather than "up to 60".
func words(r value.Range, m *settled.Measure) string {
	if r.Low == nil && r.High != nil && !r.HighOpen && m.Places == 0 {
		return r.High.Decimal(0) + " or fewer"
	}
	return r.Text(m.Places)
}
