package check

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/engine/value"
)

func (c *checker) bandTwice(second, first BandRange) {
	c.report("band-twice", second.At, fmt.Sprintf("the band `%s` is written twice", second.Band), "keep the line that is meant",
		see(first.At, "the first one"))
}

func (c *checker) bandMissing(m *Measure, lacks []string) {
	c.report("band-missing", m.NameAt, fmt.Sprintf("`%s` has no band %s", m.Name, both(code(lacks))),
		"write a line for each of the five: gamebreaking, stretch, minimum, poor, failure")
}

func (c *checker) bandNeedsWords(b BandRange) {
	c.report("band-form", b.At, fmt.Sprintf("the measure is judged, so the band `%s` needs a statement to judge by, not a range", b.Band),
		fmt.Sprintf("write `band %s \"…\"`", b.Band))
}

func (c *checker) bandNeedsRange(b BandRange) {
	c.report("band-form", b.At, fmt.Sprintf("the measure is returned as a figure, so the band `%s` needs a range, not a statement", b.Band),
		fmt.Sprintf("write `band %s LOW to HIGH`", b.Band))
}

func (c *checker) tooFine(at diag.Span, n value.Num, m *Measure) {
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

func (c *checker) bandEmpty(b BandRange, m *Measure) {
	c.report("band-empty", b.At, fmt.Sprintf("no value is in the band `%s`: it ends before it begins", b.Band),
		fmt.Sprintf("write the lower end first: `band %s %s`", b.Band, m.rangeText(value.Range{Low: b.Range.High, High: b.Range.Low})))
}

func (c *checker) bandsWrongWay(m *Measure, worse, better interval) {
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
func (c *checker) bandsOverlap(m *Measure, below, above interval) {
	first := above.low
	if first == nil || below.low != nil && *below.low > *first {
		first = below.low
	}
	if first == nil {
		first = below.high
	}
	value, second := "every value", pickLater(below, above)
	if first != nil {
		value = m.text(*first)
	}
	c.report("bands-overlap", second.band.At, fmt.Sprintf("%s is in both `%s` and `%s`", value, below.band.Band, above.band.Band),
		c.mend(m, below, above), see(pickEarlier(below, above).band.At, "the other band"))
}

func (c *checker) bandsGap(m *Measure, below, above interval) {
	second := pickLater(below, above)
	c.report("bands-gap", second.band.At, fmt.Sprintf("%s is in no band: `%s` ends at %s and `%s` begins at %s",
		m.text(*below.high+1), below.band.Band, m.text(*below.high), above.band.Band, m.text(*above.low)),
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
func (c *checker) mend(m *Measure, below, above interval) string {
	changed := pickLater(below, above)
	r := changed.band.Range
	switch {
	case changed.band.Band == above.band.Band && below.high != nil:
		if r.LowOpen {
			r.Low = below.band.Range.High
		} else {
			low := m.value(*below.high + 1)
			r.Low = &low
		}
	case changed.band.Band == below.band.Band && above.low != nil:
		high := m.value(*above.low - 1)
		r.High, r.HighOpen = &high, false
	default:
		return "give both bands an end"
	}
	return fmt.Sprintf("write `band %s %s`", changed.band.Band, m.rangeText(r))
}

// rangeText writes a range as a band's line has it.
func (m *Measure) rangeText(r value.Range) string {
	write := func(n *value.Num) string { return n.Decimal(m.Places) }
	switch {
	case r.Low == nil && r.High == nil:
		return "LOW to HIGH"
	case r.Low == nil && r.HighOpen:
		return "below " + write(r.High)
	case r.Low == nil && m.Places == 0:
		return write(r.High) + " or fewer"
	case r.Low == nil:
		return "up to " + write(r.High)
	case r.High == nil && r.LowOpen:
		return "above " + write(r.Low)
	case r.High == nil:
		return write(r.Low) + " or more"
	case r.LowOpen && r.HighOpen:
		return "above " + write(r.Low) + " below " + write(r.High)
	case r.LowOpen:
		return "above " + write(r.Low) + " up to " + write(r.High)
	case r.HighOpen:
		return "at least " + write(r.Low) + " below " + write(r.High)
	}
	return write(r.Low) + " to " + write(r.High)
}

func (m *Measure) text(step int64) string { return m.value(step).Decimal(m.Places) }

func (c *checker) belowEveryBand(m *Measure, lowest interval) {
	r := lowest.band.Range
	r.Low, r.LowOpen = nil, false
	c.beyond(lowest, m.text(*lowest.low-1), m.rangeText(r))
}

func (c *checker) aboveEveryBand(m *Measure, highest interval) {
	r := highest.band.Range
	r.High, r.HighOpen = nil, false
	c.beyond(highest, m.text(*highest.high+1), m.rangeText(r))
}

func (c *checker) beyond(i interval, figure, mended string) {
	c.report("bands-gap", i.band.At, fmt.Sprintf("%s is in no band: `%s` is the last one, and it has an end", figure, i.band.Band),
		fmt.Sprintf("write `band %s %s`", i.band.Band, mended))
}
