package run

import (
	"errors"
	"slices"
	"time"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/signature"
	"concordat/engine/value"
	"concordat/store"
)

// Shell runs the agreements of one record. Use it from one goroutine at a time.
type Shell struct {
	log    store.Log
	now    func() time.Time
	loaded map[string]*Agreement
	signer *signature.Signer // with whose key acts are signed; nil: with none
}

// Open runs the agreements that a log holds. now is the clock: it says what day
// today is and dates what is written down. Closing the log stays with the caller.
func Open(log store.Log, now func() time.Time) *Shell {
	return &Shell{log: log, now: now, loaded: map[string]*Agreement{}}
}

// Agreement is one agreement as it stands after an event.
type Agreement struct {
	Name        string
	Fingerprint string // of the machine by which it runs: the one that was signed, or adopted last
	Path        string // the file that its text was read from
	Machine     *machine.Machine
	State       engine.State
	Seq         uint64 // the last event that is in State; the first is the text itself

	words string       // digest of the text
	text  *engine.Text // that a decision has adopted; nil under the text that was signed
}

// Entry is one event of an agreement's record.
type Entry struct {
	Seq      uint64 // its number; 1 is the text itself, which has no Event, Registered or Revoked
	Recorded time.Time
	Key      string
	Event    engine.Event

	Registered *Registered      // instead of an event
	Revoked    *Revoked         // instead of either
	Signature  string           // of the event or registration, in the form of OpenSSH; else empty
	Effects    []engine.Effect  // derived again by replay
	State      engine.State     // after it
	Machine    *machine.Machine // by which it happened; of a change of the text: the one that holds from then on
	Path       string           // the file that the text was read from

	text *engine.Text // see Agreement
}

// Today is the day by the shell's clock.
func (r *Shell) Today() value.Date { return dayOf(r.now()) }

func dayOf(t time.Time) value.Date { return value.MustDate(t.Year(), int(t.Month()), t.Day()) }

// Agreements names all that are recorded, sorted.
func (r *Shell) Agreements() ([]string, error) { return r.log.Streams() }

// Load is an agreement as it stands now.
func (r *Shell) Load(name string) (Agreement, error) {
	a, err := r.load(name)
	if err != nil {
		return Agreement{}, err
	}
	return *a, nil
}

func (r *Shell) load(name string) (*Agreement, error) {
	if a, ok := r.loaded[name]; ok {
		return a, nil
	}
	a := r.resume(name)
	if a == nil {
		var err error
		if a, err = r.replay(name, new(digests), func(Entry) bool { return true }); err != nil {
			return nil, err
		}
	}
	r.hold(a)
	return a, nil
}

// mostHeld is how many agreements are kept at hand: a store may have a million.
const mostHeld = 4096

func (r *Shell) hold(a *Agreement) {
	if len(r.loaded) >= mostHeld {
		clear(r.loaded)
	}
	r.loaded[a.Name] = a
}

func (r *Shell) unknown(name string) error {
	known, err := r.log.Streams()
	if err != nil {
		return err
	}
	return &NoAgreementError{Name: name, Known: known}
}

// Text is the text by which an agreement runs, and the path that it was read from.
func (r *Shell) Text(name string) (path string, words []byte, err error) {
	a, err := r.load(name)
	if err != nil {
		return "", nil, err
	}
	words, err = r.log.Blob(a.words)
	return a.Path, words, err
}

// AsAt asks for an earlier standing, by either time or by both: after everything
// that happened up to and including the day On, and as far as had been written
// down by the end of the day Known. NoDate is no limit.
type AsAt struct {
	On, Known value.Date
}

// Now is the present standing.
var Now = AsAt{On: value.NoDate, Known: value.NoDate}

// Holds reports whether an entry belongs to the standing. The first that does
// not ends it: what was written down behind it rests on it.
func (t AsAt) Holds(e Entry) bool {
	if t.Known.IsSet() && dayOf(e.Recorded) > t.Known {
		return false
	}
	return !t.On.IsSet() || e.Event == nil || e.Event.What().On <= t.On // a text or key is there from where it stands
}

// State is an agreement as it stood at a time.
func (r *Shell) State(name string, at AsAt) (Agreement, error) {
	if at == Now {
		return r.Load(name)
	}
	a, err := r.replay(name, new(digests), at.Holds)
	if err != nil {
		return Agreement{}, err
	}
	return *a, nil
}

// recorded finds the event that an act with this key led to.
func (r *Shell) recorded(name, key string) (uint64, bool, error) {
	if key == "" {
		return 0, false, nil
	}
	first, ok, err := r.log.Key(name, key)
	if err != nil || !ok {
		return 0, false, err
	}
	// The days that fell due before the act stand before it in the same append.
	for rec, err := range r.log.Read(name, first) {
		if err != nil {
			return 0, false, err
		}
		b, err := decodeBody(name, rec.Seq, rec.Body)
		if err != nil {
			return 0, false, err
		}
		if b.Key == key {
			return rec.Seq, true, nil
		}
	}
	return 0, false, &UnreadableError{Agreement: name, Seq: first, Why: errors.New("its key leads to no act")}
}

// Due is the next day on which each agreement has something that falls due, up
// to a day, in that order.
func (r *Shell) Due(upTo value.Date) ([]store.DueRow, error) {
	rows, err := r.log.Due(int32(upTo))
	return slices.Clip(rows), err
}
