package known

import (
	"iter"
	"slices"

	"concordat/engine/machine"
	"concordat/engine/record"
)

// Draft is a view of a state while one step writes it. What it changes it
// copies first: the state that it was drafted from, and every earlier one, stay
// as they were. Only package engine writes.
type Draft struct {
	View

	changed                  []*record.Thing // as they are now; the first few in room
	room                     [2]*record.Thing
	thingsOwned, timersOwned bool
}

// Revise drafts what follows a state.
func Revise(m *machine.Machine, s State) Draft { return Draft{View: View{M: m, State: s}} }

// Compose drafts a state of which all things are given, sorted by key, and no
// deadline runs yet.
func Compose(m *machine.Machine, s State, things []*record.Thing, ends []record.Key) Draft {
	s.things, s.timers, s.endsWith = slices.Clone(things), nil, ends
	s.head, _ = s.place(record.Key{Chart: AgreementChart})
	return Draft{View: View{M: m, State: s}, thingsOwned: true, timersOwned: true}
}

// Add puts a new thing in its place.
func (d *Draft) Add(t *record.Thing) {
	at, _ := d.place(t.Key)
	d.ownThings()
	d.things = slices.Insert(d.things, at, t)
	if t.Key.Chart == AgreementChart || at <= d.head {
		d.head, _ = d.place(record.Key{Chart: AgreementChart})
	}
	d.touch(t)
}

// Edit is a thing to change in this step: a copy, so that earlier states keep theirs.
func (d *Draft) Edit(key record.Key) *record.Thing {
	at, ok := d.place(key)
	if !ok {
		panic("engine: nothing is called " + key.String())
	}
	if slices.Contains(d.changed, d.things[at]) {
		return d.things[at]
	}
	d.ownThings()
	t := *d.things[at]
	d.things[at] = &t
	d.touch(&t)
	return &t
}

// Touch notes that a thing is not what it was before the step.
func (d *Draft) Touch(key record.Key) {
	if t := d.Find(key); !slices.Contains(d.changed, t) {
		d.touch(t)
	}
}

// touch notes a thing that the step has made or copied.
func (d *Draft) touch(t *record.Thing) {
	if d.changed == nil {
		d.changed = d.room[:0]
	}
	d.changed = append(d.changed, t)
}

// Changed are the things that the step has changed, sorted by key.
func (d *Draft) Changed() []*record.Thing {
	slices.SortFunc(d.changed, func(t, u *record.Thing) int { return t.Key.Compare(u.Key) })
	return d.changed
}

// SetTimer lets a deadline run.
func (d *Draft) SetTimer(t Timer) {
	at, _ := slices.BinarySearchFunc(d.timers, &t, (*Timer).compare)
	d.ownTimers()
	d.timers = slices.Insert(d.timers, at, &t)
}

// Timers yields every deadline that runs, in order.
func (d *Draft) Timers() iter.Seq[Timer] {
	return func(yield func(Timer) bool) {
		for _, t := range d.timers {
			if !yield(*t) {
				return
			}
		}
	}
}

// Postpone lets a deadline fall at another moment.
func (d *Draft) Postpone(t Timer, at Moment) {
	d.ownTimers()
	d.timers = slices.DeleteFunc(d.timers, func(x *Timer) bool { return x.Key == t.Key && x.Chart == t.Chart && x.Move == t.Move })
	t.At = at
	d.SetTimer(t)
}

// Schedule lets these deadlines of a thing run, and no other: of a list that is not
// ours yet the new one is written in one pass, because every step comes through here.
func (d *Draft) Schedule(k record.Key, set []Timer) {
	others := func(t *Timer) bool { return t.Key != k }
	if len(set) == 0 && !slices.ContainsFunc(d.timers, func(t *Timer) bool { return !others(t) }) {
		return
	}
	if d.timersOwned {
		d.timers = slices.DeleteFunc(d.timers, func(t *Timer) bool { return !others(t) })
		for _, t := range set {
			d.SetTimer(t)
		}
		return
	}
	slices.SortFunc(set, func(t, u Timer) int { return t.compare(&u) })
	merged := make([]*Timer, 0, len(d.timers)+len(set)+2)
	for _, t := range d.timers {
		for len(set) > 0 && set[0].compare(t) < 0 {
			first := set[0]
			merged, set = append(merged, &first), set[1:]
		}
		if others(t) {
			merged = append(merged, t)
		}
	}
	for _, t := range set {
		merged = append(merged, &t)
	}
	d.timers, d.timersOwned = merged, true
}

// Due takes the first deadline off that falls due by a moment; false if none does.
func (d *Draft) Due(by Moment) (Timer, bool) {
	if len(d.timers) == 0 || d.timers[0].At > by {
		return Timer{}, false
	}
	first := *d.timers[0]
	d.ownTimers()
	d.timers = slices.Delete(d.timers, 0, 1)
	return first, true
}

// EndWith lets the agreement end on the day on which a notice takes effect.
func (d *Draft) EndWith(notice record.Key) {
	d.endsWith = append(slices.Clip(d.endsWith), notice)
}

// NotEndWith takes back what EndWith said.
func (d *Draft) NotEndWith(notice record.Key) {
	d.endsWith = slices.DeleteFunc(slices.Clone(d.endsWith), func(k record.Key) bool { return k == notice })
}

func (d *Draft) ownThings() {
	if !d.thingsOwned {
		d.things = slices.Clone(d.things)
		d.thingsOwned = true
	}
}

// ownTimers makes the list ours to change: the state that Step was given keeps its
// own. There is room for the few that a step adds.
func (d *Draft) ownTimers() {
	if !d.timersOwned {
		d.timers = append(make([]*Timer, 0, len(d.timers)+4), d.timers...)
		d.timersOwned = true
	}
}
