package problem

import (
	"fmt"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// ReturnMixed reports return-mixed.
func (c *Collector) ReturnMixed(r *settled.Return, banded, bare *settled.Measure) {
	c.report("return-mixed", r.Missing.At,
		fmt.Sprintf("`%s` has figures with bands and without: where one is missing, the decision cannot give `%s` a band and `%s` a figure", r.Name, banded.Name, bare.Name),
		fmt.Sprintf("give `%s` a return of its own, with a decision that decides a figure", bare.Name), see(banded.At, "it has bands"), see(bare.At, "it has none"))
}

// FigureNeverTaken reports figure-without-end.
func (c *Collector) FigureNeverTaken(d *settled.Decision, end *settled.Action, by settled.Said) {
	c.report("figure-without-end", end.At, fmt.Sprintf("without a yes `%s` ends with no figure, and whatever reads it waits for ever", d.Name),
		"let the last line take a figure: `otherwise take £400,000`, or put the question to somebody else", see(by.At, "it is opened for a figure that is missing"))
}

// TakesPercent reports unit-wrong.
func (c *Collector) TakesPercent(v *syntax.Value) {
	c.unsettled("unit-wrong", v.At, "a figure that a decision takes is a number or a sum of money, and this is a percentage", "write the number: `otherwise take 0`, or of a cost a sum in pounds")
}

// TakesFigure reports action-misplaced.
func (c *Collector) TakesFigure(a *settled.Action, d *settled.Decision) {
	c.report("action-misplaced", a.At, fmt.Sprintf("`%s` takes a figure, but does not decide one", d.Name), "write `decides a figure`, or take what it does decide",
		see(d.At, "the decision"))
}
