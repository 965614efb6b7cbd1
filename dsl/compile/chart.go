package compile

import (
	"slices"

	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// charts are all charts in the order in which deadlines that fall on one day run.
func charts(a *settled.Agreement) []machine.Chart {
	l := lives{a: a}
	for _, m := range a.Measures {
		l.figure(m)
	}
	for _, d := range a.Decisions {
		l.decision(d)
	}
	for _, r := range a.Reviews {
		l.review(r)
	}
	for _, d := range a.Disputes {
		l.dispute(d)
	}
	for _, n := range a.Notices {
		l.notice(n)
	}
	for _, x := range a.Contracts {
		l.contract(x)
	}
	for _, r := range a.Registers {
		l.register(r)
	}
	for _, p := range a.Processes {
		l.process(p)
		for _, s := range p.Steps {
			l.step(s)
		}
	}
	for _, r := range a.Rules {
		l.rule(r)
	}
	for _, r := range a.Ratecards {
		l.claims(r)
		l.statements(r)
	}
	for _, g := range a.Gainshares {
		if g.Scorecard {
			l.scorecard(g)
		} else {
			l.settlement(g)
		}
	}
	for _, f := range a.Held {
		l.reconciliation(f)
	}
	for _, f := range a.Fundings {
		l.withheld(f)
	}
	for _, f := range a.Fundings {
		l.instalments(f)
	}
	for _, g := range a.Gainshares {
		if !g.Scorecard {
			l.settled(g)
		}
	}
	for _, f := range a.Held {
		l.fundPaid(f)
	}
	for _, x := range a.Tranches {
		l.tranche(x)
	}
	for _, r := range a.Ratecards {
		l.claimsPaid(r)
	}
	for _, r := range a.Routes {
		l.route(r)
	}
	l.agreement()
	return l.charts
}

// lives collects the charts of an agreement.
type lives struct {
	a      *settled.Agreement
	charts []machine.Chart
}

// life is one chart in the making.
type life struct{ machine.Chart }

func newLife(kind machine.Kind, h *settled.Head) *life {
	return &life{machine.Chart{ID: h.Name, Kind: kind, Block: h.Name, Title: h.Title}}
}

func (l *lives) add(c *life) { l.charts = append(l.charts, c.Chart) }

// survives reports whether any of these blocks is named in `survives`.
func (l *lives) survives(blocks ...string) bool {
	return slices.ContainsFunc(l.a.Survives, func(n settled.Named) bool { return slices.Contains(blocks, settled.NameOf(n)) })
}

// state adds states in which nobody in particular is waited for.
func (c *life) state(names ...string) {
	for _, name := range names {
		c.States = append(c.States, machine.State{Name: name})
	}
}

// waits adds a state in which people are expected to act.
func (c *life) waits(name string, who machine.Who) {
	c.States = append(c.States, machine.State{Name: name, Waits: &who})
}

// end adds states after which nothing more is awaited.
func (c *life) end(names ...string) {
	for _, name := range names {
		c.States = append(c.States, machine.State{Name: name, End: true})
	}
}

// from is the states that a move leaves; a move from none brings a thing to life.
func from(states ...string) []string {
	if states == nil {
		return []string{}
	}
	return states
}

// stays is the target of a move that changes no state.
const stays = ""

// act adds what a party may do.
func (c *life) act(id string, on machine.Trigger, by machine.Who, from []string, to string, says settled.Said, do ...machine.Action) {
	c.Moves = append(c.Moves, machine.Move{ID: id, On: on, By: &by, From: from, To: to, Says: says.Ref, Text: says.Text, Do: do})
}

// day adds what happens when a day is over.
func (c *life) day(id string, at machine.Deadline, from []string, to string, says settled.Said, do ...machine.Action) {
	c.Moves = append(c.Moves, machine.Move{ID: id, On: machine.OnDeadline, At: &at, From: from, To: to, Says: says.Ref, Text: says.Text, Do: do})
}

// on adds what something else leads to.
func (c *life) on(id string, trigger machine.Trigger, from []string, to string, says settled.Said, do ...machine.Action) {
	c.Moves = append(c.Moves, machine.Move{ID: id, On: trigger, From: from, To: to, Says: says.Ref, Text: says.Text, Do: do})
}

// within is the day on which a time ends.
func within(w settled.Within) machine.Deadline {
	return machine.Deadline{Span: w.Span, Anchor: w.Anchor, Adjust: w.Adjust}
}

// onDay is the anchor's own day.
func onDay(a machine.Anchor) machine.Deadline { return machine.Deadline{Anchor: a} }

// after is the end of a span from an anchor.
func after(s value.Span, a machine.Anchor) machine.Deadline {
	return machine.Deadline{Span: s, Anchor: a}
}

// actions are what the engine does for an action of the text: telling several
// people is one each.
func actions(of ...*settled.Action) []machine.Action {
	var out []machine.Action
	for _, a := range of {
		one := machine.Action{Verb: a.Verb, On: settled.NameOf(a.On), Take: a.Take, Figure: a.Figure, Says: a.Ref}
		if a.After != nil {
			one.After = machine.AnchorEffect
		}
		if a.TermsEnd {
			one.After = machine.AnchorTermEnd
		}
		if a.Verb != machine.Tell {
			out = append(out, one)
			continue
		}
		for _, name := range whoNames(a.Who) {
			one.On = name
			out = append(out, one)
		}
	}
	return out
}

// does is a single action that the compiler adds, such as opening what a
// figure is contested under.
func does(verb machine.Verb, on string, says settled.Said) machine.Action {
	return machine.Action{Verb: verb, On: on, Says: says.Ref}
}
