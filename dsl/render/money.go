package render

import (
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/value"
)

func (c *contractor) money() part {
	p := part{letter: "F", title: "Money"}
	for i := range c.m.Fundings {
		c.funding(&p, &c.m.Fundings[i])
	}
	for i := range c.m.Tranches {
		x := &c.m.Tranches[i]
		c.rule(&p, x.Title, x.Name).rules(
			fmt.Sprintf("When `%s` is done, `%s` pays `%s` %s, once.", x.Step, x.From, x.To, x.Sum),
			fmt.Sprintf("It is paid %s.", by(c.chart(x.Name), "pay")),
			"Each payer pays each payee its share of that payee's sum.")
	}
	for i := range c.m.Commitments {
		c.commitment(&p, &c.m.Commitments[i])
	}
	c.funds(&p)
	for i := range c.m.Ratecards {
		c.ratecard(&p, &c.m.Ratecards[i])
	}
	for i := range c.m.SocialReturns {
		c.socialReturn(&p, &c.m.SocialReturns[i])
	}
	for i := range c.m.Gainshares {
		if !c.m.Gainshares[i].Scorecard {
			c.gainshare(&p, &c.m.Gainshares[i])
		}
	}
	return p
}

func (c *contractor) funding(p *part, f *machine.Funding) {
	out := c.rule(p, f.Title, f.Name)
	sums := table{head: []string{"Year", "Sum"}, right: []bool{false, true}}
	for i, s := range f.Sums {
		row := []string{c.m.YearStart.Label(s.Period), s.Sum.String()}
		switch {
		case f.Next != nil && i > 0:
			row[1] = "follows from the year before"
		case s.How != "":
			row[0] += ": " + s.How
		}
		sums.rows = append(sums.rows, row)
	}
	repay := ""
	if f.Repay {
		repay = fmt.Sprintf("If the agreement ends early, what was paid for the days after its last day is paid back, %s.",
			by(c.chart(f.Name+"/repayment"), "pay"))
	}
	basis := ""
	if f.Basis != "" {
		basis = titleCase(f.Basis) + "."
	}
	out.rules(
		fmt.Sprintf("Paid from `%s` to `%s`.", f.From, f.To),
		basis,
		fmt.Sprintf("Paid every %s, on %s.", f.Every, by(c.chart(f.Name), "pay")),
		oddPennies(f),
		repay)
	c.invested(out, f)
	out.body = append(out.body, sums)
}

func oddPennies(f *machine.Funding) string {
	where := ordinal(f.Odd + 1)
	if f.Odd < 0 {
		where = "last"
	}
	return fmt.Sprintf("Pennies that do not divide go on the %s instalment of the year.", where)
}

func (c *contractor) gainshare(p *part, g *machine.Gainshare) {
	if g.Cost != nil {
		c.costShare(p, g)
		return
	}
	out := c.rule(p, g.Title, g.Name)
	out.body = append(out.body, points(g))
	chart, payment := c.chart(g.Name), c.chart(g.Name+"/payment")
	out.rules(
		fmt.Sprintf("Every %s is scored: the weighted average of the points of every measure, %s.", g.Every, precision(g)),
		method(g),
		fmt.Sprintf("The pool is %s a %s.", g.Pool, g.Every),
		fmt.Sprintf("A score above zero is a gain of %s, paid from `%s` to `%s`%s.", formula(&g.Gain.Sum), g.Gain.From, g.Gain.To, atMost(g.GainCap)),
		fmt.Sprintf("A score below zero is a pain of %s, paid from `%s` to `%s`%s.", formula(&g.Pain.Sum), g.Pain.From, g.Pain.To, atMost(g.PainCap)),
		orNothing(g.Beyond, "What lies beyond the cap is borne by `%s`."),
		partYear(g),
		matters(g),
		"It is calculated when every measure is final, and confirmed by the decision `"+g.Confirmed+"`.",
		fmt.Sprintf("It is paid %s.", by(payment, "pay")),
		"Each payer pays each payee its share of that payee's sum.")
	if move(chart, "corrected") != nil {
		out.rules(fmt.Sprintf("A figure that is restated within %s of payment changes what was paid only by the difference, which is paid in the same way.", g.Corrected))
	}
}

func points(g *machine.Gainshare) table {
	t := table{head: []string{"Band", "Points"}, right: []bool{false, true}}
	for _, pt := range g.Points {
		t.rows = append(t.rows, []string{pt.Band.String(), pt.Score.String()})
	}
	return t
}

func precision(g *machine.Gainshare) string {
	if g.Places == nil {
		return "not rounded"
	}
	return fmt.Sprintf("to %s, rounded %s", places(*g.Places), g.Rounding)
}

func method(g *machine.Gainshare) string {
	if g.Stepped {
		return "Points are stepped: a band has its points wherever in the band the figure lies."
	}
	return "Between the figures at which bands begin, points lie on a straight line."
}

// matters is how much hangs on the results at least, where the parties say so.
func matters(g *machine.Gainshare) string {
	if g.Matters == nil {
		return ""
	}
	return fmt.Sprintf("Between the worst result and the best lies at least %s of what `%s` pays in the same time.", percent(g.Matters.From), g.Matters.Of)
}

