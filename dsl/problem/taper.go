package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

// TaperAndSums reports taper-and-sums.
func (c *Collector) TaperAndSums(s settled.Said, sum settled.PeriodSum) {
	c.report("taper-and-sums", s.At, "the taper says what each year costs, and so does a line `sum`", "keep one of the two", see(sum.At, "the sum"))
}

// TaperFlat reports taper-flat.
func (c *Collector) TaperFlat(s settled.Said) {
	c.unsettled("taper-flat", s.At, "nothing tapers: the sums must differ, over two years or more", "write a line `sum` for each year")
}

// paysEach says what a reading pays: each year, and together.
func paysEach(years []taper.Year) string {
	var total value.Money
	var each []string
	for _, y := range years {
		total += y.Sum
		each = append(each, y.Sum.String())
	}
	return fmt.Sprintf("pays %s, together %s", both(each), total)
}

// TaperReadings shows what each reading of a straight line pays.
func (c *Collector) TaperReadings(s settled.Said, from, to value.Money, years int, x taper.Exact) {
	text := "a straight line can be read in three ways"
	for i, r := range taper.Readings {
		text += fmt.Sprintf("; `%s` %s", syntax.TaperReading("").Phrases()[i], paysEach(taper.Yearly(from, to, years, r, x)))
	}
	c.unsettled("taper-readings", s.At, text, "write which one is meant behind a comma: `…, reached in the last year`")
}

// TaperBase shows what a percentage comes to, of the first sum and of the year before's.
func (c *Collector) TaperBase(s settled.Said, first value.Money, less value.Num, years int, x taper.Exact) {
	c.unsettled("taper-base", s.At, fmt.Sprintf("a percentage less each year can be read in two ways; `%s` %s; `%s` %s",
		syntax.OfFirstSum, paysEach(taper.Falling(first, less, years, true, x)),
		syntax.OfYearBefore, paysEach(taper.Falling(first, less, years, false, x))),
		"write which one is meant behind a comma: `…, of the first sum`")
}

// TaperPercent reports taper-flat.
func (c *Collector) TaperPercent(at diag.Span) {
	c.unsettled("taper-flat", at, "nothing tapers: a fall is more than 0% and at most 100%", "write by how much it falls each year")
}

// TaperYears reports taper-years.
func (c *Collector) TaperYears(s settled.Said, steps, years int) {
	c.report("taper-years", s.At, fmt.Sprintf("the taper has %d yearly sums, and the term %d financial years", steps, years),
		"write as many steps as the term has years", see(c.Agreement.Said("term").At, "the term"))
}

// PartMissing reports taper-lines.
func (c *Collector) PartMissing(f *settled.Funding, y value.Period) {
	c.unsettled("taper-lines", f.Said("taper").At, fmt.Sprintf("the table has no percentage for %s, which is in the term", y), fmt.Sprintf("add a line `part %s PERCENT`", y))
}

// NextMissing reports taper-lines.
func (c *Collector) NextMissing(s settled.Said, band value.Band) {
	c.unsettled("taper-lines", s.At, fmt.Sprintf("it does not say what is paid after a year that is %s", band), fmt.Sprintf("add a line `next %s MONEY`", band))
}

// NextTwice reports taper-lines.
func (c *Collector) NextTwice(s settled.Said, band value.Band) {
	c.unsettled("taper-lines", s.At, fmt.Sprintf("what follows a year that is %s is said twice", band), "keep one of the two lines")
}

// TaperLineUnread reports taper-lines.
func (c *Collector) TaperLineUnread(s settled.Said, by string) {
	c.report("taper-lines", s.At, "no taper reads this line", fmt.Sprintf("write `%s`, or leave the line out", by))
}

// TaperNoYear reports taper-lines.
func (c *Collector) TaperNoYear(at diag.Span, m *settled.Measure) {
	c.report("taper-lines", at, fmt.Sprintf("`%s` has no band for a year, so no next year can follow from it", m.Name), fmt.Sprintf("write a line `each year` in `%s`", m.Name))
}

// CeilingBroken reports ceiling-broken.
func (c *Collector) CeilingBroken(f *settled.Funding, limit *settled.Ceiling, pays string) {
	c.report("ceiling-broken", limit.At, fmt.Sprintf("`%s` can pay %s, which is more than its ceiling of %s", f.Name, pays, limit.Sum),
		"pay less, or name the decision that may allow more: `…, unless decision NAME`")
}

// CeilingTwice reports ceiling-twice.
func (c *Collector) CeilingTwice(s settled.Said, first settled.Ceiling) {
	c.report("ceiling-twice", s.At, "this ceiling is said twice", "keep one of the two lines; a ceiling `in total` and one `a year` may stand side by side", see(first.At, "the first"))
}
