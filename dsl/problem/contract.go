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

// windDownLines are what a contract that is wound down must say.
var windDownLines = map[string][2]string{
	"last money": {"what its provider is paid until then, and whether that falls, is open", "write `last money by funding NAME`, or `last money by its own terms`"},
	"anew":       {"whether what it bought is procured anew, and how, is open", "write `anew by process NAME`, or `anew nothing`"},
}

// WindDownUnsaid reports wind-down-open.
func (c *Collector) WindDownUnsaid(x *settled.Contract, keyword string) {
	says := windDownLines[keyword]
	c.report("wind-down-open", x.NameAt, fmt.Sprintf("`%s` is wound down, and %s", x.Name, says[0]), says[1], see(x.Said("this").At, "it is wound down"))
}

// NotWoundDown reports statement-misplaced.
func (c *Collector) NotWoundDown(x *settled.Contract, keyword string) {
	c.report("statement-misplaced", x.Said(keyword).At, fmt.Sprintf("`%s` goes on, so it has no last money and nothing takes its place", x.Name),
		"take the line out, or write `this winds it down`", see(x.Said("this").At, "what this agreement is to it"))
}

// WindDownOutlasts reports wind-down-open.
func (c *Collector) WindDownOutlasts(x *settled.Contract) {
	c.report("wind-down-open", x.Said("lasts").At, fmt.Sprintf("`%s` is wound down, and its last day, %s, is not one of this agreement's days", x.Name, x.Until),
		"let it end within the term", see(c.Agreement.Said("term").At, "the term"))
}

// WindDownPaysOn reports wind-down-pays.
func (c *Collector) WindDownPaysOn(x *settled.Contract, s settled.PeriodSum) {
	c.report("wind-down-pays", x.Said("last money").At, fmt.Sprintf("`%s` ends on %s, and `%s` still pays %s for %s", x.Name, x.Until, x.Closing.Name, s.Sum, c.Agreement.YearStart.Label(s.Period)),
		"let the money end with the contract, or give the contract a later last day", see(x.Said("lasts").At, "its last day"), see(x.Closing.NameAt, "its last money"))
}

// WindDownPaysOther reports wind-down-pays.
func (c *Collector) WindDownPaysOther(x *settled.Contract, party string) {
	c.report("wind-down-pays", x.Said("last money").At, fmt.Sprintf("`%s` is paid between other parties: `%s` has no part in `%s`", x.Closing.Name, party, x.Name),
		"name the funding that pays the contract's own provider", see(x.Said("between").At, "whose contract it is"), see(x.Closing.NameAt, "the funding"))
}

// ContractConverted reports contract-converted.
func (c *Collector) ContractConverted(x *settled.Contract) {
	c.report("contract-converted", x.Said("this").At, fmt.Sprintf("`%s` would be turned into an investment: its provider would be invested in without a choice", x.Name),
		"let it end by an agreement that `winds it down`, and choose whom to invest in by a `route`", see(c.Agreement.Said("model").At, "the model"))
}

// ContractMissing warns of contract-missing.
func (c *Collector) ContractMissing(p *settled.Party, with *settled.Contract) {
	c.warn("contract-missing", p.NameAt, fmt.Sprintf("`%s` provides as others do, and no contract that stands under this agreement is said for it", p.Name),
		fmt.Sprintf("write a `contract` between `%s` and who buys from it, or leave it so if it has none", p.Name), see(with.At, "another provider's"))
}
