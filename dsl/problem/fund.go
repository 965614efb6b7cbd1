package problem

import (
	"fmt"

	"concordat/dsl/settled"
	"concordat/engine/value"
)

// PartOfWhat finds a percentage: a fund's ranges are of no one sum.
func (c *Collector) PartOfWhat(said settled.Said) {
	c.NotOffered(said.At, "a range of a fund that ends at a percentage", "write its ends in pounds")
}

// TierMisplaced reports range-taker.
func (c *Collector) TierMisplaced(t settled.FundTier, keyword string) {
	help := "write `to the reserve`, `kept for the next year`, `off the next transfer` or `returned to NAME`"
	if keyword == "overspend" {
		help = "write `from the reserve` or `borne by NAME`"
	}
	c.report("range-taker", t.At, fmt.Sprintf("`%s` says nothing of an %s", t.Takes, keyword), help)
}

// NoTransfer reports range-taker.
func (c *Collector) NoTransfer(t settled.FundTier) {
	c.report("range-taker", t.At, "money that is in a pooled fund stays in it: there is no transfer that it could come off",
		"write `kept for the next year`, or `returned to NAME`")
}

// FundNotSaid reports funds-differ.
func (c *Collector) FundNotSaid(f *settled.Fund) {
	words := "aligned, led by " + settled.NameOf(f.Holder)
	if f.Pooled() {
		words = "pooled, hosted by " + settled.NameOf(f.Holder)
	}
	c.report("funds-differ", c.Agreement.Said("funds").At, fmt.Sprintf("the funds are `%s`, but `%s` is money that one party holds for others", c.Agreement.Funds, f.Name),
		fmt.Sprintf("write `funds %s`, or take the block out", words), see(f.At, f.Keyword))
}

// FundsByWhom reports funds-differ.
func (c *Collector) FundsByWhom(want string) {
	does := "hosted"
	if want == "advance" {
		does = "led"
	}
	c.report("funds-differ", c.Agreement.Said("funds").At, fmt.Sprintf("the funds are `%s`, and nobody is named who holds them", c.Agreement.Funds),
		fmt.Sprintf("write `funds %s, %s by PARTY`", c.Agreement.Funds, does))
}

// FundsWithout reports funds-differ.
func (c *Collector) FundsWithout(want string) {
	c.report("funds-differ", c.Agreement.Said("funds").At,
		fmt.Sprintf("the funds are `%s`, but no `%s` says what `%s` does with the money that it holds", c.Agreement.Funds, want, c.Agreement.FundsBy.Name),
		fmt.Sprintf("add a block `%s`, or write `funds separate`", want))
}

// PaidElsewhere reports fund-elsewhere.
func (c *Collector) PaidElsewhere(f *settled.Fund, in *settled.Funding) {
	c.report("fund-elsewhere", f.Said("paid in").At, fmt.Sprintf("`%s` is paid to `%s`, not to `%s`, who holds the money", in.Name, in.To.Name(), f.Holder.Name),
		"name a funding that the holder is paid by", see(in.Said("to").At, "who is paid"), see(f.Holds().At, "who holds the money"))
}

// SpentByOther reports fund-elsewhere.
func (c *Collector) SpentByOther(f *settled.Fund, out *settled.Funding) {
	c.report("fund-elsewhere", f.Said("spent on").At, fmt.Sprintf("`%s` is paid by `%s`, not by `%s`, who holds the money", out.Name, out.From.Name(), f.Holder.Name),
		"name a funding that the holder pays", see(out.Said("from").At, "who pays"), see(f.Holds().At, "who holds the money"))
}

// CostInPart reports cost-in-part.
func (c *Collector) CostInPart(at settled.Said, m *settled.Measure) {
	c.report("cost-in-part", at.At, fmt.Sprintf("`%s` is what was spent on `%s` alone, and here all that was spent counts", m.Name, m.For.Name),
		"name a cost of the whole; what was spent on one outcome is accounted for beside it", see(m.Said("for").At, "a part"))
}

// CostElsewhere reports fund-elsewhere.
func (c *Collector) CostElsewhere(f *settled.Fund) {
	text := "`" + f.Against.Name + "` is what a party spends itself of what it has committed, which is not in `" + f.Name + "`"
	if of := f.Against.CostOf; of != nil {
		text = fmt.Sprintf("`%s` is what `%s` cost, on which `%s` is not spent", f.Against.Name, of.Name, f.Name)
	}
	c.report("fund-elsewhere", f.Said("reconciled").At, text,
		"name the cost of what the money is spent on", see(f.Said("spent on").At, "what it is spent on"))
}

// FundSpentElsewhere reports fund-elsewhere.
func (c *Collector) FundSpentElsewhere(f *settled.Fund, x *settled.Funding) {
	c.report("fund-elsewhere", x.Said("from").At,
		fmt.Sprintf("`%s` holds money for others, and pays `%s`, which no advance or fund is spent on", f.Holder.Name, x.Name),
		fmt.Sprintf("name `%s` in `spent on`: what is transferred is spent on what is named, and nothing else", x.Name), see(f.Said("spent on").At, "what it is spent on"))
}

// FundShort reports fund-short.
func (c *Collector) FundShort(f *settled.Fund, y value.Period, in, out value.Money) {
	c.report("fund-short", f.Said("paid in").At,
		fmt.Sprintf("for %s `%s` has %s to spend, and what it is spent on takes %s: %s is missing before the year begins", c.Agreement.YearStart.Label(y), f.Name, in, out, out-in),
		"raise what is paid in, or pay less out of it", see(f.Said("spent on").At, "what it is spent on"))
}

// FundNeverPays reports fund-never-paid.
func (c *Collector) FundNeverPays(f *settled.Fund, d *settled.Decision) {
	c.report("fund-never-paid", d.At, fmt.Sprintf("whether `%s` is adopted or not, `%s` must be paid: else who owes it could put it off for ever", d.Name, f.Name),
		fmt.Sprintf("write `then pay %s`, and let the last `otherwise` be an escalation or end in `pay %s`", f.Name, f.Name), see(f.Said("confirmed").At, "it is confirmed here"))
}

// FundUnreported reports fund-unreported.
func (c *Collector) FundUnreported(f *settled.Fund, quarterly, yearly bool) {
	lacks := "each year"
	if !quarterly {
		lacks = "each quarter"
		if !yearly {
			lacks = "each quarter or each year"
		}
	}
	c.report("fund-unreported", f.Holds().At,
		fmt.Sprintf("`%s` spends the others' money, and they do not hear of it %s: the section 75 regulations (SI 2000/617, 7 and 9) want both", f.Holder.Name, lacks),
		fmt.Sprintf("let `%s` be returned every quarter, and a yearly `review` look at it", f.Against.Name), see(f.Against.At, "what was spent"))
}

// FundVoiceless reports fund-voiceless.
func (c *Collector) FundVoiceless(f *settled.Fund, p *settled.Party) {
	c.report("fund-voiceless", f.Said("approved").At, fmt.Sprintf("`%s` pays into `%s`, and has no voice where its spending is approved", p.Name, f.Name),
		"name a group in which every contributor has a seat", see(f.Said("paid in").At, "who pays in"))
}
