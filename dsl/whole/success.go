package whole

import (
	"slices"

	"concordat/dsl/settled"
)

// success finds, in an alliance, results that pay or cost some of those who
// provide and not every one: success is the alliance's, never a member's.
func (w *Text) success() {
	if w.Agreement.Model != "alliance" {
		return
	}
	for _, g := range w.Agreement.Gainshares {
		if g.Scorecard || g.Cost != nil {
			continue
		}
		if left := w.leftOut(g.Gain.To); left != nil {
			w.SuccessOfSome(g.Gain, left, "pays")
		} else if left := w.leftOut(g.Pain.From); left != nil {
			w.SuccessOfSome(g.Pain, left, "costs")
		}
	}
}

// leftOut is a party that provides and has no part in a side in which another
// that provides has one; nil where there is none.
func (w *Text) leftOut(side settled.Side) *settled.Party {
	var in []*settled.Party
	if side.Party != nil {
		in = append(in, side.Party)
	}
	if side.Shares != nil {
		for _, part := range side.Shares.Parts {
			in = append(in, part.Party)
		}
	}
	if !slices.ContainsFunc(in, func(p *settled.Party) bool { return p != nil && provides(p) }) {
		return nil
	}
	for _, p := range w.Agreement.Parties {
		if provides(p) && !slices.Contains(in, p) {
			return p
		}
	}
	return nil
}
