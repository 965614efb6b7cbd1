package check

import (
	"fmt"

	"concordat/dsl/expr"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

// Ceiling is the most that a funding pays over the term.
type Ceiling struct {
	Said
	Sum    value.Money
	Unless *Decision // that can put another sum in its place; nil: nobody can
}

// Withheld says when instalments are held back.
type Withheld struct {
	Said
	While machine.Expr
	Reads []*Measure
}

// investment settles what an investment says beside any other funding.
func (c *checker) investment(b *syntax.Block, f *Funding) {
	if t := syntax.One[*syntax.Taper](b, "taper"); t != nil {
		c.taper(b, t, f)
	}
	if v := syntax.One[*syntax.Ceiling](b, "ceiling"); v != nil {
		c.ceiling(v, f)
	}
	if v := syntax.One[*syntax.Withheld](b, "withheld"); v != nil {
		c.withheld(v, f)
	}
	for _, v := range syntax.All[*syntax.Says](b, "excludes") {
		f.Excludes = append(f.Excludes, v.Text.Value)
	}
}

var taperReading = map[syntax.TaperReading]taper.Reading{
	syntax.LastYearPaysLast: taper.LastYearPaysLast, syntax.MiddleOfYear: taper.MiddleOfYear, syntax.LastComesAfter: taper.LastComesAfter,
}

// taper settles the sum of each year. Of a line that can be read in three ways,
// every reading is shown with its figures.
func (c *checker) taper(b *syntax.Block, t *syntax.Taper, f *Funding) {
	said := f.Said("taper")
	if len(f.Sums) > 0 {
		c.taperAndSums(said, f.Sums[0])
		return
	}
	var first, last syntax.Money
	var count *syntax.Number
	reading := taper.LastYearPaysLast
	if t.Steps != nil {
		first, last, count = t.Steps.First, t.Steps.Last, &t.Steps.Count
	} else {
		first, last, count = t.Line.First, t.Line.Last, &t.Line.Years
		reading = taperReading[t.Line.Reading.Word]
	}
	from, ok1 := c.money(&first)
	to, ok2 := c.money(&last)
	years, ok3 := c.count(count)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	switch {
	case from == to || years < 2:
		c.taperFlat(said)
		return
	case t.Line != nil && t.Line.Reading.Word == "" && t.Line.Reading.Hole == nil:
		c.taperReadings(said, from, to, years)
		return
	}
	c.yearly(said, f, taper.Yearly(from, to, years, reading, c.a.Rounding))
}

// yearly gives each year of the term its sum.
func (c *checker) yearly(said Said, f *Funding, of []value.Money) {
	for _, sum := range of {
		f.Total += sum
	}
	years := c.periods(value.Year)
	if years == nil {
		return
	}
	if len(years) != len(of) {
		c.taperYears(said, len(of), len(years))
		return
	}
	for i, y := range years {
		f.Sums = append(f.Sums, PeriodSum{said, y, of[i]})
	}
}

func (c *checker) ceiling(v *syntax.Ceiling, f *Funding) {
	f.Ceiling = &Ceiling{Said: f.Said("ceiling")}
	f.Ceiling.Unless = one[*Decision](c, v.Unless, "decision")
	sum, ok := c.money(&v.Sum)
	if f.Ceiling.Sum = sum; !ok {
		return
	}
	total := f.Total
	if total == 0 {
		for _, s := range f.Sums {
			total += s.Sum
		}
	}
	if total > sum && v.Unless == nil {
		c.ceilingBroken(f, total)
	}
}

// exceptions finds a ceiling whose exception gives no sum.
func (c *checker) exceptions() {
	for _, f := range c.a.Fundings {
		if f.Ceiling != nil && f.Ceiling.Unless != nil {
			c.mustDecide(f.Ceiling.Unless, machine.DecidesSum, f.Ceiling.Said)
		}
	}
}

func (c *checker) withheld(v *syntax.Withheld, f *Funding) {
	if c.asksUnsettled(&v.While) {
		return
	}
	env := &expr.Env{Currency: c.a.Currency, Where: fmt.Sprintf("the funding `%s`", f.Name), Measures: c.bands}
	while, found := expr.Condition(&v.While, env)
	c.take(found)
	if !found.HasErrors() {
		f.Withheld = &Withheld{Said: f.Said("withheld"), While: while, Reads: c.measuresIn(&while)}
	}
}
