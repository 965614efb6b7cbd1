package refusal

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

// One method per refusal, all worded here: a sentence in the reader's words,
// the statement that forbids the act, and what would be allowed.

// DayClosed refuses an act on a day that is over, or before that of the last thing recorded.
func DayClosed(on, today, closed value.Date) error {
	if closed.IsSet() && on <= closed {
		return refuse(machine.Ref{Block: "agreement"}, fmt.Sprintf("record it on %s or later", closed.AddDays(1)),
			"%s is over: its deadlines have run, up to %s", on, closed)
	}
	return refuse(machine.Ref{Block: "agreement"}, fmt.Sprintf("record it on %s or later", today),
		"%s is before %s, the day of the last thing recorded", on, today)
}

// NoBlock refuses an act on something that the agreement does not have.
func NoBlock(m *machine.Machine, kind, name string) error {
	var names []string
	for i := range m.Charts {
		c := &m.Charts[i]
		if c.ID == c.Block && (string(c.Kind) == kind || c.Kind == machine.KindFigure && kind == "measure") {
			names = append(names, c.Block)
		}
	}
	help := ""
	if len(names) > 0 {
		help = "it has " + strings.Join(names, ", ")
	}
	return refuse(machine.Ref{Block: "agreement"}, help, "this agreement has no %s called `%s`", kind, name)
}

// HasLeft refuses an act of a party that is no longer a member.
func HasLeft(by string, says machine.Ref, act string) error {
	return refuse(says, "", "%s may not %s: its membership has ended", by, act)
}

// NotYours refuses an act of one who may not do it, and names those who may.
func NotYours(by string, says machine.Ref, act string, may machine.Who) error {
	return refuse(says, "", "%s may not %s: only %s may", by, act, whoWords(may))
}

// NotBegun refuses an act before the agreement is in force.
func NotBegun(m *machine.Machine, unsigned []string) error {
	if len(unsigned) > 0 {
		return refuse(machine.Ref{Block: "agreement"}, "sign it first", "the agreement is not in force: %s has not signed", strings.Join(unsigned, ", "))
	}
	return refuse(machine.Ref{Block: "agreement", Statement: "begins"}, "", "the agreement is not in force before %s", m.First)
}

// NotInShadow refuses what waits for the term while the agreement is practised.
func NotInShadow(m *machine.Machine, says machine.Ref) error {
	return refuse(says, "", "the agreement runs in shadow until %s: this counts from %s on", m.First.AddDays(-1), m.First)
}

// IsJudged refuses a figure for a measure that is judged.
func IsJudged(me *machine.Measure) error {
	return refuse(machine.Ref{Block: me.Name, Statement: "judged"}, "use `judge`",
		"%s is not returned: its band is judged by decision %s", me.Name, me.Judged)
}

// NotJudged refuses a judgement of a measure that is returned.
func NotJudged(me *machine.Measure) error {
	return refuse(machine.Ref{Block: me.Name, Statement: "returned"}, "use `return`",
		"%s is not judged: %s returns a figure for it", me.Name, me.Returner)
}

// NoPeriod refuses a period for which a measure has no figure.
func NoPeriod(m *machine.Machine, me *machine.Measure, p value.Period) error {
	statement := "returned"
	if me.Judged != "" {
		statement = "judged"
	}
	return refuse(machine.Ref{Block: me.Name, Statement: statement},
		fmt.Sprintf("a period of it is a %s from %s to %s", me.Every, firstPeriod(m, me.Every), m.YearStart.Of(me.Every, m.Last)),
		"%s has no period %s", me.Name, p)
}

// NoReview refuses a period for which a review is not held.
func NoReview(m *machine.Machine, c *machine.Chart, p value.Period) error {
	return refuse(machine.Ref{Block: c.Block, Statement: "every"},
		fmt.Sprintf("it is held every %s from %s to %s", c.Every, firstPeriod(m, c.Every), m.YearStart.Of(c.Every, m.Last)),
		"%s is not held for %s", c.Block, p)
}

