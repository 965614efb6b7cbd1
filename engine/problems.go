package engine

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// One method per refusal, all worded here: a sentence in the reader's words,
// the statement that forbids the act, and what would be allowed.

func (w *work) refuse(because machine.Ref, help, format string, args ...any) error {
	return &Refusal{Because: because, Text: fmt.Sprintf(format, args...), Help: help}
}

func (w *work) dayClosed(on value.Date) error {
	closed := w.s.Closed
	if closed.IsSet() && on <= closed {
		return w.refuse(machine.Ref{Block: "agreement"}, fmt.Sprintf("record it on %s or later", closed.AddDays(1)),
			"%s is over: its deadlines have run, up to %s", on, closed)
	}
	return w.refuse(machine.Ref{Block: "agreement"}, fmt.Sprintf("record it on %s or later", w.s.Today),
		"%s is before %s, the day of the last thing recorded", on, w.s.Today)
}

func (w *work) noBlock(kind, name string) error {
	var names []string
	for i := range w.m.Charts {
		c := &w.m.Charts[i]
		if c.ID == c.Block && (string(c.Kind) == kind || c.Kind == machine.KindFigure && kind == "measure") {
			names = append(names, c.Block)
		}
	}
	help := ""
	if len(names) > 0 {
		help = "it has " + strings.Join(names, ", ")
	}
	return w.refuse(machine.Ref{Block: "agreement"}, help, "this agreement has no %s called `%s`", kind, name)
}

func (w *work) notYours(by string, says machine.Ref, act string, may machine.Who) error {
	if w.s.hasLeft(by) {
		return w.refuse(says, "", "%s may not %s: its membership has ended", by, act)
	}
	return w.refuse(says, "", "%s may not %s: only %s may", by, act, whoWords(may))
}

func (w *work) notBegun(a *Thing) error {
	switch {
	case a.State == "draft":
		return w.refuse(machine.Ref{Block: "agreement"}, "sign it first", "the agreement is not in force: %s has not signed", strings.Join(w.unsigned(a), ", "))
	default:
		return w.refuse(machine.Ref{Block: "agreement", Statement: "begins"}, "", "the agreement is not in force before %s", w.m.First)
	}
}

func (w *work) unsigned(a *Thing) []string { return unsigned(w.m, a) }

func unsigned(m *machine.Machine, a *Thing) []string {
	var out []string
	for _, p := range m.Parties {
		signed := false
		for _, s := range a.Signatures {
			signed = signed || s.By == p.Name
		}
		if !signed {
			out = append(out, p.Name)
		}
	}
	return out
}

func (w *work) isJudged(me *machine.Measure) error {
	return w.refuse(machine.Ref{Block: me.Name, Statement: "judged"}, "use `judge`",
		"%s is not returned: its band is judged by decision %s", me.Name, me.Judged)
}

func (w *work) notJudged(me *machine.Measure) error {
	return w.refuse(machine.Ref{Block: me.Name, Statement: "returned"}, "use `return`",
		"%s is not judged: %s returns a figure for it", me.Name, me.Returner)
}

func (w *work) noPeriod(me *machine.Measure, p value.Period) error {
	statement := "returned"
	if me.Judged != "" {
		statement = "judged"
	}
	return w.refuse(machine.Ref{Block: me.Name, Statement: statement},
		fmt.Sprintf("a period of it is a %s from %s to %s", me.Every, w.m.YearStart.Of(me.Every, w.m.First), w.m.YearStart.Of(me.Every, w.m.Last)),
		"%s has no period %s", me.Name, p)
}

func (w *work) noReview(c *machine.Chart, p value.Period) error {
	return w.refuse(machine.Ref{Block: c.Block, Statement: "every"},
		fmt.Sprintf("it is held every %s from %s to %s", c.Every, w.m.YearStart.Of(c.Every, w.m.First), w.m.YearStart.Of(c.Every, w.m.Last)),
		"%s is not held for %s", c.Block, p)
}

// notNow refuses an act that the state of a thing does not allow, and says which that is.
func (w *work) notNow(t *Thing, verb string) error {
	c := w.chartOf(t)
	says := machine.Ref{Block: c.Block}
	if me := w.m.Measure(c.Block); me != nil && me.Judged != "" {
		says.Statement = "judged"
	}
	for i := range c.Moves {
		if string(c.Moves[i].On) == verb {
			says = c.Moves[i].Says
		}
	}
	if t.Figure != nil && t.Figure.Assumed {
		return w.refuse(says, "", "%s is taken as given in this scenario", t.Key)
	}
	if t.State == c.States[0].Name && t.Period != (value.Period{}) {
		return w.refuse(says, fmt.Sprintf("the first day for it is %s", w.m.YearStart.Last(t.Period).AddDays(1)),
			"%s lies ahead: %s ends on %s", t.Key, t.Period, w.m.YearStart.Last(t.Period))
	}
	help := ""
	if verb == string(machine.OnReturn) && findMove(c, t.State, machine.OnRestate) != nil {
		help = "use `restate` to correct it"
	}
	return w.refuse(says, help, "you cannot %s %s: it has been %s since %s", verb, t.Key, t.State, t.Since)
}

func (w *work) wantsValue(me *machine.Measure) error {
	return w.refuse(machine.Ref{Block: me.Name, Statement: "unit"}, "", "%s is returned as one figure, in %s", me.Name, me.Unit)
}

