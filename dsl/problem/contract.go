package problem

import (
	"fmt"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// ContractAlone reports contract-parties.
func (c *Collector) ContractAlone(x *settled.Contract) {
	c.report("contract-parties", x.Said("between").At, fmt.Sprintf("`%s` names one party, and a contract has two or more", x.Name),
		"name the others, as parties of this agreement; what a party has with an outsider belongs in a clause")
}

// ReplacedPrevails reports statement-misplaced.
func (c *Collector) ReplacedPrevails(x *settled.Contract, s *syntax.Statement) {
	c.unsettled("statement-misplaced", s.At, fmt.Sprintf("this agreement replaces `%s`, so that contract goes first in nothing", x.Name),
		"take the line out, or write `this supplements it`", see(x.Said("this").At, "it is replaced"))
}

// ContractShort reports contract-short.
func (c *Collector) ContractShort(x *settled.Contract) {
	c.report("contract-short", x.Said("lasts").At,
		fmt.Sprintf("`%s` ends on %s and this agreement on %s: from then on the rules of that contract would go on for its parties, or fall away", x.Name, x.Until, c.Agreement.Last),
		"say what then happens, such as `if ended open DECISION`, or let it last as long", see(c.Agreement.Said("term").At, "the term"))
}

// ContractOutlasts reports contract-short.
func (c *Collector) ContractOutlasts(x *settled.Contract) {
	c.report("contract-short", x.Said("if ended").At, fmt.Sprintf("`%s` does not end before this agreement does, so this never happens", x.Name),
		"take the line out", see(x.Said("lasts").At, "its last day"), see(c.Agreement.Said("term").At, "the term"))
}

// ContractMissing warns of contract-missing.
func (c *Collector) ContractMissing(p *settled.Party, with *settled.Contract) {
	c.warn("contract-missing", p.NameAt, fmt.Sprintf("`%s` provides as others do, and no contract that stands under this agreement is said for it", p.Name),
		fmt.Sprintf("write a `contract` between `%s` and who buys from it, or leave it so if it has none", p.Name), see(with.At, "another provider's"))
}
