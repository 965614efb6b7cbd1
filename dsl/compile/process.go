package compile

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// The states of a process and of its steps.
const (
	running  = "running"
	waiting  = "waiting"
	underWay = "under way"
	atGate   = "at the gate"
	done     = "done"
	sentBack = "sent back"
	ended    = "ended"
)

func processes(m *machine.Machine, a *settled.Agreement) {
	for _, p := range a.Processes {
		out := machine.Process{Name: p.Name, Title: p.Title, FirstDay: p.FirstDay.Ref.Block != ""}
		for _, f := range p.After {
			out.After = append(out.After, f.Process.Name)
		}
		for _, s := range p.Steps {
			out.Steps = append(out.Steps, step(s))
		}
		m.Processes = append(m.Processes, out)
	}
}

func step(s *settled.ProcessStep) machine.Step {
	out := machine.Step{Name: s.Name, Title: s.Title, Lead: whoName(s.Lead), Role: s.Role, Start: s.Start, After: stepNames(s.After), Gate: settled.NameOf(s.Gate)}
	for _, w := range s.With {
		out.With = append(out.With, whoName(w))
	}
	for _, e := range s.Evidence {
		out.Evidence = append(out.Evidence, machine.Term{Name: e.Name, Title: e.Title})
	}
	for _, x := range s.Scored {
		out.Scored = append(out.Scored, machine.Criterion{Name: x.Name, Part: x.Part})
	}
	for _, p := range s.Aside {
		out.Aside = append(out.Aside, p.Name)
	}
	for _, n := range s.Onward() {
		out.Onward = append(out.Onward, n.Name)
	}
	return out
}

func stepNames(of []*settled.ProcessStep) []string {
	var out []string
	for _, s := range of {
		out = append(out, s.Name)
	}
	return out
}

// process adds the chart of a process: it runs until its steps are done.
func (l *lives) process(p *settled.Process) {
	c := newLife(machine.KindProcess, &p.Head)
	c.Survives = l.survives(p.Name)
	c.state(running)
	c.end(done)
	if !p.By.Zero() {
		c.act("start", machine.OnStart, who(p.By), from(), running, p.Proposed)
	}
	c.on("done", machine.OnReady, from(running), done, p.Said("starts"))
	for _, s := range p.Steps {
		if s.Refused.Ends {
			c.on("stop", machine.OnStopped, from(running), ended, s.Refused.Said)
			break
		}
	}
	if !c.Survives {
		c.on("ended", machine.OnEnded, from(running), fallenAway, l.lasting())
	}
	c.endWhereLed(ended, fallenAway)
	l.add(c)
}

// step adds the chart of one round of a step: it opens when those before it are
// done, and is done when its lead says so and its gate has been passed.
func (l *lives) step(s *settled.ProcessStep) {
	c := newLife(machine.KindStep, &s.Head)
	c.Survives = l.survives(s.Of.Name)
	lead := who(s.Lead)
	c.state(waiting)
	c.waits(underWay, lead)
	busy := from(underWay)
	if s.Within != nil || s.Until.IsSet() {
		c.waits("late", lead)
		busy = from(underWay, "late")
	}
	c.on("open", machine.OnReady, from(waiting), underWay, s.Said("after"))
	if len(s.Evidence) > 0 {
		c.act("file", machine.OnEvidence, takingPart(s), busy, stays, s.Evidence[0].Said)
	}
	switch {
	case s.Within != nil:
		c.day("late", within(*s.Within), from(underWay), "late", s.Within.Said, actions(s.Late...)...)
	case s.Until.IsSet():
		c.day("late", machine.Deadline{Day: &s.Until}, from(underWay), "late", s.Said("until"), actions(s.Late...)...)
	}
	open := busy
	if s.Gate == nil {
		c.act("complete", machine.OnComplete, lead, busy, done, s.Said("lead"))
	} else {
		open = append(slices.Clone(busy), atGate)
		l.gate(c, s, lead, busy)
	}
	for _, b := range s.Back {
		c.on("back "+b.By.Name, machine.OnSentBack, open, sentBack, b.Said, does(machine.Reopen, b.To.Name, b.Said))
	}
	if len(s.Back) == 0 {
		c.on("again", machine.OnSentBack, open, sentBack, s.Said("after")) // a step beside it went back
	}
	c.on("stop", machine.OnStopped, append(from(waiting), open...), ended, s.Of.Said("starts"))
	if !c.Survives {
		c.on("ended", machine.OnEnded, append(from(waiting), open...), fallenAway, l.lasting())
	}
	c.end(done)
	c.endWhereLed(sentBack, ended, fallenAway)
	l.add(c)
}

// gate adds what the decision at the end of a step leads to.
func (l *lives) gate(c *life, s *settled.ProcessStep, lead machine.Who, busy []string) {
	says := s.Said("gate")
	c.state(atGate)
	c.act("complete", machine.OnComplete, lead, busy, atGate, s.Said("lead"), does(machine.Open, s.Gate.Name, says))
	c.on("pass", machine.OnDecided, from(atGate), done, says)
	refused := s.Refused.Said
	switch {
	case s.Refused.Back != nil:
		c.on("refused", machine.OnRejected, from(atGate), sentBack, refused, does(machine.Reopen, s.Refused.Back.Name, refused))
	case s.Refused.Ends:
		c.on("refused", machine.OnRejected, from(atGate), ended, refused, does(machine.StopProcess, s.Of.Name, refused))
	default:
		c.on("refused", machine.OnRejected, from(atGate), underWay, refused)
	}
}

// takingPart are the lead and those who take part, as parties and bodies: the
// seats of a group by name.
func takingPart(s *settled.ProcessStep) machine.Who {
	var out machine.Who
	for _, w := range append([]settled.Who{s.Lead}, s.With...) {
		switch {
		case w.Group != nil:
			for _, seat := range w.Group.Seats {
				out.Parties = append(out.Parties, seat.Party.Name)
			}
		default:
			out.Parties = append(out.Parties, whoName(w))
		}
	}
	slices.Sort(out.Parties)
	out.Parties = slices.Compact(out.Parties)
	return out
}

// sendsBack are the steps that a decision sends back when it is adopted.
func (l *lives) sendsBack(d *settled.Decision) []machine.Action {
	var out []machine.Action
	for _, s := range l.a.Steps {
		for _, b := range s.Back {
			if b.By == d {
				out = append(out, does(machine.SendBack, s.Name, b.Said))
			}
		}
	}
	return out
}
