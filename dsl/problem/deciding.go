package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// QuorumOpen reports quorum-missing.
func (c *Collector) QuorumOpen(d *settled.Decision) {
	c.unsettled("quorum-missing", d.Said("rule").At,
		fmt.Sprintf("`%s` counts those voting, but not how many must vote: one vote would carry it, or none would", d.Name),
		"write a line such as `quorum 3 members`, or count `of members`")
}

// QuorumRefused reports quorum-refused.
func (c *Collector) QuorumRefused(d *settled.Decision, sole bool) {
	text := fmt.Sprintf("the rule of `%s` counts all members, so a quorum repeats or contradicts it", d.Name)
	if sole {
		text = fmt.Sprintf("one alone decides `%s`, so there is no quorum", d.Name)
	}
	c.report("quorum-refused", d.Said("quorum").At, text, "take the quorum out, or count `of those voting`", see(d.Said("rule").At, "the rule"))
}

// QuorumTooLarge reports quorum-too-large.
func (c *Collector) QuorumTooLarge(d *settled.Decision, s *settled.Stage, members int) {
	c.report("quorum-too-large", d.Said("quorum").At,
		fmt.Sprintf("%s must vote on `%s`, but only %s can, so it can never be carried", count(s.Rule.Quorum, "member"), d.Name, count(members, "member")),
		fmt.Sprintf("write `quorum %d members` or fewer", members), see(s.At, "who decides"))
}

// RuleTooLarge reports quorum-too-large.
func (c *Collector) RuleTooLarge(d *settled.Decision, s *settled.Stage, members int) {
	c.report("quorum-too-large", d.Said("rule").At,
		fmt.Sprintf("`%s` needs %s, but only %s can vote, so it can never be carried", d.Name, count(s.Rule.N, "yes"), count(members, "member")),
		fmt.Sprintf("write `at least %d of %s` or fewer", members, s.Rule.Of), see(s.At, "who decides"))
}

func count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case noun == "yes":
		return fmt.Sprintf("%d yeses", n)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// SoleOfMany reports sole-of-many.
func (c *Collector) SoleOfMany(d *settled.Decision, s *settled.Stage, members int) {
	c.report("sole-of-many", d.Said("rule").At, fmt.Sprintf("`sole` lets one decide alone, but %s decide `%s`", count(members, "member"), d.Name),
		"name the one who decides after `by`, or write `rule unanimous of members`", see(s.At, "who decides"))
}

// StandsAside reports stand-aside-deadlock.
func (c *Collector) StandsAside(d *settled.Decision) {
	c.report("stand-aside-deadlock", d.Said("conflicts").At,
		fmt.Sprintf("`%s` needs a yes of every member, and a member with an interest must not give one, so it can then never be carried", d.Name),
		"write `conflicts declare and vote`, or count `of those voting` with a quorum", see(d.Said("rule").At, "the rule"))
}

// NeverEnds reports otherwise-never-ends.
func (c *Collector) NeverEnds(act *settled.Action, why string) {
	help := "add a last line, such as `otherwise lapse` or `otherwise take failure`"
	if act.Verb == machine.Refer {
		help = "say what follows: `refer to NAME, then …`"
	}
	c.report("otherwise-never-ends", act.At, "this leaves the matter open: "+why, help)
}

// NeverReached reports otherwise-unreached.
func (c *Collector) NeverReached(next, end *settled.Action) {
	c.report("otherwise-unreached", next.At, "this is never reached: the line before it ends the matter",
		"put the line that ends the matter last, or take this one out", see(end.At, "the matter ends here"))
}

// GoesRound reports otherwise-goes-round.
func (c *Collector) GoesRound(act *settled.Action, before *settled.Stage) {
	c.report("otherwise-goes-round", act.At, fmt.Sprintf("`%s` has been asked already, so the question goes round", act.Stage.By.Name()),
		"escalate to others, or write what ends the matter", see(before.At, "it is asked here first"))
}

// EscalatesToSame reports otherwise-goes-round.
func (c *Collector) EscalatesToSame(act *settled.Action, last *settled.Group) {
	c.report("otherwise-goes-round", act.At, fmt.Sprintf("nobody sits in `%s` who does not sit in `%s`, so the same people are asked twice", act.Stage.By.Name(), last.Name),
		"escalate to others, or write what ends the matter", see(act.Stage.By.Group.At, fmt.Sprintf("`%s`", act.Stage.By.Name())), see(last.At, fmt.Sprintf("`%s`", last.Name)))
}

// NoLeaver reports leaver-unknown.
func (c *Collector) NoLeaver(d *settled.Decision, s *settled.Stage, other settled.Said) {
	var related []diag.Related
	if other.Text != "" {
		related = append(related, see(other.At, "this opens it without a notice"))
	}
	c.report("leaver-unknown", s.At, fmt.Sprintf("`%s` is decided by every party but the leaver, and nothing tells who that is", d.Name),
		fmt.Sprintf("let only a notice open it, with `then open %s`", d.Name), related...)
}

// NotOpenedBy reports notice-elsewhere.
func (c *Collector) NotOpenedBy(act *settled.Action, d *settled.Decision) {
	c.report("notice-elsewhere", act.At, fmt.Sprintf("`%s` waits for `%s` to take effect, but that notice does not open it", d.Name, act.After.Name),
		fmt.Sprintf("give `%s` a line `then open %s`, or take the words out", act.After.Name, d.Name), see(act.After.At, "the notice"))
}

