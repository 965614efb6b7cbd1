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
		w.windDownSaid(x)
		ends := x.Until < w.Agreement.Last && x.Relation != string(syntax.Replaces)
		if x.Relation == string(syntax.Replaces) && w.Agreement.Model == investment && slices.ContainsFunc(x.Between, provides) {
			w.ContractConverted(x)
		}
		switch {
		case !x.Until.IsSet():
		case x.Relation == string(syntax.WindsDown):
			w.windsDown(x)
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

// windDownSaid finds what is left open of a contract that is wound down, and what
// is said of its end where it goes on.
func (w *Text) windDownSaid(x *settled.Contract) {
	for _, keyword := range []string{"last money", "anew"} {
		switch down := x.Relation == string(syntax.WindsDown); {
		case x.Relation == "":
		case down && !x.Has(keyword):
			w.WindDownUnsaid(x, keyword)
		case !down && x.Has(keyword):
			w.NotWoundDown(x, keyword)
		}
	}
}

// windsDown finds a contract that does not end in the term, or whose last money
// goes on after it or to others.
func (w *Text) windsDown(x *settled.Contract) {
	if x.Until < w.Agreement.First || x.Until > w.Agreement.Last {
		w.WindDownOutlasts(x)
		return
	}
	if x.Closing == nil {
		return
	}
	for _, side := range []settled.Side{x.Closing.From, x.Closing.To} {
		if side.Party != nil && !slices.Contains(x.Between, side.Party) {
			w.WindDownPaysOther(x, side.Party.Name)
			return
		}
	}
	for _, s := range x.Closing.Sums {
		if s.Sum > 0 && w.Agreement.YearStart.First(s.Period) > x.Until {
			w.WindDownPaysOn(x, s)
			return
		}
	}
}

func provides(p *settled.Party) bool { return slices.Contains(p.Roles, string(syntax.Provider)) }
