package check

import (
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *checker) notice(b *syntax.Block, n *settled.Notice) {
	if by := syntax.One[*syntax.By](b, "by"); by != nil {
		n.By = c.who(&by.Who, aParty|parties|anyParty)
	}
	if to := syntax.One[*syntax.By](b, "to"); to != nil {
		n.To = c.who(&to.Who, aParty|parties|everyOther)
	}
	c.manners(b, n)
	if given := syntax.One[*syntax.Given](b, "given"); given != nil {
		n.GivenFirst = given.When.Word == syntax.WhenFirstHas
	}
	if least := syntax.One[*syntax.AtLeast](b, "at least"); least != nil {
		n.AtLeast, _ = c.span(&least.Length)
	}
	if expiring := syntax.One[*syntax.Expiring](b, "expiring"); expiring != nil {
		n.Expiring = map[syntax.ExpiringAt]value.PeriodKind{
			syntax.EndOfYear: value.Year, syntax.EndOfQuarter: value.Quarter, syntax.EndOfMonth: value.Month,
		}[expiring.At.Word]
	}
	if instead := syntax.One[*syntax.Instead](b, "instead"); instead != nil {
		n.Instead = c.opens(&instead.Decision, n.Said("instead"))
	}
	if withdrawn := syntax.One[*syntax.Withdrawn](b, "withdrawn"); withdrawn != nil {
		n.Withdrawn = settled.Withdrawal(withdrawn.Is.Word)
		if withdrawn.Is.Word == syntax.WithdrawnByAll {
			c.NotOffered(withdrawn.Is.At, "taking a notice back by agreement", "write `never` or `before it is given`")
		}
	}
	n.Then = c.actions(b, &n.Head, "then", whenGiven)
	for _, a := range n.Then {
		switch {
		case a.After != nil && a.After != n:
			c.OtherNotice(a, n)
		case a.After == nil && (a.Verb == machine.EndMembership || a.Verb == machine.EndAgreement) && !c.Broken:
			c.EndsWhen(a, n)
		}
	}
	c.noticeInTime(n)
}

// manners settles the ways of serving, and when what is so served is received.
// Each way needs its day: a notice may hang on it for a year.
func (c *checker) manners(b *syntax.Block, n *settled.Notice) {
	served, received := syntax.One[*syntax.Served](b, "served"), syntax.One[*syntax.Received](b, "received")
	if served == nil || received == nil {
		return
	}
	arrives := map[string]*syntax.ReceivedBy{}
	for _, way := range received.Ways {
		if way.By.Hole == nil {
			arrives[manner(way.By.Word)] = way
		}
	}
	asked := map[string]bool{}
	ways := served.By
	if len(ways) == 0 {
		for _, way := range received.Ways {
			ways = append(ways, &way.By)
		}
	}
	for _, way := range ways {
		if way.Hole != nil {
			return
		}
		name := manner(way.Word)
		asked[name] = true
		day := arrives[name]
		if day == nil {
			c.ReceivedOpen(way.At, name, n)
			continue
		}
		m := settled.Manner{Said: settled.Said{Ref: n.Ref("received"), Text: c.words(way.At), At: way.At}, Name: name}
		switch {
		case day.After != nil:
			m.Received, _ = c.span(day.After)
		case day.On.Word == syntax.OnNextWorkingDay:
			m.Received = value.Span{N: 1, Unit: value.WorkingDays}
		}
		n.Manners = append(n.Manners, m)
	}
	for _, way := range received.Ways {
		if way.By.Hole == nil && !asked[manner(way.By.Word)] {
			c.ReceivedUnserved(way.By.At, string(way.By.Word), n)
		}
	}
}

// manner is a way of serving in one word, as acts name it.
func manner(way syntax.ServedBy) string {
	switch way {
	case syntax.ByHand:
		return "hand"
	case syntax.ByEmail:
		return "email"
	}
	return "post"
}

// noticeInTime finds a notice that cannot take effect before the term is over
// even if it is given on the first day.
func (c *checker) noticeInTime(n *settled.Notice) {
	if n.AtLeast.N == 0 || c.Agreement.Calendar == nil || !c.Agreement.First.IsSet() || !c.Agreement.Last.IsSet() || c.Agreement.YearStart.Month == 0 {
		return
	}
	effect, _ := c.Agreement.Calendar.After(c.Agreement.First, n.AtLeast)
	if n.Expiring != value.NoPeriod {
		effect = c.Agreement.YearStart.Last(c.Agreement.YearStart.Of(n.Expiring, effect))
	}
	if effect > c.Agreement.Last {
		c.NoticeNever(n, effect)
	}
}
