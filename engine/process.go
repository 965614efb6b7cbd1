package engine

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// The states of steps that others ask about.
const (
	stateWaiting = "waiting"
	stateDone    = "done"
)

// started starts a process at the wish of somebody who may.
func (w *work) started(e Started) error {
	p := w.m.Process(e.Process)
	if p == nil {
		return refusal.NoBlock(w.m, "process", e.Process)
	}
	c := w.m.ChartOf(p.Name)
	may := whoMay(c, machine.OnStart)
	if may == nil {
		return refusal.StartsItself(p)
	}
	says := saysFor(c, machine.OnStart)
	if err := w.inForce(says); err != nil {
		return err
	}
	if !slices.Contains(members(w.m, &w.s, nil, *may), e.By) {
		return w.notYours(e.By, says, "start "+p.Name, *may)
	}
	if t := w.latest(p.Name); t != nil && !c.State(t.State).End {
		return refusal.RunsAlready(p)
	}
	w.startProcess(p, says)
	return nil
}

// startProcess brings a run of a process to life, and a round of each of its steps.
func (w *work) startProcess(p *machine.Process, says machine.Ref) {
	run := w.create(w.m.Chart(p.Name), w.numbered(p.Name, ""), value.Period{}, Key{})
	w.effects = append(w.effects, Moved{Key: run.Key, Move: "start", To: run.State, On: w.today, Says: says})
	for i := range p.Steps {
		w.round(&p.Steps[i], run.Key)
	}
	w.openSteps(p)
}

// round brings another round of a step to life.
func (w *work) round(s *machine.Step, run Key) {
	t := w.create(w.m.Chart(s.Name), w.numbered(s.Name, ""), value.Period{}, run)
	n := 0
	for range w.s.Of(s.Name) {
		n++
	}
	t.Round = &record.Round{N: n}
}

// latest is the last that was brought to life on a chart; nil if nothing was.
func (w *work) latest(chart string) *Thing {
	var last *Thing
	for t := range w.s.Of(chart) {
		if last == nil || number(t) > number(last) {
			last = t
		}
	}
	return last
}

