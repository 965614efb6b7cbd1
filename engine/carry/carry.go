// Package carry takes a running agreement over to another text. Over is pure: an
// old machine, a new one and a state give the state in which the agreement goes
// on, and what becomes of every thing: it is kept, its day moves, it falls away
// before anything has come of it, or it has nowhere to go. Things are matched by
// chart under the names that they have now; they keep their days and facts, and
// every deadline is counted anew from those. What is paid, final or decided stays as
// it is. A change under which anything has nowhere to go must not take effect.
package carry

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
)

// Fate is what becomes of a thing.
type Fate string

const (
	Kept    Fate = "kept"    // as it is, on the day on which it was
	Moves   Fate = "moves"   // its next day is another
	Falls   Fate = "falls"   // the new text does not ask for it, and nothing has come of it
	Opens   Fate = "opens"   // only the new text asks for it
	Past    Fate = "past"    // the new text has another sum for it, and it is over: it stays as it was
	Nowhere Fate = "nowhere" // it is under way, and the new text has no place for it
)

// Passage is one thing on its way to the new text. Was and Day are the next day
// on which something falls due for it, before and after; NoDate where nothing does.
type Passage struct {
	Key   engine.Key // its name so far; of what opens, its new name
	Now   engine.Key // its name in the new text
	Kind  machine.Kind
	State string
	Fate  Fate
	Was   value.Date
	Day   value.Date
	Why   string // a sentence; empty for what is merely kept or new
	Sum   *Sum   // of an instalment whose sum is worked out anew
}

// Sum is what an instalment comes to before and after, in pence.
type Sum struct{ Was, Now value.Money }

// Outcome is an agreement as it goes on.
type Outcome struct {
	Machine *machine.Machine // the new one, which knows what held before
	State   engine.State
	Effects []engine.Effect
	Things  []Passage // of everything that is not over, by key; what opens stands last
}

// Nowhere are the things that stand in the way.
func (o *Outcome) Nowhere() []Passage { return o.with(Nowhere) }

// Past are the things that are over, and that the new text has another sum for.
func (o *Outcome) Past() []Passage { return o.with(Past) }

func (o *Outcome) with(f Fate) []Passage {
	return slices.DeleteFunc(slices.Clone(o.Things), func(p Passage) bool { return p.Fate != f })
}

// Same reports whether nothing that is open is treated otherwise.
func (o *Outcome) Same() bool {
	return !slices.ContainsFunc(o.Things, func(p Passage) bool { return p.Fate != Kept })
}

type carrier struct {
	old, new *machine.Machine
	was      engine.State
	names    map[string]string
	on       value.Date
	to       engine.Onward
	gone     map[engine.Key]bool          // old keys of what does not go on
	before   map[engine.Key]*engine.Thing // by the new key, what there was
	things   []Passage
}

// Over carries a state over to another machine on a day, under the names that
// blocks have there.
func Over(old, new *machine.Machine, s engine.State, renamed []engine.Rename, on value.Date) Outcome {
	if len(renamed) == 0 {
		new = new.After(old, on) // under other names the old text could not read what is on record
	}
	c := &carrier{old: old, new: new, was: s, names: map[string]string{}, on: on, gone: map[engine.Key]bool{}, before: map[engine.Key]*engine.Thing{}}
	for _, r := range renamed {
		c.names[r.Was] = r.Now
	}
	c.to.On = on
	for _, k := range s.EndsWith() {
		c.to.Ends = append(c.to.Ends, c.key(k))
	}
	for t := range s.All() {
		c.before[c.key(t.Key)] = t
		c.place(t)
	}
	c.orphans()
	slices.SortFunc(c.to.Things, func(a, b *engine.Thing) int { return a.Key.Compare(b.Key) })
	c.tell()
	state, effects := engine.Carried(new, s, c.to)
	c.days(state)
	c.passed(state)
	c.people()
	c.waiting(state)
	return Outcome{Machine: new, State: state, Effects: effects, Things: c.things}
}

// says is the statement under which a text is changed.
func says(m *machine.Machine) machine.Ref {
	return machine.Ref{Block: cmp.Or(m.Varied, "agreement"), Statement: "then"}
}

// tell says to every party that the agreement goes on under another text, and
// puts on record what falls away.
func (c *carrier) tell() {
	for _, p := range c.things {
		if p.Fate == Falls {
			c.to.Told = append(c.to.Told, engine.Moved{Key: p.Key, Move: "varied", From: p.State, To: "fallen away", On: c.on, Says: says(c.old)})
		}
	}
	c.to.Told = append(c.to.Told, told(c.old, c.on))
}

func told(m *machine.Machine, on value.Date) engine.Notified {
	var who []string
	for _, p := range m.Parties {
		who = append(who, p.Name)
	}
	return engine.Notified{Who: who, About: engine.Key{Chart: string(machine.KindAgreement)}, On: on, Says: says(m)}
}

// place finds where a thing goes.
func (c *carrier) place(t *engine.Thing) {
	chart := c.old.ChartOf(t.Key.Chart)
	p := Passage{Key: t.Key, Now: c.key(t.Key), Kind: chart.Kind, State: t.State, Fate: Kept, Was: value.NoDate, Day: value.NoDate}
	over := rests(chart, t)
	why, lost := c.nowhere(t, chart, p.Now)
	switch {
	case lost && over:
		c.gone[t.Key] = true // it stays on record, and in every view as at an earlier day
		return
	case lost && untouched(c.old, chart, t, c.on):
		c.gone[t.Key] = true
		p.Fate, p.Why = Falls, why
	case lost:
		c.gone[t.Key] = true
		p.Fate, p.Why = Nowhere, why
	default:
		n := c.carried(t, p.Now)
		if p.Why = c.misfit(t, n); p.Why == "" {
			p.Sum, p.Why = c.instalment(t, n)
			c.to.Things = append(c.to.Things, n)
		}
		if p.Why != "" {
			p.Fate = Nowhere
		} else if chart.State(t.State).End {
			return
		}
	}
	c.things = append(c.things, p)
}