// notNow refuses an act that the state of a thing does not allow, and says which that is.
func NotNow(m *machine.Machine, t *record.Thing, verb string) error {
	c := m.ChartOf(t.Key.Chart)
	says := machine.Ref{Block: c.Block}
	if me := m.Measure(c.Block); me != nil && me.Judged != "" {
		says.Statement = "judged"
	}
	for i := range c.Moves {
		if string(c.Moves[i].On) == verb {
			says = c.Moves[i].Says
		}
	}
	if t.Figure != nil && t.Figure.Assumed {
		return refuse(says, "", "%s is taken as given in this scenario", t.Key)
	}
	if t.State == c.States[0].Name && t.Period != (value.Period{}) {
		return refuse(says, fmt.Sprintf("the first day for it is %s", m.YearStart.Last(t.Period).AddDays(1)),
			"%s lies ahead: %s ends on %s", t.Key, t.Period, m.YearStart.Last(t.Period))
	}
	help := ""
	if verb == string(machine.OnReturn) && c.MoveOn(t.State, machine.OnRestate) != nil {
		help = "use `restate` to correct it"
	}
	return refuse(says, help, "you cannot %s %s: it has been %s since %s", verb, t.Key, t.State, t.Since)
}

// WantsValue refuses inputs where one figure is returned.
func WantsValue(me *machine.Measure) error {
	return refuse(machine.Ref{Block: me.Name, Statement: "unit"}, "", "%s is returned as one figure, in %s", me.Name, me.Unit)
}

// WantsInputs refuses anything but the figures that a measure is worked out from.
func WantsInputs(me *machine.Measure) error {
	names := make([]string, len(me.Inputs))
	for i, in := range me.Inputs {
		names[i] = in.Name + "=…"
	}
	return refuse(machine.Ref{Block: me.Name, Statement: "input"}, "return "+strings.Join(names, " "),
		"%s is worked out from %d figures, each returned by name", me.Name, len(me.Inputs))
}

// TooFine refuses a figure below zero or finer than its unit.
func TooFine(me *machine.Measure, name string, v value.Num, places int) error {
	says := machine.Ref{Block: me.Name, Statement: "unit"}
	if me.Outcome == "" && me.Unit == "pounds" {
		says.Statement = "returned" // of a cost: its unit is no line of its own
	}
	if name != me.Name {
		says.Statement = "input"
	}
	if v.Sign() < 0 {
		return refuse(says, "", "%s is never below zero, and %s is", name, v)
	}
	if places == 0 {
		return refuse(says, "", "%s is counted in whole %s, and %s is not whole", name, unitWords(me, name), v)
	}
	return refuse(says, "", "%s has at most %d decimal place(s), and %s has more", name, places, v)
}

func unitWords(me *machine.Measure, name string) string {
	if name != me.Name || me.Unit == "" {
		return "numbers"
	}
	return me.Unit
}

// SayWhy refuses an act that must say why and does not.
func SayWhy(verb string, says machine.Ref) error {
	return refuse(says, "say it with because", "to %s you must say why", verb)
}

// NoEvidence refuses a judgement without evidence.
func NoEvidence(me *machine.Measure) error {
	return refuse(machine.Ref{Block: me.Name, Statement: "evidence"}, "", "%s is judged on evidence (%s), and none is given", me.Name, me.Evidence[0].Title)
}

// WantsFigure refuses an answer to a dispute about a figure that gives none.
func WantsFigure(t *record.Thing, says machine.Ref) error {
	return refuse(says, "", "%s is about a figure: settle it with the figure that counts", t.Key)
}

// NotOpen refuses an act on a decision or dispute that is not open.
func NotOpen(name, about string) error {
	if about != "" {
		name += " about " + about
	}
	return refuse(machine.Ref{Block: strings.Fields(name)[0], Statement: "opens"}, "", "%s is not open", name)
}

// AlreadyOpen refuses a proposal to open what is open.
func AlreadyOpen(t *record.Thing) error {
	return refuse(machine.Ref{Block: t.Key.Chart}, "", "%s is already open, since %s", t.Key, t.Day(machine.AnchorOpening))
}

// WhichOne refuses an act that could mean several openings.
func WhichOne(name string, open []*record.Thing) error {
	var of []string
	for _, t := range open {
		of = append(of, "“"+t.Key.Of+"”")
	}
	return refuse(machine.Ref{Block: name}, "say which with about", "%s is open more than once: %s", name, strings.Join(of, ", "))
}

