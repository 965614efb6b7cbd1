package render

import (
	"fmt"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// costShare says how a saving or an overrun against a target cost is shared.
func (c *contractor) costShare(p *part, g *machine.Gainshare) {
	out := c.rule(p, g.Title, g.Name)
	targets := table{head: []string{"Year", "Target cost"}, right: []bool{false, true}}
	for _, t := range g.Cost.Targets {
		targets.rows = append(targets.rows, []string{c.m.YearStart.Label(t.Period), t.Sum.String()})
	}
	out.body = append(out.body, targets)
	moved := "A target is never moved."
	if g.Cost.Moved != "" {
		moved = fmt.Sprintf("The decision `%s` can put another sum in the place of the target of the year in which it opens; every earlier target is kept on record.", g.Cost.Moved)
	}
	out.rules(fmt.Sprintf("What `%s` comes to in a year is held against the year's target.", g.Cost.Cost), moved)
	shares := table{head: []string{"The cost lies", "By", "Share", "Paid from", "To"}, right: []bool{false, false, true, false, false}}
	shares.rows = append(tierRows("under", g.Cost.Under, &g.Gain), tierRows("over", g.Cost.Over, &g.Pain)...)
	out.body = append(out.body, shares)
	out.rules(
		"Each range has its own share: only what lies in the range is shared by it. The parts are added up and rounded once.",
		modifier("under", g.Cost.UnderBy),
		modifier("over", g.Cost.OverBy),
		capped("saving", g.GainCap),
		capped("overrun", g.PainCap),
		orNothing(g.Beyond, "What lies beyond the cap on an overrun is borne by `%s`."),
		fmt.Sprintf("What is not shared stays with `%s`.", g.Cost.Rest),
		orNothing(g.Cost.Substantiated, "Before a sum is confirmed the decision `%s` must find a saving to be real; otherwise nothing of it is shared."),
		partYear(g),
		fmt.Sprintf("It is calculated when the cost is final, and confirmed by the decision `%s`.", g.Confirmed),
		fmt.Sprintf("It is paid %s.", by(c.chart(g.Name+"/payment"), "pay")),
		"Each payer pays each payee its share of that payee's sum.",
		fmt.Sprintf("A figure that is restated within %s of payment changes what was paid only by the difference, which is paid in the same way.", g.Corrected))
}

func tierRows(side string, of []machine.Tier, f *machine.Formula) [][]string {
	var rows [][]string
	for _, t := range of {
		rows = append(rows, []string{side, t.Words, percent(t.Part), f.From, f.To})
	}
	return rows
}

func modifier(side string, m *machine.Modifier) string {
	if m == nil {
		return ""
	}
	swing, way := m.Swing, "more"
	if swing.Sign() < 0 {
		swing, way = swing.Neg(), "less"
	}
	size := percent(swing) + " of itself"
	if m.Points {
		size = swing.Mul(value.Int(100)).String() + " points"
	}
	return fmt.Sprintf("A score of 100 under `%s` makes every share %s the target %s %s, and other scores change it in proportion; a share of nothing stays nothing, and no other is below %s or above %s.",
		m.By, side, size, way, percent(m.Least), percent(m.Most))
}

func capped(of string, limit *value.Money) string {
	if limit == nil {
		return ""
	}
	return fmt.Sprintf("Of the %s of a year at most %s is paid.", of, *limit)
}
