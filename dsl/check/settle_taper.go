package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

var taperReading = map[syntax.TaperReading]taper.Reading{
	syntax.LastYearPaysLast: taper.LastYearPaysLast, syntax.MiddleOfYear: taper.MiddleOfYear, syntax.LastComesAfter: taper.LastComesAfter,
}

// taper settles the sum of each year.
func (c *checker) taper(b *syntax.Block, t *syntax.Taper, f *settled.Funding) {
	said := f.Said("taper")
	if len(f.Sums) > 0 {
		c.TaperAndSums(said, f.Sums[0])
		return
	}
	x, ok := c.exact(t.Rounded)
	switch {
	case !ok || c.Agreement.Rounding == value.NoRounding: // that it is missing has been said
	case t.Steps != nil:
		c.taperSteps(said, t.Steps.First, t.Steps.Last, &t.Steps.Count, taper.LastYearPaysLast, f, x)
	case t.Line != nil && t.Line.Reading.Word == "" && t.Line.Reading.Hole == nil:
		c.straightLine(said, t.Line, x)
	case t.Line != nil:
		c.taperSteps(said, t.Line.First, t.Line.Last, &t.Line.Years, taperReading[t.Line.Reading.Word], f, x)
	case t.Table != nil:
		c.taperTable(b, said, &t.Table.Of, f, x)
	case t.Fall != nil:
		c.taperFall(said, t.First, t.Fall, f, x)
	case t.ByBand != nil:
		c.taperByBand(b, said, t, f)
	}
}

// exact are the rounding steps that the taper and the agreement name.
func (c *checker) exact(p *syntax.Places) (taper.Exact, bool) {
	x := taper.Exact{Sums: c.Agreement.Rounding}
	if p == nil {
		return x, true
	}
	places, ok := c.num(&p.Count)
	n, whole := places.Int64()
	if ok && (!whole || n < 0 || n > 9) {
		c.NotPlaces(&p.Count)
		ok = false
	}
	x.Places, x.Percentage = int(n), c.rounding(p.Mode)
	return x, ok && p.Mode.Hole == nil
}

func (c *checker) ends(first, last *syntax.Money, count *syntax.Number) (from, to value.Money, years int, ok bool) {
	from, ok1 := c.money(first)
	to, ok2 := c.money(last)
	years, ok3 := c.count(count)
	return from, to, years, ok1 && ok2 && ok3
}

func (c *checker) taperSteps(said settled.Said, first, last syntax.Money, count *syntax.Number, r taper.Reading, f *settled.Funding, x taper.Exact) {
	from, to, years, ok := c.ends(&first, &last, count)
	switch {
	case !ok:
	case from == to || years < 2:
		c.TaperFlat(said)
	default:
		c.yearly(said, f, taper.Yearly(from, to, years, r, x))
	}
}

// straightLine is a line that can be read in three ways: every reading is shown.
func (c *checker) straightLine(said settled.Said, l *syntax.TaperLine, x taper.Exact) {
	from, to, years, ok := c.ends(&l.First, &l.Last, &l.Years)
	switch {
	case !ok:
	case from == to || years < 2:
		c.TaperFlat(said)
	default:
		c.TaperReadings(said, from, to, years, x)
	}
}

// taperFall settles a fall by a percentage. Of what it is taken is never guessed:
// both readings are shown.
func (c *checker) taperFall(said settled.Said, money *syntax.Money, fall *syntax.TaperFall, f *settled.Funding, x taper.Exact) {
	first, ok1 := c.money(money)
	less, ok2 := c.percent(&fall.Less)
	years := c.Agreement.Periods(value.Year)
	switch {
	case !ok1 || !ok2:
	case less.Sign() <= 0 || less.Cmp(value.Int(1)) > 0:
		c.TaperPercent(fall.Less.At)
	case fall.Of.Hole != nil || years == nil:
	case len(years) < 2:
		c.TaperFlat(said)
	case fall.Of.Word == "":
		c.TaperBase(said, first, less, len(years), x)
	default:
		c.yearly(said, f, taper.Falling(first, less, len(years), fall.Of.Word == syntax.OfFirstSum, x))
	}
}

// taperTable settles a percentage for each year.
func (c *checker) taperTable(b *syntax.Block, said settled.Said, of *syntax.Money, f *settled.Funding, x taper.Exact) {
	sum, ok := c.money(of)
	years := c.Agreement.Periods(value.Year)
	if years == nil {
		return
	}
	table := c.tableOf(b, f)
	parts := make([]value.Num, len(years))
	for i, y := range years {
		at := slices.IndexFunc(table, func(l tableLine) bool { return l.period == y })
		if at < 0 {
			if !c.unreadIn(b) {
				c.PartMissing(f, y)
			}
			ok = false
			continue
		}
		parts[i] = table[at].part
	}
	for _, l := range table {
		if !slices.Contains(years, l.period) {
			c.SumOutside(settled.PeriodSum{Said: l.Said, Period: l.period})
		}
	}
	if ok {
		c.yearly(said, f, taper.Parts(sum, parts, x))
	}
}

// yearly gives each year of the term its sum.
func (c *checker) yearly(said settled.Said, f *settled.Funding, of []taper.Year) {
	for _, y := range of {
		f.Total += y.Sum
	}
	years := c.Agreement.Periods(value.Year)
	if years == nil {
		return
	}
	if len(years) != len(of) {
		c.TaperYears(said, len(of), len(years))
		return
	}
	for i, y := range years {
		f.Sums = append(f.Sums, settled.PeriodSum{Said: said, Period: y, Sum: of[i].Sum, How: of[i].How})
	}
}
