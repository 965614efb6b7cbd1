package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// models are the kinds of agreement that the field tells apart.
var models = []string{
	"alliance", "partnership_investment", "investment", "lead_commissioning", "shared_commissioning", "aligned_budgets", "stand_alone",
	"framework", "grant", "block_contract", "public_social_partnership", "development_partnership", "multiple_outcomes", "partnership_purchasing", "outcomes_contract",
}

// eventOf names the kind of event that an act which needs a key is recorded as.
var eventOf = map[syntax.SignedAct]string{syntax.SigningByKey: "signed", syntax.VotingByKey: "voted", syntax.SettlingByKey: "settled"}

func (c *checker) agreement(b *syntax.Block, a *settled.Agreement) {
	if v := syntax.One[*syntax.LanguageVersion](b, "language"); v != nil {
		a.Language = c.language(&v.Version)
	}
	a.Model = c.oneOf(syntax.One[*syntax.Name](b, "model"), "model of agreement", models)
	var ok bool
	if a.First, a.Last, ok = c.dates(syntax.One[*syntax.Dates](b, "term")); !ok {
		a.First, a.Last = value.NoDate, value.NoDate
	}
	if begins := syntax.One[*syntax.Begins](b, "begins"); begins != nil {
		a.Begins = machine.OnFirstDay
		if begins.OrLastSignature {
			a.Begins = machine.OnLaterSignature
		}
	}
	if s := syntax.One[*syntax.Shadow](b, "shadow"); s != nil {
		c.shadow(s, a)
	}
	if v := syntax.One[*syntax.Vat](b, "vat"); v != nil {
		a.VAT = string(v.Sums.Word)
	}
	if f := syntax.One[*syntax.Funds](b, "funds"); f != nil {
		a.Funds = string(f.Are.Word)
		if f.By != nil {
			a.FundsBy = one[*settled.Party](c, f.By, "party")
		}
	}
	if under := syntax.One[*syntax.Says](b, "under"); under != nil {
		a.Under = under.Text.Value
	}
	if v := syntax.One[*syntax.Buys](b, "buys"); v != nil {
		a.Buys = string(v.What.Word)
		if v.In != nil {
			a.Category = string(v.In.Word)
		}
	}
	if v := syntax.One[*syntax.KeySigned](b, "signed"); v != nil {
		for _, act := range v.Acts {
			if kind := eventOf[act.Word]; act.Hole == nil && !slices.Contains(a.KeySigned, kind) {
				a.KeySigned = append(a.KeySigned, kind)
			}
		}
	}
	c.conventions(b, a)
	c.survivors(b, a)
	c.readWith(b, a)
	if by := syntax.One[*syntax.ByDecision](b, "varied"); by != nil {
		a.Varied = c.opens(&by.Decision, a.Said("varied"))
	}
	if by := syntax.One[*syntax.ByDecision](b, "unclear"); by != nil {
		a.Unclear = c.opens(&by.Decision, a.Said("unclear"))
	}
	a.Purpose = c.prose(b, "purpose", &a.Head)
}

func (c *checker) language(n *syntax.Number) int {
	version, ok := c.count(n)
	if ok && version != 1 {
		c.OtherLanguage(n)
	}
	return version
}

// oneOf settles a word of a list that only the checker knows.
func (c *checker) oneOf(name *syntax.Name, what string, known []string) string {
	if name == nil || name.Name.Hole != nil {
		return ""
	}
	if !slices.Contains(known, name.Name.Name) {
		c.WordUnknown(&name.Name, what, known)
		return ""
	}
	return name.Name.Name
}

