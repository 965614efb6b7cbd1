package engine_test

import (
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// chance draws what happens next: rapid's, which shrinks, or one from a seed.
type chance interface {
	upTo(n int) int // 0 to n, both included
}

func oneOf[T any](c chance, of []T) T { return of[c.upTo(len(of)-1)] }

// plausible is an act that the state invites: of everything that is open, one
// thing is taken, and somebody who may does what may be done with it. Nearly
// always it is taken, so that long histories get deep; nil when nothing is open.
func plausible(c chance, m *machine.Machine, s engine.State, day value.Date) engine.Event {
	var open []*engine.Thing
	for t := range s.All() {
		kind := m.Charts[m.Chart(t.Key.Chart)].Kind
		waited := len(engine.WaitedFor(m, s, t)) > 0
		restatable := kind == machine.KindFigure && (t.State == "final" || t.State == "determined") && c.upTo(7) == 0
		if waited || restatable || t.State == "missing" && t.Figure == nil {
			open = append(open, t)
		}
		if waited && t.Ballot != nil { // many must speak before it is over
			open = append(open, t, t, t)
		}
	}
	if len(open) == 0 || c.upTo(11) == 0 {
		return unprompted(c, m, day)
	}
	t := oneOf(c, open)
	switch m.Charts[m.Chart(t.Key.Chart)].Kind {
	case machine.KindFigure:
		return figureAct(c, m, t, day)
	case machine.KindDecision:
		return decisionAct(c, m, s, t, day)
	case machine.KindDispute:
		return settlementAct(c, m, s, t, day)
	case machine.KindReview:
		return engine.Held{Act: engine.Act{On: day, By: oneOf(c, m.Parties).Name}, Review: t.Key.Chart, Period: t.Period, Minutes: "minutes"}
	case machine.KindNotice:
		return serve(c, m, day, t.Notice.By)
	}
	return unprompted(c, m, day)
}

func serve(c chance, m *machine.Machine, day value.Date, by string) engine.Event {
	ev := engine.Served{Act: engine.Act{On: day, By: by}, Notice: oneOf(c, m.Notices).Name, Manner: oneOf(c, []string{"hand", "post"})}
	if c.upTo(2) == 0 {
		ev.To = []string{oneOf(c, m.Parties).Name, oneOf(c, m.Parties).Name}
	}
	return ev
}

func figureAct(c chance, m *machine.Machine, t *engine.Thing, day value.Date) engine.Event {
	me := m.Measure(t.Key.Chart)
	if me.Judged != "" {
		return engine.Judged{Act: engine.Act{On: day, By: oneOf(c, m.Parties).Name}, Measure: me.Name, Period: t.Period, Band: oneOf(c, value.Bands[:]),
			Reasons: []engine.Reason{{Words: "what people said"}}, Evidence: []string{"interviews"}}
	}
	v, in := figure(c, me)
	checks := engine.Act{On: day, By: m.Returns[0].Accepter}
	switch t.State {
	case "submitted", "restated":
		if c.upTo(2) == 0 {
			return engine.Contested{Act: checks, Measure: me.Name, Period: t.Period, Because: "counted otherwise"}
		}
		return engine.Accepted{Act: checks, Measure: me.Name, Period: t.Period}
	case "final", "determined":
		return engine.Restated{Act: engine.Act{On: day, By: me.Returner}, Measure: me.Name, Period: t.Period, Value: v, Inputs: in, Because: "found in the records"}
	}
	return engine.Returned{Act: engine.Act{On: day, By: me.Returner}, Measure: me.Name, Period: t.Period, Value: v, Inputs: in}
}

// figure is a value near the edges of a measure's bands, or its inputs.
func figure(c chance, me *machine.Measure) (*value.Num, []engine.InputValue) {
	if len(me.Inputs) == 0 {
		v := value.Int(oneOf(c, []int64{0, 20, 24, 25, 60, 61, 100, 150, 151, 180, 181, 500}))
		return &v, nil
	}
	var in []engine.InputValue
	for _, i := range me.Inputs {
		in = append(in, engine.InputValue{Name: i.Name, Value: value.Int(int64(c.upTo(40)))})
	}
	return nil, in
}

func decisionAct(c chance, m *machine.Machine, s engine.State, t *engine.Thing, day value.Date) engine.Event {
	d := m.Decision(t.Key.Chart)
	who := engine.WaitedFor(m, s, t)
	reasons := make([]engine.Reason, len(d.Records))
	for i, name := range d.Records {
		reasons[i] = engine.Reason{Name: name, Words: "for the people served"}
	}
	act := engine.Act{On: day, By: oneOf(c, who)}
	if d.Decides != "" && t.Ballot.Answer == nil {
		if me := m.Measure(t.Opener.Chart); me != nil && me.Judged == d.Name {
			return engine.Judged{Act: act, Measure: me.Name, Period: t.Period, Band: oneOf(c, value.Bands[:]), Reasons: reasons, Evidence: []string{"interviews"}}
		}
		return engine.Proposed{Act: act, Decision: d.Name, About: t.Key.Of, Answer: answer(c, d, day), Reasons: reasons}
	}
	ev := engine.Voted{Act: act, Decision: d.Name, About: t.Key.Of, Choice: engine.Yes, Reasons: reasons}
	if c.upTo(9) == 0 {
		ev.Choice = oneOf(c, []engine.Choice{engine.No, engine.Abstain})
	}
	if c.upTo(9) == 0 {
		ev.Conflict = "a contract of its own"
	}
	return ev
}

func answer(c chance, d *machine.Decision, day value.Date) *engine.Answer {
	switch d.Decides {
	case machine.DecidesBand:
		return &engine.Answer{Band: oneOf(c, value.Bands[:])}
	case machine.DecidesDate:
		on := day.AddDays(c.upTo(300))
		return &engine.Answer{Date: &on}
	case machine.DecidesSum:
		sum := value.Money(c.upTo(9_000_000))
		return &engine.Answer{Sum: &sum}
	}
	return &engine.Answer{Words: "a plan"}
}

// settlementAct: those who hear a dispute mostly say the same.
func settlementAct(c chance, m *machine.Machine, s engine.State, t *engine.Thing, day value.Date) engine.Event {
	ev := engine.Settled{Act: engine.Act{On: day, By: oneOf(c, engine.WaitedFor(m, s, t))}, Dispute: t.Key.Chart, About: t.Key.Of, Because: "counted again"}
	if me := m.Measure(t.Opener.Chart); me != nil {
		v := value.Int(int64(60 + 100*(c.upTo(5)/5)))
		ev.Answer = &engine.Answer{Value: &v}
		if len(me.Inputs) > 0 {
			_, in := figure(c, me)
			ev.Answer = &engine.Answer{Inputs: in}
		}
	}
	return ev
}

// unprompted is what somebody starts without being asked.
func unprompted(c chance, m *machine.Machine, day value.Date) engine.Event {
	act := engine.Act{On: day, By: oneOf(c, m.Parties).Name}
	var opened []*machine.Decision
	for i := range m.Decisions {
		if m.Decisions[i].Opens.Proposal {
			opened = append(opened, &m.Decisions[i])
		}
	}
	switch c.upTo(5) {
	case 0:
		return serve(c, m, day, act.By)
	case 1:
		return engine.Raised{Act: act, Dispute: oneOf(c, m.Disputes).Name, About: oneOf(c, []string{"the van", "core 2015/16 Q2"})}
	case 2:
		return engine.Withdrawn{Act: act, Notice: oneOf(c, m.Notices).Name}
	case 3, 4:
		d := oneOf(c, opened)
		ev := engine.Proposed{Act: act, Decision: d.Name, Reasons: []engine.Reason{{Words: "it helps"}}}
		if d.Decides != "" {
			ev.Answer = answer(c, d, day)
		}
		if slices.ContainsFunc(m.Notices, func(n machine.Notice) bool { return n.Instead == d.Name }) && c.upTo(2) > 0 {
			ev.About = m.Notices[0].Name + " " + oneOf(c, m.Parties).Name
		}
		return ev
	}
	if c.upTo(1) == 0 {
		return holiday(c, m, engine.New(m), act.By, day)
	}
	return engine.Accepted{Act: act, Measure: oneOf(c, m.Measures).Name, Period: m.YearStart.Of(value.Quarter, day)}
}
