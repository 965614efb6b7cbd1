package compile_test

import (
	"slices"
	"strings"
	"testing"

	"concordat/dsl/check/pages"
	"concordat/engine/machine"
)

// variations are the small agreement with other readings of single lines.
var variations = []struct{ name, was, is string }{
	{"as it is", "", ""},
	{"silence contests", "silence    is acceptance", "silence    is contest"},
	{"a rule fires once", "once, until a quarter is better", "once"},
	{"a rule fires each time", "once, until a quarter is better", "each time"},
	{"a rule tells everybody", "then       open plan", "then       tell every party"},
	{"a notice may be taken back", "withdrawn  never", "withdrawn  before it is given"},
	{"a notice ends on any day", "  expiring   at the end of a financial year\n", ""},
	{"a notice is for one day", "  instead    on the date decided by other_date\n", ""},
	{"a dispute holds back the funding", "pay nothing under results", "pay nothing under core"},
	{"nothing is held back", "pay nothing under results", "pay what falls due"},
	{"the year is paid anyway", "otherwise  refer to figures, then pay results", "otherwise  pay results"},
	{"the year is escalated", "otherwise  refer to figures, then pay results",
		"otherwise  escalate to chiefs by the same rule, within 5 working days\n  otherwise  refer to figures, then pay results"},
}

func TestCharts(t *testing.T) {
	t.Run("the alliance", func(t *testing.T) { soundCharts(t, mustCompile(t, read(t, alliance))) })
	for _, v := range variations {
		t.Run(v.name, func(t *testing.T) {
			if !strings.Contains(pages.Base, v.was) {
				t.Fatalf("the base agreement does not say %q", v.was)
			}
			soundCharts(t, mustCompile(t, []byte(strings.Replace(pages.Base, v.was, v.is, 1))))
		})
	}
}

// soundCharts is what must hold for every chart, whatever it is the life of.
func soundCharts(t *testing.T, m *machine.Machine) {
	for i := range m.Charts {
		c := &m.Charts[i]
		t.Run(c.ID, func(t *testing.T) {
			statesAreUsed(t, c)
			movesAreSound(t, m, c)
		})
	}
	chartsAreThere(t, m)
	chartsAreInOrder(t, m)
}

// Every state can be reached, and every state that is no end can be left or is
// one in which somebody may act.
func statesAreUsed(t *testing.T, c *machine.Chart) {
	reached := map[string]bool{}
	born := slices.ContainsFunc(c.Moves, func(m machine.Move) bool { return len(m.From) == 0 })
	if !born {
		reached[c.States[0].Name] = true
	}
	for again := true; again; {
		again = false
		for _, mv := range c.Moves {
			from := len(mv.From) == 0 || slices.ContainsFunc(mv.From, func(s string) bool { return reached[s] })
			if from && mv.To != "" && !reached[mv.To] {
				reached[mv.To], again = true, true
			}
		}
	}
	seen := map[string]bool{}
	for _, s := range c.States {
		if seen[s.Name] {
			t.Errorf("two states are called %q", s.Name)
		}
		seen[s.Name] = true
		if !reached[s.Name] {
			t.Errorf("nothing leads to %q", s.Name)
		}
		left := slices.ContainsFunc(c.Moves, func(m machine.Move) bool { return slices.Contains(m.From, s.Name) })
		if !s.End && !left {
			t.Errorf("nothing leads on from %q, and it is no end", s.Name)
		}
		if s.End && s.Waits != nil {
			t.Errorf("%q is an end, and waits for somebody", s.Name)
		}
	}
	for _, mv := range c.Moves {
		for _, s := range append(slices.Clone(mv.From), mv.To) {
			if s != "" && !seen[s] {
				t.Errorf("move %q names the state %q, which the chart does not have", mv.ID, s)
			}
		}
	}
}

