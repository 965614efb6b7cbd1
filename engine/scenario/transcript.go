package scenario

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Cite names a statement for a reader: block and keyword, its line, and the
// clause that puts the block in words: "results.pain cap, line 166, clause 5.1".
func Cite(m *machine.Machine, r machine.Ref) string {
	words := r.String()
	if line := m.Line(r); line > 0 {
		words += fmt.Sprintf(", line %d", line)
	}
	if c := m.ClauseOn(r.Block); c != nil {
		words += ", clause " + c.Number
	}
	return words
}

// WriteTranscript writes what happened in a scenario, day by day: what was
// done, what each act and each day's end caused, and by which statement.
func WriteTranscript(w io.Writer, m *machine.Machine, r *Result) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", r.Scenario.Title)
	last := value.NoDate
	for _, e := range r.Transcript {
		said := e.Said
		causes := caused(m, e.Caused)
		if said == "" && len(causes) == 0 {
			continue
		}
		if e.On != last {
			fmt.Fprintf(&b, "\n%s\n", e.On)
			last = e.On
		}
		if said == "" {
			said = "the day ends"
		}
		fmt.Fprintf(&b, "  %s\n", said)
		if e.Refused != nil {
			fmt.Fprintf(&b, "    refused: %s  [%s]\n", e.Refused.Text, Cite(m, e.Refused.Because))
		}
		for _, c := range causes {
			fmt.Fprintf(&b, "    %s\n", c)
		}
	}
	for _, f := range r.Failures {
		fmt.Fprintf(&b, "\n  NOT AS EXPECTED, line %d: %s\n", f.Line, f.Text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// caused words the effects that a reader can see, each once.
func caused(m *machine.Machine, effects []engine.Effect) []string {
	var out []string
	for _, ef := range together(effects) {
		if words := Caused(m, ef); words != "" {
			out = append(out, fmt.Sprintf("%s  [%s]", words, Cite(m, SaysOf(ef))))
		}
	}
	return out
}

// together leaves out what another effect tells in more detail, and joins
// things of one period that do the same for the same reason: three figures that
// are late on one day are one line.
func together(effects []engine.Effect) []engine.Effect {
	var out []engine.Effect
	for i, ef := range effects {
		if toldAgain(effects[i+1:], ef) {
			continue
		}
		joined := false
		for j := range out {
			if both, ok := inOne(out[j], ef); ok {
				out[j], joined = both, true
				break
			}
		}
		if !joined {
			out = append(out, ef)
		}
	}
	return out
}

// inOne makes one effect of two that differ only in what they are about.
func inOne(a, b engine.Effect) (engine.Effect, bool) {
	switch a := a.(type) {
	case engine.Moved:
		b, ok := b.(engine.Moved)
		if !ok || a.From == a.To || a.Key.Of == "" || a.Key.Of != b.Key.Of || a.From != b.From || a.To != b.To || a.Says != b.Says {
			return nil, false
		}
		a.Key.Chart += ", " + b.Key.Chart
		return a, true
	case engine.Notified:
		b, ok := b.(engine.Notified)
		if !ok || !slices.Equal(a.Who, b.Who) || a.Remind != b.Remind || a.About.Of != b.About.Of || a.Says != b.Says {
			return nil, false
		}
		a.About.Chart += ", " + b.About.Chart
		return a, true
	case engine.Rescheduled:
		b, ok := b.(engine.Rescheduled)
		if !ok || a.Key.Of == "" || a.Key.Of != b.Key.Of || a.Was != b.Was || a.Day != b.Day || a.Says != b.Says {
			return nil, false
		}
		a.Key.Chart += ", " + b.Key.Chart
		return a, true
	}
	return nil, false
}

// toldAgain reports whether a move only says what a later effect says better: a
// final figure its value, a paid instalment its sum.
func toldAgain(later []engine.Effect, ef engine.Effect) bool {
	mv, ok := ef.(engine.Moved)
	if !ok {
		return false
	}
	return slices.ContainsFunc(later, func(ef engine.Effect) bool {
		switch e := ef.(type) {
		case engine.Valued:
			return mv.To == "final" && e.Measure == mv.Key.Chart && e.Period.String() == mv.Key.Of
		case engine.Paid:
			return e.Key == mv.Key
		}
		return false
	})
}
