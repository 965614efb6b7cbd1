package second_test

import (
	"slices"
	"strings"
	"testing"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Why a sum is paid ends in that sum, names a statement of the text at every
// step, and goes back to something that it was made from.
func TestWhyEndsInTheSum(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range stories(t) {
		final := s.upTo(len(s.sc.Lines) - 1)
		for thing := range final.All() {
			if thing.Payment == nil || len(thing.Payment.Lines) == 0 {
				continue
			}
			var sum value.Money
			for _, l := range thing.Payment.Lines {
				sum += l.Sum
			}
			why, ok := explain.Thing(s.m, final, thing.Key)
			at := s.path + ": " + s.sc.Title + ": " + thing.Key.String()
			if !ok || !strings.Contains(why.Says, sum.String()) {
				t.Errorf("%s: %q does not say %s", at, why.Says, sum)
			}
			because := thing.Payment.Because
			if !strings.Contains(because.Says, sum.String()) && !held(s.m, thing) {
				t.Errorf("%s: what it is paid for does not end in %s: %q", at, sum, because.Says)
			}
			if len(because.From) == 0 {
				t.Errorf("%s: %q goes back to nothing", at, because.Says)
			}
			cited(t, s.m, at, why)
			seen[thing.Key.Chart] = true
		}
	}
	if len(seen) < 5 {
		t.Errorf("only these were paid: %v", seen)
	}
}

// held reports whether a sum is made of parts that are named one by one: what a
// reconciliation comes to, and a transfer that one has made less.
func held(m *machine.Machine, t *engine.Thing) bool {
	block := m.ChartOf(t.Key.Chart).Block
	return slices.ContainsFunc(m.Held, func(f machine.Fund) bool { return f.Name == block || slices.Contains(f.PaidIn, block) })
}

// cited finds a step that names no statement of the text.
func cited(t *testing.T, m *machine.Machine, at string, d engine.Derivation) {
	t.Helper()
	if d.Says == "" || m.Line(d.At) == 0 && m.Line(machine.Ref{Block: d.At.Block}) == 0 {
		t.Errorf("%s: %q rests on %q, which is nowhere in the text", at, d.Says, d.At)
	}
	for _, from := range d.From {
		cited(t, m, at, from)
	}
}