func movesAreSound(t *testing.T, m *machine.Machine, c *machine.Chart) {
	ids := map[string]bool{}
	for _, mv := range c.Moves {
		if ids[mv.ID] {
			t.Errorf("two moves are called %q", mv.ID)
		}
		ids[mv.ID] = true
		if m.Line(mv.Says) == 0 {
			t.Errorf("move %q rests on %s, which is no statement of the text", mv.ID, mv.Says)
		}
		if mv.Text == "" {
			t.Errorf("move %q has no words", mv.ID)
		}
		if (mv.On == machine.OnDeadline) != (mv.At != nil) {
			t.Errorf("move %q: a deadline has a day, and nothing else has", mv.ID)
		}
		for _, a := range mv.Do {
			if m.Line(a.Says) == 0 {
				t.Errorf("move %q does %q by %s, which is no statement of the text", mv.ID, a.Verb, a.Says)
			}
			if opens := a.Verb == machine.Open || a.Verb == machine.Refer; opens && m.Chart(a.On) < 0 {
				t.Errorf("move %q opens %q, which has no chart", mv.ID, a.On)
			}
		}
	}
	// A trigger makes one move in a state: the engine takes the first that fits.
	for i, a := range c.Moves {
		for _, b := range c.Moves[i+1:] {
			if a.On == b.On && a.On != machine.OnDeadline && slices.ContainsFunc(a.From, func(s string) bool { return slices.Contains(b.From, s) }) {
				t.Errorf("in one state %q and %q are both made by %q", a.ID, b.ID, a.On)
			}
		}
	}
}

// Everything that has a life has a chart, and stages and levels name its states.
func chartsAreThere(t *testing.T, m *machine.Machine) {
	has := func(kind machine.Kind, id string, states ...string) {
		i := m.Chart(id)
		if i < 0 || m.Charts[i].Kind != kind {
			t.Errorf("no chart of a %s is called %q", kind, id)
			return
		}
		for _, s := range states {
			if !slices.ContainsFunc(m.Charts[i].States, func(have machine.State) bool { return have.Name == s }) {
				t.Errorf("%s has no state %q", id, s)
			}
		}
	}
	has(machine.KindAgreement, "agreement")
	for _, x := range m.Measures {
		has(machine.KindFigure, x.Name)
	}
	for _, x := range m.Decisions {
		for _, s := range x.Stages {
			has(machine.KindDecision, x.Name, s.State)
		}
	}
	for _, x := range m.Reviews {
		has(machine.KindReview, x.Name)
	}
	for _, x := range m.Disputes {
		for _, l := range x.Levels {
			has(machine.KindDispute, x.Name, l.State)
		}
	}
	for _, x := range m.Notices {
		has(machine.KindNotice, x.Name)
	}
	for _, x := range m.Rules {
		has(machine.KindRule, x.Name)
	}
	for _, x := range m.Gainshares {
		has(machine.KindSettlement, x.Name)
		has(machine.KindPayment, x.Name+"/payment")
	}
	for _, x := range m.Fundings {
		has(machine.KindPayment, x.Name)
		if x.Repay {
			has(machine.KindPayment, x.Name+"/repayment")
		}
	}
}

// beside is the kind with which a kind stands: a process and its steps, the
// claims of a ratecard and what they come to.
func beside(k machine.Kind) machine.Kind {
	switch k {
	case machine.KindStep:
		return machine.KindProcess
	case machine.KindClaim:
		return machine.KindSettlement
	}
	return k
}

// Deadlines of one day run in the order of the charts.
func chartsAreInOrder(t *testing.T, m *machine.Machine) {
	order := []machine.Kind{
		machine.KindFigure, machine.KindDecision, machine.KindReview, machine.KindDispute, machine.KindNotice, machine.KindContract, machine.KindRegister,
		machine.KindProcess, machine.KindRule, machine.KindSettlement, machine.KindPayment, machine.KindRoute, machine.KindAgreement,
	}
	sorted := slices.IsSortedFunc(m.Charts, func(a, b machine.Chart) int {
		return slices.Index(order, beside(a.Kind)) - slices.Index(order, beside(b.Kind))
	})
	if !sorted {
		t.Error("the charts are not in the order in which their deadlines run")
	}
}
