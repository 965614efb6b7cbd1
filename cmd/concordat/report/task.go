package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// Task is something that is awaited: of whom, by when, and what follows if it
// is late.
type Task struct {
	Agreement string
	By        value.Date // NoDate: no time is set
	Who       []string
	As        string // "leadership" where all of a group are awaited, else their names
	Do        string // "return placements for 2015/16 Q1"
	Then      string // empty: nothing follows by itself
	Says      machine.Ref

	machine *machine.Machine
}

// Tasks lists what is awaited in agreements up to and including a day, by day;
// what has no day comes last. With a party, only what that party owes.
func Tasks(agreements []run.Agreement, upTo value.Date, party string) []Task {
	var out []Task
	for _, a := range agreements {
		for _, d := range explain.Duties(a.Machine, a.State) {
			if d.By.IsSet() && d.By > upTo || party != "" && !slices.Contains(d.Who, party) {
				continue
			}
			t := Task{Agreement: a.Name, By: d.By, Who: d.Who, As: names(a.Machine, d), Do: awaited(a, d.Key), Says: d.What, machine: a.Machine}
			if d.Next != nil {
				t.Then = follows(a.Machine, d)
			}
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(x, y Task) int {
		return cmp.Or(cmp.Compare(dayOrLast(x.By), dayOrLast(y.By)), strings.Compare(x.Agreement, y.Agreement))
	})
	return out
}

// dayOrLast puts what has no day after everything else.
func dayOrLast(d value.Date) int64 {
	if !d.IsSet() {
		return 1 << 40
	}
	return int64(d)
}

// awaited says what is to be done about a thing in the state it is in.
func awaited(a run.Agreement, key engine.Key) string {
	t := a.State.Find(key)
	c := &a.Machine.Charts[a.Machine.Chart(key.Chart)]
	period := a.Machine.YearStart.Label(t.Period)
	switch c.Kind {
	case machine.KindFigure:
		if t.State == "submitted" || t.State == "restated" {
			return fmt.Sprintf("accept or contest %s for %s", key.Chart, period)
		}
		if t.State != "due" {
			return fmt.Sprintf("return %s for %s, %s since %s", key.Chart, period, t.State, t.Since)
		}
		return fmt.Sprintf("return %s for %s", key.Chart, period)
	case machine.KindDecision:
		words := "decide " + openingWords(t)
		if item := a.Machine.Decision(key.Chart).Item; item != nil {
			words += fmt.Sprintf(", %s at %s by %s", item.Asks, item.Meeting, item.By)
		}
		return words
	case machine.KindReview:
		if t.State != "due" {
			return fmt.Sprintf("hold %s for %s, %s on %s", key.Chart, period, t.State, t.Since)
		}
		return fmt.Sprintf("hold %s for %s", key.Chart, period)
	case machine.KindDispute:
		return "settle " + openingWords(t)
	case machine.KindPayment:
		return fmt.Sprintf("pay %s under %s for %s", total(t.Payment.Lines), c.Block, strings.TrimSpace(key.Of))
	case machine.KindNotice:
		return fmt.Sprintf("serve %s on everyone that it must go to", key.Chart)
	case machine.KindClaim:
		return claimTask(t)
	case machine.KindRegister:
		return "answer " + openingWords(t)
	case machine.KindStep:
		return stepTask(a.Machine, t)
	case machine.KindAgreement:
		return "sign"
	}
	return fmt.Sprintf("act on %s, which is %s", key, t.State)
}

// stepTask says what is to be done about a step: what is still to be shown comes first.
func stepTask(m *machine.Machine, t *engine.Thing) string {
	_, s := m.Step(t.Key.Chart)
	var lacks []string
	for _, e := range s.Evidence {
		if !t.Round.Has(e.Name) {
			lacks = append(lacks, e.Name)
		}
	}
	words := "complete " + s.Name
	if len(lacks) > 0 {
		words = fmt.Sprintf("show %s for %s, and complete it", strings.Join(lacks, ", "), s.Name)
	}
	if t.State == "late" {
		words += fmt.Sprintf(", late since %s", t.Since)
	}
	return words
}

// openingWords names an opening of a decision or dispute, and what it is about.
func openingWords(t *engine.Thing) string {
	about := t.Key.Of
	if t.Entry != nil {
		about += fmt.Sprintf(", %s “%s”", t.Entry.Kind, t.Entry.Words)
	}
	if t.Ballot != nil && t.Ballot.About != "" && t.Ballot.About != about {
		about += ", about " + t.Ballot.About
	}
	if about == "" {
		return t.Key.Chart
	}
	return fmt.Sprintf("%s (%s)", t.Key.Chart, about)
}

// follows says what the agreement does when the time of a duty is up.
func follows(m *machine.Machine, d explain.Duty) string {
	c := &m.Charts[m.Chart(d.Key.Chart)]
	switch c.Kind {
	case machine.KindPayment, machine.KindAgreement:
		return ""
	case machine.KindDecision:
		for i := range c.Moves {
			if mv := &c.Moves[i]; mv.On == machine.OnRejected && slices.Contains(mv.From, d.Next.From[0]) {
				return "otherwise " + mv.Text
			}
		}
	}
	var parts []string
	for _, do := range d.Next.Do {
		parts = append(parts, consequence(do))
	}
	if len(parts) == 0 && d.Next.To != "" {
		parts = append(parts, "it is then "+d.Next.To+next(c, d.Next.To))
	}
	return strings.Join(parts, ", ")
}

// next adds the first thing that a later day brings in a state.
func next(c *machine.Chart, state string) string {
	for i := range c.Moves {
		if mv := &c.Moves[i]; mv.On == machine.OnDeadline && slices.Contains(mv.From, state) && mv.Text != "" {
			return "; " + mv.Text
		}
	}
	return ""
}

func consequence(a machine.Action) string {
	switch a.Verb {
	case machine.Remind:
		return "a reminder"
	case machine.Tell:
		return a.On + " is told"
	case machine.Open:
		return a.On + " opens"
	case machine.Refer:
		return "it goes to " + a.On
	case machine.TakeFigure:
		return "it counts as " + a.Figure.String()
	case machine.TakeBand:
		return "it counts as " + a.Take.String()
	case machine.TakeReturned:
		return "the figure counts as returned"
	case machine.Release:
		return "payments under " + a.On + " go on"
	case machine.PayNone:
		return "nothing is paid under " + a.On
	}
	return strings.TrimSpace(string(a.Verb) + " " + a.On)
}

func total(lines []engine.Line) value.Money {
	var sum value.Money
	for _, l := range lines {
		sum += l.Sum
	}
	return sum
}

// answerWords is the answer that was put to those who decide; empty for yes or no.
func answerWords(t *engine.Thing) string {
	if t.Ballot == nil || t.Ballot.Answer == nil {
		return ""
	}
	a := t.Ballot.Answer
	switch {
	case a.Band != value.NoBand:
		return a.Band.String()
	case a.Date != nil:
		return a.Date.String()
	case a.Sum != nil:
		return a.Sum.String()
	case a.Value != nil:
		return a.Value.String()
	case len(a.Inputs) > 0:
		return inputs(a.Inputs)
	}
	return "“" + a.Words + "”"
}
