package scenario

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// canHappen reports whether the agreement's words leave room for a move. It is
// false only where that can be read off the machine: nothing ends the agreement
// early, no dispute holds the payment back, nothing makes the decision moot.
func canHappen(m *machine.Machine, c *machine.Chart, mv *machine.Move) bool {
	switch mv.On {
	case machine.OnEnded:
		if slices.Contains(openByChance, c.Kind) {
			return false
		}
		return does(m, func(_ *machine.Chart, _ *machine.Move, a *machine.Action) bool {
			return a.Verb == machine.EndAgreement && a.After != machine.AnchorTermEnd && (c.Kind != machine.KindAgreement || a.After == "")
		})
	case machine.OnHeldBack, machine.OnReleased:
		return does(m, func(_ *machine.Chart, _ *machine.Move, a *machine.Action) bool {
			return (a.Verb == machine.PayNone || a.Verb == machine.Withhold) && a.On == c.Block
		}) || slices.ContainsFunc(m.Disputes, func(d machine.Dispute) bool { return d.PaysNone == c.Block })
	case machine.OnMoot:
		return canBeMoot(m, c)
	}
	return true
}

// canBegin reports whether the agreement's words leave room for a thing at all:
// nothing is repaid where nothing ends the agreement early, and nothing is unclear
// where nobody can leave and nobody may ask.
func canBegin(m *machine.Machine, c *machine.Chart) bool {
	leaves := does(m, func(_ *machine.Chart, _ *machine.Move, a *machine.Action) bool {
		return a.Verb == machine.EndMembership
	})
	ends := leaves || does(m, func(_ *machine.Chart, _ *machine.Move, a *machine.Action) bool {
		return a.Verb == machine.EndAgreement && a.After != machine.AnchorTermEnd || a.Verb == machine.Repay
	})
	switch {
	case c.Kind == machine.KindPayment && c.ID == c.Block+"/repayment":
		return ends && endsWithin(m, c.Block)
	case c.Kind == machine.KindDecision && c.ID == m.Unclear:
		return leaves || m.Decision(c.ID).Opens.Proposal || does(m, func(_ *machine.Chart, _ *machine.Move, a *machine.Action) bool {
			return a.On == c.ID && (a.Verb == machine.Open || a.Verb == machine.Refer)
		})
	}
	return true
}

// endsWithin reports whether the agreement or a membership can end while an
// instalment of a funding is running. Where it ends only by notices that expire
// with such a period, nothing was paid for later days and nothing goes back.
func endsWithin(m *machine.Machine, funding string) bool {
	i := slices.IndexFunc(m.Fundings, func(f machine.Funding) bool { return f.Name == funding })
	if i < 0 {
		return true
	}
	every := m.Fundings[i].Every
	anyDay := func(n machine.Notice) bool {
		return n.Instead != "" || n.Expiring == value.NoPeriod || n.Expiring == value.Term || n.Expiring < every
	}
	return slices.ContainsFunc(m.Notices, anyDay) || does(m, func(c *machine.Chart, _ *machine.Move, a *machine.Action) bool {
		byNotice := c.Kind == machine.KindNotice || a.After == machine.AnchorEffect
		return a.Verb == machine.Repay || a.Verb == machine.EndAgreement && !byNotice && a.After != machine.AnchorTermEnd
	})
}

// openByChance are kinds that have no period: that one of them is open on the
// agreement's last day is no part of what its block says.
var openByChance = []machine.Kind{machine.KindDecision, machine.KindNotice, machine.KindContract, machine.KindRule, machine.KindRegister, machine.KindProcess, machine.KindStep}

func canBeMoot(m *machine.Machine, c *machine.Chart) bool {
	switch c.Kind {
	case machine.KindDecision:
		return does(m, func(by *machine.Chart, _ *machine.Move, a *machine.Action) bool {
			opens := a.Verb == machine.Open && a.On == c.ID
			return opens && (by.Kind == machine.KindFigure && makesMissing(by, c.ID) || by.Kind == machine.KindNotice && withdraws(by))
		})
	case machine.KindAgreement:
		return slices.ContainsFunc(m.Charts, func(n machine.Chart) bool { return n.Kind == machine.KindNotice && withdraws(&n) })
	}
	return true
}

// makesMissing reports whether a figure's chart opens a decision because a
// figure is missing, so that it is moot once the figure comes.
func makesMissing(c *machine.Chart, decision string) bool {
	return slices.ContainsFunc(c.Moves, func(mv machine.Move) bool {
		return mv.To == "missing" && slices.ContainsFunc(mv.Do, func(a machine.Action) bool { return a.On == decision })
	})
}

func withdraws(c *machine.Chart) bool {
	return slices.ContainsFunc(c.Moves, func(mv machine.Move) bool { return mv.On == machine.OnWithdraw })
}

// does reports whether any move of the machine does such an action.
func does(m *machine.Machine, is func(*machine.Chart, *machine.Move, *machine.Action) bool) bool {
	for i := range m.Charts {
		c := &m.Charts[i]
		for j := range c.Moves {
			for k := range c.Moves[j].Do {
				if is(c, &c.Moves[j], &c.Moves[j].Do[k]) {
					return true
				}
			}
		}
	}
	return false
}