// conventions settles how money and time are counted.
func (c *checker) conventions(b *syntax.Block, a *settled.Agreement) {
	a.Currency = c.oneOf(syntax.One[*syntax.Name](b, "currency"), "currency", []string{"GBP"})
	if y := syntax.One[*syntax.YearStarts](b, "year"); y != nil && y.On.Day.Hole == nil && y.On.Month.Hole == nil {
		start, err := value.ParseYearStart(y.On.Day.Digits + " " + y.On.Month.Name)
		if err != nil {
			c.BadLiteral(a.Said("year").At, err)
		}
		a.YearStart = start
	}
	if name := c.oneOf(syntax.One[*syntax.Name](b, "calendar"), "calendar", value.Calendars()); name != "" {
		if calendar, err := value.LoadCalendar(name); err == nil {
			a.Calendar = calendar
		}
	}
	if r := syntax.One[*syntax.Rounding](b, "rounding"); r != nil {
		a.Rounding = c.rounding(r.Mode)
		if r.To.Word == syntax.ToPound {
			c.NotOffered(r.To.At, "rounding to the pound", "write `to the penny`: every sum is kept to the penny")
		}
	}
	if r := syntax.One[*syntax.Remainder](b, "remainder"); r != nil {
		a.Remainder = c.remainder(r, a)
	}
}

// remainder settles who gets the pennies that are left. The largest fraction
// may be equal for two shares, so what then follows must be said.
func (c *checker) remainder(r *syntax.Remainder, a *settled.Agreement) value.Remainder {
	var words []syntax.RemainderTo
	for _, to := range r.To {
		if to.Hole != nil {
			return value.NoRemainder
		}
		words = append(words, to.Word)
	}
	switch {
	case slices.Equal(words, []syntax.RemainderTo{syntax.LargestFraction, syntax.ShareWrittenFirst}):
		return value.LargestFraction
	case slices.Equal(words, []syntax.RemainderTo{syntax.ShareWrittenFirst}):
		return value.FirstShare
	case slices.Equal(words, []syntax.RemainderTo{syntax.ShareWrittenLast}):
		return value.LastShare
	}
	c.RemainderOpen(a.Said("remainder"))
	return value.NoRemainder
}

// lasting are the blocks that can have something to do after the term.
var lasting = []string{"return", "decision", "review", "gainshare", "scorecard", "advance", "fund", "ratecard", "tranche", "funding", "dispute", "notice", "register", "rule"}

func (c *checker) survivors(b *syntax.Block, a *settled.Agreement) {
	names := syntax.One[*syntax.Names](b, "survives")
	if names == nil {
		return
	}
	for _, name := range names.Names {
		p := c.names[name.Name]
		wasUsed := p != nil && c.used[p.is]
		is := c.find(name, lasting...)
		if p != nil {
			c.used[p.is] = wasUsed // to outlive the term is no use that gives a block a purpose
		}
		if is == nil {
			continue
		}
		if slices.Contains(a.Survives, is) {
			c.ListedTwice(name, a.Said("survives"))
			continue
		}
		a.Survives = append(a.Survives, is)
		markSurvivor(is)
	}
}

func markSurvivor(is settled.Named) {
	switch x := is.(type) {
	case *settled.Return:
		x.Survives = true
	case *settled.Decision:
		x.Survives = true
	case *settled.Review:
		x.Survives = true
	case *settled.Gainshare:
		x.Survives = true
	case *settled.Fund:
		x.Survives = true
	case *settled.Ratecard:
		x.Survives = true
	case *settled.Funding:
		x.Survives = true
	case *settled.Dispute:
		x.Survives = true
	case *settled.Notice:
		x.Survives = true
	case *settled.Rule:
		x.Survives = true
	}
}

// readWith settles the contracts beside this one, and what prevails.
func (c *checker) readWith(b *syntax.Block, a *settled.Agreement) {
	for _, s := range b.Statements {
		switch v := s.Value.(type) {
		case *syntax.Says:
			if s.Keyword.Name == "beside" {
				a.Beside = append(a.Beside, v.Text.Value)
			}
		case *syntax.Prevails:
			if v.What.Word == syntax.BesidePrevails && b.Find("beside") == nil && !c.unreadIn(b) {
				c.NothingBeside(s)
			}
			a.Prevails = append(a.Prevails, machine.Prevailing{Text: string(v.What.Word), On: v.On.Text})
		}
	}
}
