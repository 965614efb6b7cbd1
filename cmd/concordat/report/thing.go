package report

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// Explain finds what words name and derives it. Words are a thing as the record
// names it ("results 2015/16", "fill_gap placements 2015/16 Q4"), a measure in
// any period that it has a value for ("placements 2015/16"), "payment PARTY
// PERIOD" for every payment to or by a party, or a kind before a name
// ("notice leave"). One answer is returned for each thing that they name.
func Explain(a run.Agreement, words string) ([]engine.Derivation, error) {
	words = strings.Join(strings.Fields(words), " ")
	if found := byKey(a, words); found != nil {
		return found, nil
	}
	if d, ok := explain.WhySocialReturn(a.Machine, a.State, words); ok {
		return []engine.Derivation{d}, nil
	}
	first, rest, _ := strings.Cut(words, " ")
	if first == "payment" || first == "payments" {
		if found := paymentsOf(a, rest); found != nil {
			return found, nil
		}
	}
	if found := measureIn(a, words); found != nil {
		return found, nil
	}
	if slices.Contains(kinds, first) && rest != "" {
		if found := byKey(a, rest); found != nil {
			return found, nil
		}
		if found := measureIn(a, rest); found != nil {
			return found, nil
		}
	}
	return nil, &NothingError{Agreement: a, Words: words}
}

var kinds = []string{"figure", "measure", "decision", "dispute", "notice", "review", "rule", "instalment", "payment", "settlement", "gainshare"}

// NothingError: the words name nothing that the agreement has come to.
type NothingError struct {
	Agreement run.Agreement
	Words     string
}

func (e *NothingError) Error() string {
	return fmt.Sprintf("nothing in %s is called “%s”", e.Agreement.Name, e.Words)
}

// Known lists what could have been meant: the things of the block that the
// words begin with, else every block.
func (e *NothingError) Known() []string {
	first, _, _ := strings.Cut(e.Words, " ")
	var of, all []string
	for t := range e.Agreement.State.All() {
		if t.Key.Chart == first {
			of = append(of, t.Key.String())
		}
		if !slices.Contains(all, t.Key.Chart) {
			all = append(all, t.Key.Chart)
		}
	}
	if of != nil {
		return of
	}
	return all
}

// byKey explains the thing with this key, or every thing of a chart that has begun;
// one that is the only one of its chart, begun or not. The payments of a gainshare
// may be named without their part.
func byKey(a run.Agreement, words string) []engine.Derivation {
	var keys, waiting []engine.Key
	for t := range a.State.All() {
		switch {
		case t.Key.Chart == words && (t.State == "scheduled" || t.State == "watching"):
			waiting = append(waiting, t.Key)
		case t.Key.Chart == words, t.Key.String() == words, t.Claim != nil && t.Key.Of == words:
			keys = append(keys, t.Key)
		}
	}
	if len(keys) == 0 && len(waiting) == 1 {
		keys = waiting
	}
	var out []engine.Derivation
	for _, key := range keys {
		if d, ok := explain.Thing(a.Machine, a.State, key); ok {
			out = append(out, d)
		}
	}
	return out
}

// paymentsOf explains the payments of a period that a party, or a block, has a part in.
func paymentsOf(a run.Agreement, words string) []engine.Derivation {
	who, of, _ := strings.Cut(words, " ")
	var out []engine.Derivation
	for t := range a.State.All() {
		if t.Payment == nil || of != "" && t.Key.Of != of && a.Machine.YearStart.Label(t.Period) != of {
			continue
		}
		c := &a.Machine.Charts[a.Machine.Chart(t.Key.Chart)]
		part := slices.ContainsFunc(t.Payment.Lines, func(l engine.Line) bool { return l.From == who || l.To == who })
		if !part && c.Block != who {
			continue
		}
		if d, ok := explain.Thing(a.Machine, a.State, t.Key); ok {
			out = append(out, d)
		}
	}
	return out
}

// measureIn explains a measure in a period that is no thing of its own.
func measureIn(a run.Agreement, words string) []engine.Derivation {
	name, rest, _ := strings.Cut(words, " ")
	p, err := value.ParsePeriod(rest)
	if err != nil || a.Machine.Measure(name) == nil {
		return nil
	}
	if w, ok := engine.WorthOf(a.Machine, a.State, name, p); ok && w.Because.Says != "" {
		return []engine.Derivation{w.Because}
	}
	return nil
}

// state is the state of the agreement itself.
func state(a run.Agreement) string {
	if t := a.State.Find(engine.Key{Chart: string(machine.KindAgreement)}); t != nil {
		return t.State
	}
	return "unknown"
}