// TooLate refuses an act that comes after its time.
func TooLate(m *machine.Machine, t *record.Thing, verb string) error {
	c := m.ChartOf(t.Key.Chart)
	says := machine.Ref{Block: c.Block}
	for i := range c.Moves {
		if c.Moves[i].On == machine.OnDeadline {
			says = c.Moves[i].Says
			break
		}
	}
	if c.State(t.State).End {
		return refuse(says, "", "you cannot %s %s any more: it ended on %s (%s)", verb, t.Key, t.Since, t.State)
	}
	return refuse(says, "", "you cannot %s %s: it has been %s since %s", verb, t.Key, t.State, t.Since)
}

// DayBehind refuses an answer that is a day before today.
func DayBehind(d *machine.Decision, day, today value.Date) error {
	return refuse(machine.Ref{Block: d.Name, Statement: "decides"}, "", "%s cannot decide a day that is over: %s is before %s", d.Name, day, today)
}

// NoChoice refuses a vote that is no vote.
func NoChoice(d *machine.Decision, c record.Choice) error {
	return refuse(machine.Ref{Block: d.Name, Statement: "rule"}, "", "a vote on %s is yes, no or abstain, not `%s`", d.Name, c)
}

// NothingToAnswer refuses an answer where none is decided.
func NothingToAnswer(d *machine.Decision) error {
	return refuse(machine.Ref{Block: d.Name, Statement: "rule"}, "vote yes or no", "%s is answered by yes or no: it decides nothing else", d.Name)
}

// WrongAnswer refuses an answer of another kind than the decision decides.
func WrongAnswer(d *machine.Decision) error {
	return refuse(machine.Ref{Block: d.Name, Statement: "decides"}, "", "%s decides %s, and the answer is none", d.Name, d.Decides)
}

// NoAnswerYet refuses a vote before there is an answer to vote on.
func NoAnswerYet(d *machine.Decision) error {
	return refuse(machine.Ref{Block: d.Name, Statement: "decides"}, "propose one first", "%s decides %s, and nobody has proposed one yet", d.Name, d.Decides)
}

// AnswerStands refuses another answer once somebody has voted.
func AnswerStands(t *record.Thing) error {
	return refuse(machine.Ref{Block: t.Key.Chart, Statement: "decides"}, "", "%s is being voted on: its answer cannot be replaced", t.Key)
}

// VotedAlready refuses a second vote.
func VotedAlready(t *record.Thing, v *record.Vote) error {
	return refuse(machine.Ref{Block: t.Key.Chart, Statement: "rule"}, "", "%s has voted on %s already, on %s: a vote stands", v.By, t.Key, v.On)
}

// ReasonMissing refuses a yes before the reasons that must be recorded are.
func ReasonMissing(d *machine.Decision, name string) error {
	return refuse(machine.Ref{Block: d.Name, Statement: "record"}, fmt.Sprintf("give it: because %s \"…\"", name),
		"%s cannot be carried before %s is recorded", d.Name, name)
}

// DelegationOver refuses a vote on a day that the seat's delegation does not cover.
func DelegationOver(g *machine.Group, by string, today value.Date) error {
	return refuse(machine.Ref{Block: g.Name, Statement: "delegated"}, "", "%s cannot vote in %s on %s: the seat's delegation runs from %s to %s", by, g.Name, today, g.From, g.To)
}

// DelegationTooSmall refuses a yes that costs more than the seat may bind.
func DelegationTooSmall(g *machine.Group, by string, stake value.Money) error {
	return refuse(machine.Ref{Block: g.Name, Statement: "binds"}, "", "%s's seat in %s binds it up to %s a decision, and this one would cost it %s", by, g.Name, *g.Limit, stake)
}

// firstPeriod is the first period of a kind in which anything runs.
func firstPeriod(m *machine.Machine, every value.PeriodKind) value.Period {
	for _, p := range m.YearStart.Over(every, m.Starts(), m.First) {
		if m.InShadow(p) {
			return p
		}
	}
	return m.YearStart.Of(every, m.First)
}
