package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// declare makes the settled thing of every block, still empty, so that blocks
// can name each other in any order.
func (c *checker) declare() {
	var header *syntax.Block
	for _, b := range c.File.Blocks {
		switch {
		case b.Def == nil:
			c.unreadable(b)
		case isHeader(b) && header != nil:
			c.SecondHeader(b, header)
		case isHeader(b):
			header = b
			c.add(b, c.Agreement, &c.Agreement.Head)
			c.Agreement.Head.Keyword, c.Agreement.Template = "agreement", b.Keyword.Name == "template"
			c.principles(b)
		default:
			c.declareBlock(b, nil)
		}
	}
	if header == nil {
		c.nameless["principle"] = true
		if !c.Broken {
			c.NoHeader()
		}
	}
}

// isHeader reports whether a block is an agreement's own: that of a template is
// read in the same way.
func isHeader(b *syntax.Block) bool {
	return b.Keyword.Name == "agreement" || b.Keyword.Name == "template"
}

func (c *checker) declareBlock(b *syntax.Block, outcome *settled.Outcome) {
	a := c.Agreement
	switch b.Keyword.Name {
	case "define":
		into(c, b, &a.Terms, &settled.Term{})
	case "party":
		into(c, b, &a.Parties, &settled.Party{})
	case "body":
		into(c, b, &a.Bodies, &settled.Body{})
	case "group":
		into(c, b, &a.Groups, &settled.Group{})
	case "officer":
		into(c, b, &a.Officers, &settled.Officer{})
	case "place":
		into(c, b, &a.Places, &settled.Place{})
	case "area":
		into(c, b, &a.Areas, &settled.Area{})
	case "shares":
		into(c, b, &a.Shares, &settled.Shares{})
	case "return":
		into(c, b, &a.Returns, &settled.Return{})
	case "outcome":
		o := into(c, b, &a.Outcomes, &settled.Outcome{})
		for _, inner := range b.Blocks {
			if inner.Def == nil {
				c.unreadable(inner)
				continue
			}
			c.declareBlock(inner, o)
		}
	case "measure":
		m := into(c, b, &a.Measures, &settled.Measure{Outcome: outcome})
		if outcome != nil {
			outcome.Measures = append(outcome.Measures, m)
		}
	case "advance", "fund":
		into(c, b, &a.Held, &settled.Fund{})
	case "count", "cost":
		into(c, b, &a.Measures, &settled.Measure{})
	case "funding":
		into(c, b, &a.Fundings, &settled.Funding{})
	case "tranche":
		into(c, b, &a.Tranches, &settled.Tranche{})
	case "commitment":
		into(c, b, &a.Committed, &settled.Commitment{})
	case "gainshare":
		into(c, b, &a.Gainshares, &settled.Gainshare{})
	case "scorecard":
		into(c, b, &a.Gainshares, &settled.Gainshare{Scorecard: true})
	case "social_return":
		c.declareBenefits(b, into(c, b, &a.SocialReturns, &settled.SocialReturn{}))
	case "ratecard":
		c.declarePrices(b, into(c, b, &a.Ratecards, &settled.Ratecard{}))
	case "route":
		into(c, b, &a.Routes, &settled.Route{})
	case "decision":
		into(c, b, &a.Decisions, &settled.Decision{})
	case "review":
		into(c, b, &a.Reviews, &settled.Review{})
	case "rule":
		into(c, b, &a.Rules, &settled.Rule{})
	case "dispute":
		into(c, b, &a.Disputes, &settled.Dispute{})
	case "notice":
		into(c, b, &a.Notices, &settled.Notice{})
	case "contract":
		into(c, b, &a.Contracts, &settled.Contract{})
	case "register":
		into(c, b, &a.Registers, &settled.Register{})
	case "process":
		c.declareSteps(b, into(c, b, &a.Processes, &settled.Process{}))
	case "clause":
		into(c, b, &a.Clauses, &settled.Clause{})
	default:
		c.unreadable(b) // a block of another kind of file
	}
}

// into declares a block in the list of its kind.
func into[B settled.Named](c *checker, b *syntax.Block, list *[]B, is B) B {
	*list = append(*list, is)
	c.add(b, is, settled.HeadOf(is))
	return is
}

// unreadable notes a block that the parser has reported.
func (c *checker) unreadable(b *syntax.Block) {
	c.Broken, c.lost[b.Name.Name], c.lost[b.Keyword.Name] = true, true, true
	for _, inner := range b.Blocks {
		c.lost[inner.Name.Name] = true
	}
}

func (c *checker) add(b *syntax.Block, is settled.Named, h *settled.Head) {
	*h = settled.Head{Keyword: b.Keyword.Name, Name: b.Name.Name, Title: b.Title.Value, At: b.Head, NameAt: b.Name.At}
	c.blocks, c.Heads = append(c.blocks, pair{b, is}), append(c.Heads, h)
	if b.Title.Hole != nil {
		c.hole(settled.Said{Ref: h.Ref("title"), At: b.Title.Hole.At}, b.Title.Hole)
	}
	switch {
	case b.Name.Hole != nil:
		c.hole(settled.Said{Ref: h.Ref("name"), At: b.Name.Hole.At}, b.Name.Hole)
	case h.Name == "" && b.Def.Named:
		c.Broken, c.nameless[h.Keyword] = true, true
	case h.Name == "":
	default:
		c.name(h.Name, pair{b, is})
	}
}

// principles are declared in the header, a line each, and named by decisions.
func (c *checker) principles(header *syntax.Block) {
	for _, s := range header.Statements {
		c.nameless["principle"] = c.nameless["principle"] || s.Bad() || s.Def == nil
	}
	for _, v := range syntax.All[*syntax.Titled](header, "principle") {
		p := &settled.Principle{Says: v.Title.Value, Head: settled.Head{
			Keyword: "principle", Name: v.Name.Name, Title: v.Title.Value, At: v.Name.At, NameAt: v.Name.At,
		}}
		c.Agreement.Principles = append(c.Agreement.Principles, p)
		if p.Name != "" {
			c.name(p.Name, pair{header, p})
		}
	}
}

// name gives a name to a block. A name that is taken, or that is a word of the
// language, cannot be told from what else it means.
func (c *checker) name(name string, p pair) {
	first, taken := c.names[name]
	switch {
	case taken:
		c.NameTwice(settled.HeadOf(p.is), settled.HeadOf(first.is))
		return
	case isKeyword(name):
		c.NameIsKeyword(settled.HeadOf(p.is))
	}
	c.names[name] = &p
}

// isKeyword reports whether a word means something where names stand: the word
// of a block or of a statement, a band, what a formula reads, a word that joins.
func isKeyword(word string) bool { return keywords[word] || syntax.Reserved(word) }

var keywords = func() map[string]bool {
	words := map[string]bool{
		"pool": true, "score": true, "reason": true, "title": true,
		"gamebreaking": true, "stretch": true, "minimum": true, "poor": true, "failure": true,
	}
	for b := range syntax.Blocks() {
		words[b.Keyword] = true
		for _, s := range b.Statements {
			if b.In == syntax.AgreementFile {
				words[s.Keyword] = true
			}
		}
	}
	return words
}()
