package portfolio

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/sums"
)

// Bought is money that goes to a provider without a tender or quotes behind it
// that the agreement itself records.
type Bought struct {
	Of      *machine.Machine
	Funding *machine.Funding
	How     Unprocured
	Waiver  string // title of the decision that may choose a single provider
}

// Unprocured says why.
type Unprocured string

const (
	LastMoney Unprocured = "the last money of a contract that ends" // how that was chosen, its own time knows
	NoRoute   Unprocured = "no route"                               // nothing says how the provider was chosen
	OpenRoute Unprocured = "the route's threshold is open"          // so no way applies yet
	CanWaive  Unprocured = "a decision may waive the competition"   // whether it has is on the record of the running agreement
)

// bought finds what was not procured among what goes to providers; what one
// buyer passes to another is no purchase.
func bought(m *machine.Machine) []Bought {
	var out []Bought
	for i := range m.Fundings {
		f := &m.Fundings[i]
		payees, _ := sums.Parts(m, f.To)
		if !slices.ContainsFunc(payees, func(name string) bool { return provides(m, name) }) {
			continue
		}
		at := slices.IndexFunc(m.Routes, func(r machine.Route) bool { return r.On == f.Name })
		switch {
		case at < 0 && slices.ContainsFunc(m.Contracts, func(x machine.Contract) bool { return x.Closing == f.Name }):
			out = append(out, Bought{Of: m, Funding: f, How: LastMoney})
		case at < 0:
			out = append(out, Bought{Of: m, Funding: f, How: NoRoute})
		case m.Routes[at].Takes == "":
			out = append(out, Bought{Of: m, Funding: f, How: OpenRoute})
		case m.Routes[at].Waiver != "":
			out = append(out, Bought{Of: m, Funding: f, How: CanWaive, Waiver: m.Decision(m.Routes[at].Waiver).Title})
		}
	}
	return out
}

func provides(m *machine.Machine, name string) bool {
	return slices.ContainsFunc(m.Parties, func(p machine.Party) bool { return p.Name == name && slices.Contains(p.Roles, "provider") })
}
