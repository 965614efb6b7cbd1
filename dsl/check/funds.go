package check

import (
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

// fundNeeds are the statements that a fund needs because of what takes its differences.
func fundNeeds(b *syntax.Block) []string {
	reserve, kept := b.Find("reserve") != nil, false
	for _, t := range append(syntax.All[*syntax.FundTier](b, "underspend"), syntax.All[*syntax.FundTier](b, "overspend")...) {
		switch machine.FundTaker(t.Taker.Word) {
		case machine.ToReserve, machine.FromReserve:
			reserve = true
		case machine.Kept:
			kept = true
		}
	}
	switch {
	case reserve:
		return []string{"reserve", "reserve short", "left over"}
	case kept:
		return []string{"left over"}
	}
	return nil
}
