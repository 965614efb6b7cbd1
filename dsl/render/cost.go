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
	switch {
	case g.Cost.Moved != "" && g.Cost.Targets[0].Period.Kind == value.Term:
		moved = fmt.Sprintf("The decision `%s` can put another sum in the place of the target; every earlier target is kept on record.", g.Cost.Moved)
	case g.Cost.Moved != "":
		moved = fmt.Sprintf("The decision `%s` can put another sum in the place of the target of the year in which it opens; every earlier target is kept on record.", g.Cost.Moved)
	}
	out.rules(heldAgainst(g), moved)
	shares := table{head: []string{"The cost lies", "By", "Share", "Paid from", "To"}, right: []bool{false, false, true, false, false}}
	shares.rows = append(tierRows("under", g.Cost.Under, &g.Gain), tierRows("over", g.Cost.Over, &g.Pain)...)
	out.body = append(out.body, shares)
	out.rules(
		"Each range has its own share: only what lies in the range is shared by it. The parts are added up and rounded once.",
		modifier("under", g.Cost.UnderBy),
		modifier("over", g.Cost.OverBy),
		capped("saving", g, g.GainCap),
		capped("overrun", g, g.PainCap),
		orNothing(g.Beyond, "What lies beyond the cap on an overrun is borne by `%s`."),
		fmt.Sprintf("What is not shared stays with `%s`.", g.Cost.Rest),
		orNothing(g.Cost.Substantiated, "Before a sum is confirmed the decision `%s` must find a saving to be real; otherwise nothing of it is shared."),
		cutShort(g),
		matters(g),
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

func capped(of string, g *machine.Gainshare, limit *value.Money) string {
	if limit == nil {
		return ""
	}
	over := "a year"
	if g.Every == value.Term {
		over = "the whole term"
	}
	return fmt.Sprintf("Of the %s of %s at most %s is paid.", of, over, *limit)
}

// heldAgainst says over what a cost is shared.
func heldAgainst(g *machine.Gainshare) string {
	switch {
	case g.Every != value.Term:
		return fmt.Sprintf("What `%s` comes to in a year is held against the year's target.", g.Cost.Cost)
	case g.Cost.Targets[0].Period.Kind == value.Term:
		return fmt.Sprintf("What `%s` comes to in all years of the term together is held against the one target, once: what one year saves another may spend.", g.Cost.Cost)
	}
	return fmt.Sprintf("What `%s` comes to in all years of the term together is held against the sum of their targets, once: what one year saves another may spend.", g.Cost.Cost)
}

// cutShort says what becomes of a year that is not whole, and of an early end.
func cutShort(g *machine.Gainshare) string {
	switch {
	case g.Every != value.Term:
		return partYear(g)
	case g.Cost.WholeYears:
		return "A year that is not whole is left out, cost and target. Where the agreement ends early, the whole years before are shared."
	}
	return "A year that is not whole is left out, cost and target. Where the agreement ends early, nothing is shared."
}
