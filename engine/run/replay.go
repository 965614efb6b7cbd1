package run

import (
	"errors"
	"fmt"
	"iter"

	"concordat/engine"
	"concordat/engine/machine"
	"concordat/store"
)

// replay steps through an agreement's record for as long as keep agrees to the
// next entry, whose effects and state are then known. Every digest is compared
// with the one that was recorded.
func (r *Shell) replay(name string, keep func(Entry) bool) (*Agreement, error) {
	var a *Agreement
	for rec, err := range r.log.Read(name, 1) {
		if err != nil {
			return nil, err
		}
		b, err := decodeBody(name, rec.Seq, rec.Body)
		if err != nil {
			return nil, err
		}
		if b.Text != nil {
			if a, err = r.begin(b.Text); err != nil {
				return nil, err
			}
		}
		next, err := again(a, rec, b)
		if err != nil {
			return nil, err
		}
		if !keep(next) {
			break
		}
		a.State, a.Seq = next.State, next.Seq
	}
	if a == nil || a.Seq == 0 {
		return nil, r.unknown(name)
	}
	return a, nil
}

// begin readies the machine that was signed.
func (r *Shell) begin(t *text) (*Agreement, error) {
	bytes, err := r.log.Blob(t.Machine)
	if err != nil {
		return nil, fmt.Errorf("the compiled text of %s: %w", t.Agreement, err)
	}
	m, err := machine.Decode(bytes)
	if err != nil {
		return nil, err
	}
	if m.Fingerprint() != t.Fingerprint {
		return nil, &CorruptDigestError{Agreement: t.Agreement, Seq: 1, Why: "the compiled text has another fingerprint than the one that was signed"}
	}
	return &Agreement{Name: t.Agreement, Fingerprint: t.Fingerprint, Path: t.Path, Machine: m, State: engine.New(m), words: t.Words}, nil
}

// again makes a recorded event happen once more.
func again(a *Agreement, rec store.Record, b body) (Entry, error) {
	e := Entry{Seq: rec.Seq, Recorded: b.Recorded, Key: b.Key, State: a.State}
	if b.Text == nil {
		ev, err := DecodeEvent(b.Event)
		if err != nil {
			return e, &UnreadableError{Agreement: a.Name, Seq: rec.Seq, Why: err}
		}
		e.Event = ev
		e.State, e.Effects, err = engine.Step(a.Machine, a.State, ev)
		if err != nil {
			return e, &CorruptDigestError{Agreement: a.Name, Seq: rec.Seq, Why: err.Error()}
		}
	}
	if hexDigest(e.State) != b.Digest {
		return e, &CorruptDigestError{Agreement: a.Name, Seq: rec.Seq, Why: "replay comes to another state or other effects"}
	}
	return e, nil
}

// Log yields an agreement's events in order, up to a time, each with what it
// caused and the state after it. It ends at the first error.
func (r *Shell) Log(name string, at AsAt) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		_, err := r.replay(name, func(e Entry) bool { return at.holds(e) && yield(e, nil) })
		if err != nil {
			yield(Entry{}, err)
		}
	}
}

// Verified is what Verify walked.
type Verified struct {
	store.Report
	Agreements []Agreement // in the order of their names
}

// Verify walks the whole record: every hash, then every agreement's replay and
// the day on which it must be woken. The error names the first bad event.
func (r *Shell) Verify() (Verified, error) {
	var out Verified
	report, err := r.log.Verify()
	out.Report = report
	if err != nil {
		return out, err
	}
	names, err := r.log.Streams()
	if err != nil {
		return out, err
	}
	due := map[string]int32{}
	rows, err := r.log.Due(lastDay)
	if err != nil {
		return out, err
	}
	for _, row := range rows {
		due[row.Stream] = row.Day
	}
	for _, name := range names {
		see, kept, err := r.keptAsIs(name)
		if err != nil {
			return out, err
		}
		a, err := r.replay(name, see)
		if err == nil {
			err = kept()
		}
		if err != nil {
			return out, err
		}
		if day, ok := due[name]; ok != a.State.Wake().IsSet() || ok && day != int32(a.State.Wake()) {
			return out, fmt.Errorf("the next day on which something falls due in %s is not the one that its events lead to", name)
		}
		if !awaited(a) {
			return out, fmt.Errorf("%s is open, and nothing falls due in it and nobody is waited for", name)
		}
		delete(due, name)
		out.Agreements = append(out.Agreements, *a)
	}
	if len(due) > 0 {
		return out, errors.New("something falls due in an agreement that is not recorded")
	}
	return out, nil
}

// awaited reports whether an agreement can still go on: something falls due, or
// somebody is waited for; one that has ended need not.
func awaited(a *Agreement) bool {
	if a.State.Wake().IsSet() {
		return true
	}
	ended := false
	for t := range a.State.All() {
		if len(engine.WaitedFor(a.Machine, a.State, t)) > 0 {
			return true
		}
		c := &a.Machine.Charts[a.Machine.Chart(t.Key.Chart)]
		ended = ended || c.Kind == machine.KindAgreement && c.State(t.State).End
	}
	return ended
}

const lastDay = 1<<31 - 1
