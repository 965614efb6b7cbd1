package render

import (
	"fmt"

	"concordat/engine/machine"
)

// officers says who acts for the parties.
func (c *contractor) officers(p *part) {
	for i := range c.m.Officers {
		o := &c.m.Officers[i]
		var terms, may []string
		for _, d := range o.Terms {
			terms = append(terms, fmt.Sprintf("from %s to %s", d.From, d.To))
		}
		for _, kind := range o.May {
			may = append(may, string(kind))
		}
		limit := ""
		if o.Does(machine.ActVote) {
			limit = " A yes may cost it any sum."
			if o.Limit != nil {
				limit = fmt.Sprintf(" A yes may cost it up to %s in one decision.", *o.Limit)
			}
		}
		p.add(o.Title, o.Name).rules(
			fmt.Sprintf("The %s acts for `%s` and may %s.%s", o.Title, o.Party, list(may), limit),
			fmt.Sprintf("The delegation holds %s; an act on any other day is refused.", list(terms)),
			fmt.Sprintf("What is delegated, only an officer of `%s` may do; it binds `%s` and is recorded under both.", o.Party, o.Party))
	}
}
