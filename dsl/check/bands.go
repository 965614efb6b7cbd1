package check

import (
	"cmp"
	"slices"
	"strings"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// rangesOf settles the five bands. Where unit and direction are known, it then
// proves that for the unit's precision every value falls in exactly one band.
func (c *checker) rangesOf(b *syntax.Block, m *settled.Measure, sure bool) {
	readable, judged := true, b.Find("judged") != nil
	known := judged || b.Find("returned") != nil
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.Band)
		if !ok {
			readable = readable && s.Def != nil && s.Def.Keyword != "band"
			continue
		}
		r, ok := c.bandRange(v, c.said(&m.Head, s), m, judged, known)
		readable = readable && ok
		if r.Band == value.NoBand {
			continue
		}
		if first := m.Band(r.Band); first != nil {
			c.bandTwice(r, *first)
			readable = false
			continue
		}
		m.Bands = append(m.Bands, r)
	}
	slices.SortStableFunc(m.Bands, func(x, y settled.BandRange) int { return cmp.Compare(y.Band, x.Band) })
	if !readable || !known || len(m.Bands) == 0 {
		return
	}
	if lacks := m.MissingBands(); len(lacks) > 0 {
		if !c.unreadIn(b) {
			c.bandMissing(m, lacks)
		}
		return
	}
	if sure && !judged {
		c.prove(m)
	}
}

func (c *checker) bandRange(v *syntax.Band, said settled.Said, m *settled.Measure, judged, known bool) (settled.BandRange, bool) {
	r := settled.BandRange{Said: said, Band: c.band(&v.Name)}
	ok := r.Band != value.NoBand
	switch {
	case judged && v.Says != nil:
		r.Says = v.Says.Value
		return r, ok && v.Says.Hole == nil
	case judged && v.Range != nil && v.Range.Hole == nil:
		c.bandNeedsWords(r)
		return r, false
	case v.Says != nil:
		if v.Says.Hole == nil && known {
			c.bandNeedsRange(r)
		}
		return r, false
	case v.Range == nil || v.Range.Hole != nil:
		return r, false
	}
	low, lowOpen, okLow := c.bound(v.Range.Low, m)
	high, highOpen, okHigh := c.bound(v.Range.High, m)
	r.Range = value.Range{Low: low, High: high, LowOpen: lowOpen, HighOpen: highOpen}
	return r, ok && okLow && okHigh
}

// bound settles one end of a range; nil is no limit.
func (c *checker) bound(b *syntax.Bound, m *settled.Measure) (limit *value.Num, open, ok bool) {
	if b == nil {
		return nil, false, true
	}
	n, ok := c.figure(&b.Value, m)
	if !ok {
		return nil, false, false
	}
	if m.Unit != "" && !n.RoundTo(m.Places, value.Down).Equal(n) {
		c.tooFine(b.Value.At, n, m)
		return nil, false, false
	}
	return &n, b.Out, true
}

// interval is the values of a band as whole steps of the unit's precision, both
// ends included; nil is no limit.
type interval struct {
	low, high *int64
	band      settled.BandRange
}

// prove shows that the bands part the values between them, or finds the first
// value that shows they do not.
func (c *checker) prove(m *settled.Measure) {
	steps := make([]interval, len(m.Bands))
	for i, b := range m.Bands {
		var ok bool
		if steps[i], ok = inSteps(b, m.Places); !ok {
			return // a figure too large to be one; it cannot be compared
		}
		if s := steps[i]; s.low != nil && s.high != nil && *s.low > *s.high {
			c.bandEmpty(b, m)
			return
		}
	}
	if !c.runRightWay(m, steps) {
		return
	}
	if !m.Lower {
		slices.Reverse(steps) // lowest values first
	}
	before := len(c.found)
	for i := 1; i < len(steps); i++ {
		below, above := steps[i-1], steps[i]
		switch {
		case below.high == nil || above.low == nil || *below.high >= *above.low:
			c.bandsOverlap(m, below, above)
		case *below.high+1 < *above.low:
			c.bandsGap(m, below, above)
		}
	}
	if len(c.found) == before {
		c.openEnds(m, steps[0], steps[len(steps)-1])
	}
}

func inSteps(b settled.BandRange, places int) (interval, bool) {
	s := interval{band: b}
	scale := value.Int(1)
	for range places {
		scale = scale.Mul(value.Int(10))
	}
	ok := true
	whole := func(n *value.Num, open bool, inwards int64) *int64 {
		if n == nil {
			return nil
		}
		i, fits := n.Mul(scale).Int64()
		ok = ok && fits
		if open {
			i += inwards
		}
		return &i
	}
	s.low = whole(b.Range.Low, b.Range.LowOpen, 1)
	s.high = whole(b.Range.High, b.Range.HighOpen, -1)
	return s, ok
}

// runRightWay finds the first band whose values lie on the wrong side of the
// next better one. An end without a limit lies beyond every value.
func (c *checker) runRightWay(m *settled.Measure, steps []interval) bool {
	for i := 1; i < len(steps); i++ {
		better, worse := steps[i-1], steps[i]
		if !m.Lower {
			better, worse = worse, better
		}
		// Now better is the one that should lie lower.
		if lowerEnds(worse, better) {
			c.bandsWrongWay(m, steps[i], steps[i-1])
			return false
		}
	}
	return true
}

// lowerEnds reports whether both ends of a lie below those of b.
func lowerEnds(a, b interval) bool {
	low := b.low != nil && (a.low == nil || *a.low < *b.low)
	high := a.high != nil && (b.high == nil || *a.high < *b.high)
	return low && high
}

// openEnds finds values beyond the outermost bands. Nothing that is counted or
// shared out is less than nothing, so a range that begins at 0 needs no band
// below it; and no percentage of a whole is more than 100.
func (c *checker) openEnds(m *settled.Measure, lowest, highest interval) {
	if lowest.low != nil && *lowest.low > 0 {
		c.belowEveryBand(m, lowest)
	}
	if highest.high != nil && !percentageUpTo(m, highest) {
		c.aboveEveryBand(m, highest)
	}
}

func percentageUpTo(m *settled.Measure, top interval) bool {
	percentage := strings.HasPrefix(m.Unit, "percent") || strings.HasPrefix(m.Unit, "per cent")
	return percentage && top.band.Range.High.Equal(value.Int(100)) && !top.band.Range.HighOpen
}
