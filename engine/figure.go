package engine

import (
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

const (
	stateMissing    = "missing"
	stateFinal      = "final"
	stateDetermined = "determined"
)

// figureFor finds the figure that an act is about and the move the act makes.
func (w *work) figureFor(measure string, p value.Period, by string, on machine.Trigger, verb string) (*Thing, *machine.Move, error) {
	me := w.M.Measure(measure)
	if me == nil {
		return nil, nil, refusal.NoBlock(w.M, "measure", measure)
	}
	if me.Judged != "" {
		return nil, nil, refusal.IsJudged(me)
	}
	chart := &w.M.Charts[w.M.Chart(measure)]
	t := w.In(measure, p)
	if may := known.WhoMay(chart, on); may != nil && !w.Among(by, t, *may) {
		return nil, nil, w.notYours(by, known.SaysFor(chart, on), verb+" "+measure, *may)
	}
	if err := w.underWay(known.SaysFor(chart, on)); err != nil {
		return nil, nil, err
	}
	if t == nil {
		return nil, nil, refusal.NoPeriod(w.M, me, p)
	}
	mv := w.MoveOn(t, on)
	if mv == nil {
		return nil, nil, refusal.NotNow(w.M, t, verb)
	}
	return t, mv, nil
}

func (w *work) returned(e Returned) error {
	t, mv, err := w.figureFor(e.Measure, e.Period, e.By, machine.OnReturn, "return")
	if err != nil {
		return err
	}
	return w.figureIn(t, mv, e.Value, e.Inputs)
}

func (w *work) restated(e Restated) error {
	t, mv, err := w.figureFor(e.Measure, e.Period, e.By, machine.OnRestate, "restate")
	if err != nil {
		return err
	}
	if err := w.stillCorrected(e.Measure, e.Period); err != nil {
		return err
	}
	return w.figureIn(t, mv, e.Value, e.Inputs)
}

// figureIn keeps a figure as pending; the time to check it counts from today.
func (w *work) figureIn(old *Thing, mv *machine.Move, v *value.Num, inputs []InputValue) error {
	me := w.M.Measure(old.Key.Chart)
	if err := w.checkFigure(me, v, inputs); err != nil {
		return err
	}
	t := w.Edit(old.Key)
	f := t.OwnFigure()
	f.Pending = &Pending{Value: v, Inputs: inOrder(me, inputs)}
	w.note(t, machine.AnchorReceipt, w.today)
	w.make(t, mv, nil)
	w.watchRules(me.Name)
	return nil
}

// checkFigure refuses what the unit cannot say and inputs that are not asked for.
func (w *work) checkFigure(me *machine.Measure, v *value.Num, inputs []InputValue) error {
	if len(me.Inputs) == 0 {
		if v == nil || len(inputs) > 0 {
			return refusal.WantsValue(me)
		}
		if !v.RoundTo(me.Places, value.Down).Equal(*v) || v.Sign() < 0 {
			return refusal.TooFine(me, me.Name, *v, me.Places)
		}
		return nil
	}
	if v != nil {
		return refusal.WantsInputs(me)
	}
	for _, in := range me.Inputs {
		at := slices.IndexFunc(inputs, func(x InputValue) bool { return x.Name == in.Name })
		if at < 0 {
			return refusal.WantsInputs(me)
		}
		if x := inputs[at].Value; !x.RoundTo(in.Places, value.Down).Equal(x) || x.Sign() < 0 {
			return refusal.TooFine(me, in.Name, x, in.Places)
		}
	}
	if len(inputs) != len(me.Inputs) {
		return refusal.WantsInputs(me)
	}
	return nil
}

func inOrder(me *machine.Measure, given []InputValue) []InputValue {
	var out []InputValue
	for _, in := range me.Inputs {
		for _, x := range given {
			if x.Name == in.Name {
				out = append(out, x)
			}
		}
	}
	return out
}

func (w *work) accepted(e Accepted) error {
	t, mv, err := w.figureFor(e.Measure, e.Period, e.By, machine.OnAccept, "accept")
	if err != nil {
		return err
	}
	w.make(w.Edit(t.Key), mv, nil)
	return nil
}

func (w *work) contested(e Contested) error {
	t, mv, err := w.figureFor(e.Measure, e.Period, e.By, machine.OnContest, "contest")
	if err != nil {
		return err
	}
	if e.Because == "" {
		return refusal.SayWhy("contest", mv.Says)
	}
	w.make(w.Edit(t.Key), mv, nil)
	return nil
}

// finalised is called when a figure reaches its final state: what is pending
// becomes what counts.
func (w *work) finalised(t *Thing, says machine.Ref) {
	f := t.OwnFigure()
	if f.Pending != nil {
		f.Value, f.Inputs, f.Band = f.Pending.Value, f.Pending.Inputs, f.Pending.Band
		f.Pending = nil
	}
	again := f.Final
	f.Final, f.By = true, says
	w.valued(t, says, again)
}

// figureDecided takes a decided band or a settled figure; no answer leaves the figure as returned.
func (w *work) figureDecided(t *Thing, a *Answer) {
	f := t.OwnFigure()
	switch {
	case a == nil:
	case a.Band != value.NoBand:
		f.Pending = &Pending{Band: a.Band}
	case f.Pending == nil && a.Value != nil: // one that never came
		f.Pending = &Pending{Value: a.Value}
	case f.Pending != nil && (a.Value != nil || len(a.Inputs) > 0):
		f.Pending = &Pending{Value: a.Value, Inputs: inOrder(w.M.Measure(t.Key.Chart), a.Inputs)}
	}
}

// valued tells the world, and the things that read it, that a figure counts.
func (w *work) valued(t *Thing, says machine.Ref, again bool) {
	me := w.M.Measure(t.Key.Chart)
	worth := w.Counts(me, t.Period)
	w.effects = append(w.effects, Valued{Measure: me.Name, Period: t.Period, Value: worth.Value, Band: worth.Band, On: w.today, Says: says})
	w.watchRules(me.Name)
	w.watchTapers(me)
	w.watchSettlements(me, t.Period, again)
	w.watchFunds(me.Name, t.Period, again)
}

// assumed takes the value of a period as given, in a trial of the agreement.
func (w *work) assumed(e Assumed) error {
	me := w.M.Measure(e.Measure)
	if me == nil {
		return refusal.NoBlock(w.M, "measure", e.Measure)
	}
	if e.Final < w.today {
		return refusal.DayClosed(e.Final, w.Today, w.Closed)
	}
	for t := range w.Of(e.Measure) {
		if w.M.YearStart.Within(t.Period, e.Period) {
			part := w.Edit(t.Key)
			part.OwnFigure().Assumed = true
			w.Schedule(t.Key, nil)
		}
	}
	key := Key{Chart: e.Measure, Of: e.Period.String()}
	if w.Find(key) == nil {
		if e.Period.Kind <= me.Every {
			return refusal.NoPeriod(w.M, me, e.Period)
		}
		w.create(w.M.Chart(e.Measure), key, e.Period, Key{})
	}
	t := w.Edit(key)
	f := t.OwnFigure()
	f.Assumed = true
	f.Pending = &Pending{Value: e.Value, Band: e.Band}
	w.Schedule(key, nil)
	w.SetTimer(known.Timer{At: known.Evening(e.Final), Chart: w.M.Chart(e.Measure), Key: key, Move: known.AssumedMove})
	return nil
}

func (w *work) assumptionFinal(key Key) {
	t := w.Edit(key)
	t.State, t.Since = stateFinal, w.today
	w.finalised(t, machine.Ref{Block: key.Chart})
}
