package run

import (
	"errors"
	"fmt"
	"time"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/value"
	"concordat/store"
)

// Outcome is what was recorded, and what it caused.
type Outcome struct {
	Agreement string
	Seq       uint64  // the number of the act's event
	Already   bool    // the act was recorded before, under the same key; nothing else is set
	Entries   []Entry // the days that fell due before the act, then the act; a change of the text that they adopt stands behind each
}

// Caused is what the act itself caused; nil if it only stands recorded already.
func (o Outcome) Caused() []engine.Effect {
	for _, e := range o.Entries {
		if e.Seq == o.Seq {
			return e.Effects
		}
	}
	return nil
}

// State is the agreement after the act.
func (o Outcome) State() engine.State { return o.Entries[len(o.Entries)-1].State }

// writing is one act under way: what is to be appended.
type writing struct {
	a       *Agreement
	at      time.Time
	state   engine.State
	seq     uint64
	entries []Entry
	bodies  [][]byte
	files   map[string][]byte
	shell   *Shell
}

func (r *Shell) write(a *Agreement) *writing {
	return &writing{a: a, at: r.now().Round(0), state: a.State, seq: a.Seq, files: map[string][]byte{}, shell: r}
}

func (w *writing) keep(bytes []byte) string {
	digest := store.Digest(bytes)
	w.files[digest] = bytes
	return digest
}

// step makes an event happen and readies its record; where that adopts another
// text, the agreement goes on under it at once.
func (w *writing) step(ev engine.Event, key string) error {
	next, effects, err := engine.Step(w.a.Machine, w.state, ev)
	if err != nil {
		return err
	}
	if err := w.put(ev, key, next, effects); err != nil {
		return err
	}
	return w.vary(effects, ev)
}

// put readies the record of an event that has happened.
func (w *writing) put(ev engine.Event, key string, next engine.State, effects []engine.Effect) error {
	text, err := EncodeEvent(ev)
	if err != nil {
		return err
	}
	signed, err := w.signEvent(ev.What().By, KindOf(ev), text)
	if err != nil {
		return err
	}
	w.state = next
	w.seq++
	w.entries = append(w.entries, Entry{Seq: w.seq, Recorded: w.at, Key: key, Event: ev, Signature: signed, Effects: effects, State: next, Machine: w.a.Machine, Path: w.a.Path, text: w.a.text})
	w.bodies = append(w.bodies, body{Version: bodyVersion, Recorded: w.at, Key: key, Event: text, Signature: signed, Digest: hexDigest(next)}.encode())
	return nil
}

// runBefore runs what falls due on the days before one, a day at a time.
func (w *writing) runBefore(day value.Date) error {
	for due := w.state.Wake(); due.IsSet() && due < day; due = w.state.Wake() {
		if err := w.reach(due); err != nil {
			return err
		}
	}
	return nil
}

func (w *writing) reach(due value.Date) error {
	if err := w.step(engine.DayReached{Act: engine.Act{On: due}}, ""); err != nil {
		return err
	}
	if next := w.state.Wake(); next.IsSet() && next <= due {
		return fmt.Errorf("something in %s falls due on %s again and again", w.a.Name, due)
	}
	return nil
}

// save appends everything or nothing, and only then lets it count.
func (r *Shell) save(w *writing, key string) (Outcome, error) {
	_, err := r.log.Append(w.add(key))
	return r.saved(w, key, err)
}

// acted is the place of the act's entry: the last that is no change of the text.
func (w *writing) acted() int {
	at := len(w.entries) - 1
	if _, ok := w.entries[at].Event.(engine.Varied); ok {
		at--
	}
	return at
}

// add is what is to be appended.
func (w *writing) add(key string) store.Append {
	add := store.Append{Stream: w.a.Name, Expect: w.a.Seq, Bodies: w.bodies, Key: key, Blobs: w.files, State: w.keepState()}
	if due := w.state.Wake(); due.IsSet() {
		day := int32(due)
		add.Due = &day
	}
	return add
}

