package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// processes looks at each process as a whole: that it starts and can end, that
// every step is reached, and that nobody sits on both sides of a choice.
func (c *checker) processes() {
	for _, p := range c.Agreement.Processes {
		c.startsAtAll(p)
		if !c.stepsReached(p) {
			continue // what leads where is not known
		}
		for _, s := range p.Steps {
			c.waysBack(s)
			c.roleOnBothSides(s)
			c.gateDecides(s)
			if s.Until.IsSet() && c.Agreement.Last.IsSet() && s.Until > c.Agreement.Last && !slices.Contains(c.Agreement.Survives, settled.Named(p)) {
				c.StepAfterTheEnd(s)
			}
		}
	}
}

// startsAtAll finds a process that waits for others which wait for it.
func (c *checker) startsAtAll(p *settled.Process) {
	if len(p.After) == 0 || starts(p, map[*settled.Process]bool{}) {
		return
	}
	c.NeverStarts(p)
}

func starts(p *settled.Process, asked map[*settled.Process]bool) bool {
	if p.FirstDay.Ref.Block != "" || !p.By.Zero() {
		return true
	}
	asked[p] = true
	return slices.ContainsFunc(p.After, func(f settled.Follows) bool { return !asked[f.Process] && starts(f.Process, asked) })
}

// stepsReached finds steps that wait for one another.
func (c *checker) stepsReached(p *settled.Process) bool {
	reached := map[*settled.ProcessStep]bool{}
	for changed := true; changed; {
		changed = false
		for _, s := range p.Steps {
			open := s.Start || len(s.After) > 0 && !slices.ContainsFunc(s.After, func(t *settled.ProcessStep) bool { return !reached[t] })
			if open && !reached[s] {
				reached[s], changed = true, true
			}
		}
	}
	for _, s := range p.Steps {
		if !reached[s] && (s.Start || len(s.After) > 0) {
			c.StepNeverOpens(s)
			return false // those behind it follow from that
		}
	}
	return true
}

// waysBack finds a way back that leads forward.
func (c *checker) waysBack(s *settled.ProcessStep) {
	for _, b := range s.Back {
		if !slices.Contains(b.To.Onward(), s) {
			c.BackIsForward(b.Said, b.To, s)
		}
	}
	if b := s.Refused.Back; b != nil && !slices.Contains(b.Onward(), s) {
		c.BackIsForward(s.Refused.Said, b, s)
	}
}

// roleOnBothSides finds a party that takes part in a step as a bidder or a provider
// after it led an earlier one as a designer: who writes what is bought must not
// compete for it unseen. Saying that it stands aside is enough.
func (c *checker) roleOnBothSides(s *settled.ProcessStep) {
	if s.Role != "commissioner" && s.Role != "evaluator" && s.Role != "buyer" {
		return
	}
	for _, earlier := range s.Of.Steps {
		if earlier.Role != "bidder" && earlier.Role != "provider" {
			continue
		}
		for _, p := range earlier.Lead.Parties {
			if slices.Contains(s.Lead.Parties, p) && !slices.Contains(s.Aside, p) {
				c.JudgeOfItself(s, earlier, p)
			}
		}
	}
	for _, w := range s.With {
		for _, p := range w.Parties {
			at := slices.IndexFunc(s.Of.Steps, func(o *settled.ProcessStep) bool {
				return (o.Role == "provider" || o.Role == "bidder" || o.Role == "designer") && slices.Contains(o.Lead.Parties, p)
			})
			if at >= 0 && !slices.Contains(s.Aside, p) {
				c.JudgeOfItself(s, s.Of.Steps[at], p)
			}
		}
	}
}

// gateDecides finds a gate, or a way back, whose decision is about something else.
func (c *checker) gateDecides(s *settled.ProcessStep) {
	if s.Gate != nil && !s.Gate.Passes && !c.drafted {
		c.GateDecidesElse(s.Said("gate"), s.Gate, string(syntax.DecidesStep))
	}
	for _, b := range s.Back {
		if !b.By.Returns && !c.drafted {
			c.GateDecidesElse(b.Said, b.By, string(syntax.DecidesBack))
		}
	}
}

// files checks what a scenario shows for a step.
func (c *checker) files(a *syntax.FilesAct, s *settled.ProcessStep) {
	if a.Evidence.Hole == nil && !slices.ContainsFunc(s.Evidence, func(e settled.Proof) bool { return e.Name == a.Evidence.Name }) {
		c.EvidenceUnknown(&a.Evidence, s)
	}
}
