package problem

import (
	"fmt"

	"concordat/dsl/settled"
	"concordat/engine/sums/tiers"
	"concordat/engine/value"
)

// RangeFlawed names the first amount that is in no range or in two, and the line that mends it.
func (c *Collector) RangeFlawed(flaw *tiers.Flaw, at, below settled.Said, where string, line [2]string) {
	first := money(flaw.From.Add(value.Int(1))) // the first whole penny of the flaw
	switch {
	case flaw.Kind == tiers.Empty:
		c.report("range-gap", at.At, fmt.Sprintf("no amount %s is in this range: it ends where it begins, or before", where), "write the lower end after `above`")
	case flaw.Kind == tiers.Overlap:
		c.report("range-overlap", at.At, fmt.Sprintf("%s %s is in two ranges, and would be shared out twice", first, where),
			"let each range begin where the one before ends", see(below.At, "the range that it overlaps"))
	case flaw.Ended && flaw.Below < 0:
		c.report("range-gap", at.At, fmt.Sprintf("%s %s is in no range", first, where), "begin the first range with `up to`")
	case flaw.Ended:
		c.report("range-gap", at.At, fmt.Sprintf("%s %s is in no range", first, where),
			fmt.Sprintf("let this range begin where the one before ends, at %s, or add one", money(flaw.From)), see(below.At, "the range before"))
	default:
		c.report("range-gap", at.At, fmt.Sprintf("%s %s is in no range: the last one has an end", first, where),
			fmt.Sprintf("add a line such as `%s above %s, %s`", line[0], money(flaw.From), line[1]))
	}
}
