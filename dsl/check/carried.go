package check

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// carried finds decisions that no vote can carry.
func (c *checker) carried() {
	for _, d := range c.Agreement.Decisions {
		for _, stage := range d.Stages {
			if stage.Rule.Kind == "" || stage.By.Zero() {
				continue
			}
			c.stageCarried(d, stage, c.Agreement.Members(stage.By))
		}
	}
}

func (c *checker) stageCarried(d *settled.Decision, s *settled.Stage, members int) {
	r := s.Rule
	needsAll := r.Kind == machine.Unanimous && r.Of == "members" || r.Kind == machine.AtLeast && r.N == members
	switch {
	case r.Quorum > members:
		c.QuorumTooLarge(d, s, members)
	case r.Kind == machine.AtLeast && r.N > members:
		c.RuleTooLarge(d, s, members)
	case r.Kind == machine.Sole && members != 1:
		c.SoleOfMany(d, s, members)
	case needsAll && s.Conflicts == machine.StandAside:
		c.StandsAside(d)
	}
}

// chains follows what happens without a yes: every chain must end, the matter
// with it, and what a decision is asked for it must give.
func (c *checker) chains() {
	for _, d := range c.Agreement.Decisions {
		c.chainEnds(d)
		c.openedByRightThings(d)
		c.openedForSomething(d)
	}
	for _, g := range c.Agreement.Gainshares {
		c.costDecided(g)
		if g.Confirmed != nil {
			c.settles(g, g.Confirmed)
		}
	}
	c.exceptions()
	for _, r := range c.Agreement.Returns {
		if d, ok := r.Missing.Do.On.(*settled.Decision); ok {
			c.determined(r, d)
		}
		if r.Contested != nil && r.Contested.Otherwise.Verb == machine.Lapse && !c.drafted {
			c.FigureUnsettled(r)
		}
	}
	for _, m := range c.Agreement.Measures {
		if m.Judged != nil {
			c.mustDecide(m.Judged, machine.DecidesBand, m.Said("judged"))
		}
	}
	for _, n := range c.Agreement.Notices {
		if n.Instead != nil {
			c.mustDecide(n.Instead, machine.DecidesDate, n.Said("instead"))
		}
	}
	if d := c.Agreement.Unclear; d != nil {
		c.mustDecide(d, machine.DecidesAnswer, c.Agreement.Said("unclear"))
	}
	if d := c.Agreement.Varied; d != nil {
		c.varies(d)
	}
}

func (c *checker) chainEnds(d *settled.Decision) {
	asked := []*settled.Stage{d.Stages[0]}
	for i, a := range d.Otherwise {
		last := i == len(d.Otherwise)-1
		switch {
		case a.Verb == settled.Escalate:
			if a.Stage.By.Group != nil && !c.asksOthers(a, asked, d) {
				return
			}
			asked = append(asked, a.Stage)
			if last {
				c.NeverEnds(a, "an escalation needs an end of its own")
			}
		case a.Verb == machine.Refer && a.Then == nil:
			c.NeverEnds(a, "a dispute ends, and then something must follow")
			return
		case !last:
			c.NeverReached(d.Otherwise[i+1], a)
			return
		}
	}
}

// asksOthers finds an escalation to people who have been asked already.
func (c *checker) asksOthers(a *settled.Action, asked []*settled.Stage, d *settled.Decision) bool {
	for _, before := range asked {
		if before.By.Group == a.Stage.By.Group {
			c.GoesRound(a, before)
			return false
		}
	}
	last := asked[len(asked)-1].By.Group
	if last != nil && !slices.ContainsFunc(a.Stage.By.Group.Seats, func(s settled.Seat) bool { return !last.HasSeat(s) }) {
		c.EscalatesToSame(a, last)
		return false
	}
	return true
}

