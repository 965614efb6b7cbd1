package diff

import (
	"errors"
	"slices"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// Replay plays what was really done under the older text on both revisions, as
// a story of its own before all others.
func (p *Pounds) Replay(title string, old, new *Revision, events []engine.Event) {
	p.Played++
	after, stop, why := relive(new.Machine, events)
	before, _, _ := relive(old.Machine, events[:stop])
	s := Story{Title: title, Rows: rows(old.Machine, new.Machine, before, after), Untold: why}
	if len(s.Rows) > 0 || s.Untold != "" {
		p.Stories = slices.Insert(p.Stories, 0, s)
	}
}

// relive makes recorded events happen under a text, up to the first act that it
// refuses: how many were made, and the refusal in words. A day that is reached
// stands for the deadlines of this text, which may fall on other days.
func relive(m *machine.Machine, events []engine.Event) (s engine.State, made int, refused string) {
	s = engine.New(m)
	for i, ev := range events {
		if day, ok := ev.(engine.DayReached); ok {
			s = reach(m, s, day.On)
			continue
		}
		if _, ok := ev.(engine.Varied); ok {
			continue // what is asked is how it would have gone under one text
		}
		s = reach(m, s, ev.What().On.AddDays(-1))
		if signed, ok := ev.(engine.Signed); ok {
			signed.Fingerprint = m.Fingerprint()
			ev = signed
		}
		next, _, err := engine.Step(m, s, ev)
		var no *engine.Refusal
		if errors.As(err, &no) {
			return s, i, scenario.Said(m, ev) + " is refused: " + no.Text
		}
		if err != nil {
			panic("diff: " + err.Error()) // days before this act have ended
		}
		s = next
	}
	return s, len(events), ""
}

// reach ends every day up to this one on which something falls due.
func reach(m *machine.Machine, s engine.State, day value.Date) engine.State {
	for due := s.Wake(); due.IsSet() && due <= day; due = s.Wake() {
		next, _, err := engine.Step(m, s, engine.DayReached{Act: engine.Act{On: due}})
		if err != nil {
			panic("diff: " + err.Error()) // the day came from Wake
		}
		s = next
	}
	return s
}
