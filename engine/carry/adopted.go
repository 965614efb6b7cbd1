package carry

import (
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Adopted is the opening of the decision that varies the agreement which has
// just adopted another text; nil where none has.
func Adopted(m *machine.Machine, s engine.State, effects []engine.Effect) *engine.Thing {
	for _, ef := range effects {
		e, ok := ef.(engine.Moved)
		if !ok || e.Key.Chart != m.Varied {
			continue
		}
		adopts := slices.ContainsFunc(m.ChartOf(m.Varied).Moves, func(mv machine.Move) bool {
			return mv.ID == e.Move && slices.ContainsFunc(mv.Do, func(a machine.Action) bool { return a.Verb == machine.Adopt })
		})
		if t := s.Find(e.Key); adopts && t.Ballot != nil && t.Ballot.Text != nil {
			return t
		}
	}
	return nil
}

// AnchorAside is the day on which a change that was adopted was set aside.
const AnchorAside machine.Anchor = "set aside"

// SetAside leaves an agreement under the text that it has, and tells every party.
func SetAside(m *machine.Machine, s engine.State, by engine.Key, on value.Date) (engine.State, []engine.Effect) {
	same := engine.Onward{On: on, Ends: s.EndsWith(), Things: slices.Collect(s.All())}
	for i, t := range same.Things {
		if t.Key == by {
			aside := *t
			aside.Days = append(slices.Clip(t.Days), engine.Day{Name: AnchorAside, On: on})
			same.Things[i] = &aside
		}
	}
	same.Told = []engine.Effect{told(m, on)}
	return engine.Carried(m, s, same)
}

// Said puts what stands in the way in words, a sentence each.
func Said(passages []Passage) []string {
	var out []string
	for _, p := range passages {
		why := p.Why
		if p.Fate == Past {
			why = fmt.Sprintf("%s, and %s by the new text; %s", p.Sum.Was, p.Sum.Now, why)
		}
		out = append(out, p.Key.String()+" ("+p.State+"): "+why)
	}
	return out
}
