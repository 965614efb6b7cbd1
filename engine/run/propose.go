package run

import (
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
	"concordat/store"
)

// NewText is what an agreement would run by: its words, the path they were read
// from, the machine compiled from them, and what goes by another name in it.
type NewText struct {
	Path    string
	Words   []byte
	Machine *machine.Machine
	Renamed []engine.Rename
	Stays   bool // what is over when it is adopted keeps what it was paid
}

// Propose puts a new text to the decision that varies an agreement. The words
// and the machine are kept. It takes effect, without a further act, at the event
// by which the votes adopt it.
func (r *Shell) Propose(name string, what engine.Act, text NewText, reasons []engine.Reason, key string) (Outcome, error) {
	a, err := r.load(name)
	if err != nil {
		return Outcome{}, err
	}
	encoded, err := text.Machine.Encode()
	if err != nil {
		return Outcome{}, err
	}
	t := engine.Text{Path: text.Path, Fingerprint: text.Machine.Fingerprint(), Words: store.Digest(text.Words), Machine: store.Digest(encoded),
		Against: a.Fingerprint, Renamed: text.Renamed, Stays: text.Stays}
	ev := engine.Proposed{Act: what, Decision: a.Machine.Varied, About: "text " + t.Fingerprint[:12], Reasons: reasons, Text: &t}
	return r.Do(name, ev, key, text.Words, encoded)
}

// Ahead is the state that an agreement comes to by the morning of a day, if
// nothing but days happen: nothing is recorded.
func Ahead(a Agreement, day value.Date) (engine.State, error) {
	s := a.State
	for due := s.Wake(); due.IsSet() && due < day; due = s.Wake() {
		next, _, err := engine.Step(a.Machine, s, engine.DayReached{Act: engine.Act{On: due}})
		if err != nil {
			return s, err
		}
		s = next
	}
	return s, nil
}
