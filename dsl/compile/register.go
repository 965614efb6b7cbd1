package compile

import (
	"concordat/dsl/settled"
	"concordat/engine/machine"
)

// The states of an entry.
const (
	entered      = "entered"
	late         = "late"
	answered     = "answered"
	answeredLate = "answered late"
	onRecord     = "on record" // nothing is owed
	expired      = "expired"
)

func registers(m *machine.Machine, a *settled.Agreement) {
	for _, r := range a.Registers {
		out := machine.Register{Name: r.Name, Title: r.Title, Kinds: r.Kinds, Area: r.Area, Outcome: r.Outcome, Lesson: r.Lesson}
		for _, n := range r.Notes {
			out.Notes = append(out.Notes, machine.Note{Name: n.Name, Title: n.Title, Form: n.Form, From: n.From, To: n.To})
		}
		for _, n := range r.Rated {
			out.Rated = append(out.Rated, n.Name)
		}
		for _, n := range r.Totals {
			out.Totals = append(out.Totals, n.Name)
		}
		if r.Expires != nil {
			out.Expires = r.Expires.Name
		}
		m.Registers = append(m.Registers, out)
	}
}

// register adds the chart of an entry: entered, and answered in time or late.
// What expires goes on after its answer, until the day that was noted.
func (l *lives) register(r *settled.Register) {
	c := newLife(machine.KindRegister, &r.Head)
	c.Survives = l.survives(r.Name)
	done := c.end
	if r.Expires != nil {
		done = func(names ...string) { c.state(names...) }
	}
	lasts := []string{answered, answeredLate}
	if r.Never {
		lasts = []string{onRecord}
		done(onRecord)
		c.act("enter", machine.OnEnter, who(r.By), from(), onRecord, r.Said("entered"))
	} else {
		l.answers(c, r)
		done(answered, answeredLate)
		c.end(fallenAway)
		c.on("ended", machine.OnEnded, from(entered, late), fallenAway, l.lasting())
	}
	if r.Expires != nil {
		c.end(expired)
		c.day("expires", onDay(machine.AnchorExpiry), lasts, expired, r.Said("expires"))
	}
	l.add(c)
}

func (l *lives) answers(c *life, r *settled.Register) {
	by := who(r.Answerer)
	if r.Lead {
		by = machine.Who{Lead: true}
	}
	says := r.Said("answered")
	c.waits(entered, by)
	c.waits(late, by)
	c.act("enter", machine.OnEnter, who(r.By), from(), entered, r.Said("entered"))
	c.act("answer", machine.OnAnswer, by, from(entered), answered, says)
	c.day("late", within(r.Within), from(entered), late, says, actions(r.Late...)...)
	c.act("answer late", machine.OnAnswer, by, from(late), answeredLate, says)
}
