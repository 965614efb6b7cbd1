package known

import (
	"cmp"
	"fmt"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/sums/ratecard"
)

// States of a claim that the sums ask for; the rest is its chart's business.
var (
	claimGone   = []string{"rejected", "lapsed", "fallen away", "overturned", "clawed back"}
	claimUndone = []string{"overturned", "clawed back"}
)

// Standing is a person's claim for an outcome that nobody has turned down.
func (v *View) Standing(rc *machine.Ratecard, outcome, person string) *record.Thing {
	t := v.Find(record.Key{Chart: rc.Name + ClaimPart, Of: outcome + " " + person})
	if t == nil || slices.Contains(claimGone, t.State) {
		return nil
	}
	return t
}

// Counted are the claims that take a place, in the order of their verification,
// and what the sums need of them; settled ones alone, or all.
func (v *View) Counted(rc *machine.Ratecard, settled bool) ([]*record.Thing, []ratecard.Claim) {
	var things []*record.Thing
	for t := range v.Of(rc.Name + ClaimPart) {
		undone := slices.Contains(claimUndone, t.State)
		if t.Claim.Nth == 0 || t.Claim.Sum == nil && (settled || undone) || undone && rc.Clawback != machine.WhatWasPaid {
			continue
		}
		things = append(things, t)
	}
	slices.SortFunc(things, func(a, b *record.Thing) int { return cmp.Compare(a.Claim.Nth, b.Claim.Nth) })
	out := make([]ratecard.Claim, len(things))
	for i, t := range things {
		out[i] = ratecard.Claim{Price: t.Claim.Outcome, Person: t.Claim.Person, Reached: t.Claim.Reached, Counted: t.Day(machine.AnchorVerified),
			Gone: slices.Contains(claimUndone, t.State)}
		if rc.Clawback == machine.WhatWasPaid {
			out[i].Was = t.Claim.Sum
		}
	}
	return things, out
}

func ClaimWhy(c *record.Claim, paid ratecard.Paid) record.Derivation {
	d := record.Derivation{Says: fmt.Sprintf("%s for %s, reached %s: %s", c.Outcome, c.Person, c.Reached, paid.Sum), At: machine.Ref{Block: c.Outcome, Statement: "pays"}}
	for _, step := range paid.Steps {
		d.From = append(d.From, record.Derivation{Says: step.Says, At: step.At})
	}
	return d
}

func SpellAfter(p *machine.Price) string {
	if p.Spell == nil {
		return ""
	}
	return p.Spell.After
}

// Nth is a claim's place in the order of verification.
func (v *View) Nth(rc *machine.Ratecard, c ratecard.Claim) int {
	return v.Find(record.Key{Chart: rc.Name + ClaimPart, Of: c.Price + " " + c.Person}).Claim.Nth
}
