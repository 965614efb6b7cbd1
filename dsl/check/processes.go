package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
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
			c.rolesMeet(s)
			c.gateDecides(s)
		}
		c.timesOfSteps(p)
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

// rolesMeet finds a party that took one role in a step and takes another, or takes
// part, in a later one with a role of its own: who writes what is bought must not
// compete for it unseen, nor judge what it did. The author says what becomes of it.
func (c *checker) rolesMeet(s *settled.ProcessStep) {
	for _, earlier := range s.Of.Steps {
		if earlier == s || earlier.Role == "" || s.Role == "" || earlier.Role == s.Role || !slices.Contains(earlier.Onward(), s) {
			continue
		}
		for _, p := range partiesOf(earlier.Lead) {
			takesPart := slices.ContainsFunc(append([]settled.Who{s.Lead}, s.With...), func(w settled.Who) bool { return slices.Contains(partiesOf(w), p) })
			if takesPart && !slices.Contains(s.Aside, p) && !slices.Contains(s.Both, p) {
				c.TwoRoles(s, earlier, p)
			}
		}
	}
}

// partiesOf are those who act in a step: of a group each party with a seat.
func partiesOf(w settled.Who) []*settled.Party {
	if w.Group == nil {
		return w.Parties
	}
	var out []*settled.Party
	for _, seat := range w.Group.Seats {
		out = append(out, seat.Party)
	}
	return out
}

// timesOfSteps finds a step whose last day comes before that of a step it waits
// for, and steps that outlast the term where each takes the time it has. Of a step
// without a time its last day is no sooner than that of those before it; times are
// counted from the first day of the term where the process starts with it.
func (c *checker) timesOfSteps(p *settled.Process) {
	last := map[*settled.ProcessStep]value.Date{}
	told := false
	for range p.Steps { // in whichever order they are written
		for _, s := range p.Steps {
			if day := c.lastDayOf(s, last); day.IsSet() {
				last[s] = day
			}
		}
	}
	for _, s := range p.Steps {
		for _, before := range s.After {
			if day, known := last[before]; known && s.Until.IsSet() && s.Until < day {
				c.StepBeforeEarlier(s, before, day)
			}
		}
		over := c.Agreement.Last.IsSet() && last[s] > c.Agreement.Last && !slices.Contains(c.Agreement.Survives, settled.Named(p))
		switch {
		case !over:
		case s.Until.IsSet():
			c.StepAfterTheEnd(s)
		case s.Within != nil && !told:
			c.StepsOutlast(s, last[s])
			told = true // those behind it follow from that
		}
	}
}

// lastDayOf is the last day of a step as far as it is known: NoDate where it is not.
func (c *checker) lastDayOf(s *settled.ProcessStep, last map[*settled.ProcessStep]value.Date) value.Date {
	if s.Until.IsSet() {
		return s.Until
	}
	opens := value.NoDate
	if s.Start && s.Of.FirstDay.Ref.Block != "" {
		opens = c.Agreement.First
	}
	for _, before := range s.After {
		if day, known := last[before]; known && (!opens.IsSet() || day > opens) {
			opens = day
		}
	}
	if !opens.IsSet() || s.Within == nil {
		return opens
	}
	day, _ := c.Agreement.Calendar.After(opens, s.Within.Span)
	return day
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
