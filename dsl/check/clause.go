package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// stated are the blocks that a clause can put in words.
var stated = []string{
	"agreement", "define", "party", "body", "group", "shares", "return", "outcome", "measure", "count", "cost", "officer", "funding", "tranche", "advance", "fund", "gainshare", "scorecard", "route", "decision",
	"review", "rule", "dispute", "notice", "contract", "register", "process", "step",
}

func (c *checker) clause(b *syntax.Block, x *settled.Clause) {
	if number := syntax.One[*syntax.Says](b, "number"); number != nil {
		x.Number = number.Text.Value
	}
	x.Text = c.prose(b, "text", &x.Head)
	states := syntax.One[*syntax.States](b, "states")
	if states == nil || states.WordsOnly {
		return
	}
	wasUsed := states.Rule != nil && c.names[states.Rule.Name] != nil && c.used[c.names[states.Rule.Name].is]
	is := c.find(states.Rule, stated...)
	if is == nil {
		return
	}
	c.used[is] = wasUsed // to be put in words is no use that gives a block a purpose
	x.States = append(x.States, is)
}

// clauseNumbers finds two clauses with one number.
func (c *checker) clauseNumbers() {
	first := map[string]*settled.Clause{}
	for _, x := range c.Agreement.Clauses {
		switch {
		case x.Number == "":
		case first[x.Number] != nil:
			c.NumberTwice(x, first[x.Number])
		default:
			first[x.Number] = x
		}
	}
}
