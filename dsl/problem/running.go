package problem

import (
	"fmt"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/token"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Quantity is a figure in words or in a rule, in one spelling: `20 working day`,
// `£180,000`, `60%`.
type Quantity struct {
	At   token.Token
	Kind string // span, sum, percentage, day, period, number
	Text string
}

// OtherReviewPeriod reports period-differs.
func (c *Collector) OtherReviewPeriod(at diag.Span, r *settled.Review) {
	c.unsettled("period-differs", at, fmt.Sprintf("`%s` is held every %s, and this looks at a quarter", r.Name, r.Every),
		"write `looks at every measure`, or name the measures", see(r.Said("every").At, "how often it is held"))
}

// HeldOutside reports period-differs.
func (c *Collector) HeldOutside(at diag.Span, r *settled.Review, may string) {
	c.unsettled("period-differs", at, fmt.Sprintf("`%s` is held every %s, and this is the end of something else", r.Name, r.Every),
		fmt.Sprintf("write `held by %s`", may), see(r.Said("every").At, "how often it is held"))
}

// ReviewTooEarly warns of review-too-early.
func (c *Collector) ReviewTooEarly(r *settled.Review, m *settled.Measure, p value.Period, held, final value.Date) {
	c.warn("review-too-early", r.Said("held").At,
		fmt.Sprintf("for %s the review may be held until %s, but `%s` may be final only at the end of %s", c.Agreement.YearStart.Label(p), held, m.Name, final),
		"give the review more time, or the return and its acceptance less",
		see(m.Return.Said("due").At, "when the figure is due"), see(m.Return.Said("accepted").At, "how long acceptance may take"))
}

// AcceptedTooLate warns of acceptance-too-long.
func (c *Collector) AcceptedTooLate(r *settled.Return, p value.Period, final, next value.Date) {
	c.warn("acceptance-too-long", r.Said("accepted").At,
		fmt.Sprintf("a figure for %s may be open until %s, but the next one is due on %s", c.Agreement.YearStart.Label(p), final, next),
		"give acceptance less time", see(r.Said("due").At, "when figures are due"))
}

// AcceptsItself warns of accepts-itself.
func (c *Collector) AcceptsItself(m *settled.Measure) {
	c.warn("accepts-itself", m.Said("returned").At, fmt.Sprintf("`%s` returns `%s` and accepts it as well, so nobody else looks at it", m.Returner.Name, m.Name),
		"let another party return it, or accept it", see(m.Return.Said("accepted").At, "who accepts it"))
}

// NeverSettled warns of never-settled.
func (c *Collector) NeverSettled(g *settled.Gainshare) {
	c.warn("never-settled", g.Said("part year").At, fmt.Sprintf("the term holds no whole %s, so `%s` never pays or costs anything", g.Every, g.Name),
		"begin and end the term with a financial year, or take the gainshare out", see(c.Agreement.Said("term").At, "the term"))
}

// NeverOutside warns of outside-never.
func (c *Collector) NeverOutside(d *settled.Dispute) {
	c.warn("outside-never", d.Said("outside").At, "no agreement can keep its parties from the courts altogether",
		"name what may go outside: `never, except for wilful_default`")
}

// LevelTwice reports level-twice.
func (c *Collector) LevelTwice(second, first settled.Level) {
	c.report("level-twice", second.At, fmt.Sprintf("`%s` has tried to settle it already", second.By.Name()), "name others, or take the level out",
		see(first.At, "its first try"))
}

// LevelWaits warns of level-without-limit.
func (c *Collector) LevelWaits(l settled.Level) {
	name := l.By.Name()
	c.warn("level-without-limit", l.At, fmt.Sprintf("`%s` may take as long as it likes: the dispute may wait for ever, and what `otherwise` says never follows", name),
		fmt.Sprintf("write `level %s decides or directs, within 40 working days of referral`", name))
}

// LevelAfterWaiting reports level-after-waiting.
func (c *Collector) LevelAfterWaiting(second, first settled.Level) {
	c.report("level-after-waiting", second.At, fmt.Sprintf("nothing gets to `%s`: `%s` before it has no time limit", second.By.Name(), first.By.Name()),
		fmt.Sprintf("write `level %s decides or directs, within 40 working days of referral`, or put this level before it", first.By.Name()), see(first.At, "the level before it"))
}

// OtherNotice reports notice-elsewhere.
func (c *Collector) OtherNotice(act *settled.Action, n *settled.Notice) {
	c.report("notice-elsewhere", act.At, fmt.Sprintf("this follows from `%s`, but waits for `%s` to take effect", n.Name, act.After.Name),
		fmt.Sprintf("write `when %s takes effect`", n.Name), see(act.After.At, fmt.Sprintf("`%s`", act.After.Name)))
}

// EndsWhen reports end-without-day.
func (c *Collector) EndsWhen(act *settled.Action, n *settled.Notice) {
	c.report("end-without-day", act.At, fmt.Sprintf("this would end on the day `%s` is given, or on the day it takes effect", n.Name),
		fmt.Sprintf("write `%s, when %s takes effect`", act.Verb, n.Name))
}

// ReceivedOpen reports received-missing.
func (c *Collector) ReceivedOpen(at diag.Span, way string, n *settled.Notice) {
	c.report("received-missing", at, fmt.Sprintf("`%s` may be served so, but not said is on which day it then counts as received", n.Name),
		fmt.Sprintf("add to the line `received`: `by %s 2 working days after posting`, or `by %s on the day`", way, way), see(n.Said("received").At, "when it is received"))
}

// ReceivedUnserved reports received-unserved.
func (c *Collector) ReceivedUnserved(at diag.Span, way string, n *settled.Notice) {
	c.report("received-unserved", at, fmt.Sprintf("`%s` cannot be served %s", n.Name, way), "add the way to the line `served`, or take it out here",
		see(n.Said("served").At, "how it is served"))
}

// NoticeNever warns of notice-never.
func (c *Collector) NoticeNever(n *settled.Notice, effect value.Date) {
	c.warn("notice-never", n.Said("at least").At,
		fmt.Sprintf("even if it is given on the first day, `%s` takes effect on %s, after the term has ended", n.Name, effect),
		"shorten the time, or take the notice out", see(c.Agreement.Said("term").At, "the term"))
}

// RunsTooLong warns of rule-never.
func (c *Collector) RunsTooLong(r *settled.Rule, t *machine.BandTest, periods int) {
	c.warn("rule-never", r.Said("when").At, fmt.Sprintf("the rule asks for %d %s running, but the term has %d, so it never fires", t.Running, plural(t.Every), periods),
		"ask for fewer", see(c.Agreement.Said("term").At, "the term"))
}

// Contradicts warns of rule-never.
func (c *Collector) Contradicts(r *settled.Rule) {
	c.warn("rule-never", r.Said("when").At, "no band can pass all of these tests at once, so the rule never fires", "join them by `or`, or name bands that go together")
}

// NumberTwice reports clause-number-twice.
func (c *Collector) NumberTwice(second, first *settled.Clause) {
	c.report("clause-number-twice", second.Said("number").At, fmt.Sprintf("the clause `%s` has the number %s already", first.Name, second.Number),
		"give this clause a number of its own", see(first.Said("number").At, "the first clause"))
}

// ClauseDrifts reports clause-drift.
func (c *Collector) ClauseDrifts(at diag.Span, q Quantity, h *settled.Head, has []Quantity) {
	figure := string(c.File.Src[at.Start:at.End])
	help := fmt.Sprintf("let the rule speak for itself with a value in braces, such as `{%s.title}`, or change the rule", h.Name)
	var related []diag.Related
	for _, other := range has {
		if other.Kind != q.Kind {
			continue
		}
		place := diag.Span{Path: at.Path, Start: other.At.Start, End: other.At.End}
		if line := c.lineAt(h, place); line.Ref.Statement != "" {
			help = fmt.Sprintf("the rule says %s: write `{%s.%s}`", other.Text, h.Name, underscored(line.Ref.Statement))
		}
		related = append(related, see(place, "what the rule says"))
	}
	c.report("clause-drift", at, fmt.Sprintf("the words say %s, and `%s` has no such figure", figure, h.Name), help, related...)
}

// lineAt is the statement of a block in which a place lies.
func (c *Collector) lineAt(h *settled.Head, place diag.Span) settled.Said {
	for _, s := range h.Lines {
		if s.At.Start <= place.Start && place.End <= s.At.End {
			return s
		}
	}
	return settled.Said{}
}