// number is which one of its chart a thing is, counted from 1.
func number(t *Thing) int {
	n := 0
	for _, r := range t.Key.Of {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// openSteps opens every step of a process that waits for nothing more. When all
// are done, so is the process.
func (w *work) openSteps(p *machine.Process) {
	all := true
	for i := range p.Steps {
		s := &p.Steps[i]
		t := w.latest(s.Name)
		all = all && t.State == stateDone
		if t.State == stateWaiting && len(w.waitsFor(s)) == 0 {
			w.signal(t.Key, machine.OnReady, Key{}, nil)
		}
	}
	if all {
		w.signal(w.latest(p.Name).Key, machine.OnReady, Key{}, nil)
	}
}

// waitsFor are the steps that are not done of those that must be before it.
func (w *work) waitsFor(s *machine.Step) []string {
	return slices.DeleteFunc(slices.Clone(s.After), func(name string) bool { return w.latest(name).State == stateDone })
}

// stepMoved is what a step's new state means for others.
func (w *work) stepMoved(t *Thing, from string) {
	p, _ := w.m.Step(t.Key.Chart)
	switch {
	case from == stateWaiting && !w.chartOf(t).State(t.State).End:
		w.note(t, machine.AnchorOpening, w.today)
	case t.State == stateDone:
		w.openSteps(p)
	}
	if from == stateAtGate {
		w.moot(t.Key)
	}
}

const stateAtGate = "at the gate"

// gatePassed tells a step what the decision at its gate came to.
func (w *work) gatePassed(decision *Thing) {
	step := w.s.Find(decision.Opener)
	if step == nil || step.Round == nil || decision.State == "moot" {
		return
	}
	on := machine.OnRejected
	if decision.State == "adopted" {
		on = machine.OnDecided
	}
	w.signal(step.Key, on, decision.Key, nil)
}

// processMoved starts what waits for a process that is done, and stops the steps
// of one that has ended.
func (w *work) processMoved(t *Thing) {
	switch t.State {
	case stateDone:
		for i := range w.m.Processes {
			p := &w.m.Processes[i]
			if !slices.Contains(p.After, t.Key.Chart) {
				continue
			}
			if run := w.latest(p.Name); run == nil || w.chartOf(run).State(run.State).End {
				w.startProcess(p, machine.Ref{Block: p.Name, Statement: "starts"})
			}
		}
	default:
		for _, s := range w.m.Process(t.Key.Chart).Steps {
			w.signal(w.latest(s.Name).Key, machine.OnStopped, t.Key, nil)
		}
	}
}

// sendBack makes a step go the way back that a decision opens.
func (w *work) sendBack(decision *Thing, step string) {
	t := w.latest(step)
	if t == nil {
		return
	}
	for i := range w.chartOf(t).Moves {
		mv := &w.chartOf(t).Moves[i]
		if mv.ID == "back "+decision.Key.Chart && slices.Contains(mv.From, t.State) {
			w.make(w.edit(t.Key), mv, nil)
			return
		}
	}
}

// reopen has a step and all that follow it done again. Rounds that are over stay
// on record as they are; one that is under way is sent back.
func (w *work) reopen(step string) {
	p, s := w.m.Step(step)
	run := w.latest(p.Name)
	for _, name := range s.Onward {
		t := w.latest(name)
		if t.State == stateWaiting {
			continue
		}
		if !w.chartOf(t).State(t.State).End {
			if mv := w.moveOn(t, machine.OnSentBack); mv != nil {
				from := t.State
				t = w.edit(t.Key)
				t.State, t.Since = mv.To, w.today
				w.effects = append(w.effects, Moved{Key: t.Key, Move: mv.ID, From: from, To: t.State, On: w.today, Says: mv.Says})
				w.stepMoved(t, from)
				w.schedule(t)
			}
		}
		_, again := w.m.Step(name)
		w.round(again, run.Key)
	}
	w.openSteps(p)
}

// filed shows evidence for a step.
func (w *work) filed(e Filed) error {
	s, t, mv, err := w.stepFor(e.Step, machine.OnEvidence, e.By, "file evidence for")
	if err != nil {
		return err
	}
	switch {
	case !slices.ContainsFunc(s.Evidence, func(x machine.Term) bool { return x.Name == e.Name }):
		return refusal.NoSuchEvidence(s, e.Name)
	case e.Words == "" && e.Digest == "":
		return refusal.ShownNothing(s, e.Name)
	}
	t = w.edit(t.Key)
	r := *t.Round
	r.Shown = append(slices.Clip(r.Shown), record.Shown{Name: e.Name, By: e.By, On: w.today, Words: e.Words, Digest: e.Digest})
	t.Round = &r
	w.effects = append(w.effects, Moved{Key: t.Key, Move: mv.ID, From: t.State, To: t.State, On: w.today, Says: mv.Says})
	return nil
}

// completed takes a step to its end, or to its gate.
func (w *work) completed(e Completed) error {
	s, t, mv, err := w.stepFor(e.Step, machine.OnComplete, e.By, "complete")
	if err != nil {
		return err
	}
	lacks := slices.DeleteFunc(slices.Clone(s.Evidence), func(x machine.Term) bool { return t.Round.Has(x.Name) })
	if len(lacks) > 0 {
		return refusal.EvidenceLacks(s, lacks)
	}
	t = w.edit(t.Key)
	r := *t.Round
	r.By = e.By
	t.Round = &r
	w.make(t, mv, nil)
	return nil
}

// stepFor finds the round of a step that somebody may do something to.
func (w *work) stepFor(name string, on machine.Trigger, by, verb string) (*machine.Step, *Thing, *machine.Move, error) {
	p, s := w.m.Step(name)
	if s == nil {
		return nil, nil, nil, refusal.NoBlock(w.m, "step", name)
	}
	c := w.m.ChartOf(s.Name)
	if err := w.inForce(saysFor(c, machine.OnComplete)); err != nil {
		return nil, nil, nil, err
	}
	may := whoMay(c, on)
	if may == nil {
		return nil, nil, nil, refusal.NoSuchEvidence(s, "")
	}
	if !slices.Contains(members(w.m, &w.s, nil, *may), by) {
		return nil, nil, nil, w.notYours(by, saysFor(c, on), verb+" "+s.Name, *may)
	}
	t := w.latest(s.Name)
	switch {
	case t == nil:
		return nil, nil, nil, refusal.NotStarted(p, s)
	case t.State == stateWaiting:
		return nil, nil, nil, refusal.StepWaits(s, w.waitsFor(s))
	}
	mv := w.moveOn(t, on)
	if mv == nil {
		return nil, nil, nil, refusal.StepNotOpen(s, t)
	}
	return s, t, mv, nil
}
