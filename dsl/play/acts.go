package play

import (
	"slices"
	"strings"

	"concordat/dsl/syntax"
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// given is a figure or band that the scenario takes as it is.
func (r *reader) given(s *syntax.Statement, v *syntax.GivenFact) {
	before := len(r.found)
	ev := engine.Assumed{Measure: v.Measure.Name, Period: r.inTerm(v.Period), Final: date(v.Final)}
	if !r.known(v.Measure.Name, v.Measure.At, "measure", measures(r.m)) {
		return
	}
	me := r.m.Measure(v.Measure.Name)
	switch {
	case v.Band != nil:
		ev.Band = r.band(*v.Band)
	case me.Judged != "":
		r.judgedFigure(v.Value.At, me.Name)
	default:
		ev.Value = r.figure(me.Name, *v.Value, me.Places)
	}
	if len(r.found) == before {
		r.lines = append(r.lines, scenario.Given{Place: r.place(s, ""), Event: ev})
	}
}

// act is one event for each of those who act.
func (r *reader) act(s *syntax.Statement, a *syntax.Act, on value.Date) []engine.Event {
	var out []engine.Event
	for _, by := range r.actors(a.Who) {
		if ev := r.event(a, engine.Act{On: on, By: by}); ev != nil {
			out = append(out, ev)
		}
		if len(r.found) > 0 && r.found[len(r.found)-1].At.Start >= s.At.Start {
			break // the same finding for each of the others helps nobody
		}
	}
	return out
}

func (r *reader) actors(w syntax.Who) []string {
	switch w.Set.Word {
	case "":
		var out []string
		for _, n := range w.Names {
			if r.known(n.Name, n.At, "party or body", slices.Concat(parties(r.m), bodies(r.m))) {
				out = append(out, n.Name)
			}
		}
		return out
	case syntax.EveryParty:
		return parties(r.m)
	case syntax.EveryMember:
		if w.Of != nil {
			return r.members(*w.Of)
		}
	}
	r.noActor(w.Set.At)
	return nil
}

func (r *reader) members(group syntax.Ident) []string {
	if !r.known(group.Name, group.At, "group", groups(r.m)) {
		return nil
	}
	at := slices.IndexFunc(r.m.Groups, func(g machine.Group) bool { return g.Name == group.Name })
	return names(r.m.Groups[at].Seats, func(s machine.Seat) string { return s.Party })
}

// event is the one switch over what can be done.
func (r *reader) event(a *syntax.Act, by engine.Act) engine.Event {
	switch {
	case a.Signs != nil:
		return engine.Signed{Act: by, Fingerprint: r.m.Fingerprint()}
	case a.Returns != nil:
		v, in := r.returned(a.Returns)
		return engine.Returned{Act: by, Measure: a.Returns.Measure.Name, Period: period(a.Returns.Period), Value: v, Inputs: in}
	case a.Restates != nil:
		v, in := r.returned(a.Restates)
		return engine.Restated{Act: by, Measure: a.Restates.Measure.Name, Period: period(a.Restates.Period), Value: v, Inputs: in}
	case a.Accepts != nil:
		r.measure(a.Accepts.Name)
		return engine.Accepted{Act: by, Measure: a.Accepts.Name.Name, Period: period(a.Accepts.Period)}
	case a.Contests != nil:
		f := a.Contests.Figure
		r.measure(f.Name)
		return engine.Contested{Act: by, Measure: f.Name.Name, Period: period(f.Period), Because: because(a.Contests.Because)}
	case a.Judges != nil:
		return r.judged(a.Judges, by)
	case a.Proposes != nil:
		r.known(a.Proposes.Decision.Name, a.Proposes.Decision.At, "decision", decisions(r.m))
		return engine.Proposed{Act: by, Decision: a.Proposes.Decision.Name, About: r.about(a.Proposes.About), Answer: r.answer(a.Proposes.Answer)}
	case a.Votes != nil:
		return r.voted(a.Votes, by)
	case a.Serves != nil:
		return r.served(a.Serves, by)
	case a.Withdraws != nil:
		r.known(a.Withdraws.Notice.Name, a.Withdraws.Notice.At, "notice", notices(r.m))
		return engine.Withdrawn{Act: by, Notice: a.Withdraws.Notice.Name}
	case a.Raises != nil:
		r.known(a.Raises.Dispute.Name, a.Raises.Dispute.At, "dispute", disputes(r.m))
		return engine.Raised{Act: by, Dispute: a.Raises.Dispute.Name, About: r.about(&a.Raises.About)}
	case a.Settles != nil:
		x := a.Settles
		r.known(x.Dispute.Name, x.Dispute.At, "dispute", disputes(r.m))
		return engine.Settled{Act: by, Dispute: x.Dispute.Name, About: r.about(x.About), Answer: r.answer(x.Answer), Because: because(x.Because)}
	case a.Holds != nil:
		r.known(a.Holds.Name.Name, a.Holds.Name.At, "review", reviews(r.m))
		return engine.Held{Act: by, Review: a.Holds.Name.Name, Period: period(a.Holds.Period)}
	}
	return nil
}

func (r *reader) measure(name syntax.Ident) bool {
	return r.known(name.Name, name.At, "measure", measures(r.m))
}

// returned reads a figure or its inputs. How fine a figure may be is for the
// engine to refuse, so that a scenario can show that it does.
func (r *reader) returned(a *syntax.FigureAct) (*value.Num, []engine.InputValue) {
	if !r.measure(a.Measure) {
		return nil, nil
	}
	if a.Value != nil {
		n := num(*a.Value)
		return &n, nil
	}
	me := r.m.Measure(a.Measure.Name)
	var out []engine.InputValue
	for _, in := range a.Inputs {
		if r.known(in.Input.Name, in.Input.At, "input", names(me.Inputs, func(i machine.Input) string { return i.Name })) {
			out = append(out, engine.InputValue{Name: in.Input.Name, Value: num(in.Value)})
		}
	}
	return nil, out
}

func (r *reader) judged(a *syntax.JudgesAct, by engine.Act) engine.Event {
	r.measure(a.Measure)
	ev := engine.Judged{Act: by, Measure: a.Measure.Name, Period: period(a.Period), Band: r.band(a.Band), Reasons: reasons(a.Because)}
	if a.Evidence != nil {
		ev.Evidence = []string{a.Evidence.Value}
	}
	return ev
}

func (r *reader) voted(a *syntax.VotesAct, by engine.Act) engine.Event {
	r.known(a.Decision.Name, a.Decision.At, "decision", decisions(r.m))
	ev := engine.Voted{Act: by, Decision: a.Decision.Name, About: r.about(a.About), Choice: engine.Choice(a.Ballot.Word), Reasons: reasons(a.Because)}
	if a.Declaring != nil {
		ev.Conflict = a.Declaring.Value
	}
	return ev
}

func (r *reader) served(a *syntax.ServesAct, by engine.Act) engine.Event {
	r.known(a.Notice.Name, a.Notice.At, "notice", notices(r.m))
	ev := engine.Served{Act: by, Notice: a.Notice.Name, Manner: manner(a.By.Word)}
	for _, n := range a.On.Names {
		if r.known(n.Name, n.At, "party", parties(r.m)) {
			ev.To = append(ev.To, n.Name)
		}
	}
	return ev
}

// manner is the machine's name for a way of serving.
func manner(by syntax.ServedBy) string {
	switch by {
	case syntax.ByHand:
		return "hand"
	case syntax.ByPost, syntax.ByFirstPost:
		return "post"
	case syntax.ByEmail:
		return "email"
	}
	return string(by)
}

// about is what the engine calls the thing that an act is about.
func (r *reader) about(a *syntax.About) string {
	switch {
	case a == nil:
		return ""
	case a.Text != nil:
		return a.Text.Value
	case a.Name == nil:
		return ""
	}
	r.known(a.Name.Name, a.Name.At, "block", alive(r.m))
	if a.Period == nil {
		return a.Name.Name
	}
	return engine.Key{Chart: a.Name.Name, Of: period(*a.Period).String()}.String()
}

func (r *reader) answer(a *syntax.Answer) *engine.Answer {
	switch {
	case a == nil:
		return nil
	case a.Date != nil:
		on := date(*a.Date)
		return &engine.Answer{Date: &on}
	case a.Text != nil:
		return &engine.Answer{Words: a.Text.Value}
	case a.Name != nil:
		return &engine.Answer{Band: r.band(*a.Name)}
	case a.Value != nil && a.Value.Money != nil:
		sum := money(*a.Value.Money)
		return &engine.Answer{Sum: &sum}
	case a.Value != nil:
		n := num(*a.Value)
		return &engine.Answer{Value: &n}
	}
	return nil
}

func (r *reader) band(name syntax.Ident) value.Band {
	b, err := value.ParseBand(name.Name)
	if err != nil {
		r.known(name.Name, name.At, "band", names(value.Bands[:], value.Band.String))
	}
	return b
}

func because(b *syntax.Because) string {
	if b == nil {
		return ""
	}
	return b.Text.Value
}

func reasons(given []*syntax.Because) []engine.Reason {
	var out []engine.Reason
	for _, b := range given {
		reason := engine.Reason{Words: b.Text.Value}
		if b.Reason != nil {
			reason.Name = b.Reason.Name
		}
		out = append(out, reason)
	}
	return out
}

// ruleRef is a statement as the machine names it: two words joined by a space.
func (r *reader) ruleRef(ref syntax.RuleRef) machine.Ref {
	r.known(ref.Block.Name, ref.Block.At, "block", blocks(r.m))
	return machine.Ref{Block: ref.Block.Name, Statement: strings.ReplaceAll(ref.Statement.Name, "_", " ")}
}

func num(v syntax.Value) value.Num {
	digits := ""
	switch {
	case v.Number != nil:
		digits = v.Number.Digits
	case v.Percent != nil:
		digits = v.Percent.Digits
	case v.Money != nil:
		return value.FromMoney(money(*v.Money))
	}
	n, err := value.ParseNum(digits)
	if err != nil {
		return value.Num{}
	}
	return n
}

func money(m syntax.Money) value.Money {
	sum, err := value.ParseMoney(m.Digits)
	if err != nil {
		return 0
	}
	return sum
}

// figure is a value that its unit can say.
func (r *reader) figure(name string, v syntax.Value, places int) *value.Num {
	n := num(v)
	if !n.RoundTo(places, value.HalfUp).Equal(n) {
		r.tooFine(v.At, name, n)
	}
	return &n
}

func (r *reader) inTerm(p syntax.Period) value.Period {
	out := period(p)
	if r.m.YearStart.Last(out) < r.m.First || r.m.YearStart.First(out) > r.m.Last {
		r.outOfTerm(p)
	}
	return out
}
