package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/sums/socialreturn"
	"concordat/engine/value"
)

// NoBenefits reports social-return-empty.
func (c *Collector) NoBenefits(r *settled.SocialReturn) {
	c.report("social-return-empty", r.NameAt, fmt.Sprintf("nothing comes back in `%s`", r.Name),
		"add a block inside its braces: `benefit nights \"Nights that were not needed\" { … }`")
}

// NothingPutIn warns of social-return-empty.
func (c *Collector) NothingPutIn(r *settled.SocialReturn) {
	c.warn("social-return-empty", r.NameAt, fmt.Sprintf("nothing is put in for `%s`, so it has no ratio: what comes back cannot be divided by nothing", r.Name),
		"write a line such as `puts in council £60,000 in 2015/16, in money, \"The grant\"`; what is given in kind counts too")
}

// SocialAlone warns of social-value-alone.
func (c *Collector) SocialAlone(r *settled.SocialReturn) {
	c.warn("social-value-alone", r.NameAt, fmt.Sprintf("all that comes back in `%s` is of social value: no budget falls and nobody in health or care has time or room again", r.Name),
		"add a benefit that a health or care service feels, with `kind cashable` or `kind capacity`, if there is one; social value alone is too broad a return", see(c.Agreement.Said("model").At, "an investment"))
}

// ModelsDiffer reports social-return-models.
func (c *Collector) ModelsDiffer(r, first *settled.SocialReturn) {
	c.report("social-return-models", r.Said("model").At, fmt.Sprintf("`%s` uses another model than `%s`: figures of two models cannot be compared", r.Name, first.Name),
		"name one model and use it throughout", see(first.Said("model").At, "the other model"))
}

// YearsTooMany reports value-wrong.
func (c *Collector) YearsTooMany(v *syntax.ReturnYears, n int) {
	c.unsettled("value-wrong", v.Years.At, fmt.Sprintf("nobody publishes a rate of discount for %d years ahead", n), fmt.Sprintf("look at %d years at the most", socialreturn.Years))
}

// PutInOutside reports value-wrong.
func (c *Collector) PutInOutside(at diag.Span, r *settled.SocialReturn) {
	c.unsettled("value-wrong", at, fmt.Sprintf("this year is none of those that `%s` looks at", r.Name), "write one of them", see(r.Said("from").At, "the years"))
}

// PartOutside reports value-wrong.
func (c *Collector) PartOutside(p *syntax.Percent, what string) {
	c.unsettled("value-wrong", p.At, fmt.Sprintf("%s of %s%% is more than all there is, or less than nothing", what, p.Digits), "write a part from 0% to 100%")
}

// ConventionOpen shows what two conventions come to on the author's own numbers.
func (c *Collector) ConventionOpen(r *settled.SocialReturn, at settled.Said, what, first, second string, set func(m *machine.SocialReturn, second bool)) {
	words := [2]string{}
	for i := range words {
		m := r.Is
		set(&m, i == 1)
		words[i] = worthWords(socialreturn.Reckon(&m, oneEach), c.Agreement.Rounding)
	}
	c.unsettled("social-return-readings", at.At, fmt.Sprintf("it is open %s: `%s` gives %s, and `%s` gives %s%s", what, first, words[0], second, words[1], ofOne(r)),
		fmt.Sprintf("write `%s` or `%s`", first, second))
}

// oneEach is a benefit's quantity; of a measure, whose figures lie ahead, one.
func oneEach(b *machine.Benefit) (value.Num, bool) {
	if b.Quantity == nil {
		return value.Int(1), true
	}
	return *b.Quantity, true
}

func ofOne(r *settled.SocialReturn) string {
	for _, x := range r.Benefits {
		if x.Is.Measure != "" {
			return fmt.Sprintf(", with a quantity of 1 where a figure lies ahead, as that of `%s`", x.Is.Measure)
		}
	}
	return ""
}

func worthWords(of socialreturn.Result, r value.Rounding) string {
	if r == value.NoRounding {
		r = value.HalfUp
	}
	total, _ := of.Total.Money(r)
	if of.Ratio == nil {
		return total.String()
	}
	return fmt.Sprintf("%s, or £%s for every £1", total, of.Ratio.RoundTo(2, r).Decimal(2))
}
