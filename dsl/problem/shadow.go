package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/engine/value"
)

// ShadowInTerm reports shadow-in-term.
func (c *Collector) ShadowInTerm(first value.Date) {
	c.unsettled("shadow-in-term", c.Agreement.Said("shadow").At, fmt.Sprintf("the shadow period would begin on %s, and the term has begun by then", first),
		fmt.Sprintf("name a day before %s", c.Agreement.First), see(c.Agreement.Said("term").At, "the term"))
}

// ShadowEmpty reports shadow-empty.
func (c *Collector) ShadowEmpty() {
	c.report("shadow-empty", c.Agreement.Said("shadow").At,
		fmt.Sprintf("nothing runs from %s to %s: no figure is returned and no review held for a period that lies in it with all its days", c.Agreement.Shadow.First, c.Agreement.First.AddDays(-1)),
		"let the shadow period begin with a quarter or a month for which something is returned or held, or take the line out", see(c.Agreement.Said("term").At, "the term"))
}

// beginning says on which day the first of the agreement runs.
func (c *Collector) beginning() string {
	if c.Agreement.Shadow != nil {
		return fmt.Sprintf("the shadow period begins on %s", c.Agreement.Shadow.First)
	}
	return fmt.Sprintf("the term begins on %s", c.Agreement.First)
}

func (c *Collector) beginningAt() diag.Related {
	if c.Agreement.Shadow != nil {
		return see(c.Agreement.Said("shadow").At, "the shadow period")
	}
	return see(c.Agreement.Said("term").At, "the term")
}
