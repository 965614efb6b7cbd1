package scenario

import (
	"fmt"
	"slices"
	"strconv"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// clauses: one that puts blocks in words is reached when anything happens under
// one of them. Words only have nothing to play.
func (l *lister) clauses() {
	m := l.c.m
	for i := range m.Clauses {
		cl := &m.Clauses[i]
		if len(cl.States) == 0 {
			continue
		}
		by := mark{moved, "", ""}
		for j := range m.Charts {
			if c := &m.Charts[j]; slices.Contains(cl.States, c.Block) {
				by = l.firstMove(c, by)
			}
		}
		l.item(Clauses, machine.Ref{Block: cl.Name}, by, fmt.Sprintf("clause %s, %s", cl.Number, cl.Title),
			fmt.Sprintf("in no scenario does anything happen under %s", quoted(cl.States)))
	}
}

// firstMove is a move of a chart that was made, or its opening, else the mark given.
func (l *lister) firstMove(c *machine.Chart, otherwise mark) mark {
	if l.opened(c) {
		return mark{stood, c.ID, c.States[0].Name}
	}
	for i := range c.Moves {
		if l.has(moved, c.ID, c.Moves[i].ID) {
			return mark{moved, c.ID, c.Moves[i].ID}
		}
	}
	return otherwise
}

func (l *lister) bands() {
	m := l.c.m
	for i := range m.Measures {
		me := &m.Measures[i]
		for _, kind := range bandKinds(me) {
			for _, b := range value.Bands {
				by := mark{banded, me.Name, kind.String() + " " + b.String()}
				l.item(Bands, machine.Ref{Block: me.Name, Statement: "band " + b.String()}, by, fmt.Sprintf("%s, a %s in %s", me.Name, kind, b),
					fmt.Sprintf("no scenario has a %s in which `%s` is %s", kind, me.Name, b))
			}
		}
	}
}

func (l *lister) conditions() {
	m := l.c.m
	for i := range m.Rules {
		r := &m.Rules[i]
		n := -1
		r.When.Walk(func(e *machine.Expr) {
			n++
			if e.Type == machine.TypeTruth || e.Op == machine.OpBand {
				l.sides(r, e, strconv.Itoa(n))
			}
		})
	}
	for i := range m.Gainshares {
		if !m.Gainshares[i].Scorecard {
			l.sums(&m.Gainshares[i])
		}
	}
	for i := range m.Measures {
		if me := &m.Measures[i]; me.IfZero != nil {
			l.item(Conditions, machine.Ref{Block: me.Name, Statement: "if zero"}, mark{byZero, me.Name, ""}, me.Name+", divided by zero",
				fmt.Sprintf("in no scenario would `%s` divide by zero", me.Name))
		}
	}
}

func (l *lister) sides(r *machine.Condition, e *machine.Expr, id string) {
	at := machine.Ref{Block: r.Name, Statement: "when"}
	words := e.Text
	if words == "" {
		words = r.Title
	}
	l.item(Conditions, at, mark{held, r.Name, id}, words+": true", fmt.Sprintf("in no scenario is this true for `%s`", r.Name))
	l.item(Conditions, at, mark{failed, r.Name, id}, words+": false", fmt.Sprintf("in no scenario is this false for `%s`", r.Name))
}

func (l *lister) sums(g *machine.Gainshare) {
	add := func(statement, side, why string) {
		l.item(Conditions, machine.Ref{Block: g.Name, Statement: statement}, mark{summed, g.Name, side}, g.Name+", "+side, why)
	}
	if g.Cost != nil {
		l.costs(g, add)
		return
	}
	add("gain", sideGain, fmt.Sprintf("in no scenario does `%s` score above zero", g.Name))
	add("pain", sidePain, fmt.Sprintf("in no scenario does `%s` score below zero", g.Name))
	add("score", sideNothing, fmt.Sprintf("in no scenario does `%s` score zero", g.Name))
	if g.GainCap != nil {
		add("gain cap", sideGain+sideCapped, "in no scenario does the gain cap bind")
		add("gain cap", sideGain+sideWithin, "in every scenario the gain cap binds")
	}
	if g.PainCap != nil {
		add("pain cap", sidePain+sideCapped, "in no scenario does the pain cap bind")
		add("pain cap", sidePain+sideWithin, "in every scenario the pain cap binds")
	}
}

// deadlines: a day that passes, and a thing that is done before it.
func (l *lister) deadlines() {
	for i := range l.c.m.Charts {
		c := &l.c.m.Charts[i]
		for j := range c.Moves {
			mv := &c.Moves[j]
			if mv.On != machine.OnDeadline || !canBegin(l.c.m, c) {
				continue
			}
			day := mv.Text
			if day == "" {
				day = mv.Says.String()
			}
			what := fmt.Sprintf("%s: %s", c.ID, day)
			l.item(Deadlines, mv.Says, mark{moved, c.ID, mv.ID}, what+", the day passes", l.neverPasses(c, mv))
			if l.canLeave(c, mv) {
				l.item(Deadlines, mv.Says, mark{leftFirst, c.ID, mv.ID}, what+", done before", l.neverLeft(c, mv))
			}
		}
	}
}

func (l *lister) neverPasses(c *machine.Chart, mv *machine.Move) string {
	if from := l.neverIn(c, mv); from != "" {
		return from
	}
	return fmt.Sprintf("no scenario lets this day pass while `%s` is %s", c.ID, or(mv.From))
}

func (l *lister) neverLeft(c *machine.Chart, mv *machine.Move) string {
	if from := l.neverIn(c, mv); from != "" {
		return from
	}
	return fmt.Sprintf("in no scenario does `%s` stop being %s before this day", c.ID, or(mv.From))
}

// neverIn says that no scenario brings a thing where a deadline runs.
func (l *lister) neverIn(c *machine.Chart, mv *machine.Move) string {
	for _, s := range mv.From {
		if s == c.States[0].Name || l.has(stood, c.ID, s) {
			return ""
		}
	}
	return fmt.Sprintf("no scenario brings `%s` to %s", c.ID, or(mv.From))
}

// canLeave reports whether anything but its own day can take a thing out of the
// states in which a deadline runs.
func (l *lister) canLeave(c *machine.Chart, d *machine.Move) bool {
	for i := range c.Moves {
		mv := &c.Moves[i]
		leaves := mv != d && mv.To != "" && !slices.Contains(d.From, mv.To)
		if leaves && slices.ContainsFunc(mv.From, func(s string) bool { return slices.Contains(d.From, s) }) && canHappen(l.c.m, c, mv) {
			return true
		}
	}
	return false
}

func (l *lister) outcomes() {
	for i := range l.c.m.Charts {
		c := &l.c.m.Charts[i]
		if c.Kind != machine.KindDecision || !canBegin(l.c.m, c) {
			continue
		}
		for _, s := range c.States {
			if s.End && l.canEnd(c, s.Name) {
				by := mark{stood, c.ID, s.Name}
				l.item(Outcomes, endsBy(c, s.Name), by, c.ID+": "+s.Name, l.neverEnds(c, s.Name))
			}
		}
		for j := range c.Moves {
			if mv := &c.Moves[j]; mv.On == machine.OnRejected {
				l.item(Outcomes, mv.Says, mark{moved, c.ID, mv.ID}, fmt.Sprintf("%s: not carried, otherwise %s", c.ID, mv.To), l.neverMade(c, mv))
			}
		}
	}
}

// opened reports whether a thing of this chart was opened by something that happened.
func (l *lister) opened(c *machine.Chart) bool { return l.has(stood, c.ID, c.States[0].Name) }

func (l *lister) neverEnds(c *machine.Chart, state string) string {
	if !l.opened(c) {
		return fmt.Sprintf("no scenario opens `%s`", c.ID)
	}
	return fmt.Sprintf("no scenario lets `%s` be %s", c.ID, state)
}

func (l *lister) neverMade(c *machine.Chart, mv *machine.Move) string {
	if !l.opened(c) {
		return fmt.Sprintf("no scenario opens `%s`", c.ID)
	}
	if from := l.neverIn(c, mv); from != "" {
		return from
	}
	return fmt.Sprintf("in no scenario does the vote on `%s` fail while it is %s", c.ID, or(mv.From))
}

// canEnd reports whether some move into an end state can happen.
func (l *lister) canEnd(c *machine.Chart, state string) bool {
	return slices.ContainsFunc(c.Moves, func(mv machine.Move) bool { return mv.To == state && canHappen(l.c.m, c, &mv) })
}

// endsBy is the statement by which a thing comes to an end state.
func endsBy(c *machine.Chart, state string) machine.Ref {
	at := slices.IndexFunc(c.Moves, func(mv machine.Move) bool { return mv.To == state })
	if at < 0 {
		return machine.Ref{Block: c.Block}
	}
	return c.Moves[at].Says
}

func or(words []string) string {
	out := ""
	for i, w := range words {
		switch {
		case i == 0:
			out = w
		case i == len(words)-1:
			out += " or " + w
		default:
			out += ", " + w
		}
	}
	return out
}

func quoted(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = "`" + n + "`"
	}
	return or(out)
}

// costs are the sides on which a shared cost can come out.
func (l *lister) costs(g *machine.Gainshare, add func(statement, side, why string)) {
	add("under", sideGain, fmt.Sprintf("in no scenario is anything shared of a saving under `%s`", g.Name))
	add("over", sidePain, fmt.Sprintf("in no scenario is anything shared of an overrun under `%s`", g.Name))
	add("target", sideNothing, fmt.Sprintf("in no scenario does `%s` share nothing", g.Name))
	if g.GainCap != nil {
		add("under cap", sideGain+sideCapped, "in no scenario does the cap on a saving bind")
		add("under cap", sideGain+sideWithin, "in every scenario the cap on a saving binds")
	}
	if g.PainCap != nil {
		add("over cap", sidePain+sideCapped, "in no scenario does the cap on an overrun bind")
		add("over cap", sidePain+sideWithin, "in every scenario the cap on an overrun binds")
	}
}
