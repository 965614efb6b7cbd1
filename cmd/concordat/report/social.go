package report

import (
	"concordat/engine/explain"
	"concordat/engine/run"
)

// socialReturns says what comes back from what was put in, and what is never put in pounds.
func (p *Page) socialReturns(a run.Agreement) {
	if len(a.Machine.SocialReturns) == 0 {
		return
	}
	p.Head("What comes back (reported, never paid)")
	for i := range a.Machine.SocialReturns {
		r := &a.Machine.SocialReturns[i]
		p.Item(2, "", "%s: %s", r.Name, explain.RatioWords(a.Machine, a.State, r))
		for _, words := range r.Told {
			p.Item(2, "", "not in pounds: %s", words)
		}
	}
}
