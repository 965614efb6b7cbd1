package check

import (
	"fmt"

	"concordat/dsl/expr"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// closing settles what follows from a review that is held once, before the term
// ends: one thing where a condition holds, another where it does not.
func (c *checker) closing(b *syntax.Block, r *settled.Review) {
	r.Otherwise = c.actions(b, &r.Head, "otherwise", whenHeldOtherwise)
	var when *syntax.Condition
	for _, v := range syntax.All[*syntax.Then](b, "then") {
		if v.Action.When != nil {
			when = v.Action.When
		}
	}
	if !r.Once && (when != nil || len(r.Otherwise) > 0) || when == nil && len(r.Otherwise) > 0 || when != nil && (len(r.Otherwise) == 0 || len(r.Then) != 1) {
		c.ClosingForm(r)
		return
	}
	if when == nil || c.asksUnsettled(when) {
		return
	}
	env := &expr.Env{Currency: c.Agreement.Currency, Where: fmt.Sprintf("the review `%s`", r.Name), Measures: c.bands}
	condition, found := expr.Condition(when, env)
	c.Take(found)
	if !found.HasErrors() {
		r.When = condition
		c.measuresIn(&condition)
	}
}

// heldFor finds a period where a review has none, and none where it has one.
func (c *checker) heldFor(a *syntax.HoldsAct, r *settled.Review) {
	switch {
	case a.Period != nil && !r.Once:
		c.reviewPeriod(a.Period, r)
	case (a.Period == nil) != r.Once:
		c.HoldsWhen(a.Name.At, r)
	}
}