func (w *work) wantsInputs(me *machine.Measure) error {
	names := make([]string, len(me.Inputs))
	for i, in := range me.Inputs {
		names[i] = in.Name + "=…"
	}
	return w.refuse(machine.Ref{Block: me.Name, Statement: "input"}, "return "+strings.Join(names, " "),
		"%s is worked out from %d figures, each returned by name", me.Name, len(me.Inputs))
}

func (w *work) tooFine(me *machine.Measure, name string, v value.Num, places int) error {
	says := machine.Ref{Block: me.Name, Statement: "unit"}
	if name != me.Name {
		says.Statement = "input"
	}
	if v.Sign() < 0 {
		return w.refuse(says, "", "%s is never below zero, and %s is", name, v)
	}
	if places == 0 {
		return w.refuse(says, "", "%s is counted in whole %s, and %s is not whole", name, unitWords(me, name), v)
	}
	return w.refuse(says, "", "%s has at most %d decimal place(s), and %s has more", name, places, v)
}

func unitWords(me *machine.Measure, name string) string {
	if name != me.Name || me.Unit == "" {
		return "numbers"
	}
	return me.Unit
}

func (w *work) sayWhy(verb string, says machine.Ref) error {
	return w.refuse(says, "say it with because", "to %s you must say why", verb)
}

func (w *work) noEvidence(me *machine.Measure) error {
	return w.refuse(machine.Ref{Block: me.Name, Statement: "evidence"}, "", "%s is judged on evidence (%s), and none is given", me.Name, me.Evidence[0].Title)
}

func (w *work) wantsFigure(t *Thing, says machine.Ref) error {
	return w.refuse(says, "", "%s is about a figure: settle it with the figure that counts", t.Key)
}

func (w *work) notOpen(name, about string) error {
	if about != "" {
		name += " about " + about
	}
	return w.refuse(machine.Ref{Block: strings.Fields(name)[0], Statement: "opens"}, "", "%s is not open", name)
}

func (w *work) alreadyOpen(t *Thing) error {
	return w.refuse(machine.Ref{Block: t.Key.Chart}, "", "%s is already open, since %s", t.Key, t.Day(machine.AnchorOpening))
}

func (w *work) whichOne(name string, open []*Thing) error {
	var of []string
	for _, t := range open {
		of = append(of, "“"+t.Key.Of+"”")
	}
	return w.refuse(machine.Ref{Block: name}, "say which with about", "%s is open more than once: %s", name, strings.Join(of, ", "))
}

func (w *work) tooLate(t *Thing, verb string) error {
	c := w.chartOf(t)
	says := machine.Ref{Block: c.Block}
	for i := range c.Moves {
		if c.Moves[i].On == machine.OnDeadline {
			says = c.Moves[i].Says
			break
		}
	}
	if c.State(t.State).End {
		return w.refuse(says, "", "you cannot %s %s any more: it ended on %s (%s)", verb, t.Key, t.Since, t.State)
	}
	return w.refuse(says, "", "you cannot %s %s: it has been %s since %s", verb, t.Key, t.State, t.Since)
}

func (w *work) dayBehind(d *machine.Decision, day value.Date) error {
	return w.refuse(machine.Ref{Block: d.Name, Statement: "decides"}, "", "%s cannot decide a day that is over: %s is before %s", d.Name, day, w.today)
}

func (w *work) noChoice(d *machine.Decision, c Choice) error {
	return w.refuse(machine.Ref{Block: d.Name, Statement: "rule"}, "", "a vote on %s is yes, no or abstain, not `%s`", d.Name, c)
}

func (w *work) nothingToAnswer(d *machine.Decision) error {
	return w.refuse(machine.Ref{Block: d.Name, Statement: "rule"}, "vote yes or no", "%s is answered by yes or no: it decides nothing else", d.Name)
}

func (w *work) wrongAnswer(d *machine.Decision) error {
	return w.refuse(machine.Ref{Block: d.Name, Statement: "decides"}, "", "%s decides %s, and the answer is none", d.Name, d.Decides)
}

func (w *work) noAnswerYet(d *machine.Decision) error {
	return w.refuse(machine.Ref{Block: d.Name, Statement: "decides"}, "propose one first", "%s decides %s, and nobody has proposed one yet", d.Name, d.Decides)
}

func (w *work) answerStands(t *Thing) error {
	return w.refuse(machine.Ref{Block: t.Key.Chart, Statement: "decides"}, "", "%s is being voted on: its answer cannot be replaced", t.Key)
}

func (w *work) votedAlready(t *Thing, v *Vote) error {
	return w.refuse(machine.Ref{Block: t.Key.Chart, Statement: "rule"}, "", "%s has voted on %s already, on %s: a vote stands", v.By, t.Key, v.On)
}

func (w *work) reasonMissing(d *machine.Decision, name string) error {
	return w.refuse(machine.Ref{Block: d.Name, Statement: "record"}, fmt.Sprintf("give it: because %s \"…\"", name),
		"%s cannot be carried before %s is recorded", d.Name, name)
}

func (w *work) delegationOver(g *machine.Group, by string) error {
	return w.refuse(machine.Ref{Block: g.Name, Statement: "delegated"}, "", "%s cannot vote in %s on %s: the seat's delegation runs from %s to %s", by, g.Name, w.today, g.From, g.To)
}

func (w *work) delegationTooSmall(g *machine.Group, by string, stake value.Money) error {
	return w.refuse(machine.Ref{Block: g.Name, Statement: "binds"}, "", "%s's seat in %s binds it up to %s a decision, and this one would cost it %s", by, g.Name, *g.Limit, stake)
}
