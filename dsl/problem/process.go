package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// NoSteps reports process-empty.
func (c *Collector) NoSteps(p *settled.Process) {
	c.report("process-empty", p.At, fmt.Sprintf("the process `%s` has no step", p.Name), "add a `step` for each thing that must be done")
}

// StepElsewhere reports step-elsewhere.
func (c *Collector) StepElsewhere(name *syntax.Ident, s, of *settled.ProcessStep) {
	c.report("step-elsewhere", name.At, fmt.Sprintf("`%s` is a step of `%s`, and `%s` is one of `%s`", s.Name, s.Of.Name, of.Name, of.Of.Name),
		"name a step of the same process, or let one process start when the other is done", see(s.At, "it stands here"))
}

// AfterItself reports step-circle.
func (c *Collector) AfterItself(name *syntax.Ident, s *settled.ProcessStep) {
	c.report("step-circle", name.At, fmt.Sprintf("`%s` would open only after itself", s.Name), "name the step before it, or write `after start`")
}

// StepNeverOpens reports step-circle.
func (c *Collector) StepNeverOpens(s *settled.ProcessStep) {
	var related []diag.Related
	for _, before := range s.After {
		related = append(related, see(before.Said("after").At, fmt.Sprintf("`%s` waits in its turn", before.Name)))
	}
	c.report("step-circle", s.Said("after").At, fmt.Sprintf("`%s` never opens: what it waits for waits for it", s.Name),
		"let one of them be `after start`; a way back is said with `back to STEP, by decision NAME`", related...)
}

// NeverStarts reports process-never-starts.
func (c *Collector) NeverStarts(p *settled.Process) {
	c.report("process-never-starts", p.After[0].At, fmt.Sprintf("`%s` never starts: the processes wait for one another", p.Name),
		"add `starts on the first day of the term`, or `starts on a proposal by WHO`, to one of them")
}

// ProofTwice reports evidence-twice.
func (c *Collector) ProofTwice(at diag.Span, first settled.Proof) {
	c.report("evidence-twice", at, fmt.Sprintf("`%s` must be shown already", first.Name), "give it another name, or leave one out", see(first.At, "the first"))
}

// CriteriaNotWhole reports criteria-not-whole.
func (c *Collector) CriteriaNotWhole(s *settled.ProcessStep, whole value.Num) {
	c.unsettled("criteria-not-whole", s.Said("scored").At, fmt.Sprintf("what offers are compared by in `%s` weighs %s together", s.Name, percentText(whole)), tooMuch(whole))
}

// CriteriaLopsided reports criteria-lopsided.
func (c *Collector) CriteriaLopsided(s *settled.ProcessStep, x settled.Criterion) {
	help := "let the others weigh more, or say nothing of them"
	if len(s.Scored) == 1 {
		help = "name what else counts, and what it weighs"
	}
	c.warn("criteria-lopsided", s.Said("scored").At, fmt.Sprintf("`%s` weighs %s: nothing else can change who wins `%s`", x.Name, percentText(x.Part), s.Name), help)
}

// StepTimeTwice reports step-time.
func (c *Collector) StepTimeTwice(s *settled.ProcessStep) {
	c.report("step-time", s.Said("until").At, fmt.Sprintf("`%s` has a time and a last day, and they can differ", s.Name), "keep `within`, or `until`", see(s.Said("within").At, "its time"))
}

// StepLateUnsaid reports step-time.
func (c *Collector) StepLateUnsaid(s *settled.ProcessStep) {
	at := s.Said("within")
	if !s.Has("within") {
		at = s.Said("until")
	}
	c.report("step-time", at.At, fmt.Sprintf("`%s` has a time, and nothing follows when it is over", s.Name), "add `if late tell WHO`, `if late remind` or `if late open DECISION`")
}

// StepNeverLate reports step-time.
func (c *Collector) StepNeverLate(at diag.Span, s *settled.ProcessStep) {
	c.report("step-time", at, fmt.Sprintf("`%s` has no time, so it is never late", s.Name), "add `within LENGTH of opening` or `until DATE`")
}

// RefusalUnsaid reports gate-refused-unsaid.
func (c *Collector) RefusalUnsaid(s *settled.ProcessStep) {
	c.report("gate-refused-unsaid", s.Said("gate").At, fmt.Sprintf("nothing says what follows when `%s` is not let through", s.Name),
		"add `if refused back to STEP`, `if refused stay open` or `if refused end process`")
}

// RefusalOfNothing reports gate-refused-unsaid.
func (c *Collector) RefusalOfNothing(at diag.Span, s *settled.ProcessStep) {
	c.report("gate-refused-unsaid", at, fmt.Sprintf("`%s` has no gate, so nobody refuses it", s.Name), "add `gate by decision NAME`, or leave the line out")
}

// BackIsForward reports step-back.
func (c *Collector) BackIsForward(said settled.Said, to, s *settled.ProcessStep) {
	c.report("step-back", said.At, fmt.Sprintf("`%s` does not lead to `%s`, so this is no way back", to.Name, s.Name), "name a step that comes before, or the step itself", see(to.At, "it stands here"))
}

// TwoRoles warns of step-both-sides.
func (c *Collector) TwoRoles(s, earlier *settled.ProcessStep, p *settled.Party) {
	c.warn("step-both-sides", s.At, fmt.Sprintf("`%s` led `%s` as %s and takes part in `%s`, which is led as %s", p.Name, earlier.Name, earlier.Role, s.Name, s.Role),
		fmt.Sprintf("let somebody else do it, or write `apart %s stands aside`, or `apart %s keeps both roles`", p.Name, p.Name), see(earlier.Said("lead").At, "its other role"))
}

// StepBeforeEarlier reports step-before-earlier.
func (c *Collector) StepBeforeEarlier(s, before *settled.ProcessStep, day value.Date) {
	c.report("step-before-earlier", s.Said("until").At, fmt.Sprintf("`%s` must be done by %s, and `%s`, which it waits for, may take until %s", s.Name, s.Until, before.Name, day),
		"give this step a later day, or the one before it an earlier", see(before.At, "it stands here"))
}

// StepsOutlast warns of steps-outlast.
func (c *Collector) StepsOutlast(s *settled.ProcessStep, day value.Date) {
	c.warn("steps-outlast", s.Said("within").At, fmt.Sprintf("where each step takes the time it has, `%s` is due on %s, after the agreement has ended", s.Name, day),
		"shorten a step, or add the process to `survives`", see(c.Agreement.Said("term").At, "the term"))
}

// StepAfterTheEnd reports step-after-term.
func (c *Collector) StepAfterTheEnd(s *settled.ProcessStep) {
	c.report("step-after-term", s.Said("until").At, fmt.Sprintf("`%s` may take until %s, after the agreement has ended", s.Name, s.Until), fmt.Sprintf("name a day up to %s", c.Agreement.Last), see(c.Agreement.Said("term").At, "the term"))
}

// GateDecidesElse reports gate-decides-nothing.
func (c *Collector) GateDecidesElse(said settled.Said, d *settled.Decision, what string) {
	c.report("gate-decides-nothing", said.At, fmt.Sprintf("`%s` does not decide %s", d.Name, what), fmt.Sprintf("write `decides %s` in it, or name another decision", what), see(d.At, "it stands here"))
}

// EvidenceUnknown reports evidence-unknown.
func (c *Collector) EvidenceUnknown(name *syntax.Ident, s *settled.ProcessStep) {
	c.report("evidence-unknown", name.At, fmt.Sprintf("`%s` does not ask for `%s`", s.Name, name.Name), "name evidence that the step asks for", see(s.At, "the step"))
}
