package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/engine/value"
)

// Interval is the values of a band as whole steps of the unit's precision, both
// ends included; nil is no limit.
type Interval struct {
	Low, High *int64
	Band      settled.BandRange
}

// BandTwice reports band-twice.
func (c *Collector) BandTwice(second, first settled.BandRange) {
	c.report("band-twice", second.At, fmt.Sprintf("the band `%s` is written twice", second.Band), "keep the line that is meant",
		see(first.At, "the first one"))
}

// BandMissing reports band-missing.
func (c *Collector) BandMissing(m *settled.Measure, lacks []string) {
	c.report("band-missing", m.NameAt, fmt.Sprintf("`%s` has no band %s", m.Name, both(code(lacks))),
		"write a line for each of the five: gamebreaking, stretch, minimum, poor, failure")
}

// BandNeedsWords reports band-form.
func (c *Collector) BandNeedsWords(b settled.BandRange) {
	c.report("band-form", b.At, fmt.Sprintf("the measure is judged, so the band `%s` needs a statement to judge by, not a range", b.Band),
		fmt.Sprintf("write `band %s \"…\"`", b.Band))
}

// BandNeedsRange reports band-form.
func (c *Collector) BandNeedsRange(b settled.BandRange) {
	c.report("band-form", b.At, fmt.Sprintf("the measure is returned as a figure, so the band `%s` needs a range, not a statement", b.Band),
		fmt.Sprintf("write `band %s LOW to HIGH`", b.Band))
}

// TooFine reports too-fine.
func (c *Collector) TooFine(at diag.Span, n value.Num, m *settled.Measure) {
	precision := "whole " + m.Unit
	if m.Places > 0 {
		precision = fmt.Sprintf("%d decimal place", m.Places)
		if m.Places > 1 {
			precision += "s"
		}
	}
	c.report("too-fine", at, fmt.Sprintf("%s is finer than the unit of `%s`, which is %s", n, m.Name, precision),
		fmt.Sprintf("write %s, or give the unit more decimal places", n.RoundTo(m.Places, value.HalfUp).Decimal(m.Places)), see(m.Said("unit").At, "the unit"))
}

// BandEmpty reports band-empty.
func (c *Collector) BandEmpty(b settled.BandRange, m *settled.Measure) {
	c.report("band-empty", b.At, fmt.Sprintf("no value is in the band `%s`: it ends before it begins", b.Band),
		fmt.Sprintf("write the lower end first: `band %s %s`", b.Band, m.RangeText(value.Range{Low: b.Range.High, High: b.Range.Low})))
}

// BandsWrongWay reports bands-wrong-way.
func (c *Collector) BandsWrongWay(m *settled.Measure, worse, better Interval) {
	way := "higher"
	if m.Lower {
		way = "lower"
	}
	c.report("bands-wrong-way", worse.Band.At,
		fmt.Sprintf("%s values are better here, but the band `%s` lies on the better side of `%s`", way, worse.Band.Band, better.Band.Band),
		"exchange the two ranges, or correct the line `better`", see(better.Band.At, fmt.Sprintf("`%s`", better.Band.Band)), see(m.Said("better").At, "which values are better"))
}

// BandsOverlap names the first value that two bands claim and keeps the lower
// one as it is.
func (c *Collector) BandsOverlap(m *settled.Measure, below, above Interval) {
	first := above.Low
	if first == nil || below.Low != nil && *below.Low > *first {
		first = below.Low
	}
	if first == nil {
		first = below.High
	}
	value, second := "every value", pickLater(below, above)
	if first != nil {
		value = m.Text(*first)
	}
	c.report("bands-overlap", second.Band.At, fmt.Sprintf("%s is in both `%s` and `%s`", value, below.Band.Band, above.Band.Band),
		c.mend(m, below, above), see(pickEarlier(below, above).Band.At, "the other band"))
}

// BandsGap reports bands-gap.
func (c *Collector) BandsGap(m *settled.Measure, below, above Interval) {
	second := pickLater(below, above)
	c.report("bands-gap", second.Band.At, fmt.Sprintf("%s is in no band: `%s` ends at %s and `%s` begins at %s",
		m.Text(*below.High+1), below.Band.Band, m.Text(*below.High), above.Band.Band, m.Text(*above.Low)),
		c.mend(m, below, above), see(pickEarlier(below, above).Band.At, "the other band"))
}

// pickLater is the band that stands later in the text: it is the one to change.
func pickLater(x, y Interval) Interval {
	if x.Band.At.Start > y.Band.At.Start {
		return x
	}
	return y
}

func pickEarlier(x, y Interval) Interval {
	if x.Band.At.Start > y.Band.At.Start {
		return y
	}
	return x
}

// mend is the line that would make the two bands meet: the one written later,
// changed at the end where they should.
func (c *Collector) mend(m *settled.Measure, below, above Interval) string {
	changed := pickLater(below, above)
	r := changed.Band.Range
	switch {
	case changed.Band.Band == above.Band.Band && below.High != nil:
		if r.LowOpen {
			r.Low = below.Band.Range.High
		} else {
			low := m.Value(*below.High + 1)
			r.Low = &low
		}
	case changed.Band.Band == below.Band.Band && above.Low != nil:
		high := m.Value(*above.Low - 1)
		r.High, r.HighOpen = &high, false
	default:
		return "give both bands an end"
	}
	return fmt.Sprintf("write `band %s %s`", changed.Band.Band, m.RangeText(r))
}

// BelowEveryBand warns of values below the lowest band.
func (c *Collector) BelowEveryBand(m *settled.Measure, lowest Interval) {
	r := lowest.Band.Range
	r.Low, r.LowOpen = nil, false
	c.beyond(lowest, m.Text(*lowest.Low-1), m.RangeText(r))
}

// AboveEveryBand warns of values above the highest band.
func (c *Collector) AboveEveryBand(m *settled.Measure, highest Interval) {
	r := highest.Band.Range
	r.High, r.HighOpen = nil, false
	c.beyond(highest, m.Text(*highest.High+1), m.RangeText(r))
}

func (c *Collector) beyond(i Interval, figure, mended string) {
	c.report("bands-gap", i.Band.At, fmt.Sprintf("%s is in no band: `%s` is the last one, and it has an end", figure, i.Band.Band),
		fmt.Sprintf("write `band %s %s`", i.Band.Band, mended))
}
