package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// started starts a process at the wish of somebody who may.
func (w *work) started(e Started) error {
	p := w.M.Process(e.Process)
	if p == nil {
		return refusal.NoBlock(w.M, "process", e.Process)
	}
	c := w.M.ChartOf(p.Name)
	may := known.WhoMay(c, machine.OnStart)
	if may == nil {
		return refusal.StartsItself(p)
	}
	says := known.SaysFor(c, machine.OnStart)
	if err := w.underWay(says); err != nil {
		return err
	}
	if !w.Among(e.By, nil, *may) {
		return w.notYours(e.By, says, "start "+p.Name, *may)
	}
	if t := w.Latest(p.Name); t != nil && !c.State(t.State).End {
		return refusal.RunsAlready(p)
	}
	w.startProcess(p, says)
	return nil
}

// startProcess brings a run of a process to life, and a round of each of its steps.
func (w *work) startProcess(p *machine.Process, says machine.Ref) {
	run := w.create(w.M.Chart(p.Name), w.Numbered(p.Name, ""), value.Period{}, Key{})
	w.effects = append(w.effects, Moved{Key: run.Key, Move: "start", To: run.State, On: w.today, Says: says})
	for i := range p.Steps {
		w.round(&p.Steps[i], run.Key)
	}
	w.openSteps(p)
}

// round brings another round of a step to life.
func (w *work) round(s *machine.Step, run Key) {
	t := w.create(w.M.Chart(s.Name), w.Numbered(s.Name, ""), value.Period{}, run)
	n := 0
	for range w.Of(s.Name) {
		n++
	}
	t.Round = &record.Round{N: n}
}

// openSteps opens every step of a process that waits for nothing more. When all
// are done, so is the process.
func (w *work) openSteps(p *machine.Process) {
	all := true
	for i := range p.Steps {
		s := &p.Steps[i]
		t := w.Latest(s.Name)
		all = all && t.State == known.StateDone
		if t.State == known.StateWaiting && len(w.WaitsFor(s)) == 0 {
			w.signal(t.Key, machine.OnReady, Key{}, nil)
		}
	}
	if all {
		w.signal(w.Latest(p.Name).Key, machine.OnReady, Key{}, nil)
	}
}

// stepMoved is what a step's new state means for others.
func (w *work) stepMoved(t *Thing, from string) {
	p, _ := w.M.Step(t.Key.Chart)
	switch {
	case from == known.StateWaiting && !w.ChartOf(t).State(t.State).End:
		w.note(t, machine.AnchorOpening, w.today)
	case t.State == known.StateDone:
		w.payTranches(t)
		w.openSteps(p)
	}
	if from == stateAtGate {
		w.moot(t.Key)
	}
}

// payTranches makes what is paid for a step that is done; once, however often it is
// done again.
func (w *work) payTranches(step *Thing) {
	for i := range w.M.Tranches {
		x := &w.M.Tranches[i]
		if x.Step != step.Key.Chart || w.Latest(x.Name) != nil {
			continue
		}
		lines, why := w.Tranche(x, w.today)
		year := w.M.YearStart.Of(value.Year, w.today)
		p := w.create(w.M.Chart(x.Name), Key{Chart: x.Name, Of: year.String()}, year, step.Key)
		w.note(p, machine.AnchorDone, w.today)
		p.Payment = &Payment{Lines: lines, Says: machine.Ref{Block: x.Name, Statement: "paid"}, Because: why, Due: value.NoDate, Paid: value.NoDate}
		w.setDue(p)
		w.effects = append(w.effects, Owed{Key: p.Key, Due: p.Payment.Due, Lines: lines, Says: p.Payment.Says})
	}
}

const stateAtGate = "at the gate"

// gatePassed tells a step what the decision at its gate came to.
func (w *work) gatePassed(decision *Thing) {
	step := w.Find(decision.Opener)
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
	case known.StateDone:
		for i := range w.M.Processes {
			p := &w.M.Processes[i]
			if !slices.Contains(p.After, t.Key.Chart) {
				continue
			}
			if run := w.Latest(p.Name); run == nil || w.ChartOf(run).State(run.State).End {
				w.startProcess(p, machine.Ref{Block: p.Name, Statement: "starts"})
			}
		}
	default:
		for _, s := range w.M.Process(t.Key.Chart).Steps {
			w.signal(w.Latest(s.Name).Key, machine.OnStopped, t.Key, nil)
		}
	}
}

// sendBack makes a step go the way back that a decision opens.
func (w *work) sendBack(decision *Thing, step string) {
	t := w.Latest(step)
	if t == nil {
		return
	}
	for i := range w.ChartOf(t).Moves {
		mv := &w.ChartOf(t).Moves[i]
		if mv.ID == "back "+decision.Key.Chart && slices.Contains(mv.From, t.State) {
			w.make(w.Edit(t.Key), mv, nil)
			return
		}
	}
}

// reopen has a step and all that follow it done again. Rounds that are over stay
// on record as they are; one that is under way is sent back.
func (w *work) reopen(step string) {
	p, s := w.M.Step(step)
	run := w.Latest(p.Name)
	for _, name := range s.Onward {
		t := w.Latest(name)
		if t.State == known.StateWaiting {
			continue
		}
		if !w.ChartOf(t).State(t.State).End {
			if mv := w.MoveOn(t, machine.OnSentBack); mv != nil {
				from := t.State
				t = w.Edit(t.Key)
				t.State, t.Since = mv.To, w.today
				w.effects = append(w.effects, Moved{Key: t.Key, Move: mv.ID, From: from, To: t.State, On: w.today, Says: mv.Says})
				w.stepMoved(t, from)
				w.schedule(t)
			}
		}
		_, again := w.M.Step(name)
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
	t = w.Edit(t.Key)
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
	t = w.Edit(t.Key)
	r := *t.Round
	r.By = e.By
	t.Round = &r
	w.make(t, mv, nil)
	return nil
}

// stepFor finds the round of a step that somebody may do something to.
func (w *work) stepFor(name string, on machine.Trigger, by, verb string) (*machine.Step, *Thing, *machine.Move, error) {
	p, s := w.M.Step(name)
	if s == nil {
		return nil, nil, nil, refusal.NoBlock(w.M, "step", name)
	}
	c := w.M.ChartOf(s.Name)
	if err := w.underWay(known.SaysFor(c, machine.OnComplete)); err != nil {
		return nil, nil, nil, err
	}
	may := known.WhoMay(c, on)
	if may == nil {
		return nil, nil, nil, refusal.NoSuchEvidence(s, "")
	}
	if !w.Among(by, nil, *may) {
		return nil, nil, nil, w.notYours(by, known.SaysFor(c, on), verb+" "+s.Name, *may)
	}
	t := w.Latest(s.Name)
	switch {
	case t == nil:
		return nil, nil, nil, refusal.NotStarted(p, s)
	case t.State == known.StateWaiting:
		return nil, nil, nil, refusal.StepWaits(s, w.WaitsFor(s))
	}
	mv := w.MoveOn(t, on)
	if mv == nil {
		return nil, nil, nil, refusal.StepNotOpen(s, t)
	}
	return s, t, mv, nil
}