// openedByRightThings finds a decision that looks for what its openers do not
// have: a leaver, a notice, a judged measure.
func (c *checker) openedByRightThings(d *settled.Decision) {
	if len(c.openers[d]) == 0 && d.Opens.PeriodEnd == value.NoPeriod {
		return // that nothing opens it is a finding of its own
	}
	var notices []*settled.Notice
	others := settled.Said{}
	for _, by := range c.openers[d] {
		if n, ok := c.blockOf(by).(*settled.Notice); ok && by.Ref.Statement != "instead" {
			notices = append(notices, n)
		} else {
			others = by
		}
	}
	for _, s := range d.Stages {
		if s.By.Leaver && (len(notices) == 0 || others.Text != "") {
			c.NoLeaver(d, s, others)
			break
		}
	}
	for _, a := range slices.Concat(d.Otherwise, d.Then) {
		if a.After != nil && !slices.Contains(notices, a.After) {
			c.NotOpenedBy(a, d)
		}
	}
	if k := d.Opens.PeriodEnd; k != 0 {
		judges := slices.ContainsFunc(c.Agreement.Measures, func(m *settled.Measure) bool { return m.Judged == d && m.Every == k })
		if !judges {
			c.OpensForNothing(d)
		}
	}
}

// openedForSomething finds what opens a decision on a band without a figure
// that needs one, or a decision on a settlement without a settlement.
func (c *checker) openedForSomething(d *settled.Decision) {
	var confirms *settled.Gainshare
	for _, a := range slices.Concat(d.Then, d.Otherwise) {
		for ; a != nil; a = a.Then {
			g, _ := a.On.(*settled.Gainshare)
			switch {
			case a.Verb != machine.Pay || g == nil || g.Confirmed == nil:
			case g.Confirmed != d:
				c.PaysUnconfirmed(a, g, d)
			default:
				confirms = g
			}
		}
	}
	for _, by := range c.openers[d] {
		switch c.blockOf(by).(type) {
		case *settled.Rule, *settled.Review, *settled.Notice, *settled.Decision, *settled.Register:
			if d.Decides == machine.DecidesBand || d.Decides == machine.DecidesFigure {
				c.OpenedWithoutFigure(d, by)
			} else if confirms != nil {
				c.OpenedWithoutSum(d, confirms, by)
			}
		}
	}
}

// blockOf is the block that a statement stands in.
func (c *checker) blockOf(s settled.Said) settled.Named {
	if s.Ref.Block == "agreement" {
		return c.Agreement
	}
	if p := c.names[s.Ref.Block]; p != nil {
		return p.is
	}
	return nil
}

// settles finds a settlement that its debtors can put off for ever: whether
// they vote yes, no or not at all, money must follow.
func (c *checker) settles(g *settled.Gainshare, d *settled.Decision) {
	if c.drafted {
		return // what is paid may be still to be agreed
	}
	pays := func(a *settled.Action) bool { return a.Verb == machine.Pay && a.On == settled.Named(g) }
	if !slices.ContainsFunc(d.Then, pays) {
		c.YesPaysNothing(g, d)
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
		c.NeverPays(g, d, d.Otherwise[len(d.Otherwise)-1])
	}
}

// mustDecide finds a decision that does not give what it is opened for.
func (c *checker) mustDecide(d *settled.Decision, what machine.Decides, by settled.Said) {
	if d.Decides != what {
		c.DecidesOther(d, what, by)
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
		c.FigureNeverTaken(d, d.Otherwise[len(d.Otherwise)-1], by)
	case what == machine.DecidesBand && end.Verb != machine.TakeBand:
		c.BandNeverTaken(d, d.Otherwise[len(d.Otherwise)-1], by)
	}
}

func (c *checker) varies(d *settled.Decision) {
	adopts := func(a *settled.Action) bool { return a.Verb == machine.Adopt }
	switch {
	case !slices.ContainsFunc(d.Then, adopts):
		c.AdoptsNothing(d, c.Agreement.Said("varied"))
	case !d.Opens.Proposal:
		c.NobodyProposes(d, c.Agreement.Said("varied"))
	}
}
