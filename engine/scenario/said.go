package scenario

import (
	"fmt"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Said puts an event in words, as a scenario would write it: "slam returns
// placements 58 for 2015/16 Q4".
func Said(m *machine.Machine, ev engine.Event) string {
	by := ev.What().By
	if as := ev.What().As; as != "" {
		by = as + " (for " + by + ")"
	}
	period := m.YearStart.Label
	switch e := ev.(type) {
	case engine.Signed:
		return by + " signs"
	case engine.Returned:
		return fmt.Sprintf("%s returns %s %s for %s", by, e.Measure, figure(m, e.Measure, e.Value, e.Inputs), period(e.Period))
	case engine.Accepted:
		return fmt.Sprintf("%s accepts %s for %s", by, e.Measure, period(e.Period))
	case engine.Contested:
		return fmt.Sprintf("%s contests %s for %s, because %q", by, e.Measure, period(e.Period), e.Because)
	case engine.Restated:
		return fmt.Sprintf("%s restates %s %s for %s", by, e.Measure, figure(m, e.Measure, e.Value, e.Inputs), period(e.Period)) + because(e.Because)
	case engine.Judged:
		return fmt.Sprintf("%s judges %s %s for %s", by, e.Measure, e.Band, period(e.Period)) + reasons(e.Reasons)
	case engine.Proposed:
		return by + " proposes " + e.Decision + answer(e.Answer) + about(e.About) + reasons(e.Reasons)
	case engine.Varied:
		return varied(e)
	case engine.Voted:
		return fmt.Sprintf("%s votes %s on %s", by, e.Choice, e.Decision) + about(e.About) + reasons(e.Reasons)
	case engine.Served:
		return served(by, e)
	case engine.Withdrawn:
		return by + " withdraws " + e.Notice
	case engine.Raised:
		return fmt.Sprintf("%s raises %s", by, e.Dispute) + about(e.About)
	case engine.Settled:
		return by + " settles " + e.Dispute + about(e.About) + answer(e.Answer) + because(e.Because)
	case engine.Held:
		return fmt.Sprintf("%s holds %s for %s", by, e.Review, period(e.Period))
	case engine.Started:
		return by + " starts " + e.Process
	case engine.Filed:
		return fmt.Sprintf("%s files %s for %s", by, e.Name, e.Step) + orElse(e.Words, "", " %q")
	case engine.Completed:
		return by + " completes " + e.Step
	case engine.Entered:
		return fmt.Sprintf("%s enters %s in %s %q", by, e.Kind, e.Register, e.Words) + noted(e.Notes)
	case engine.Answered:
		return fmt.Sprintf("%s answers %s %d %q", by, e.Register, e.N, e.Words) + orElse(e.Lesson, "", ", lesson %q")
	case engine.Claimed:
		return fmt.Sprintf("%s claims %s for %s, reached %s", by, e.Outcome, e.Person, e.Reached)
	case engine.Verified:
		return fmt.Sprintf("%s verifies %s for %s", by, e.Outcome, e.Person)
	case engine.Rejected:
		return fmt.Sprintf("%s rejects %s for %s", by, e.Outcome, e.Person) + because(e.Because)
	case engine.Overturned:
		return fmt.Sprintf("%s overturns %s for %s", by, e.Outcome, e.Person) + because(e.Because)
	case engine.Proclaimed:
		return proclaimed(by, e)
	case engine.DayReached:
		return "the day ends"
	case engine.Assumed:
		return fmt.Sprintf("given: %s %s for %s, final %s", e.Measure, figure(m, e.Measure, e.Value, nil)+e.Band.String(), period(e.Period), e.Final)
	default:
		panic(fmt.Sprintf("scenario: unknown event %T", ev))
	}
}

// varied says that another text holds, or why it does not.
func varied(e engine.Varied) string {
	what := fmt.Sprintf("the text %s, fingerprint %.12s", e.Text.Path, e.Text.Fingerprint)
	if len(e.Aside) == 0 {
		return fmt.Sprintf("%s varies the agreement: from now on it runs by %s", e.Decision, what)
	}
	return fmt.Sprintf("the change that %s adopted is set aside, and %s does not hold: %s", e.Decision, what, strings.Join(e.Aside, "; "))
}

// proclaimed says which day is a bank holiday now, where, and who says so.
func proclaimed(by string, e engine.Proclaimed) string {
	words := fmt.Sprintf("%s proclaims %q on %s", by, e.Name, e.Day)
	if e.Instead != nil {
		words += " instead of " + e.Instead.String()
	}
	return words + " in " + strings.Join(e.In, " and ") + fmt.Sprintf(", source %q", e.Source)
}

func served(by string, e engine.Served) string {
	to := "everyone it must go to"
	if len(e.To) > 0 {
		to = strings.Join(e.To, ", ")
	}
	return fmt.Sprintf("%s serves %s on %s by %s", by, e.Notice, to, e.Manner)
}

// figure writes a value with the places of its measure, or the inputs by name.
func figure(m *machine.Machine, measure string, v *value.Num, inputs []engine.InputValue) string {
	if v != nil {
		return decimal(m, measure, *v)
	}
	var parts []string
	for _, in := range inputs {
		parts = append(parts, in.Name+" "+in.Value.String())
	}
	return strings.Join(parts, ", ")
}

func decimal(m *machine.Machine, measure string, v value.Num) string {
	if me := m.Measure(measure); me != nil && me.Places > 0 {
		return v.Decimal(me.Places)
	}
	return v.String()
}

func about(words string) string {
	if words == "" {
		return ""
	}
	return " about " + words
}

// noted is what is said with an entry of a register.
func noted(notes []engine.Reason) string {
	var b strings.Builder
	for _, n := range notes {
		fmt.Fprintf(&b, ", %s %s", n.Name, n.Words)
	}
	return b.String()
}

func because(words string) string {
	if words == "" {
		return ""
	}
	return fmt.Sprintf(", because %q", words)
}

func reasons(given []engine.Reason) string {
	var b strings.Builder
	for _, r := range given {
		if r.Name != "" {
			fmt.Fprintf(&b, ", because %s %q", r.Name, r.Words)
		} else {
			b.WriteString(because(r.Words))
		}
	}
	return b.String()
}

func answer(a *engine.Answer) string {
	if words := answerWords(a); words != "" {
		return ": " + words
	}
	return ""
}

func answerWords(a *engine.Answer) string {
	switch {
	case a == nil:
		return ""
	case a.Band != value.NoBand:
		return a.Band.String()
	case a.Date != nil:
		return a.Date.String()
	case a.Sum != nil:
		return a.Sum.String()
	case a.Value != nil:
		return a.Value.String()
	case len(a.Inputs) > 0:
		return figure(nil, "", nil, a.Inputs)
	}
	return fmt.Sprintf("%q", a.Words)
}