func atMost(limit *value.Money) string {
	if limit == nil {
		return ""
	}
	return fmt.Sprintf(", at most %s", *limit)
}

func partYear(g *machine.Gainshare) string {
	if g.PartYear == "none" {
		return fmt.Sprintf("A part of a %s has no gain and no pain.", g.Every)
	}
	return ""
}

// schedule lists every instalment to the penny: when it falls due, what each
// party pays, and what each receives.
func (c *contractor) schedule() part {
	p := part{letter: "J", title: "Schedule of payments"}
	for i := range c.m.Fundings {
		f := &c.m.Fundings[i]
		payers, payees := c.sharers(f.From), c.sharers(f.To)
		if !c.settled(f, payers, payees) {
			p.add(f.Title, "", text("The payments follow when what they rest on has been agreed."))
			continue
		}
		pay := table{caption: "What falls due, and who pays it", head: slices.Concat([]string{"Period", "Due", "Sum"}, namesOf(payers)), right: figures(2, 1+len(payers))}
		receive := table{caption: "Who receives it", head: slices.Concat([]string{"Period"}, namesOf(payees)), right: figures(1, len(payees))}
		total := sums{pay: make([]value.Money, 1+len(payers)), receive: make([]value.Money, len(payees))}
		for _, s := range f.Sums {
			c.instalments(f, s, payers, payees, &pay, &receive, &total)
		}
		pay.rows = append(pay.rows, append([]string{"Total", ""}, moneyWords(total.pay)...))
		receive.rows = append(receive.rows, append([]string{"Total"}, moneyWords(total.receive)...))
		p.add(f.Title, "", pay, receive)
	}
	return p
}

// settled reports whether everything that the payments rest on has been agreed:
// values that are still open have no days and no shares to reckon with.
func (c *contractor) settled(f *machine.Funding, payers, payees []machine.Share) bool {
	whole := value.Int(1)
	return c.m.Days() != nil && f.Next == nil && f.Every != value.NoPeriod && c.m.Remainder != value.NoRemainder &&
		allOf(payers).Equal(whole) && allOf(payees).Equal(whole)
}

func allOf(shares []machine.Share) value.Num {
	var sum value.Num
	for _, s := range shares {
		sum = sum.Add(s.Part)
	}
	return sum
}

type sums struct{ pay, receive []value.Money }

func (c *contractor) instalments(f *machine.Funding, s machine.PeriodSum, payers, payees []machine.Share, pay, receive *table, total *sums) {
	periods := c.m.YearStart.Parts(s.Period, f.Every)
	odd := f.Odd
	if odd < 0 {
		odd = len(periods) - 1
	}
	for i, sum := range value.Instalments(s.Sum, len(periods), odd) {
		rows := value.Matrix(sum, parts(payers), parts(payees), c.m.Remainder)
		paid, received := []value.Money{sum}, make([]value.Money, len(payees))
		for _, row := range rows {
			var of value.Money
			for j, part := range row {
				of += part
				received[j] += part
			}
			paid = append(paid, of)
		}
		label := c.m.YearStart.Label(periods[i])
		pay.rows = append(pay.rows, append([]string{label, c.due(f, periods[i]).String()}, moneyWords(paid)...))
		receive.rows = append(receive.rows, append([]string{label}, moneyWords(received)...))
		add(total.pay, paid)
		add(total.receive, received)
	}
}

func add(to, from []value.Money) {
	for i := range to {
		to[i] += from[i]
	}
}

// due is the day on which a period's instalment is paid.
func (c *contractor) due(f *machine.Funding, p value.Period) value.Date {
	mv := move(c.chart(f.Name), "pay")
	day := c.m.YearStart.First(p)
	if mv.At.Anchor == machine.AnchorPeriodEnd {
		day = c.m.YearStart.Last(p)
	}
	if mv.At.Span.N > 0 {
		day, _ = c.m.Days().After(day, mv.At.Span)
	}
	switch mv.At.Adjust {
	case machine.NextWorking:
		day = c.m.Days().NextWorkingDay(day)
	case machine.PreviousWorking:
		day = c.m.Days().PreviousWorkingDay(day)
	}
	return day
}

// sharers are those whom a name stands for, with their parts: shares, or one party.
func (c *contractor) sharers(name string) []machine.Share {
	for i := range c.m.Shares {
		if c.m.Shares[i].Name == name {
			return c.m.Shares[i].Parts
		}
	}
	return []machine.Share{{Party: name, Part: value.Int(1)}}
}

func namesOf(of []machine.Share) []string {
	out := make([]string, len(of))
	for i, s := range of {
		out[i] = s.Party
	}
	return out
}

func parts(of []machine.Share) []value.Num {
	out := make([]value.Num, len(of))
	for i, s := range of {
		out[i] = s.Part
	}
	return out
}

func moneyWords(of []value.Money) []string {
	out := make([]string, len(of))
	for i, m := range of {
		out[i] = m.String()
	}
	return out
}

// figures marks the columns of a table that hold figures.
func figures(words, numbers int) []bool {
	out := make([]bool, words+numbers)
	for i := range numbers {
		out[words+i] = true
	}
	return out
}
