package check

import (
	"cmp"
	"slices"
	"strings"

	"concordat/dsl/problem"
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
			c.BandTwice(r, *first)
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
			c.BandMissing(m, lacks)
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
		c.BandNeedsWords(r)
		return r, false
	case v.Says != nil:
		if v.Says.Hole == nil && known {
			c.BandNeedsRange(r)
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
		c.TooFine(b.Value.At, n, m)
		return nil, false, false
	}
	return &n, b.Out, true
}

// prove shows that the bands part the values between them, or finds the first
// value that shows they do not.
func (c *checker) prove(m *settled.Measure) {
	steps := make([]problem.Interval, len(m.Bands))
	for i, b := range m.Bands {
		var ok bool
		if steps[i], ok = inSteps(b, m.Places); !ok {
			return // a figure too large to be one; it cannot be compared
		}
		if s := steps[i]; s.Low != nil && s.High != nil && *s.Low > *s.High {
			c.BandEmpty(b, m)
			return
		}
	}
	if !c.runRightWay(m, steps) {
		return
	}
	if !m.Lower {
		slices.Reverse(steps) // lowest values first
	}
	before := len(c.Found)
	for i := 1; i < len(steps); i++ {
		below, above := steps[i-1], steps[i]
		switch {
		case below.High == nil || above.Low == nil || *below.High >= *above.Low:
			c.BandsOverlap(m, below, above)
		case *below.High+1 < *above.Low:
			c.BandsGap(m, below, above)
		}
	}
	if len(c.Found) == before {
		c.openEnds(m, steps[0], steps[len(steps)-1])
	}
}

func inSteps(b settled.BandRange, places int) (problem.Interval, bool) {
	s := problem.Interval{Band: b}
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
	s.Low = whole(b.Range.Low, b.Range.LowOpen, 1)
	s.High = whole(b.Range.High, b.Range.HighOpen, -1)
	return s, ok
}

// runRightWay finds the first band whose values lie on the wrong side of the
// next better one. An end without a limit lies beyond every value.
func (c *checker) runRightWay(m *settled.Measure, steps []problem.Interval) bool {
	for i := 1; i < len(steps); i++ {
		better, worse := steps[i-1], steps[i]
		if !m.Lower {
			better, worse = worse, better
		}
		// Now better is the one that should lie lower.
		if lowerEnds(worse, better) {
			c.BandsWrongWay(m, steps[i], steps[i-1])
			return false
		}
	}
	return true
}

// lowerEnds reports whether both ends of a lie below those of b.
func lowerEnds(a, b problem.Interval) bool {
	low := b.Low != nil && (a.Low == nil || *a.Low < *b.Low)
	high := a.High != nil && (b.High == nil || *a.High < *b.High)
	return low && high
}

// openEnds finds values beyond the outermost bands. Nothing that is counted or
// shared out is less than nothing, so a range that begins at 0 needs no band
// below it; and no percentage of a whole is more than 100.
func (c *checker) openEnds(m *settled.Measure, lowest, highest problem.Interval) {
	if lowest.Low != nil && *lowest.Low > 0 {
		c.BelowEveryBand(m, lowest)
	}
	if highest.High != nil && !percentageUpTo(m, highest) {
		c.AboveEveryBand(m, highest)
	}
}

func percentageUpTo(m *settled.Measure, top problem.Interval) bool {
	percentage := strings.HasPrefix(m.Unit, "percent") || strings.HasPrefix(m.Unit, "per cent")
	return percentage && top.Band.Range.High.Equal(value.Int(100)) && !top.Band.Range.HighOpen
}