// OpensForNothing reports opens-for-nothing.
func (c *Collector) OpensForNothing(d *settled.Decision) {
	c.report("opens-for-nothing", d.Opens.At, fmt.Sprintf("no measure is judged every %s by `%s`, so it has nothing to decide then", d.Opens.PeriodEnd, d.Name),
		fmt.Sprintf("give a measure the line `judged every %s, by decision %s`, or let the decision open `on a proposal by …`", d.Opens.PeriodEnd, d.Name))
}

// OpenedWithoutFigure reports opens-for-nothing.
func (c *Collector) OpenedWithoutFigure(d *settled.Decision, by settled.Said) {
	c.report("opens-for-nothing", by.At, fmt.Sprintf("this opens `%s`, which decides a band, without a figure that needs one", d.Name),
		"take the line out, or open a decision that decides a plan: `if missing` and `judged` open what decides a band", see(d.Said("decides").At, "it decides a band"))
}

// OpenedWithoutSum reports opens-for-nothing.
func (c *Collector) OpenedWithoutSum(d *settled.Decision, g *settled.Gainshare, by settled.Said) {
	c.report("opens-for-nothing", by.At, fmt.Sprintf("this opens `%s`, which confirms `%s`, without a sum to confirm", d.Name, g.Name),
		fmt.Sprintf("take the line out: `%s` opens it when the sum is reckoned", g.Name), see(g.Said("confirmed").At, "it confirms this sum"))
}

// PaysUnconfirmed reports settlement-without-money.
func (c *Collector) PaysUnconfirmed(act *settled.Action, g *settled.Gainshare, d *settled.Decision) {
	c.report("settlement-without-money", act.At, fmt.Sprintf("`%s` would pay `%s`, which only `%s` confirms, so nothing would be paid", d.Name, g.Name, g.Confirmed.Name),
		fmt.Sprintf("take `pay %s` out here: it belongs in `%s`", g.Name, g.Confirmed.Name), see(g.Said("confirmed").At, "who confirms the sum"))
}

// YesPaysNothing reports settlement-without-money.
func (c *Collector) YesPaysNothing(g *settled.Gainshare, d *settled.Decision) {
	c.report("settlement-without-money", d.At, fmt.Sprintf("`%s` confirms `%s`, but a yes pays nothing", d.Name, g.Name),
		fmt.Sprintf("add `then pay %s`", g.Name), see(g.Said("confirmed").At, "it confirms the sum"))
}

// NeverPays reports settlement-without-money.
func (c *Collector) NeverPays(g *settled.Gainshare, d *settled.Decision, end *settled.Action) {
	c.report("settlement-without-money", end.At, fmt.Sprintf("`%s` confirms what is owed, so those who owe it could put it off for ever by not saying yes", d.Name),
		fmt.Sprintf("let the last line end in money: `refer to DISPUTE, then pay %s`, or `pay %s`", g.Name, g.Name), see(g.Said("confirmed").At, "it confirms the sum"))
}

// DecidesOther reports decides-other.
func (c *Collector) DecidesOther(d *settled.Decision, what machine.Decides, by settled.Said) {
	text := fmt.Sprintf("`%s` is opened for %s, but says only what a yes brings about", d.Name, what)
	at := d.At
	if d.Decides != "" {
		text, at = fmt.Sprintf("`%s` decides %s, but it is opened for %s", d.Name, d.Decides, what), d.Said("decides").At
	}
	c.report("decides-other", at, text, fmt.Sprintf("write `decides %s`, or open another decision", what), see(by.At, "it is opened here"))
}

// BandNeverTaken reports figure-without-end.
func (c *Collector) BandNeverTaken(d *settled.Decision, end *settled.Action, by settled.Said) {
	c.report("figure-without-end", end.At, fmt.Sprintf("without a yes `%s` ends and the figure has no band, so nothing that waits for it can go on", d.Name),
		"let the last line take a band, such as `otherwise take failure`", see(by.At, "the band is needed here"))
}

// FigureUnsettled reports figure-without-end.
func (c *Collector) FigureUnsettled(r *settled.Return) {
	c.report("figure-without-end", r.Contested.Otherwise.At,
		fmt.Sprintf("a figure that is contested under `%s` stays open when nobody settles it, so nothing that waits for it can go on", r.Contested.Name),
		"write `otherwise take the figure as returned`", see(r.Said("contested").At, "figures are contested under it"))
}

// AdoptsNothing reports variation-without-effect.
func (c *Collector) AdoptsNothing(d *settled.Decision, by settled.Said) {
	c.report("variation-without-effect", d.At, fmt.Sprintf("the agreement is varied by `%s`, but a yes adopts nothing", d.Name),
		"add `then adopt revision`", see(by.At, "the agreement is varied by it"))
}

// NobodyProposes reports variation-without-effect.
func (c *Collector) NobodyProposes(d *settled.Decision, by settled.Said) {
	c.report("variation-without-effect", d.At, fmt.Sprintf("the agreement is varied by `%s`, but nobody may propose a change", d.Name),
		"add a line such as `opens on a proposal by any member`", see(by.At, "the agreement is varied by it"))
}

// DecisionUnopened warns of decision-unopened.
func (c *Collector) DecisionUnopened(d *settled.Decision) {
	c.warn("decision-unopened", d.NameAt, fmt.Sprintf("nothing opens the decision `%s`", d.Name),
		"add a line such as `opens on a proposal by any member`, let another block `open` it, or take it out")
}

// MeetingOutside reports meeting-outside-term.
func (c *Collector) MeetingOutside(d *settled.Decision, on value.Date) {
	c.report("meeting-outside-term", d.Said("item").At, fmt.Sprintf("`%s` is on the agenda by %s, and the agreement runs from %s to %s", d.Name, on, c.Agreement.Starts(), c.Agreement.Last), "correct the day, or the term")
}
