package engine

import (
	"slices"
	"sync"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// work is one Step under way: the state as it becomes, and what was caused.
type work struct {
	known.Draft

	today   value.Date
	now     known.Moment
	effects []Effect
	queue   []signal
}

// works are used again: of a step only its state and effects are kept, and each
// would otherwise leave half a kilobyte to be collected.
var works = sync.Pool{New: func() any { return new(work) }}

// revise begins a step from a state.
func revise(m *machine.Machine, s State) *work {
	w := works.Get().(*work)
	w.Draft = known.Revise(m, s)
	return w
}

// free gives up a work of which nothing is needed any more.
func (w *work) free() {
	queue, effects := w.queue[:cap(w.queue)], w.effects[:cap(w.effects)]
	clear(queue)
	clear(effects)
	*w = work{queue: queue[:0], effects: effects[:0]}
	works.Put(w)
}

// signal tells a thing that something else has come about.
type signal struct {
	to      Key
	trigger machine.Trigger
	answer  *Answer
	from    Key
}

// runTo makes every move that is due up to a moment, in order: by day, then in
// the order of the charts, then by name.
func (w *work) runTo(until known.Moment) {
	for n := 0; ; n++ {
		due, ok := w.Due(until)
		if !ok {
			break
		}
		if n > 1_000_000 {
			panic("engine: deadlines follow one another without end")
		}
		w.now, w.today = due.At, due.At.Day()
		if due.Move == known.AssumedMove {
			w.assumptionFinal(due.Key)
		} else {
			w.deadlinePassed(due)
		}
		w.drain()
	}
	w.now = max(w.now, until)
	w.today = until.Day()
}

func (w *work) deadlinePassed(due known.Timer) {
	t := w.Edit(due.Key)
	mv := &w.M.Charts[due.Chart].Moves[due.Move]
	t.Done = append(slices.Clip(t.Done), due.Move)
	if w.M.Charts[due.Chart].Kind == machine.KindDecision && mv.To == "" && len(mv.Do) == 0 {
		w.closeBallot(t, mv)
		return
	}
	if mv.ID == moveDue {
		w.note(t, machine.AnchorDue, w.today)
	}
	if t.Payment != nil && w.askWhoIsPaid(t) {
		return
	}
	w.make(t, mv, nil)
}

const moveDue = "due"

// drain lets every signal have its effect, in the order in which they came up.
func (w *work) drain() {
	for n := 0; n < len(w.queue); n++ {
		w.deliver(w.queue[n])
	}
	w.queue = w.queue[:0]
}

// tell queues a signal. One to nobody is dropped: nothing was waiting.
func (w *work) signal(to Key, trigger machine.Trigger, from Key, answer *Answer) {
	if to != (Key{}) {
		w.queue = append(w.queue, signal{to: to, trigger: trigger, from: from, answer: answer})
	}
}

func (w *work) deliver(g signal) {
	t := w.Find(g.to)
	if t == nil {
		return
	}
	if mv := w.MoveOn(t, g.trigger); mv != nil {
		w.make(w.Edit(g.to), mv, g.answer)
	}
}

// make is the only place where a thing changes its state. The answer is what a
// decision or settlement gave, where that is what makes the move.
func (w *work) make(t *Thing, mv *machine.Move, answer *Answer) {
	from := t.State
	if mv.To != "" && mv.To != from {
		t.State, t.Since = mv.To, w.today
		w.entered(t)
	}
	if mv.To != "" || len(mv.Do) > 0 {
		w.effects = append(w.effects, Moved{Key: t.Key, Move: mv.ID, From: from, To: t.State, On: w.today, Says: mv.Says})
	}
	for i := range mv.Do {
		w.do(t, &mv.Do[i], answer)
	}
	w.left(t, from, mv, answer)
	w.schedule(t)
}

// entered records the days from which the spans of the new state are counted.
func (w *work) entered(t *Thing) {
	switch w.ChartOf(t).Kind {
	case machine.KindDecision, machine.KindDispute:
		w.enterStage(t)
	case machine.KindNotice:
		w.given(t)
	}
}

// left lets others know what a thing's new state means for them.
func (w *work) left(t *Thing, from string, mv *machine.Move, answer *Answer) {
	if t.State == from {
		return
	}
	chart := w.ChartOf(t)
	switch chart.Kind {
	case machine.KindDispute:
		if chart.State(t.State).End {
			w.signal(t.Opener, machine.OnSettled, t.Key, answer)
		}
	case machine.KindFigure:
		if from == stateMissing {
			w.moot(t.Key)
		}
		if t.State == stateFinal || t.State == stateDetermined {
			w.finalised(t, mv.Says)
		}
	case machine.KindStep:
		w.stepMoved(t, from)
	case machine.KindProcess:
		if chart.State(t.State).End {
			w.processMoved(t)
		}
	case machine.KindDecision:
		if chart.State(t.State).End {
			w.gatePassed(t)
		}
	case machine.KindNotice:
		if chart.State(t.State).End {
			w.tooLateToMove(t)
		}
	case machine.KindAgreement:
		if chart.State(t.State).End {
			w.ended(t)
		}
	}
}

// moot closes the decisions that were opened about a thing whose figure has come after all.
func (w *work) moot(about Key) {
	for t := range w.All() {
		if t.Opener == about && w.ChartOf(t).Kind == machine.KindDecision {
			w.signal(t.Key, machine.OnMoot, about, nil)
		}
	}
}

// note records when something happened to a thing. A day set anew lets the
// deadlines that count from it run again.
func (w *work) note(t *Thing, name machine.Anchor, on value.Date) {
	at := slices.IndexFunc(t.Days, func(d Day) bool { return d.Name == name })
	if at < 0 {
		t.Days = append(slices.Clip(t.Days), Day{Name: name, On: on})
		return
	}
	t.Days = slices.Clone(t.Days)
	t.Days[at].On = on
	for i, mv := range w.ChartOf(t).Moves {
		if mv.On == machine.OnDeadline && mv.At.Anchor == name {
			t.Done = slices.DeleteFunc(slices.Clone(t.Done), func(n int) bool { return n == i })
		}
	}
}

// create brings a thing to life in the first state of its chart.
func (w *work) create(chart int, key Key, period value.Period, opener Key) *Thing {
	t := &Thing{Key: key, State: w.M.Charts[chart].States[0].Name, Since: w.today, Period: period, Opener: opener}
	if w.today.IsSet() {
		t.Days = []Day{{Name: machine.AnchorOpening, On: w.today}}
	}
	w.Add(t)
	w.schedule(t)
	return t
}
