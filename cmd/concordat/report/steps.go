package report

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// processLine is where the newest run of a process stands, step by step.
type processLine struct {
	Process string     `json:"process"`
	State   string     `json:"state"`
	Steps   []stepLine `json:"steps,omitempty"`
	since   value.Date
}

type stepLine struct {
	Step    string   `json:"step"`
	Lead    string   `json:"lead"`
	State   string   `json:"state"`
	Since   string   `json:"since"`
	By      string   `json:"by,omitempty"`        // last day for it
	Round   int      `json:"round"`               // counted from 1
	After   []string `json:"waits_for,omitempty"` // steps that are not done
	ToShow  []string `json:"to_show,omitempty"`   // evidence that has not been shown
	AtGate  string   `json:"gate,omitempty"`      // the decision that is awaited
	stateOn string
}

func processLines(a run.Agreement) []processLine {
	var out []processLine
	for i := range a.Machine.Processes {
		p := &a.Machine.Processes[i]
		line := processLine{Process: p.Name, State: "not started", since: value.NoDate}
		if newest := newestOf(a.State, p.Name); newest != nil {
			line.State, line.since = newest.State, newest.Since
			for j := range p.Steps {
				line.Steps = append(line.Steps, lineOfStep(a, &p.Steps[j]))
			}
		}
		out = append(out, line)
	}
	return out
}

// newestOf is the last that was brought to life on a chart; nil if nothing was.
func newestOf(s engine.State, chart string) *engine.Thing {
	var newest *engine.Thing
	for t := range s.Of(chart) {
		if newest == nil || len(t.Key.Of) > len(newest.Key.Of) || len(t.Key.Of) == len(newest.Key.Of) && t.Key.Of > newest.Key.Of {
			newest = t
		}
	}
	return newest
}

func lineOfStep(a run.Agreement, s *machine.Step) stepLine {
	t := newestOf(a.State, s.Name)
	line := stepLine{Step: s.Name, Lead: s.Lead, State: t.State, Since: t.Since.ISO(), Round: t.Round.N, stateOn: t.State + " since " + t.Since.String()}
	c := a.Machine.ChartOf(s.Name)
	switch st := c.State(t.State); {
	case t.State == c.States[0].Name:
		line.stateOn = t.State
		line.After = slices.DeleteFunc(slices.Clone(s.After), func(before string) bool { return newestOf(a.State, before).State == "done" })
	case st.Waits != nil:
		for _, e := range s.Evidence {
			if !t.Round.Has(e.Name) {
				line.ToShow = append(line.ToShow, e.Name)
			}
		}
		if day, _ := a.State.Next(a.Machine, t.Key); day.IsSet() {
			line.By = day.ISO()
			line.stateOn += ", by " + day.String()
		}
	case st.End:
		line.stateOn = t.State + " on " + t.Since.String()
	default:
		line.AtGate = s.Gate
	}
	return line
}

func (l *stepLine) words() string {
	words := l.stateOn
	switch {
	case len(l.After) > 0:
		words += " for " + strings.Join(l.After, ", ")
	case len(l.ToShow) > 0:
		words += "; still to show: " + strings.Join(l.ToShow, ", ")
	case l.AtGate != "":
		words += ", where " + l.AtGate + " is awaited"
	}
	if l.Round > 1 {
		words += fmt.Sprintf(" (round %d)", l.Round)
	}
	return words
}

// processes says where each process stands, and each of its steps.
func (p *Page) processes(s summary) {
	for _, x := range s.Processes {
		if !x.since.IsSet() {
			p.Head("%s: %s", x.Process, x.State)
			continue
		}
		p.Head("%s: %s since %s", x.Process, x.State, x.since)
		t := Table{Indent: 2}
		for i := range x.Steps {
			t.Row(x.Steps[i].Step, x.Steps[i].Lead, x.Steps[i].words())
		}
		p.Table(t)
	}
}
