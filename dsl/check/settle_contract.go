package check

import (
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
	c.woundDown(b, x)
}

// woundDown settles what is said of a contract that this agreement brings to its end.
func (c *checker) woundDown(b *syntax.Block, x *settled.Contract) {
	if v := syntax.One[*syntax.LastMoney](b, "last money"); v != nil && v.Funding != nil {
		x.Closing = one[*settled.Funding](c, v.Funding, "funding")
	}
	if v := syntax.One[*syntax.Anew](b, "anew"); v != nil && v.Process != nil {
		x.Anew = one[*settled.Process](c, v.Process, "process")
	}
}
