package check

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/engine/value"
)

func (c *collector) shadowInTerm(first value.Date) {
	c.unsettled("shadow-in-term", c.a.Said("shadow").At, fmt.Sprintf("the shadow period would begin on %s, and the term has begun by then", first),
		fmt.Sprintf("name a day before %s", c.a.First), see(c.a.Said("term").At, "the term"))
}

func (c *collector) shadowEmpty() {
	c.report("shadow-empty", c.a.Said("shadow").At,
		fmt.Sprintf("nothing runs from %s to %s: no figure is returned and no review held for a period that lies in it with all its days", c.a.Shadow.First, c.a.First.AddDays(-1)),
		"let the shadow period begin with a quarter or a month for which something is returned or held, or take the line out", see(c.a.Said("term").At, "the term"))
}

// beginning says on which day the first of the agreement runs.
func (c *collector) beginning() string {
	if c.a.Shadow != nil {
		return fmt.Sprintf("the shadow period begins on %s", c.a.Shadow.First)
	}
	return fmt.Sprintf("the term begins on %s", c.a.First)
}

func (c *collector) beginningAt() diag.Related {
	if c.a.Shadow != nil {
		return see(c.a.Said("shadow").At, "the shadow period")
	}
	return see(c.a.Said("term").At, "the term")
}
