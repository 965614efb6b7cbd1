package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

var whenContractEnded = place{"a contract's `if ended`", "`tell WHO` or `open DECISION`", []machine.Verb{machine.Tell, machine.Open}}

func (c *checker) contract(b *syntax.Block, x *settled.Contract) {
	if v := syntax.One[*syntax.Names](b, "between"); v != nil {
		for _, name := range v.Names {
			if p := one[*settled.Party](c, name, "party"); p != nil {
				x.Between = append(x.Between, p)
			}
		}
		if len(x.Between) == 1 && len(v.Names) == 1 {
			c.ContractAlone(x)
		}
	}
	if v := syntax.One[*syntax.Relation](b, "this"); v != nil && v.Is.Hole == nil {
		x.Relation = string(v.Is.Word)
	}
	for _, s := range b.Statements {
		if v, ok := s.Value.(*syntax.PrevailsOn); ok && v.On.Hole == nil {
			x.Prevails = append(x.Prevails, v.On.Text)
			if x.Relation == string(syntax.Replaces) {
				c.ReplacedPrevails(x, s)
			}
		}
	}
	if v := syntax.One[*syntax.LastsUntil](b, "lasts"); v != nil {
		x.Until = c.date(&v.Until)
	}
	x.Ended = c.actions(b, &x.Head, "if ended", whenContractEnded)
}

// contracts finds a contract that ends before the agreement without a word of what
// then holds, one that cannot, and a provider that alone has none.
func (c *checker) contracts() {
	var with *settled.Contract
	for _, x := range c.Agreement.Contracts {
		ends := x.Until < c.Agreement.Last && x.Relation != string(syntax.Replaces)
		switch {
		case !x.Until.IsSet():
		case ends && !x.Has("if ended"):
			c.ContractShort(x)
		case !ends && x.Has("if ended"):
			c.ContractOutlasts(x)
		}
		if slices.ContainsFunc(x.Between, provides) {
			with = x
		}
	}
	for _, p := range c.Agreement.Parties {
		has := func(x *settled.Contract) bool { return slices.Contains(x.Between, p) }
		if with != nil && provides(p) && !slices.ContainsFunc(c.Agreement.Contracts, has) {
			c.ContractMissing(p, with)
		}
	}
}

func provides(p *settled.Party) bool { return slices.Contains(p.Roles, string(syntax.Provider)) }
