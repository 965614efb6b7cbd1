package scenario

import (
	"errors"
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Result is how a scenario went.
type Result struct {
	Scenario   Scenario
	Failures   []Failure
	Transcript []Entry
	Final      engine.State // after the last line
	reached    reached
}

// OK reports whether everything was as expected.
func (r *Result) OK() bool { return len(r.Failures) == 0 }

// Failure is a line that did not go as it says: one sentence of what was
// expected, what is so, and why. Line counts from 1 in the scenario's file.
type Failure struct {
	Line    int
	Text    string
	Refused bool // an act was refused: the story ends here
}

// Entry is one moment of the transcript: what was done, or that a day ended,
// and what that caused.
type Entry struct {
	On      value.Date
	Line    int    // of the scenario; 0 for a day that ended by itself
	Said    string // empty for the end of a day
	Refused *engine.Refusal
	Caused  []engine.Effect
}

// Play plays a scenario from the day before the term: every party signs then,
// unless the scenario has its own signatures. Before an act, every day on which
// something fell due has ended; an expectation is asked when its own day has.
// The player stops at an act that is refused against the scenario's will, since
// what follows would be another story.
func Play(m *machine.Machine, sc Scenario) Result {
	p := &player{m: m, s: engine.New(m), result: Result{Scenario: sc, reached: reached{}}}
	p.signAll(sc)
	for _, day := range days(sc.Lines) {
		if !p.playDay(day) {
			break
		}
	}
	p.result.Final = p.s
	return p.result
}

type player struct {
	m      *machine.Machine
	s      engine.State
	result Result
	today  []engine.Effect // caused on the day that is being played
	day    value.Date
}

// days groups the lines by their day, in order. What is given comes first, on
// no day of its own.
func days(lines []Line) [][]Line {
	var given []Line
	var out [][]Line
	last := value.NoDate
	for _, l := range lines {
		switch on := dayOf(l); {
		case !on.IsSet():
			given = append(given, l)
		case len(out) > 0 && on == last:
			out[len(out)-1] = append(out[len(out)-1], l)
		default:
			out, last = append(out, []Line{l}), on
		}
	}
	if len(given) > 0 {
		out = slices.Insert(out, firstUnsigned(out), given)
	}
	return out
}

// firstUnsigned is the place of the first day on which more is done than signing.
func firstUnsigned(days [][]Line) int {
	at := slices.IndexFunc(days, func(day []Line) bool { return !slices.ContainsFunc(day, signs) })
	if at < 0 {
		return len(days)
	}
	return at
}

func dayOf(l Line) value.Date {
	switch l := l.(type) {
	case Given:
		return value.NoDate
	case Act:
		return l.On
	case Expect:
		return l.On
	case Refuse:
		return l.On
	default:
		panic(fmt.Sprintf("scenario: unknown line %T", l))
	}
}

func signs(l Line) bool {
	a, ok := l.(Act)
	if !ok {
		return false
	}
	return slices.ContainsFunc(a.Events, func(ev engine.Event) bool { _, ok := ev.(engine.Signed); return ok })
}

func (p *player) signAll(sc Scenario) {
	if slices.ContainsFunc(sc.Lines, signs) {
		return
	}
	on := p.m.First.AddDays(-1)
	for _, party := range p.m.Parties {
		ev := engine.Signed{Act: engine.Act{On: on, By: party.Name}, Fingerprint: p.m.Fingerprint()}
		for _, o := range p.m.OfficersFor(party.Name, machine.ActSign) {
			if o.Holds(on) {
				ev.As = o.Name
				break
			}
		}
		if err := p.step(ev, 0); err != nil {
			p.fail(sc.Line, "%s cannot sign: %s", party.Name, err)
		}
	}
}

// playDay does what is done on a day, lets the day end, and asks what must then be so.
func (p *player) playDay(lines []Line) bool {
	if on := dayOf(lines[0]); on.IsSet() {
		p.reach(on)
	}
	for _, l := range lines {
		switch l := l.(type) {
		case Given:
			p.given(l)
		case Act:
			if !p.act(l) {
				return false
			}
		case Refuse:
			p.refuse(l)
		}
	}
	asked := slices.DeleteFunc(slices.Clone(lines), func(l Line) bool { _, ok := l.(Expect); return !ok })
	if len(asked) > 0 {
		p.runTo(dayOf(asked[0]))
	}
	for _, l := range asked {
		p.ask(l.(Expect))
	}
	return true
}

// reach runs every deadline before a day and starts the day.
func (p *player) reach(on value.Date) {
	p.runTo(on.AddDays(-1))
	p.day, p.today = on, nil
}

// runTo ends every day up to this one on which something falls due, in order.
func (p *player) runTo(on value.Date) {
	for due := p.s.Wake(); due.IsSet() && due <= on; due = p.s.Wake() {
		if err := p.step(engine.DayReached{Act: engine.Act{On: due}}, 0); err != nil {
			panic("scenario: " + err.Error()) // the day came from Wake
		}
	}
}

func (p *player) given(g Given) {
	g.Event.On = p.m.First
	if p.s.Today.IsSet() && p.s.Today > g.Event.On {
		g.Event.On = p.s.Today
	}
	p.runTo(g.Event.On.AddDays(-1))
	if err := p.step(g.Event, g.Line); err != nil {
		p.fail(g.Line, "%s cannot be given: %s", g.Text, err)
	}
}

func (p *player) act(a Act) bool {
	for _, ev := range a.Events {
		var refused *engine.Refusal
		err := p.step(ev, a.Line)
		switch {
		case errors.As(err, &refused):
			p.fail(a.Line, "%s is refused: %s", Said(p.m, ev), refusalWords(p.m, refused))
			p.result.Failures[len(p.result.Failures)-1].Refused = true
			return false
		case err != nil:
			panic("scenario: " + err.Error()) // days before this one have ended
		}
	}
	return true
}

func (p *player) refuse(r Refuse) {
	before := p.s
	_, _, err := engine.Step(p.m, before, r.Event)
	said := Said(p.m, r.Event)
	var refused *engine.Refusal
	switch {
	case err == nil:
		p.fail(r.Line, "%s should be refused%s; it is not", said, orElse(r.Because.String(), "", " because of %s"))
	case !errors.As(err, &refused):
		panic("scenario: " + err.Error())
	case r.Because != machine.Ref{} && r.Because != refused.Because:
		p.fail(r.Line, "%s should be refused because of %s; it is refused because of %s: %s", said, r.Because, refused.Because, refused.Text)
	}
	p.result.Transcript = append(p.result.Transcript, Entry{On: r.On, Line: r.Line, Said: said, Refused: refused})
}

// step makes one event happen and writes it down.
func (p *player) step(ev engine.Event, line int) error {
	before := p.s
	after, effects, err := engine.Step(p.m, before, ev)
	if err != nil {
		return err
	}
	p.s = after
	if on := ev.What().On; on != p.day {
		p.day, p.today = on, nil
	}
	p.today = append(p.today, effects...)
	p.result.reached.note(p.m, before, after, effects)
	e := Entry{On: ev.What().On, Line: line, Caused: effects}
	if _, ok := ev.(engine.DayReached); !ok {
		e.Said = Said(p.m, ev)
	}
	p.result.Transcript = append(p.result.Transcript, e)
	return nil
}

func (p *player) fail(line int, format string, args ...any) {
	p.result.Failures = append(p.result.Failures, Failure{Line: line, Text: fmt.Sprintf(format, args...)})
}

func refusalWords(m *machine.Machine, r *engine.Refusal) string {
	return fmt.Sprintf("%s (%s)", r.Text, Cite(m, r.Because))
}

func orElse(s, none, format string) string {
	if s == "" {
		return none
	}
	return fmt.Sprintf(format, s)
}
