package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// carried finds decisions that no vote can carry.
func (w *Text) carried() {
	for _, d := range w.Agreement.Decisions {
		for _, stage := range d.Stages {
			if stage.Rule.Kind == "" || stage.By.Zero() {
				continue
			}
			w.stageCarried(d, stage, w.Agreement.Members(stage.By))
		}
	}
}

func (w *Text) stageCarried(d *settled.Decision, s *settled.Stage, members int) {
	r := s.Rule
	needsAll := r.Kind == machine.Unanimous && r.Of == "members" || r.Kind == machine.AtLeast && r.N == members
	switch {
	case r.Quorum > members:
		w.QuorumTooLarge(d, s, members)
	case r.Kind == machine.AtLeast && r.N > members:
		w.RuleTooLarge(d, s, members)
	case r.Kind == machine.Sole && members != 1:
		w.SoleOfMany(d, s, members)
	case needsAll && s.Conflicts == machine.StandAside:
		w.StandsAside(d)
	}
}

// chains follows what happens without a yes: every chain must end, the matter
// with it, and what a decision is asked for it must give.
func (w *Text) chains() {
	for _, d := range w.Agreement.Decisions {
		w.chainEnds(d)
		w.openedByRightThings(d)
		w.openedForSomething(d)
	}
	for _, g := range w.Agreement.Gainshares {
		w.costDecided(g)
		if g.Confirmed != nil {
			w.settles(g, g.Confirmed)
		}
	}
	w.exceptions()
	for _, r := range w.Agreement.Returns {
		if d, ok := r.Missing.Do.On.(*settled.Decision); ok {
			w.determined(r, d)
		}
		if r.Contested != nil && r.Contested.Otherwise.Verb == machine.Lapse && !w.Drafted {
			w.FigureUnsettled(r)
		}
	}
	for _, m := range w.Agreement.Measures {
		if m.Judged != nil {
			w.mustDecide(m.Judged, machine.DecidesBand, m.Said("judged"))
		}
	}
	for _, n := range w.Agreement.Notices {
		if n.Instead != nil {
			w.mustDecide(n.Instead, machine.DecidesDate, n.Said("instead"))
		}
	}
	if d := w.Agreement.Unclear; d != nil {
		w.mustDecide(d, machine.DecidesAnswer, w.Agreement.Said("unclear"))
	}
	if d := w.Agreement.Varied; d != nil {
		w.varies(d)
	}
}

func (w *Text) chainEnds(d *settled.Decision) {
	asked := []*settled.Stage{d.Stages[0]}
	for i, a := range d.Otherwise {
		last := i == len(d.Otherwise)-1
		switch {
		case a.Verb == settled.Escalate:
			if a.Stage.By.Group != nil && !w.asksOthers(a, asked, d) {
				return
			}
			asked = append(asked, a.Stage)
			if last {
				w.NeverEnds(a, "an escalation needs an end of its own")
			}
		case a.Verb == machine.Refer && a.Then == nil:
			w.NeverEnds(a, "a dispute ends, and then something must follow")
			return
		case !last:
			w.NeverReached(d.Otherwise[i+1], a)
			return
		}
	}
}

// asksOthers finds an escalation to people who have been asked already.
func (w *Text) asksOthers(a *settled.Action, asked []*settled.Stage, d *settled.Decision) bool {
	for _, before := range asked {
		if before.By.Group == a.Stage.By.Group {
			w.GoesRound(a, before)
			return false
		}
	}
	last := asked[len(asked)-1].By.Group
	if last != nil && !slices.ContainsFunc(a.Stage.By.Group.Seats, func(s settled.Seat) bool { return !last.HasSeat(s) }) {
		w.EscalatesToSame(a, last)
		return false
	}
	return true
}

