package check

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

func (c *collector) noSteps(p *settled.Process) {
	c.report("process-empty", p.At, fmt.Sprintf("the process `%s` has no step", p.Name), "add a `step` for each thing that must be done")
}

func (c *collector) stepElsewhere(name *syntax.Ident, s, of *settled.ProcessStep) {
	c.report("step-elsewhere", name.At, fmt.Sprintf("`%s` is a step of `%s`, and `%s` is one of `%s`", s.Name, s.Of.Name, of.Name, of.Of.Name),
		"name a step of the same process, or let one process start when the other is done", see(s.At, "it stands here"))
}

func (c *collector) afterItself(name *syntax.Ident, s *settled.ProcessStep) {
	c.report("step-circle", name.At, fmt.Sprintf("`%s` would open only after itself", s.Name), "name the step before it, or write `after start`")
}

func (c *collector) stepNeverOpens(s *settled.ProcessStep) {
	var related []diag.Related
	for _, before := range s.After {
		related = append(related, see(before.Said("after").At, fmt.Sprintf("`%s` waits in its turn", before.Name)))
	}
	c.report("step-circle", s.Said("after").At, fmt.Sprintf("`%s` never opens: what it waits for waits for it", s.Name),
		"let one of them be `after start`; a way back is said with `back to STEP, by decision NAME`", related...)
}

func (c *collector) neverStarts(p *settled.Process) {
	c.report("process-never-starts", p.After[0].At, fmt.Sprintf("`%s` never starts: the processes wait for one another", p.Name),
		"add `starts on the first day of the term`, or `starts on a proposal by WHO`, to one of them")
}

func (c *collector) proofTwice(at diag.Span, first settled.Proof) {
	c.report("evidence-twice", at, fmt.Sprintf("`%s` must be shown already", first.Name), "give it another name, or leave one out", see(first.At, "the first"))
}

func (c *collector) stepTimeTwice(s *settled.ProcessStep) {
	c.report("step-time", s.Said("until").At, fmt.Sprintf("`%s` has a time and a last day, and they can differ", s.Name), "keep `within`, or `until`", see(s.Said("within").At, "its time"))
}

func (c *collector) stepLateUnsaid(s *settled.ProcessStep) {
	at := s.Said("within")
	if !s.Has("within") {
		at = s.Said("until")
	}
	c.report("step-time", at.At, fmt.Sprintf("`%s` has a time, and nothing follows when it is over", s.Name), "add `if late tell WHO`, `if late remind` or `if late open DECISION`")
}

func (c *collector) stepNeverLate(at diag.Span, s *settled.ProcessStep) {
	c.report("step-time", at, fmt.Sprintf("`%s` has no time, so it is never late", s.Name), "add `within LENGTH of opening` or `until DATE`")
}

func (c *collector) refusalUnsaid(s *settled.ProcessStep) {
	c.report("gate-refused-unsaid", s.Said("gate").At, fmt.Sprintf("nothing says what follows when `%s` is not let through", s.Name),
		"add `if refused back to STEP`, `if refused stay open` or `if refused end process`")
}

func (c *collector) refusalOfNothing(at diag.Span, s *settled.ProcessStep) {
	c.report("gate-refused-unsaid", at, fmt.Sprintf("`%s` has no gate, so nobody refuses it", s.Name), "add `gate by decision NAME`, or leave the line out")
}

func (c *collector) backIsForward(said settled.Said, to, s *settled.ProcessStep) {
	c.report("step-back", said.At, fmt.Sprintf("`%s` does not lead to `%s`, so this is no way back", to.Name, s.Name), "name a step that comes before, or the step itself", see(to.At, "it stands here"))
}

func (c *collector) judgeOfItself(s, earlier *settled.ProcessStep, p *settled.Party) {
	c.warn("step-both-sides", s.At, fmt.Sprintf("`%s` led `%s` as %s and takes part in `%s`, where that is judged", p.Name, earlier.Name, earlier.Role, s.Name),
		fmt.Sprintf("let somebody else do it, or write `apart %s stands aside`", p.Name), see(earlier.Said("lead").At, "its other role"))
}

func (c *collector) stepAfterTheEnd(s *settled.ProcessStep) {
	c.report("step-after-term", s.Said("until").At, fmt.Sprintf("`%s` may take until %s, after the agreement has ended", s.Name, s.Until), fmt.Sprintf("name a day up to %s", c.a.Last), see(c.a.Said("term").At, "the term"))
}

func (c *collector) gateDecidesElse(said settled.Said, d *settled.Decision, what string) {
	c.report("gate-decides-nothing", said.At, fmt.Sprintf("`%s` does not decide %s", d.Name, what), fmt.Sprintf("write `decides %s` in it, or name another decision", what), see(d.At, "it stands here"))
}

func (c *collector) evidenceUnknown(name *syntax.Ident, s *settled.ProcessStep) {
	c.report("evidence-unknown", name.At, fmt.Sprintf("`%s` does not ask for `%s`", s.Name, name.Name), "name evidence that the step asks for", see(s.At, "the step"))
}
