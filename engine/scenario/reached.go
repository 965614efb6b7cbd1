package scenario

import (
	"slices"
	"strconv"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// mark is one thing about an agreement that playing can bring about.
type mark struct {
	kind  markKind
	of    string // chart, measure, rule, gainshare
	which string // move, state, band, side
}

type markKind uint8

const (
	moved     markKind = iota // a move of a chart was made
	leftFirst                 // a thing left the state of a deadline before its day
	stood                     // a thing was in a state
	banded                    // a measure's period had a band
	held                      // a condition was true
	failed                    // a condition was false
	summed                    // a settlement came out on this side
	byZero                    // a formula would have divided by zero
	claimed                   // a claim was paid in a band, or met a cap
)

// reached is what one scenario has brought about.
type reached map[mark]bool

func (r reached) add(kind markKind, of, which string) { r[mark{kind, of, which}] = true }

// note adds what one step has brought about.
func (r reached) note(m *machine.Machine, before, after engine.State, effects []engine.Effect) {
	valued := false
	passed := map[mark]bool{} // deadlines made in this step
	for _, ef := range effects {
		switch e := ef.(type) {
		case engine.Moved:
			r.noteMove(m, before, e, passed)
		case engine.Valued:
			valued = true
			r.noteBands(m, after, e)
		case engine.Scored:
			r.noteScore(m, e)
			r.noteClaims(m, after, e.Key.Chart)
		}
	}
	if valued {
		engine.Observe(m, after, func(rule string, e *machine.Expr, holds bool) {
			kind := failed
			if holds {
				kind = held
			}
			r.add(kind, rule, conditionID(m, rule, e))
		})
	}
}

func (r reached) noteMove(m *machine.Machine, before engine.State, e engine.Moved, passed map[mark]bool) {
	c := &m.Charts[m.Chart(e.Key.Chart)]
	r.add(moved, c.ID, e.Move)
	r.add(stood, c.ID, e.To)
	passed[mark{moved, e.Key.String(), e.Move}] = true
	if e.From == e.To {
		return
	}
	old := before.Find(e.Key)
	for i := range c.Moves {
		d := &c.Moves[i]
		switch {
		case d.On != machine.OnDeadline, !slices.Contains(d.From, e.From), slices.Contains(d.From, e.To):
		case passed[mark{moved, e.Key.String(), d.ID}], old != nil && slices.Contains(old.Done, i):
		default:
			r.add(leftFirst, c.ID, d.ID)
		}
	}
}

// noteBands looks at the period that got a value and at every longer one that
// this may have completed.
func (r reached) noteBands(m *machine.Machine, s engine.State, e engine.Valued) {
	me := m.Measure(e.Measure)
	for _, kind := range bandKinds(me) {
		if kind < e.Period.Kind {
			continue
		}
		p := m.YearStart.Of(kind, m.YearStart.First(e.Period))
		w, _ := engine.WorthOf(m, s, me.Name, p)
		if !w.Final || w.Band == value.NoBand {
			continue
		}
		r.add(banded, me.Name, kind.String()+" "+w.Band.String())
		if w.Because.At.Statement == "if zero" {
			r.add(byZero, me.Name, "")
		}
	}
}

// bandKinds are the kinds of period for which a measure has bands, shortest first.
func bandKinds(me *machine.Measure) []value.PeriodKind {
	if len(me.Bands) == 0 {
		return nil // a count or a cost
	}
	if me.Judged != "" {
		return []value.PeriodKind{me.Every}
	}
	var out []value.PeriodKind
	for _, v := range me.Values {
		out = append(out, v.Every)
	}
	slices.Sort(out)
	return out
}

// The sides on which a settlement can come out.
const (
	sideGain    = "gain"
	sidePain    = "pain"
	sideNothing = "no gain and no pain"
	sideCapped  = " beyond its cap"
	sideWithin  = " within its cap"
)

func (r reached) noteScore(m *machine.Machine, e engine.Scored) {
	s := e.Settlement
	name := e.Key.Chart
	at := slices.IndexFunc(m.Gainshares, func(g machine.Gainshare) bool { return g.Name == name })
	if at < 0 || m.Gainshares[at].Scorecard {
		return
	}
	side, limit := sideGain, m.Gainshares[at].GainCap
	switch {
	case m.Gainshares[at].Cost == nil && s.Score.IsZero(), m.Gainshares[at].Cost != nil && s.Raw == 0:
		r.add(summed, name, sideNothing)
		return
	case s.Pain:
		side, limit = sidePain, m.Gainshares[at].PainCap
	}
	r.add(summed, name, side)
	if limit == nil {
		return
	}
	if s.Raw > *limit {
		r.add(summed, name, side+sideCapped)
	} else {
		r.add(summed, name, side+sideWithin)
	}
}

// conditionID numbers the conditions of a rule: the whole one is 0.
func conditionID(m *machine.Machine, rule string, e *machine.Expr) string {
	at := slices.IndexFunc(m.Rules, func(r machine.Condition) bool { return r.Name == rule })
	n, found := -1, -1
	m.Rules[at].When.Walk(func(x *machine.Expr) {
		n++
		if x == e {
			found = n
		}
	})
	return strconv.Itoa(found)
}
