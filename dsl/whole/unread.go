package whole

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/value"
)

// unread finds what is declared and then read by nothing.
func (w *Text) unread() {
	for _, p := range w.Blocks {
		h := settled.HeadOf(p.Is)
		switch x := p.Is.(type) {
		case *settled.Decision:
			if len(w.Openers[x]) == 0 && x.Opens.PeriodEnd == value.NoPeriod {
				w.DecisionUnopened(x)
			}
		case *settled.Return:
			if len(x.Measures) == 0 {
				w.NothingReads(h, "returns nothing", "give a measure the line `returned by PARTY in "+h.Name+"`")
			}
		case *settled.Term, *settled.Body, *settled.Shares, *settled.Group, *settled.Place:
			if !w.Used[p.Is] {
				w.NothingReads(h, "is named nowhere", "name it where it is meant, or take it out")
			}
		case *settled.Party:
			if !w.Used[p.Is] && !w.seated(x) {
				w.NothingReads(h, "has no part in the agreement", "give it a share, a seat or a figure to return, or take it out")
			}
		}
	}
}

func (w *Text) seated(p *settled.Party) bool {
	return slices.ContainsFunc(w.Agreement.Groups, func(g *settled.Group) bool { return g.HasMember(p) })
}

// roles finds parties that are bound by decisions in which they have no voice,
// and parties that check their own figures.
func (w *Text) roles() {
	for _, m := range w.Agreement.Measures {
		if m.Return != nil && m.Returner != nil && slices.Contains(m.Return.Accepter.Parties, m.Returner) {
			w.AcceptsItself(m)
		}
	}
	if len(w.Agreement.Groups) == 0 {
		return
	}
	for _, p := range w.Agreement.Parties {
		if w.Used[p] && !w.seated(p) {
			w.PartyWithoutSeat(p)
		}
	}
}
