package compile

import (
	"strconv"

	"concordat/dsl/settled"
	"concordat/engine/machine"
)

func (l *lives) figure(m *settled.Measure) {
	c := newLife(machine.KindFigure, &m.Head)
	c.Every = m.Every
	c.Survives = l.survives(settled.NameOf(m.Return), settled.NameOf(m.Judged))
	switch {
	case m.Judged != nil:
		l.judged(c, m)
	case m.Return != nil:
		l.returned(c, m)
	default: // who returns or judges it is still to be agreed
		c.state("scheduled")
	}
	l.add(c)
}

// judged is the life of a measure on whose band people decide.
func (l *lives) judged(c *life, m *settled.Measure) {
	c.state("scheduled", "awaiting judgement")
	c.end("final", "fallen away")
	says := m.Said("judged")
	c.day("open", onDay(machine.AnchorPeriodEnd), from("scheduled"), "awaiting judgement", says,
		does(machine.Open, m.Judged.Name, says))
	c.on("decided", machine.OnDecided, from("awaiting judgement"), "final", says, does(machine.TakeAnswer, "", says))
	c.on("ended", machine.OnEnded, from("scheduled"), "fallen away", l.lasting())
}

// returned is the life of a figure that a party returns and another accepts.
func (l *lives) returned(c *life, m *settled.Measure) {
	r := m.Return
	returner, accepter := party(m.Returner), who(r.Accepter)
	c.state("scheduled")
	c.waits("due", returner)
	c.waits("late", returner)
	c.waits("submitted", accepter)
	c.state("contested")
	c.end("final")
	c.waits("restated", accepter)
	c.state("contested again", "missing")
	c.end("determined", "fallen away")

	c.day("open", onDay(machine.AnchorPeriodEnd), from("scheduled"), "due", r.Said("every"))
	c.day("due", within(r.Due), from("due"), "late", r.Due.Said)
	for i, late := range r.Late {
		c.day("late "+strconv.Itoa(i+1), after(late.Span, machine.AnchorDue), from("late"), stays, late.Said, actions(&late.Do)...)
	}
	c.day("missing", after(r.Missing.Span, machine.AnchorDue), from("late"), "missing", r.Missing.Said, actions(&r.Missing.Do)...)
	c.act("return", machine.OnReturn, returner, from("due", "late", "missing"), "submitted", m.Said("returned"), lets(r)...)
	c.act("restate", machine.OnRestate, returner, from("final", "determined"), "restated", m.Said("returned"))
	c.on("decided", machine.OnDecided, from("missing"), "determined", r.Missing.Said, append(lets(r), does(machine.TakeAnswer, "", r.Missing.Said))...)
	c.checked(r, accepter, "submitted", "contested", "")
	c.checked(r, accepter, "restated", "contested again", " again")
	c.on("ended", machine.OnEnded, from("scheduled"), "fallen away", l.lasting())
}

// checked is how a figure that has come in becomes final: accepted, accepted by
// silence, or settled where it was contested.
func (c *life) checked(r *settled.Return, accepter machine.Who, in, contested, again string) {
	accepted, silence, under := r.Said("accepted"), r.Said("silence"), r.Said("contested")
	contest := does(machine.Open, settled.NameOf(r.Contested), under)
	c.act("accept"+again, machine.OnAccept, accepter, from(in), "final", accepted)
	if r.SilenceAccepts {
		c.day("silence"+again, within(r.AcceptIn), from(in), "final", silence)
	} else {
		c.day("silence"+again, within(r.AcceptIn), from(in), contested, silence, contest)
	}
	c.act("contest"+again, machine.OnContest, accepter, from(in), contested, under, contest)
	c.on("settled"+again, machine.OnSettled, from(contested), "final", under, does(machine.TakeAnswer, "", under))
}

// lasting is the statement that says which duties outlast the agreement; what
// it does not name falls away.
func (l *lives) lasting() settled.Said { return l.said("survives") }

// said is a statement of the agreement's own block.
func (l *lives) said(keyword string) settled.Said {
	says := l.a.Said(keyword)
	says.Ref.Block = agreementID
	return says
}
