package problem

import (
	"fmt"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// NobodyBetween reports pseudonym-form.
func (c *Collector) NobodyBetween(f *syntax.ForPerson) {
	c.report("pseudonym-form", f.Last.At, fmt.Sprintf("there is nobody from `%s` to `%s`", f.Person.Value, f.Last.Value),
		"write two pseudonyms that differ in their number alone, the smaller first")
}

// PseudonymForm reports pseudonym-form.
func (c *Collector) PseudonymForm(t *syntax.Text) {
	c.unsettled("pseudonym-form", t.At, fmt.Sprintf("`%s` is no form of a pseudonym", t.Value),
		"write a capital letter first and a zero for each of two to six digits, such as `P-000`: a name or a number that others use is never a pseudonym")
}

// OtherCard reports name-wrong-kind.
func (c *Collector) OtherCard(name *syntax.Ident, p *settled.Price, r *settled.Ratecard) {
	c.unsettled("name-wrong-kind", name.At, fmt.Sprintf("`%s` is a price of `%s`, not of `%s`", name.Name, p.Of.Name, r.Name),
		"name a price that stands inside this ratecard", see(p.At, "the price"))
}

// VerifiesItself warns of verifies-itself.
func (c *Collector) VerifiesItself(r *settled.Ratecard) {
	c.warn("verifies-itself", r.Said("verified").At, fmt.Sprintf("`%s` claims, and verifies its own claims", r.Verifier.Parties[0].Name),
		"let a party verify that is not paid by it", see(r.Said("to").At, "who is paid"))
}

// ClawbackNever reports clawback-open.
func (c *Collector) ClawbackNever(r *settled.Ratecard) {
	c.unsettled("clawback-open", r.Said("clawback").At, "what is never paid back has no time for it", "write `clawback never` alone, or what comes back")
}

// ClawbackOpen reports clawback-open.
func (c *Collector) ClawbackOpen(r *settled.Ratecard) {
	c.unsettled("clawback-open", r.Said("clawback").At, "this does not say until when an outcome can be overturned, nor when the money is paid back",
		fmt.Sprintf("write `clawback %s, within 12 months of payment, repaid within 30 days`", r.Said("clawback").Text))
}

// ExclusiveAlone reports exclusive-alone.
func (c *Collector) ExclusiveAlone(x settled.Exclusive) {
	c.report("exclusive-alone", x.At, "an outcome excludes others, and this line names one alone", "name the others too, or take the line out")
}

// CapTwice reports cap-twice.
func (c *Collector) CapTwice(second, first settled.Said) {
	c.report("cap-twice", second.At, "there is a cap of this kind already", "keep the one that is meant", see(first.At, "the first one"))
}

// AsideTwice reports set-aside-differs.
func (c *Collector) AsideTwice(second, first settled.Aside) {
	c.report("set-aside-differs", second.At, fmt.Sprintf("`%s` has set a sum aside already", second.Party.Name), "keep the line that is meant", see(first.At, "the first sum"))
}

// PaysTwice reports price-twice.
func (c *Collector) PaysTwice(s settled.Said, p *settled.Price) {
	c.report("price-twice", s.At, fmt.Sprintf("`%s` has a price already", p.Name),
		"write one line `pays` for everybody, and for a later year one with `, from YEAR`", see(p.Said("pays").At, "the first price"))
}

// PriceLater reports price-later.
func (c *Collector) PriceLater(p *settled.Price) {
	c.report("price-later", p.Said("pays").At, fmt.Sprintf("`%s` has a price from a year on, and none for what is reached before it", p.Name),
		"write the price that holds at first without a year: `pays £300 a person`")
}

// PaysFrom reports value-wrong.
func (c *Collector) PaysFrom(p *syntax.Period) {
	c.unsettled("value-wrong", p.At, "a later price begins with a financial year", "write a year, such as `2016/17`")
}

// PartWrong reports value-wrong.
func (c *Collector) PartWrong(p *syntax.Percent, what string) {
	c.unsettled("value-wrong", p.At, fmt.Sprintf("%s of %s%% is none: it leaves everything or nothing", what, p.Digits), "write a part between 0% and 100%, or take the line out")
}

// NoPrices reports no-prices.
func (c *Collector) NoPrices(r *settled.Ratecard) {
	c.report("no-prices", r.NameAt, fmt.Sprintf("`%s` has no price", r.Name), "add a block inside its braces: `price work \"In work\" { pays £700 a person }`")
}

// PriceUnreachable reports price-unreachable.
func (c *Collector) PriceUnreachable(p *settled.Price, l *settled.ClaimCap, what string) {
	text := fmt.Sprintf("`%s` %s: its price of %s lies above the cap of %s", p.Name, what, p.Cheapest(), l.Sum)
	if l.InPart {
		c.warn("price-unreachable", p.Said("pays").At, text, "lower the price, or raise the cap", see(l.At, "the cap"))
		return
	}
	c.report("price-unreachable", p.Said("pays").At, text, "lower the price, or raise the cap", see(l.At, "the cap"))
}

// BandsAndYears reports price-twice.
func (c *Collector) BandsAndYears(p *settled.Price) {
	c.report("price-twice", p.Said("pays").At, fmt.Sprintf("`%s` has prices that follow the number of people and prices that follow the year: which one is paid is open", p.Name),
		"keep the bands or the years")
}

// BandNeverFilled warns of price-band-never-filled.
func (c *Collector) BandNeverFilled(p *settled.Price, b machine.PriceBand, people, before int) {
	c.warn("price-band-never-filled", p.Said("pays").At,
		fmt.Sprintf("nobody is paid %s for `%s`: %d people are expected, and the bands before it take %d", b.Sum, p.Name, people, before),
		"take the band out, or expect more people", see(p.Said("expected").At, "how many are expected"))
}

// SpellCircle reports spell-circle.
func (c *Collector) SpellCircle(p *settled.Price) {
	c.report("spell-circle", p.Said("spell").At, fmt.Sprintf("`%s` can only be reached a while after itself", p.Name), "count the spell from an outcome that comes first")
}

// PersonCapIdle warns of person-cap-idle.
func (c *Collector) PersonCapIdle(r *settled.Ratecard, most value.Money) {
	c.warn("person-cap-idle", r.PersonCap.At, fmt.Sprintf("every outcome of one person together pays %s, so a cap of %s never binds", most, r.PersonCap.Sum),
		"lower the cap, or take it out")
}

// ExpectedMissing reports set-aside-differs.
func (c *Collector) ExpectedMissing(r *settled.Ratecard, p *settled.Price) {
	c.report("set-aside-differs", p.NameAt, fmt.Sprintf("`%s` does not say how many people it is expected to pay for, so nobody can tell whether the payers' money is enough", p.Name),
		"add a line such as `expected 60 people`", see(r.SetAside[0].At, "what is set aside"))
}

// SetAsideDiffers reports set-aside-differs.
func (c *Collector) SetAsideDiffers(r *settled.Ratecard, expected, aside value.Money) {
	c.report("set-aside-differs", r.SetAside[0].At,
		fmt.Sprintf("the people who are expected come to %s, and the payers set aside %s: %s", expected, aside, difference(expected, aside)),
		"change the prices, how many are expected, or what is set aside, until both are the same")
}

func difference(expected, aside value.Money) string {
	if expected > aside {
		return fmt.Sprintf("%s has no payer", expected-aside)
	}
	return fmt.Sprintf("%s is for nobody", aside-expected)
}

// ExpectedAboveCap warns of set-aside-differs.
func (c *Collector) ExpectedAboveCap(r *settled.Ratecard, expected value.Money) {
	c.warn("set-aside-differs", r.TotalCap.At, fmt.Sprintf("the people who are expected come to %s, more than the cap of %s lets be paid", expected, r.TotalCap.Sum),
		"raise the cap, or expect fewer people", see(r.SetAside[0].At, "what is set aside"))
}

// PartDiffers reports set-aside-differs.
func (c *Collector) PartDiffers(r *settled.Ratecard, s settled.Aside, part value.Num, aside value.Money) {
	has := value.Ratio(int64(s.Sum), int64(aside)).Mul(value.Int(100))
	c.report("set-aside-differs", s.At,
		fmt.Sprintf("`%s` sets aside %s, which is %s%% of %s, but pays %s%% of each claim", s.Party.Name, s.Sum, has, aside, part.Mul(value.Int(100))),
		"change the sums, or the shares", see(r.Said("from").At, "who pays"))
}
