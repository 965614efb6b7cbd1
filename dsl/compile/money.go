package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func money(m *machine.Machine, a *settled.Agreement) {
	for _, f := range a.Fundings {
		out := machine.Funding{
			Name: f.Name, Title: f.Title, From: f.From.Name(), To: f.To.Name(), Basis: f.Basis,
			Every: f.Every, Odd: f.Odd, Repay: f.Repay != nil,
		}
		invested(f, &out)
		for _, s := range f.Sums {
			out.Sums = append(out.Sums, machine.PeriodSum{Period: s.Period, Sum: s.Sum, How: s.How})
		}
		m.Fundings = append(m.Fundings, out)
	}
	for _, x := range a.Tranches {
		m.Tranches = append(m.Tranches, machine.Tranche{Name: x.Name, Title: x.Title, From: x.From.Name(), To: x.To.Name(), Sum: x.Sum, Step: settled.NameOf(x.Step)})
	}
	for _, r := range a.Routes {
		m.Routes = append(m.Routes, route(r, a.Rounding))
	}
	for _, r := range a.SocialReturns {
		m.SocialReturns = append(m.SocialReturns, r.Is)
	}
	for _, r := range a.Ratecards {
		m.Ratecards = append(m.Ratecards, r.Machine())
	}
	for _, g := range a.Gainshares {
		m.Gainshares = append(m.Gainshares, gainshare(g))
	}
}

func gainshare(g *settled.Gainshare) machine.Gainshare {
	out := machine.Gainshare{
		Name: g.Name, Title: g.Title, Every: g.Every, Stepped: g.Stepped, Places: g.Places, Rounding: g.Rounding,
		Pool: g.Pool, OnTop: settled.NameOf(g.OnTop), Inside: settled.NameOf(g.Inside),
		Gain: formula(g.Gain), Pain: formula(g.Pain), GainCap: g.GainCap, PainCap: g.PainCap,
		Beyond: g.Beyond.Name(), PartYear: g.PartYear, Confirmed: settled.NameOf(g.Confirmed), Corrected: g.Corrected, Scorecard: g.Scorecard,
	}
	if g.Matters != nil {
		out.Matters = &machine.Matters{From: g.Matters.From, Of: g.Matters.Of.Name}
	}
	if g.Cost != nil {
		costShare(g, &out)
	}
	for _, p := range g.Points {
		out.Points = append(out.Points, machine.Points{Band: p.Band, Score: p.Score})
	}
	return out
}

// formula of a gainshare; one that is not there owes nothing.
func formula(f settled.Formula) machine.Formula {
	if f.Sum.Op == "" {
		nothing := value.Int(0)
		return machine.Formula{Sum: machine.Expr{Op: machine.OpConst, Type: machine.TypeMoney, Num: &nothing, Text: "nothing"}}
	}
	return machine.Formula{Sum: f.Sum, From: f.From.Name(), To: f.To.Name()}
}
