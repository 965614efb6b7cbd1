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
func (r *reader) given(s *syntax.Statement, v *syntax.GivenFact) scenario.Line {
	ev := engine.Assumed{Measure: v.Measure.Name, Period: period(v.Period), Final: date(v.Final)}
	if v.Band != nil {
		ev.Band = band(*v.Band)
	} else {
		n := num(*v.Value)
		ev.Value = &n
	}
	return scenario.Given{Place: r.place(s, ""), Event: ev}
}

// act is one event for each of those who act.
func (r *reader) act(a *syntax.Act, on value.Date) []engine.Event {
	var out []engine.Event
	for _, by := range r.actors(a.Who) {
		party, officer := r.m.Acting(by)
		by := engine.Act{On: on, By: party, As: officer}
		if whom := a.ForWhom(); whom != nil {
			for _, person := range whom.People() {
				out = append(out, claim(a, person, by))
			}
			continue
		}
		out = append(out, r.event(a, by))
	}
	return out
}

func (r *reader) actors(w syntax.Who) []string {
	var out []string
	switch {
	case w.Set.Word == syntax.EveryParty:
		for _, p := range r.m.Parties {
			out = append(out, p.Name)
		}
	case w.Of != nil:
		at := slices.IndexFunc(r.m.Groups, func(g machine.Group) bool { return g.Name == w.Of.Name })
		for _, s := range r.m.Groups[at].Seats {
			out = append(out, s.Party)
		}
	default:
		for _, n := range w.Names {
			out = append(out, n.Name)
		}
	}
	return out
}

// event is the one switch over what can be done.
func (r *reader) event(a *syntax.Act, by engine.Act) engine.Event {
	switch {
	case a.Signs != nil:
		return engine.Signed{Act: by, Fingerprint: r.m.Fingerprint()}
	case a.Returns != nil:
		v, in := returned(a.Returns)
		return engine.Returned{Act: by, Measure: a.Returns.Measure.Name, Period: period(a.Returns.Period), Value: v, Inputs: in}
	case a.Restates != nil:
		v, in := returned(a.Restates)
		return engine.Restated{Act: by, Measure: a.Restates.Measure.Name, Period: period(a.Restates.Period), Value: v, Inputs: in}
	case a.Accepts != nil:
		return engine.Accepted{Act: by, Measure: a.Accepts.Name.Name, Period: period(a.Accepts.Period)}
	case a.Contests != nil:
		f := a.Contests.Figure
		return engine.Contested{Act: by, Measure: f.Name.Name, Period: period(f.Period), Because: because(a.Contests.Because)}
	case a.Judges != nil:
		return judged(a.Judges, by)
	case a.Proposes != nil:
		return engine.Proposed{Act: by, Decision: a.Proposes.Decision.Name, About: about(a.Proposes.About), Answer: r.answerTo(a.Proposes)}
	case a.Votes != nil:
		return voted(a.Votes, by)
	case a.Serves != nil:
		return served(a.Serves, by)
	case a.Withdraws != nil:
		return engine.Withdrawn{Act: by, Notice: a.Withdraws.Notice.Name}
	case a.Proclaims != nil:
		return proclaimed(a.Proclaims, by)
	case a.Raises != nil:
		return engine.Raised{Act: by, Dispute: a.Raises.Dispute.Name, About: about(&a.Raises.About)}
	case a.Settles != nil:
		x := a.Settles
		return engine.Settled{Act: by, Dispute: x.Dispute.Name, About: about(x.About), Answer: inPounds(answer(x.Answer)), Because: because(x.Because)}
	case a.Files != nil:
		return filed(a.Files, by)
	case a.Completes != nil:
		return engine.Completed{Act: by, Step: a.Completes.Step.Name}
	case a.Starts != nil:
		return engine.Started{Act: by, Process: a.Starts.Step.Name}
	case a.Enters != nil:
		return entered(a.Enters, by)
	case a.Answers != nil:
		return answeredEntry(a.Answers, by)
	case a.Holds != nil:
		ev := engine.Held{Act: by, Review: a.Holds.Name.Name}
		if a.Holds.Period != nil {
			ev.Period = period(*a.Holds.Period)
		}
		return ev
	}
	panic("play: an act of no kind") // the parser sets one
}

