package check

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/engine/value"
)

func (c *collector) bandTwice(second, first settled.BandRange) {
	c.report("band-twice", second.At, fmt.Sprintf("the band `%s` is written twice", second.Band), "keep the line that is meant",
		see(first.At, "the first one"))
}

func (c *collector) bandMissing(m *settled.Measure, lacks []string) {
	c.report("band-missing", m.NameAt, fmt.Sprintf("`%s` has no band %s", m.Name, both(code(lacks))),
		"write a line for each of the five: gamebreaking, stretch, minimum, poor, failure")
}

func (c *collector) bandNeedsWords(b settled.BandRange) {
	c.report("band-form", b.At, fmt.Sprintf("the measure is judged, so the band `%s` needs a statement to judge by, not a range", b.Band),
		fmt.Sprintf("write `band %s \"…\"`", b.Band))
}

func (c *collector) bandNeedsRange(b settled.BandRange) {
	c.report("band-form", b.At, fmt.Sprintf("the measure is returned as a figure, so the band `%s` needs a range, not a statement", b.Band),
		fmt.Sprintf("write `band %s LOW to HIGH`", b.Band))
}

func (c *collector) tooFine(at diag.Span, n value.Num, m *settled.Measure) {
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

func (c *collector) bandEmpty(b settled.BandRange, m *settled.Measure) {
	c.report("band-empty", b.At, fmt.Sprintf("no value is in the band `%s`: it ends before it begins", b.Band),
		fmt.Sprintf("write the lower end first: `band %s %s`", b.Band, m.RangeText(value.Range{Low: b.Range.High, High: b.Range.Low})))
}

func (c *collector) bandsWrongWay(m *settled.Measure, worse, better interval) {
	way := "higher"
	if m.Lower {
		way = "lower"
	}
	c.report("bands-wrong-way", worse.band.At,
		fmt.Sprintf("%s values are better here, but the band `%s` lies on the better side of `%s`", way, worse.band.Band, better.band.Band),
		"exchange the two ranges, or correct the line `better`", see(better.band.At, fmt.Sprintf("`%s`", better.band.Band)), see(m.Said("better").At, "which values are better"))
}

// bandsOverlap names the first value that two bands claim and keeps the lower
// one as it is.
func (c *collector) bandsOverlap(m *settled.Measure, below, above interval) {
	first := above.low
	if first == nil || below.low != nil && *below.low > *first {
		first = below.low
	}
	if first == nil {
		first = below.high
	}
	value, second := "every value", pickLater(below, above)
	if first != nil {
		value = m.Text(*first)
	}
	c.report("bands-overlap", second.band.At, fmt.Sprintf("%s is in both `%s` and `%s`", value, below.band.Band, above.band.Band),
		c.mend(m, below, above), see(pickEarlier(below, above).band.At, "the other band"))
}

func (c *collector) bandsGap(m *settled.Measure, below, above interval) {
	second := pickLater(below, above)
	c.report("bands-gap", second.band.At, fmt.Sprintf("%s is in no band: `%s` ends at %s and `%s` begins at %s",
		m.Text(*below.high+1), below.band.Band, m.Text(*below.high), above.band.Band, m.Text(*above.low)),
		c.mend(m, below, above), see(pickEarlier(below, above).band.At, "the other band"))
}

// pickLater is the band that stands later in the text: it is the one to change.
func pickLater(x, y interval) interval {
	if x.band.At.Start > y.band.At.Start {
		return x
	}
	return y
}

func pickEarlier(x, y interval) interval {
	if x.band.At.Start > y.band.At.Start {
		return y
	}
	return x
}

// mend is the line that would make the two bands meet: the one written later,
// changed at the end where they should.
func (c *collector) mend(m *settled.Measure, below, above interval) string {
	changed := pickLater(below, above)
	r := changed.band.Range
	switch {
	case changed.band.Band == above.band.Band && below.high != nil:
		if r.LowOpen {
			r.Low = below.band.Range.High
		} else {
			low := m.Value(*below.high + 1)
			r.Low = &low
		}
	case changed.band.Band == below.band.Band && above.low != nil:
		high := m.Value(*above.low - 1)
		r.High, r.HighOpen = &high, false
	default:
		return "give both bands an end"
	}
	return fmt.Sprintf("write `band %s %s`", changed.band.Band, m.RangeText(r))
}

func (c *collector) belowEveryBand(m *settled.Measure, lowest interval) {
	r := lowest.band.Range
	r.Low, r.LowOpen = nil, false
	c.beyond(lowest, m.Text(*lowest.low-1), m.RangeText(r))
}

func (c *collector) aboveEveryBand(m *settled.Measure, highest interval) {
	r := highest.band.Range
	r.High, r.HighOpen = nil, false
	c.beyond(highest, m.Text(*highest.high+1), m.RangeText(r))
}

func (c *collector) beyond(i interval, figure, mended string) {
	c.report("bands-gap", i.band.At, fmt.Sprintf("%s is in no band: `%s` is the last one, and it has an end", figure, i.band.Band),
		fmt.Sprintf("write `band %s %s`", i.band.Band, mended))
}