// carried is a thing under its new name, with the deadlines that have passed
// under their new places; the thing itself, where nothing about it is other.
func (c *carrier) carried(t *engine.Thing, key engine.Key) *engine.Thing {
	n := *t
	if done := moved(c.old.ChartOf(t.Key.Chart), c.new.ChartOf(key.Chart), t.Done, c.names); !slices.Equal(done, t.Done) {
		n.Done = done
	}
	if len(c.names) > 0 {
		n = c.renamed(n)
	}
	if reflect.DeepEqual(n, *t) {
		return t
	}
	return &n
}

// orphans lets go of what is over and was about something that does not go on;
// what is still open about it has nowhere to go.
func (c *carrier) orphans() {
	for again := true; again; {
		again = false
		for i, n := range c.to.Things {
			t := c.before[n.Key]
			if !c.gone[t.Opener] || c.gone[t.Key] {
				continue
			}
			again = true
			c.gone[t.Key] = true
			at := slices.IndexFunc(c.things, func(p Passage) bool { return p.Key == t.Key })
			if at >= 0 && c.things[at].Fate != Nowhere {
				c.things[at].Fate, c.things[at].Why = Nowhere, "it is about "+t.Opener.String()+", which does not go on"
			}
			c.to.Things = slices.Delete(c.to.Things, i, i+1)
			break
		}
	}
}

// days compares the next day of everything, and finds what is new.
func (c *carrier) days(after engine.State) {
	for i := range c.things {
		p := &c.things[i]
		was, before := c.was.Next(c.old, p.Key)
		p.Was = was
		if p.Fate != Kept {
			continue
		}
		day, now := after.Next(c.new, p.Now)
		p.Day = day
		switch {
		case before != nil && now == nil:
			p.Fate, p.Why = c.lost(p, before, after)
		case day != was:
			p.Fate, p.Why = Moves, c.reason(now, day)
		case c.reckons(p):
			p.Why = c.reckonedBy(p)
		}
	}
	for t := range after.All() {
		if c.before[t.Key] != nil {
			continue
		}
		day, _ := after.Next(c.new, t.Key)
		p := Passage{Key: t.Key, Now: t.Key, Kind: c.new.ChartOf(t.Key.Chart).Kind, State: t.State, Fate: Opens, Was: value.NoDate, Day: day}
		if first := c.new.FirstDay(t.Period); p.Kind == machine.KindPayment && !t.Period.IsZero() && first < c.on {
			p.Why = fmt.Sprintf("it is the whole sum of a period that began on %s", first)
		}
		c.things = append(c.things, p)
	}
}

// reckons reports whether the new text would work out otherwise a settlement
// whose period is over.
func (c *carrier) reckons(p *Passage) bool {
	t := c.was.Find(p.Key)
	if t.Period.IsZero() || c.old.LastDay(t.Period) >= c.on {
		return false
	}
	old, now := c.old.Gainshare(p.Key.Chart), c.new.Gainshare(p.Now.Chart)
	if old == nil || now == nil {
		return !reflect.DeepEqual(c.old.Fund(p.Key.Chart), c.new.Fund(p.Now.Chart))
	}
	return !reflect.DeepEqual(old, now) || slices.ContainsFunc(c.reads(p), func(me string) bool {
		return !reflect.DeepEqual(c.old.Measure(me), c.new.Measure(cmpName(c.names, me)))
	})
}

// reads are the measures that a settlement reads by the old text.
func (c *carrier) reads(p *Passage) []string {
	for _, g := range c.old.Settlements() {
		if g.Name == p.Key.Chart {
			return g.Reads
		}
	}
	return nil
}

// reckonedBy says by which text a settlement is worked out whose period is over:
// by the one that held at its end, where all that it reads goes on.
func (c *carrier) reckonedBy(p *Passage) string {
	by := "by the text that held at its end"
	if c.new.Earlier() == nil {
		by = "by the new text, in which names are other"
	} else if at := slices.IndexFunc(c.reads(p), func(me string) bool { return c.new.Measure(me) == nil }); at >= 0 {
		by = "by the new text, which has no " + c.reads(p)[at]
	}
	if c.was.Find(p.Key).Settlement == nil {
		return "its period is over: it is worked out " + by
	}
	return "its period is over: should a figure of it be restated, it is worked out anew " + by
}

// lost says what becomes of a clock that no longer runs.
func (c *carrier) lost(p *Passage, before *machine.Move, after engine.State) (Fate, string) {
	t := after.Find(p.Now)
	chart := c.new.ChartOf(p.Now.Chart)
	for i := range chart.Moves {
		mv := &chart.Moves[i]
		if mv.On == machine.OnDeadline && slices.Contains(mv.From, t.State) && !slices.Contains(t.Done, i) {
			return Nowhere, "the day after which the new text moves it on (" + mv.Text + ") cannot be counted: what it is counted from is not on record"
		}
	}
	if chart.State(t.State).End || chart.State(t.State).Waits != nil {
		return Moves, "nothing falls due for it any more: the new text no longer says " + before.Text
	}
	return Nowhere, "nothing in the new text would ever move it on: it no longer says " + before.Text
}

func (c *carrier) reason(mv *machine.Move, day value.Date) string {
	why := mv.Text
	open := c.on
	if c.was.Closed.IsSet() {
		open = max(open, c.was.Closed.AddDays(1))
	}
	if day <= open && why != "" {
		why += "; that day has passed, so it falls at the end of the first open day"
	}
	return why
}
