package report

import (
	"fmt"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// outcomeLine is how the claims for an outcome stand.
type outcomeLine struct {
	Outcome  string         `json:"outcome"`
	Claims   int            `json:"claims"`
	States   map[string]int `json:"states"`
	Paid     value.Money    `json:"paid_pence"` // for claims that stand
	Expected int            `json:"expected,omitempty"`
	words    string
}

// outcomeLines are the outcomes of a ratecard with how many claims are in which state.
func outcomeLines(a run.Agreement, c *machine.Chart) []outcomeLine {
	rc := a.Machine.Ratecard(c.Block)
	var out []outcomeLine
	for i := range rc.Prices {
		p := &rc.Prices[i]
		line := outcomeLine{Outcome: p.Name, States: map[string]int{}}
		for _, x := range p.Expected {
			line.Expected += x.People
		}
		for t := range a.State.Of(c.ID) {
			if t.Claim.Outcome != p.Name {
				continue
			}
			line.Claims++
			line.States[t.State]++
			if t.Claim.Sum != nil && (t.State == "paid" || t.State == "closed") {
				line.Paid += *t.Claim.Sum
			}
		}
		for _, s := range c.States {
			if n := line.States[s.Name]; n > 0 {
				line.words += fmt.Sprintf("%d %s, ", n, s.Name)
			}
		}
		if line.Claims > 0 {
			out = append(out, line)
		}
	}
	return out
}

// outcomes says for each outcome how its claims stand, what those that stand
// were paid, and how many people it is expected to pay for.
func (p *Page) outcomes(s summary) {
	if len(s.Outcomes) == 0 {
		return
	}
	p.Head("Claims for outcomes")
	for _, l := range s.Outcomes {
		expected := ""
		if l.Expected > 0 {
			expected = fmt.Sprintf(" (%d people expected in all)", l.Expected)
		}
		p.Item(2, "", "%s: %s%s paid%s", l.Outcome, l.words, l.Paid, expected)
	}
}

// claimTask is what is awaited of whoever answers a claim.
func claimTask(t *engine.Thing) string {
	return fmt.Sprintf("verify or reject %s for %s, reached %s", t.Claim.Outcome, t.Claim.Person, t.Claim.Reached)
}