// saved makes of what became of an append the outcome of the act.
func (r *Shell) saved(w *writing, key string, err error) (Outcome, error) {
	if err != nil {
		delete(r.loaded, w.a.Name)
		if already := (*store.RecordedError)(nil); errors.As(err, &already) {
			seq, _, err := r.recorded(w.a.Name, key)
			return Outcome{Agreement: w.a.Name, Seq: seq, Already: true}, err
		}
		return Outcome{}, err
	}
	next := *w.a
	next.State, next.Seq = w.state, w.seq
	r.hold(&next)
	return Outcome{Agreement: next.Name, Seq: w.entries[w.acted()].Seq, Entries: w.entries}, nil
}

// Do records an act of a running agreement, with files that are kept by their
// hash, and returns what it caused. What falls due before the day of the act
// is run first, in the same append: an act that is refused (with an
// *engine.Refusal) leaves no trace. An act whose key is known changes nothing.
// When somebody else records something at the same moment, the act is looked at
// once more as things stand then.
func (r *Shell) Do(name string, ev engine.Event, key string, files ...[]byte) (out Outcome, err error) {
	for range looks {
		if out, err = r.do(name, ev, key, files); !errors.Is(err, store.ErrConflict) {
			break
		}
	}
	return out, err
}

// looks is how often an act is tried when others are always quicker.
const looks = 10

func (r *Shell) do(name string, ev engine.Event, key string, files [][]byte) (Outcome, error) {
	if seq, ok, err := r.recorded(name, key); ok || err != nil {
		return Outcome{Agreement: name, Seq: seq, Already: ok}, err
	}
	a, err := r.load(name)
	if err != nil {
		return Outcome{}, err
	}
	w := r.write(a)
	for _, bytes := range files {
		w.keep(bytes)
	}
	return r.act(w, ev, key)
}

func (r *Shell) act(w *writing, ev engine.Event, key string) (Outcome, error) {
	on := ev.What().On
	if on > r.Today() {
		return Outcome{}, &AheadError{On: on, Today: r.Today()}
	}
	if err := w.runBefore(on); err != nil {
		return Outcome{}, err
	}
	if err := w.step(ev, key); err != nil {
		return Outcome{}, err
	}
	return r.save(w, key)
}

// Sign records that a party, or an officer for it, signs a text: its words, the path they were read
// from, and the machine compiled from them. The first signature lays the text
// before the parties; a later one must be on a text with the same fingerprint.
func (r *Shell) Sign(path string, words []byte, m *machine.Machine, party string, on value.Date, key string) (Outcome, error) {
	if seq, ok, err := r.recorded(m.Name, key); ok || err != nil {
		return Outcome{Agreement: m.Name, Seq: seq, Already: ok}, err
	}
	if len(m.Holes) > 0 {
		return Outcome{}, &HolesError{Machine: m, Holes: m.Holes}
	}
	print := m.Fingerprint()
	by, as := m.Acting(party)
	ev := engine.Signed{Act: engine.Act{On: on, By: by, As: as}, Fingerprint: print}
	a, err := r.load(m.Name)
	if missing := (*NoAgreementError)(nil); errors.As(err, &missing) {
		w, err := r.lay(path, words, m, print)
		if err != nil {
			return Outcome{}, err
		}
		return r.act(w, ev, key)
	}
	if err != nil {
		return Outcome{}, err
	}
	if a.Fingerprint != print {
		return Outcome{}, &OtherTextError{Agreement: m.Name, Signed: a.Fingerprint, Offered: print}
	}
	return r.act(r.write(a), ev, key)
}

// lay readies the first record of an agreement.
func (r *Shell) lay(path string, words []byte, m *machine.Machine, print string) (*writing, error) {
	encoded, err := m.Encode()
	if err != nil {
		return nil, err
	}
	w := r.write(&Agreement{Name: m.Name, Fingerprint: print, Path: path, Machine: m, State: engine.New(m)})
	t := &text{Agreement: m.Name, Path: path, Fingerprint: print, Words: w.keep(words), Machine: w.keep(encoded)}
	w.a.words = t.Words
	w.seq = 1
	w.entries = append(w.entries, Entry{Seq: 1, Recorded: w.at, State: w.state, Machine: m, Path: path})
	w.bodies = append(w.bodies, body{Version: bodyVersion, Recorded: w.at, Text: t, Digest: hexDigest(w.state)}.encode())
	return w, nil
}