func proclaimed(a *syntax.ProclaimsAct, by engine.Act) engine.Event {
	ev := engine.Proclaimed{Act: by, Day: date(a.Day), Name: a.Name.Value, Source: a.Source.Value}
	if a.Instead != nil {
		instead := date(*a.Instead)
		ev.Instead = &instead
	}
	for _, in := range a.In {
		ev.In = append(ev.In, in.Name.Name)
	}
	return ev
}

// returned is a figure or its inputs. How fine a figure may be is for the
// engine to refuse, so that a scenario can show that it does.
func returned(a *syntax.FigureAct) (*value.Num, []engine.InputValue) {
	if a.Value != nil {
		n := num(*a.Value)
		return &n, nil
	}
	var out []engine.InputValue
	for _, in := range a.Inputs {
		out = append(out, engine.InputValue{Name: in.Input.Name, Value: num(in.Value)})
	}
	return nil, out
}

func judged(a *syntax.JudgesAct, by engine.Act) engine.Event {
	ev := engine.Judged{Act: by, Measure: a.Measure.Name, Period: period(a.Period), Band: band(a.Band), Reasons: reasons(a.Because)}
	if a.Evidence != nil {
		ev.Evidence = []string{a.Evidence.Value}
	}
	return ev
}

func voted(a *syntax.VotesAct, by engine.Act) engine.Event {
	ev := engine.Voted{Act: by, Decision: a.Decision.Name, About: about(a.About), Choice: engine.Choice(a.Ballot.Word), Reasons: reasons(a.Because)}
	if a.Declaring != nil {
		ev.Conflict = a.Declaring.Value
	}
	return ev
}

func served(a *syntax.ServesAct, by engine.Act) engine.Event {
	ev := engine.Served{Act: by, Notice: a.Notice.Name, Manner: manner(a.By.Word)}
	for _, n := range a.On.Names {
		ev.To = append(ev.To, n.Name)
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
func about(a *syntax.About) string {
	switch {
	case a == nil:
		return ""
	case a.Text != nil:
		return a.Text.Value
	case a.Period == nil:
		return a.Name.Name
	}
	return engine.Key{Chart: a.Name.Name, Of: period(*a.Period).String()}.String()
}

func answer(a *syntax.Answer) *engine.Answer {
	switch {
	case a == nil:
		return nil
	case a.Date != nil:
		on := date(*a.Date)
		return &engine.Answer{Date: &on}
	case a.Text != nil:
		return &engine.Answer{Words: a.Text.Value}
	case a.Name != nil:
		return &engine.Answer{Band: band(*a.Name)}
	case a.Value.Money != nil:
		sum := money(*a.Value.Money)
		return &engine.Answer{Sum: &sum}
	}
	n := num(*a.Value)
	return &engine.Answer{Value: &n}
}

// answerTo is what a proposal puts forward: to a decision on a figure, pounds are one.
func (r *reader) answerTo(p *syntax.ProposesAct) *engine.Answer {
	out := answer(p.Answer)
	if d := r.m.Decision(p.Decision.Name); d != nil && d.Decides == machine.DecidesFigure {
		return inPounds(out)
	}
	return out
}

// inPounds is a sum of money as a figure in pounds.
func inPounds(a *engine.Answer) *engine.Answer {
	if a == nil || a.Sum == nil {
		return a
	}
	pounds := value.FromMoney(*a.Sum).Mul(value.Ratio(1, 100))
	return &engine.Answer{Value: &pounds}
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
func ruleRef(ref syntax.RuleRef) machine.Ref {
	return machine.Ref{Block: ref.Block.Name, Statement: strings.ReplaceAll(ref.Statement.Name, "_", " ")}
}
