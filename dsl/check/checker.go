package check

import (
	"cmp"
	"slices"

	"concordat/dsl/diag"
	"concordat/dsl/expr"
	"concordat/dsl/problem"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/dsl/whole"
)

// checker settles one agreement. It works in three passes: every block is
// declared, so that names may be used before they are written; every block is
// settled by itself; then the agreement is looked at as a whole.
type checker struct {
	problem.Collector

	// blocks pairs what is written with what is meant, in the order of the text;
	// names finds the first block of a name.
	blocks []pair
	names  map[string]*pair

	// drafted: a value is still to be agreed, so what depends on it is unknown.
	drafted bool

	used    map[settled.Named]bool // named by another block, or by words
	openers map[*settled.Decision][]settled.Said
	bands   map[string]*expr.Measure // what conditions may ask; nil for a measure that is not settled

	// lost are names of blocks that could not be read, nameless the kinds of block
	// of which one has lost its name: that nothing is found under a name is then
	// no finding.
	lost, nameless map[string]bool
	overlaps       [][2]string // pairs of sides that have been found to have a party in common
}

// pair is a block as written and as meant.
type pair struct {
	at *syntax.Block
	is settled.Named
}

// Agree settles an agreement. What it returns is always there; it is of use to
// the next stage only if the findings hold no errors. Findings stand in the
// order of the text.
func Agree(file *syntax.File, frameworks ...*settled.Framework) (*settled.Agreement, diag.List) {
	c := &checker{
		Collector: problem.Collect(file, &settled.Agreement{Path: file.Path, Src: file.Src}),
		names:     make(map[string]*pair, len(file.Blocks)*2), used: map[settled.Named]bool{}, openers: map[*settled.Decision][]settled.Said{},
		lost: map[string]bool{}, nameless: map[string]bool{},
	}
	c.declare()
	for i := range c.blocks {
		c.statements(&c.blocks[i])
	}
	c.settle()
	c.whole()
	if !c.Broken {
		c.follows(frameworks)
	}
	slices.SortStableFunc(c.Found, func(a, b diag.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.At.Start, b.At.Start), cmp.Compare(a.At.End, b.At.End))
	})
	return c.Agreement, c.Found
}

// settle gives every block its meaning. The order matters only where one block
// needs values of another: the header's currency and calendar, what a return
// asks for, the periods for which a measure has a band.
func (c *checker) settle() {
	for _, keywords := range [][]string{
		{"agreement", "template"},
		{"party"}, {"define", "body", "group", "officer", "place", "area", "commitment", "shares", "return"},
		{"outcome", "measure", "count", "cost"},
		{"funding", "tranche"}, {"advance", "fund"},
		{"price"}, {"ratecard"}, {"benefit"}, {"social_return"},
		{"gainshare", "scorecard", "decision", "review", "rule", "dispute", "notice", "contract", "register", "process", "step", "clause"},
		{"route"},
	} {
		for i := range c.blocks {
			if p := &c.blocks[i]; slices.Contains(keywords, p.at.Keyword.Name) {
				c.settleBlock(p)
			}
		}
	}
}

func (c *checker) settleBlock(p *pair) {
	switch x := p.is.(type) {
	case *settled.Agreement:
		c.agreement(p.at, x)
	case *settled.Term:
		x.Means = c.prose(p.at, "means", &x.Head)
	case *settled.Party:
		c.party(p.at, x)
	case *settled.Body:
		c.body(p.at, x)
	case *settled.Group:
		c.group(p.at, x)
	case *settled.Officer:
		c.officer(p.at, x)
	case *settled.Place: // it has a name and a title alone
	case *settled.Area:
		c.area(p.at, x)
	case *settled.Commitment:
		c.commitment(p.at, x)
	case *settled.Shares:
		c.shares(p.at, x)
	case *settled.Return:
		c.returned(p.at, x)
	case *settled.Outcome:
		c.outcome(p.at, x)
	case *settled.Measure:
		if x.WithoutBands() {
			c.counted(p.at, x)
		} else {
			c.measure(p.at, x)
		}
	case *settled.Funding:
		c.funding(p.at, x)
	case *settled.Tranche:
		c.tranche(p.at, x)
	case *settled.Gainshare:
		c.gainshare(p.at, x)
	case *settled.Benefit:
		c.benefit(p.at, x)
	case *settled.SocialReturn:
		c.socialReturn(p.at, x)
	case *settled.Ratecard:
		c.ratecard(p.at, x)
	case *settled.Price:
		c.price(p.at, x)
	case *settled.Fund:
		c.fund(p.at, x)
	case *settled.Route:
		c.route(p.at, x)
	case *settled.Decision:
		c.decision(p.at, x)
	case *settled.Review:
		c.review(p.at, x)
	case *settled.Rule:
		c.rule(p.at, x)
	case *settled.Dispute:
		c.dispute(p.at, x)
	case *settled.Contract:
		c.contract(p.at, x)
	case *settled.Notice:
		c.notice(p.at, x)
	case *settled.Register:
		c.register(p.at, x)
	case *settled.Process:
		c.process(p.at, x)
	case *settled.ProcessStep:
		c.step(p.at, x)
	case *settled.Clause:
		c.clause(p.at, x)
	default:
		panic("check: no rule settles a " + p.at.Keyword.Name)
	}
}

// whole looks at what only all blocks together show.
func (c *checker) whole() {
	c.weights()
	c.clauseNumbers()
	if c.Broken {
		return
	}
	c.text().Look()
}

// text is what has been settled, for those who look at all of it.
func (c *checker) text() *whole.Text {
	text := &whole.Text{Collector: &c.Collector, Used: c.used, Openers: c.openers, Drafted: c.drafted}
	for _, p := range c.blocks {
		text.Blocks = append(text.Blocks, whole.Block{At: p.at, Is: p.is})
	}
	return text
}
