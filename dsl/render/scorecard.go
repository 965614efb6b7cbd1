package render

import (
	"fmt"

	"concordat/engine/machine"
)

func (c *contractor) scorecard(p *part, g *machine.Gainshare) {
	out := c.rule(p, g.Title, g.Name)
	out.body = append(out.body, points(g))
	out.rules(
		fmt.Sprintf("Every %s is scored: the weighted average of the points of every measure, %s. It pays nothing.", g.Every, precision(g)),
		method(g),
		"It is scored when every measure is final, and again when a final figure is restated.",
		fmt.Sprintf("A part of a %s is not scored.", g.Every))
}
