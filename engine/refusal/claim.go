package refusal

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/record"
	"concordat/engine/value"
)

// The refusals of claims for outcomes.

// NoPrice refuses a claim for an outcome that no ratecard pays for.
func NoPrice(m *machine.Machine, outcome string) error {
	var names []string
	for i := range m.Ratecards {
		for j := range m.Ratecards[i].Prices {
			names = append(names, m.Ratecards[i].Prices[j].Name)
		}
	}
	help := ""
	if len(names) > 0 {
		help = "it pays for " + strings.Join(names, ", ")
	}
	return refuse(machine.Ref{Block: "agreement"}, help, "this agreement pays for no outcome called `%s`", outcome)
}

// NoPseudonym refuses a claim that would say who a person is. What was written
// is not repeated: a refusal may end up in a log.
func NoPseudonym(rc *machine.Ratecard, why string) error {
	return refuse(machine.Ref{Block: rc.Name, Statement: "pseudonym"}, fmt.Sprintf("write a pseudonym of the form %s, where a zero is any digit", rc.People),
		"the person is not named by a pseudonym: %s", why)
}

// NotReachedYet refuses a claim for an outcome of a day that lies ahead.
func NotReachedYet(p *machine.Price, reached, today value.Date) error {
	return refuse(machine.Ref{Block: p.Name, Statement: "pays"}, "", "%s cannot be claimed on %s: it is said to be reached on %s", p.Name, today, reached)
}

// ReachedOutside refuses a claim for an outcome that was reached outside the agreement's days.
func ReachedOutside(p *machine.Price, reached, first, last value.Date) error {
	return refuse(machine.Ref{Block: "agreement", Statement: "term"}, "", "%s was reached on %s, and the agreement runs from %s to %s", p.Name, reached, first, last)
}

// ClaimTooLate refuses a claim after its window.
func ClaimTooLate(rc *machine.Ratecard, p *machine.Price, reached, last value.Date) error {
	return refuse(machine.Ref{Block: rc.Name, Statement: "claimed"}, "", "%s was reached on %s, and could be claimed until %s", p.Name, reached, last)
}

// NoClaimEvidence refuses a claim that comes with nothing.
func NoClaimEvidence(p *machine.Price) error {
	return refuse(machine.Ref{Block: p.Name, Statement: "evidence"}, "give it with evidence", "a claim for %s comes with evidence (%s), and none is given", p.Name, strings.Join(p.Evidence, "; "))
}

// NotAttached refuses an outcome of a person who has not been attached.
func NotAttached(rc *machine.Ratecard, person string) error {
	return refuse(machine.Ref{Block: rc.Name, Statement: "attached"}, "claim "+rc.Attached+" first", "%s has no claim for %s, which comes before any other", person, rc.Attached)
}

// SpellNotBegun refuses an outcome that comes a while after one that the person does not have.
func SpellNotBegun(p *machine.Price, person string) error {
	return refuse(machine.Ref{Block: p.Name, Statement: "spell"}, "claim "+p.Spell.After+" first", "%s comes %s after %s, and %s has no claim for that", p.Name, p.Spell.Least, p.Spell.After, person)
}

// SpellTooShort refuses an outcome before its spell is over.
func SpellTooShort(p *machine.Price, began, reached, last value.Date) error {
	return refuse(machine.Ref{Block: p.Name, Statement: "spell"}, "", "%s comes %s after %s of %s, so not before %s: it is said to be reached on %s", p.Name, p.Spell.Least, p.Spell.After, began, last, reached)
}

// ClaimedAlready refuses a second claim for the same outcome of a person.
func ClaimedAlready(p *machine.Price, t *record.Thing) error {
	return refuse(machine.Ref{Block: p.Name, Statement: "pays"}, "", "%s is claimed for %s already: it has been %s since %s, and each person counts once", p.Name, t.Claim.Person, t.State, t.Since)
}

// NoClaim refuses an answer to a claim that nobody has made.
func NoClaim(rc *machine.Ratecard, outcome, person string) error {
	return refuse(machine.Ref{Block: rc.Name, Statement: "claimed"}, "", "nobody has claimed %s for %s", outcome, person)
}

// FirstVerify refuses to verify an outcome before the one that it rests on.
func FirstVerify(says machine.Ref, outcome, first, person string) error {
	return refuse(says, "verify "+first+" first", "%s rests on %s, which has not been verified for %s", outcome, first, person)
}

// ClaimNotNow refuses an answer that the state of a claim leaves no room for.
func ClaimNotNow(c *machine.Chart, t *record.Thing, verb string) error {
	says := machine.Ref{Block: c.Block, Statement: "verified"}
	for i := range c.Moves {
		if c.Moves[i].To == t.State && c.Moves[i].On != machine.OnVerify {
			says = c.Moves[i].Says
		}
	}
	return refuse(says, "", "you cannot %s %s for %s: it has been %s since %s", verb, t.Claim.Outcome, t.Claim.Person, t.State, t.Since)
}