// openedByRightThings finds a decision that looks for what its openers do not
// have: a leaver, a notice, a judged measure.
func (w *Text) openedByRightThings(d *settled.Decision) {
	if len(w.Openers[d]) == 0 && d.Opens.PeriodEnd == value.NoPeriod {
		return // that nothing opens it is a finding of its own
	}
	var notices []*settled.Notice
	others := settled.Said{}
	for _, by := range w.Openers[d] {
		if n, ok := w.blockOf(by).(*settled.Notice); ok && by.Ref.Statement != "instead" {
			notices = append(notices, n)
		} else {
			others = by
		}
	}
	for _, s := range d.Stages {
		if s.By.Leaver && (len(notices) == 0 || others.Text != "") {
			w.NoLeaver(d, s, others)
			break
		}
	}
	for _, a := range slices.Concat(d.Otherwise, d.Then) {
		if a.After != nil && !slices.Contains(notices, a.After) {
			w.NotOpenedBy(a, d)
		}
	}
	if k := d.Opens.PeriodEnd; k != 0 {
		judges := slices.ContainsFunc(w.Agreement.Measures, func(m *settled.Measure) bool { return m.Judged == d && m.Every == k })
		if !judges {
			w.OpensForNothing(d)
		}
	}
}

// openedForSomething finds what opens a decision on a band without a figure
// that needs one, or a decision on a settlement without a settlement.
func (w *Text) openedForSomething(d *settled.Decision) {
	var confirms *settled.Gainshare
	for _, a := range slices.Concat(d.Then, d.Otherwise) {
		for ; a != nil; a = a.Then {
			g, _ := a.On.(*settled.Gainshare)
			switch {
			case a.Verb != machine.Pay || g == nil || g.Confirmed == nil:
			case g.Confirmed != d:
				w.PaysUnconfirmed(a, g, d)
			default:
				confirms = g
			}
		}
	}
	for _, by := range w.Openers[d] {
		switch w.blockOf(by).(type) {
		case *settled.Rule, *settled.Review, *settled.Notice, *settled.Decision, *settled.Register:
			if d.Decides == machine.DecidesBand || d.Decides == machine.DecidesFigure {
				w.OpenedWithoutFigure(d, by)
			} else if confirms != nil {
				w.OpenedWithoutSum(d, confirms, by)
			}
		}
	}
}

// blockOf is the block that a statement stands in.
func (w *Text) blockOf(s settled.Said) settled.Named {
	if s.Ref.Block == "agreement" {
		return w.Agreement
	}
	for _, b := range w.Blocks {
		if settled.HeadOf(b.Is).Name == s.Ref.Block {
			return b.Is
		}
	}
	return nil
}

// settles finds a settlement that its debtors can put off for ever: whether
// they vote yes, no or not at all, money must follow.
func (w *Text) settles(g *settled.Gainshare, d *settled.Decision) {
	if w.Drafted {
		return // what is paid may be still to be agreed
	}
	pays := func(a *settled.Action) bool { return a.Verb == machine.Pay && a.On == settled.Named(g) }
	if !slices.ContainsFunc(d.Then, pays) {
		w.YesPaysNothing(g, d)
		return
	}
	if len(d.Otherwise) == 0 {
		return
	}
	end := d.Otherwise[len(d.Otherwise)-1]
	if end.Then != nil {
		end = end.Then
	}
	if end.Verb != settled.Escalate && !pays(end) {
		w.NeverPays(g, d, d.Otherwise[len(d.Otherwise)-1])
	}
}

// mustDecide finds a decision that does not give what it is opened for.
func (w *Text) mustDecide(d *settled.Decision, what machine.Decides, by settled.Said) {
	if d.Decides != what {
		w.DecidesOther(d, what, by)
		return
	}
	if what != machine.DecidesBand && what != machine.DecidesFigure || len(d.Otherwise) == 0 {
		return
	}
	end := d.Otherwise[len(d.Otherwise)-1]
	if end.Then != nil {
		end = end.Then
	}
	switch {
	case end.Verb == settled.Escalate || end.Verb == machine.Refer:
	case what == machine.DecidesFigure && end.Verb != machine.TakeFigure:
		w.FigureNeverTaken(d, d.Otherwise[len(d.Otherwise)-1], by)
	case what == machine.DecidesBand && end.Verb != machine.TakeBand:
		w.BandNeverTaken(d, d.Otherwise[len(d.Otherwise)-1], by)
	}
}

func (w *Text) varies(d *settled.Decision) {
	adopts := func(a *settled.Action) bool { return a.Verb == machine.Adopt }
	switch {
	case !slices.ContainsFunc(d.Then, adopts):
		w.AdoptsNothing(d, w.Agreement.Said("varied"))
	case !d.Opens.Proposal:
		w.NobodyProposes(d, w.Agreement.Said("varied"))
	}
}
