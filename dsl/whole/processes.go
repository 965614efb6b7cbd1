package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// processes looks at each process as a whole: that it starts and can end, that
// every step is reached, and that nobody sits on both sides of a choice.
func (w *Text) processes() {
	for _, p := range w.Agreement.Processes {
		w.startsAtAll(p)
		if !w.stepsReached(p) {
			continue // what leads where is not known
		}
		for _, s := range p.Steps {
			w.waysBack(s)
			w.rolesMeet(s)
			w.gateDecides(s)
		}
		w.timesOfSteps(p)
	}
}

// startsAtAll finds a process that waits for others which wait for it.
func (w *Text) startsAtAll(p *settled.Process) {
	if len(p.After) == 0 || starts(p, map[*settled.Process]bool{}) {
		return
	}
	w.NeverStarts(p)
}

func starts(p *settled.Process, asked map[*settled.Process]bool) bool {
	if p.FirstDay.Ref.Block != "" || !p.By.Zero() {
		return true
	}
	asked[p] = true
	return slices.ContainsFunc(p.After, func(f settled.Follows) bool { return !asked[f.Process] && starts(f.Process, asked) })
}

// stepsReached finds steps that wait for one another.
func (w *Text) stepsReached(p *settled.Process) bool {
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
			w.StepNeverOpens(s)
			return false // those behind it follow from that
		}
	}
	return true
}

// waysBack finds a way back that leads forward.
func (w *Text) waysBack(s *settled.ProcessStep) {
	for _, b := range s.Back {
		if !slices.Contains(b.To.Onward(), s) {
			w.BackIsForward(b.Said, b.To, s)
		}
	}
	if b := s.Refused.Back; b != nil && !slices.Contains(b.Onward(), s) {
		w.BackIsForward(s.Refused.Said, b, s)
	}
}

// rolesMeet finds a party that took one role in a step and takes another, or takes
// part, in a later one with a role of its own: who writes what is bought must not
// compete for it unseen, nor judge what it did. The author says what becomes of it.
func (w *Text) rolesMeet(s *settled.ProcessStep) {
	for _, earlier := range s.Of.Steps {
		if earlier == s || earlier.Role == "" || s.Role == "" || earlier.Role == s.Role || !slices.Contains(earlier.Onward(), s) {
			continue
		}
		for _, p := range partiesOf(earlier.Lead) {
			takesPart := slices.ContainsFunc(append([]settled.Who{s.Lead}, s.With...), func(of settled.Who) bool { return slices.Contains(partiesOf(of), p) })
			if takesPart && !slices.Contains(s.Aside, p) && !slices.Contains(s.Both, p) {
				w.TwoRoles(s, earlier, p)
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
func (w *Text) timesOfSteps(p *settled.Process) {
	last := map[*settled.ProcessStep]value.Date{}
	told := false
	for range p.Steps { // in whichever order they are written
		for _, s := range p.Steps {
			if day := w.lastDayOf(s, last); day.IsSet() {
				last[s] = day
			}
		}
	}
	for _, s := range p.Steps {
		for _, before := range s.After {
			if day, known := last[before]; known && s.Until.IsSet() && s.Until < day {
				w.StepBeforeEarlier(s, before, day)
			}
		}
		over := w.Agreement.Last.IsSet() && last[s] > w.Agreement.Last && !slices.Contains(w.Agreement.Survives, settled.Named(p))
		switch {
		case !over:
		case s.Until.IsSet():
			w.StepAfterTheEnd(s)
		case s.Within != nil && !told:
			w.StepsOutlast(s, last[s])
			told = true // those behind it follow from that
		}
	}
}

// lastDayOf is the last day of a step as far as it is known: NoDate where it is not.
func (w *Text) lastDayOf(s *settled.ProcessStep, last map[*settled.ProcessStep]value.Date) value.Date {
	if s.Until.IsSet() {
		return s.Until
	}
	opens := value.NoDate
	if s.Start && s.Of.FirstDay.Ref.Block != "" {
		opens = w.Agreement.First
	}
	for _, before := range s.After {
		if day, known := last[before]; known && (!opens.IsSet() || day > opens) {
			opens = day
		}
	}
	if !opens.IsSet() || s.Within == nil {
		return opens
	}
	day, _ := w.Agreement.Calendar.After(opens, s.Within.Span)
	return day
}

// gateDecides finds a gate, or a way back, whose decision is about something else.
func (w *Text) gateDecides(s *settled.ProcessStep) {
	if s.Gate != nil && !s.Gate.Passes && !w.Drafted {
		w.GateDecidesElse(s.Said("gate"), s.Gate, string(syntax.DecidesStep))
	}
	for _, b := range s.Back {
		if !b.By.Returns && !w.Drafted {
			w.GateDecidesElse(b.Said, b.By, string(syntax.DecidesBack))
		}
	}
}
