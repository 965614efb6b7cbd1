package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// contracts finds a contract that ends before the agreement without a word of what
// then holds, one that cannot, and a provider that alone has none.
func (w *Text) contracts() {
	var with *settled.Contract
	for _, x := range w.Agreement.Contracts {
		ends := x.Until < w.Agreement.Last && x.Relation != string(syntax.Replaces)
		switch {
		case !x.Until.IsSet():
		case ends && !x.Has("if ended"):
			w.ContractShort(x)
		case !ends && x.Has("if ended"):
			w.ContractOutlasts(x)
		}
		if slices.ContainsFunc(x.Between, provides) {
			with = x
		}
	}
	for _, p := range w.Agreement.Parties {
		has := func(x *settled.Contract) bool { return slices.Contains(x.Between, p) }
		if with != nil && provides(p) && !slices.ContainsFunc(w.Agreement.Contracts, has) {
			w.ContractMissing(p, with)
		}
	}
}

func provides(p *settled.Party) bool { return slices.Contains(p.Roles, string(syntax.Provider)) }
