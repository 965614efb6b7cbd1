package engine

import (
	"fmt"

	"concordat/engine/machine"
)

// do carries out one action of the closed list.
func (w *work) do(t *Thing, a *machine.Action, answer *Answer) {
	switch a.Verb {
	case machine.Remind:
		w.notify(t, w.WaitedFor(t), true, a)
	case machine.Tell:
		w.notify(t, []string{a.On}, false, a)
	case machine.Open, machine.Refer:
		w.open(a.On, t, a.Says)
	case machine.TakeBand:
		w.signal(t.Opener, machine.OnDecided, t.Key, &Answer{Band: a.Take})
	case machine.TakeFigure:
		w.signal(t.Opener, machine.OnDecided, t.Key, &Answer{Value: a.Figure})
	case machine.TakeAnswer:
		w.takeAnswer(t, answer)
	case machine.TakeReturned, machine.Lapse, machine.Respecify:
		// The state that the move leads to says it all: a dispute that ends
		// without an answer leaves the figure as returned.
	case machine.Adopt:
		w.adoptRevision(t)
	case machine.Pay:
		w.pay(t, a)
	case machine.Repay:
		w.repay(t)
	case machine.PayNone:
		w.holdBack(a.On, t.Key)
	case machine.Release:
		w.release(a.On, t.Key)
	case machine.Withhold:
		w.withholdNext(t, a.On)
	case machine.RaiseCeiling:
		w.raiseCeiling(a.On, answer, t.Key.Chart)
	case machine.MoveTarget:
		w.moveTarget(t, a.On, answer)
	case machine.RefuseSaving:
		w.refuseSaving(t)
	case machine.TurnDown:
		w.signal(t.Opener, machine.OnRejected, t.Key, nil)
	case machine.TakeWaiver:
		w.signal(Key{Chart: a.On}, machine.OnWaived, t.Key, nil)
	case machine.Reopen:
		w.reopen(a.On)
	case machine.SendBack:
		w.sendBack(t, a.On)
	case machine.StopProcess:
		w.signal(w.Latest(a.On).Key, machine.OnStopped, t.Key, nil)
	case machine.EndMembership:
		w.endMembership(t)
	case machine.EndAgreement:
		w.endAgreement(t, a)
	case machine.Calculate:
		w.calculate(t)
	case machine.PostDifference:
		w.postDifference(t)
	case machine.Post:
		w.post(t)
	case machine.CountClaim:
		w.countClaim(t)
	case machine.SettleClaims:
		w.settleClaims(t)
	case machine.ClaimsPaid:
		w.claimsPaid(t)
	case machine.ClawBack:
		w.clawBack(t, a.Says)
	case machine.Practise:
		w.practise()
	case machine.Begin:
		w.begin()
	default:
		panic(fmt.Sprintf("engine: unknown action %q", a.Verb))
	}
}

func (w *work) notify(t *Thing, who []string, remind bool, a *machine.Action) {
	if len(who) == 0 {
		return // who was waited for has left
	}
	w.effects = append(w.effects, Notified{Who: who, About: t.Key, Remind: remind, On: w.today, Says: a.Says})
}

// takeAnswer gives what was decided to the thing that the decision was opened
// about; a figure that is given an answer takes it as its own.
func (w *work) takeAnswer(t *Thing, answer *Answer) {
	switch w.ChartOf(t).Kind {
	case machine.KindFigure:
		w.figureDecided(t, answer)
	case machine.KindDecision:
		w.giveAnswer(t)
	}
}

// open starts a decision or a dispute about a thing, and gives its key.
func (w *work) open(block string, about *Thing, says machine.Ref) Key {
	chart := w.M.Chart(block)
	key := Key{Chart: block, Of: about.Key.String()}
	if old := w.Find(key); old != nil {
		key = w.Numbered(block, about.Key.String())
	}
	t := w.create(chart, key, about.Period, about.Key)
	w.startBallot(t, about.Key.String())
	w.effects = append(w.effects, Moved{Key: key, Move: moveOpen, To: t.State, On: w.today, Says: says})
	w.onRaised(t)
	return key
}

const moveOpen = "open"
