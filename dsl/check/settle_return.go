package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
)

func (c *checker) returned(b *syntax.Block, r *settled.Return) {
	if every := syntax.One[*syntax.Every](b, "every"); every != nil {
		r.Every = kind(every.Cycle.Word)
	}
	if due := syntax.One[*syntax.Due](b, "due"); due != nil {
		r.Due = c.within(r.Said("due"), &due.Within.Length, &due.Within.Of, periodEnd(r.Every))
	}
	if accepted := syntax.One[*syntax.Accepted](b, "accepted"); accepted != nil {
		r.Accepter = c.who(&accepted.By, aParty|aGroup|aBody)
		r.AcceptIn = c.within(r.Said("accepted"), &accepted.Within.Length, &accepted.Within.Of,
			onlyFrom(syntax.FromReceipt, machine.AnchorReceipt))
	}
	if silence := syntax.One[*syntax.AcceptSilence](b, "silence"); silence != nil {
		r.SilenceAccepts = silence.Is.Word == syntax.SilenceAccepts
	}
	if contested := syntax.One[*syntax.Contested](b, "contested"); contested != nil {
		if r.Contested = one[*settled.Dispute](c, &contested.Under, "dispute"); r.Contested != nil {
			r.Contested.Figures = true
		}
	}
	for _, s := range b.Statements {
		v, ok := s.Value.(*syntax.AfterDue)
		if !ok {
			continue
		}
		step := settled.Consequence{Said: c.said(&r.Head, s)}
		step.Span, _ = c.span(&v.After)
		if s.Keyword.Name == "if missing" {
			c.consequence(&step, &v.Action, whenMissing)
			r.Missing = step
			continue
		}
		c.consequence(&step, &v.Action, whenLate)
		r.Late = append(r.Late, step)
	}
	c.stepsInOrder(r)
}

func (c *checker) consequence(step *settled.Consequence, a *syntax.Action, may place) {
	if do := c.action(a, step.Said, may); do != nil {
		step.Do = *do
	}
}

// stepsInOrder finds a step that comes before or with the one written above it,
// and a figure that is missing before its last reminder. The day a figure is
// due is any day: lengths of one unit compare for all of them.
func (c *checker) stepsInOrder(r *settled.Return) {
	steps := r.Late
	if r.Missing.Span.N > 0 {
		steps = append(steps[:len(steps):len(steps)], r.Missing)
	}
	for i := 1; i < len(steps); i++ {
		before, after := steps[i-1], steps[i]
		if before.Span.Unit == after.Span.Unit && before.Span.N > 0 && after.Span.N > 0 && after.Span.N <= before.Span.N {
			c.StepsBackwards(after, before)
		}
	}
}
