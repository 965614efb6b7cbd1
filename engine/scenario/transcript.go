package scenario

import (
	"fmt"
	"io"
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

// caused words the effects that a reader can see. Things of one kind that do
// the same on the same day, such as eight reviews that fall away, share a line.
func caused(m *machine.Machine, effects []engine.Effect) []string {
	var out []string
	for i, ef := range effects {
		words := Caused(m, ef)
		if words == "" || repeats(effects, i) {
			continue
		}
		out = append(out, fmt.Sprintf("%s  [%s]", words, Cite(m, SaysOf(ef))))
	}
	return out
}

// repeats reports whether a figure's move into its final state is told again by
// the value that follows.
func repeats(effects []engine.Effect, i int) bool {
	mv, ok := effects[i].(engine.Moved)
	if !ok {
		return false
	}
	for _, ef := range effects[i+1:] {
		if v, ok := ef.(engine.Valued); ok && v.Measure == mv.Key.Chart && v.Period.String() == mv.Key.Of {
			return mv.To == "final"
		}
	}
	return false
}
