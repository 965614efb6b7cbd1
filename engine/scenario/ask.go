package scenario

import (
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// ask checks one expectation. A finding says what was expected, what is so, and why.
func (p *player) ask(e Expect) {
	a := answered{m: p.m, s: p.s, today: p.today}
	a.ask(e.That)
	if a.is == "" {
		return
	}
	text := fmt.Sprintf("expected that %s; %s", e.Text, a.is)
	if a.because != "" {
		text += ", because " + a.because
	}
	p.fail(e.Line, "%s", text)
}

// answered is one expectation being looked at. When it is not met, is says what
// is so, and because what that follows from.
type answered struct {
	m       *machine.Machine
	s       engine.State
	today   []engine.Effect
	is      string
	because string
}

func (a *answered) ask(x Expectation) {
	switch x := x.(type) {
	case InBand:
		a.inBand(x)
	case HasValue:
		a.hasValue(x)
	case Scores:
		a.scores(x)
	case Stands:
		a.stands(x)
	case Owes:
		a.owes(x)
	case Bears:
		a.bears(x)
	case Told:
		a.told(x)
	case ComesTo:
		a.comesTo(x)
	case TakesEffect:
		a.takesEffect(x)
	default:
		panic(fmt.Sprintf("scenario: unknown expectation %T", x))
	}
}

func (a *answered) not(derived engine.Derivation, format string, args ...any) {
	a.is = fmt.Sprintf(format, args...)
	if derived.Says != "" {
		a.because = derived.Says + " (" + Cite(a.m, derived.At) + ")"
	}
}

func (a *answered) inBand(x InBand) {
	w, _ := engine.WorthOf(a.m, a.s, x.Measure, x.Period)
	switch {
	case x.Band == value.NoBand && w.Final == x.Not:
		a.not(w.Because, "it is %s", finality(w.Final))
	case x.Band != value.NoBand && (w.Final && w.Band == x.Band) == x.Not:
		if w.Final {
			a.not(w.Because, "it is %s", w.Band)
		} else {
			a.not(w.Because, "it is not final")
		}
	}
}

func finality(final bool) string {
	if final {
		return "final"
	}
	return "not final"
}

func (a *answered) hasValue(x HasValue) {
	w, _ := engine.WorthOf(a.m, a.s, x.Measure, x.Period)
	switch {
	case w.Value == nil:
		a.not(w.Because, "it has no figure")
	case !w.Value.Equal(x.Value):
		a.not(w.Because, "it is %s", decimal(a.m, x.Measure, *w.Value))
	}
}

func (a *answered) scores(x Scores) {
	t := a.s.Find(engine.Key{Chart: x.Gainshare, Of: x.Period.String()})
	switch {
	case t == nil || t.Settlement == nil:
		a.is = "it has no score yet: " + a.waiting(x.Gainshare, x.Period)
	case !t.Settlement.Score.Equal(x.Score):
		a.not(t.Settlement.Because, "it scores %s", t.Settlement.Score)
	}
}

// waiting names the measures of a gainshare that are not final for a period.
func (a *answered) waiting(gainshare string, p value.Period) string {
	var open []string
	for i := range a.m.Measures {
		me := &a.m.Measures[i]
		if w, _ := engine.WorthOf(a.m, a.s, me.Name, p); !w.Final && weighs(a.m, me, gainshare) {
			open = append(open, me.Name)
		}
	}
	if len(open) == 0 {
		return "nothing has been calculated"
	}
	return join(open) + " " + is(open) + " not final"
}

func weighs(m *machine.Machine, me *machine.Measure, gainshare string) bool {
	at := slices.IndexFunc(m.Outcomes, func(o machine.Outcome) bool { return o.Name == me.Outcome })
	return at >= 0 && m.Outcomes[at].Of == gainshare
}

func (a *answered) told(x Told) {
	found := slices.ContainsFunc(a.today, func(ef engine.Effect) bool {
		n, ok := ef.(engine.Notified)
		return ok && n.Remind == x.Remind && x.concerns(n.About) && slices.Contains(n.Who, x.Who)
	})
	switch {
	case !found && !x.Not:
		a.is = "nobody of that name is on this day"
		if others := a.otherTold(x); others != "" {
			a.is += " (" + others + ")"
		}
	case found && x.Not:
		a.is = x.Who + " is"
	}
}

// concerns reports whether a thing is the one that is meant; where only its name
// is said, any of that name is.
func (x Told) concerns(k engine.Key) bool {
	return k == x.About || x.About.Of == "" && k.Chart == x.About.Chart
}

func (a *answered) otherTold(x Told) string {
	for _, ef := range a.today {
		if n, ok := ef.(engine.Notified); ok && x.concerns(n.About) {
			return Caused(a.m, n)
		}
	}
	return ""
}

func (a *answered) takesEffect(x TakesEffect) {
	t := a.find(x.Notice, x.Of)
	if t == nil {
		a.is = "no such notice has been served"
		return
	}
	if on := t.Day(machine.AnchorEffect); on != x.On {
		a.is = "it has not been given"
		if on.IsSet() {
			why, _ := explain.Thing(a.m, a.s, t.Key)
			a.not(why, "it takes effect %s", on)
		}
	}
}
