package explain

import (
	"fmt"

	"concordat/engine"
	"concordat/engine/machine"
)

// whyRound says which round of a step it is, who leads it, what was shown for
// it and by whom, what is still to be shown, and what stands at its end.
func whyRound(m *machine.Machine, t *engine.Thing) []engine.Derivation {
	_, s := m.Step(t.Key.Chart)
	at := func(statement string) machine.Ref { return machine.Ref{Block: s.Name, Statement: statement} }
	led := fmt.Sprintf("round %d of it in %s, led by %s", t.Round.N, t.Opener, s.Lead)
	if s.Role != "" {
		led += " as " + s.Role
	}
	out := []engine.Derivation{{Says: led, At: at("lead")}}
	for _, x := range t.Round.Shown {
		says := fmt.Sprintf("%s shown by %s on %s", x.Name, x.By, x.On)
		if x.Words != "" {
			says += ": “" + x.Words + "”"
		}
		out = append(out, engine.Derivation{Says: says, At: at("evidence")})
	}
	for _, e := range s.Evidence {
		if !t.Round.Has(e.Name) {
			out = append(out, engine.Derivation{Says: fmt.Sprintf("%s is still to be shown: %s", e.Name, e.Title), At: at("evidence")})
		}
	}
	if t.Round.By != "" {
		out = append(out, engine.Derivation{Says: "completed by " + t.Round.By, At: at("lead")})
	}
	if s.Gate != "" {
		out = append(out, engine.Derivation{Says: "done only once " + s.Gate + " is adopted", At: at("gate")})
	}
	return out
}
