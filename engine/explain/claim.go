package explain

import (
	"fmt"
	"strings"

	"concordat/engine"
	"concordat/engine/machine"
)

// whyClaim says where a claim is, what it came with, and what it pays and why.
func whyClaim(m *machine.Machine, s *engine.State, c *machine.Chart, t *engine.Thing) engine.Derivation {
	d := engine.Derivation{Says: fmt.Sprintf("%s for %s is %s since %s", t.Claim.Outcome, t.Claim.Person, t.State, t.Since), At: machine.Ref{Block: t.Claim.Outcome}}
	add := func(at machine.Ref, format string, args ...any) {
		d.From = append(d.From, engine.Derivation{Says: fmt.Sprintf(format, args...), At: at})
	}
	add(machine.Ref{Block: c.Block, Statement: "claimed"}, "reached on %s, claimed on %s", t.Claim.Reached, t.Day(machine.AnchorReceipt))
	add(machine.Ref{Block: t.Claim.Outcome, Statement: "evidence"}, "evidence: %s", strings.Join(t.Claim.Evidence, ", "))
	if t.Claim.Nth > 0 {
		add(machine.Ref{Block: c.Block, Statement: "verified"}, "verified on %s, number %d of all claims", t.Day(machine.AnchorVerified), t.Claim.Nth)
	}
	if t.Claim.Because != "" {
		add(machine.Ref{Block: c.Block, Statement: "verified"}, "because “%s”", t.Claim.Because)
	}
	d.From = append(d.From, whyDays(m, s, c, t)...)
	if t.Claim.Sum != nil {
		d.From = append(d.From, t.Claim.Why)
	}
	return d
}
