package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/sums/taper"
	"concordat/engine/value"
)

// tableLine is a year's percentage, as written.
type tableLine struct {
	settled.Said
	period value.Period
	part   value.Num
}

// taperLines finds lines of a table, or of bands, that no taper reads.
func (c *checker) taperLines(b *syntax.Block, f *settled.Funding) {
	t := syntax.One[*syntax.Taper](b, "taper")
	if b.Find("taper") != nil && t == nil {
		return // it could not be read
	}
	for _, s := range b.Statements {
		switch s.Value.(type) {
		case *syntax.TaperPart:
			if t == nil || t.Table == nil {
				c.TaperLineUnread(c.said(&f.Head, s), "taper percentages of MONEY")
			}
		case *syntax.TaperNext:
			if t == nil || t.ByBand == nil {
				c.TaperLineUnread(c.said(&f.Head, s), "taper first MONEY, then by the band of MEASURE, held back until it is final")
			}
		}
	}
}

// tableOf are the lines `part` of a table, each year's once.
func (c *checker) tableOf(b *syntax.Block, f *settled.Funding) []tableLine {
	var out []tableLine
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.TaperPart)
		if !ok {
			continue
		}
		said, p := c.said(&f.Head, s), periodOf(&v.Period)
		part, ok := c.percent(&v.Part)
		at := slices.IndexFunc(out, func(l tableLine) bool { return l.period == p })
		switch {
		case p.IsZero() || !ok:
		case p.Kind != value.Year:
			c.SumNotYear(v.Period.At)
		case at >= 0:
			c.SumTwice(p, said, out[at].Said)
		default:
			out = append(out, tableLine{said, p, part})
		}
	}
	return out
}

// taperByBand settles a taper that follows the band of each year.
func (c *checker) taperByBand(b *syntax.Block, said settled.Said, t *syntax.Taper, f *settled.Funding) {
	first, ok := c.money(t.First)
	m := one[*settled.Measure](c, t.ByBand, "measure")
	if m == nil {
		return
	}
	f.Next = &settled.NextYear{Measure: m}
	if is := c.bands[m.Name]; is != nil && !slices.Contains(is.Kinds, value.Year) {
		c.TaperNoYear(t.ByBand.At, m)
	}
	for _, s := range b.Statements {
		if v, is := s.Value.(*syntax.TaperNext); is {
			ok = c.nextYear(v, c.said(&f.Head, s), f) && ok
		}
	}
	for _, band := range value.Bands {
		if !slices.ContainsFunc(f.Next.Steps, func(n machine.NextStep) bool { return n.Band == band }) && ok && !c.unreadIn(b) {
			c.NextMissing(said, band)
			ok = false
		}
	}
	years := c.Agreement.Periods(value.Year)
	if !ok || years == nil {
		return
	}
	if len(years) < 2 {
		c.TaperFlat(said)
		return
	}
	f.Total = taper.Most(f.Following(), first, len(years), c.Agreement.Rounding)
	for _, y := range years {
		f.Sums = append(f.Sums, settled.PeriodSum{Said: said, Period: y})
	}
	f.Sums[0].Sum = first
}

// nextYear settles one line `next`; false where it could not be.
func (c *checker) nextYear(v *syntax.TaperNext, said settled.Said, f *settled.Funding) bool {
	step := machine.NextStep{Band: c.band(&v.Band)}
	if step.Band == value.NoBand {
		return false
	}
	if slices.ContainsFunc(f.Next.Steps, func(n machine.NextStep) bool { return n.Band == step.Band }) {
		c.NextTwice(said, step.Band)
		return false
	}
	ok := false
	if v.Sum != nil {
		var sum value.Money
		sum, ok = c.money(v.Sum)
		step.Sum = &sum
	} else {
		var part value.Num
		part, ok = c.percent(v.Part)
		step.Part, step.OfFirst = &part, v.Of.Word == syntax.OfFirstSum
		ok = ok && v.Of.Hole == nil
	}
	f.Next.Steps = append(f.Next.Steps, step)
	return ok
}
