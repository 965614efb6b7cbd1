package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

func (c *checker) tranche(b *syntax.Block, x *settled.Tranche) {
	x.From, x.To = c.sideLine(b, "from"), c.sideLine(b, "to")
	c.bothSides(x.From, x.To, x.Said("to"))
	if v := syntax.One[*syntax.TrancheSum](b, "sum"); v != nil {
		sum, ok := c.money(&v.Amount)
		if x.Sum = sum; ok && sum == 0 {
			c.SumNothing(v.Amount.At)
		}
	}
	if v := syntax.One[*syntax.WhenDone](b, "when"); v != nil {
		x.Step = one[*settled.ProcessStep](c, &v.Step, "step")
	}
	if v := syntax.One[*syntax.PaidWithin](b, "paid"); v != nil {
		x.Paid = c.paidAfterStep(v, x)
	}
}

// paidAfterStep settles the day of payment, which counts from the step that the
// tranche waits for and from nothing else.
func (c *checker) paidAfterStep(v *syntax.PaidWithin, x *settled.Tranche) settled.Within {
	w := settled.Within{Said: x.Said("paid"), Adjust: adjust(v.Adjust.Word)}
	w.Span, _ = c.span(&v.Within.Length)
	switch of := v.Within.Of; {
	case of.Decision == nil && of.Event.Hole == nil:
		c.AnchorWrong(of.Event.At, string(of.Event.Word), settled.NameOf(x.Step))
	case of.Decision != nil && of.Decision.Hole == nil && x.Step != nil && of.Decision.Name != x.Step.Name:
		c.AnchorWrong(of.Decision.At, of.Decision.Name, x.Step.Name)
	}
	return w
}
