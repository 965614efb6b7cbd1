package run_test

import (
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"concordat/engine"
	"concordat/engine/carry"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
	"concordat/store"
	"concordat/store/bolt"
	"concordat/store/mem"
)

// longRun is an agreement of at least so many events: a figure that is restated
// and accepted again and again.
func longRun(t testing.TB, log store.Log, c *clock, events uint64) {
	t.Helper()
	r := signed(t, log, c, "grant")
	c.day = on(t, "6 July 2015")
	done, err := r.Do("grant", returned(c.day, "town", 12), "")
	q1 := value.Period{Kind: value.Quarter, Start: 2015, N: 1}
	for n := 0; err == nil && done.Seq < events; n++ {
		v := value.Int(int64(n))
		var ev engine.Event = engine.Accepted{Act: engine.Act{On: c.day, By: "charity"}, Measure: "visits", Period: q1}
		if n%2 == 1 {
			ev = engine.Restated{Act: engine.Act{On: c.day, By: "town"}, Measure: "visits", Period: q1, Value: &v}
		}
		done, err = r.Do("grant", ev, "")
	}
	if err != nil {
		t.Fatal(err)
	}
}

// counting counts the records that are read.
type counting struct {
	store.Log
	read int
}

func (l *counting) Read(stream string, from uint64) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for r, err := range l.Log.Read(stream, from) {
			l.read++
			if !yield(r, err) {
				return
			}
		}
	}
}

// Opening an agreement costs the events since its state was kept, not all; and
// comes to what a replay of all comes to.
func TestOpeningReadsOnlyWhatCameSince(t *testing.T) {
	for _, events := range []uint64{70, 100, 1_000, 10_000} {
		var c clock
		log := &counting{Log: mem.New()}
		longRun(t, log, &c, events)
		log.read = 0
		quick, err := run.Open(log, c.now).Load("grant")
		if err != nil || log.read > 70 {
			t.Errorf("of %d events %d are read: %v", events, log.read, err)
		}
		if err := log.DropStates(); err != nil {
			t.Fatal(err)
		}
		whole, err := run.Open(log, c.now).Load("grant")
		if err != nil || quick.Seq != whole.Seq || quick.State.Digest != whole.State.Digest || !reflect.DeepEqual(quick.State, whole.State) {
			t.Errorf("from the kept state it is at event %d, %v\n%+v\nand from all at %d\n%+v", quick.Seq, err, quick.State, whole.Seq, whole.State)
		}
	}
}

// stale gives another state than was kept.
type stale struct {
	store.Log
	state func(seq uint64, state []byte) (uint64, []byte)
}

func (l stale) State(stream string) (uint64, []byte, bool, error) {
	seq, state, ok, err := l.Log.State(stream)
	seq, state = l.state(seq, state)
	return seq, state, ok, err
}

// A kept state that does not fit is as if there were none.
func TestStatesThatDoNotFitAreLeft(t *testing.T) {
	var c clock
	log := mem.New()
	longRun(t, log, &c, 200)
	want, err := run.Open(log, c.now).Load("grant")
	if err != nil {
		t.Fatal(err)
	}
	for name, state := range map[string]func(uint64, []byte) (uint64, []byte){
		"no JSON": func(seq uint64, _ []byte) (uint64, []byte) { return seq, []byte("{") },
		"another form": func(seq uint64, s []byte) (uint64, []byte) {
			return seq, []byte(strings.Replace(string(s), `"Layout":"`, `"Layout":"x`, 1))
		},
		"of another event": func(seq uint64, s []byte) (uint64, []byte) { return seq - 1, s },
		"of none":          func(_ uint64, s []byte) (uint64, []byte) { return 0, s },
		"beyond the end":   func(_ uint64, s []byte) (uint64, []byte) { return 9_999, s },
	} {
		got, err := run.Open(stale{log, state}, c.now).Load("grant")
		if err != nil || got.Seq != want.Seq || got.State.Digest != want.State.Digest {
			t.Errorf("%s: event %d, %v; want event %d", name, got.Seq, err, want.Seq)
		}
	}
	forged := func(seq uint64, s []byte) (uint64, []byte) {
		return seq, []byte(strings.Replace(string(s), `"Closed":`, `"Closed":1`, 1))
	}
	if _, err := run.Open(stale{log, forged}, c.now).Verify(nil); err == nil || !strings.Contains(err.Error(), "the state kept of grant after event 192 is not") {
		t.Errorf("a forged state: %v", err)
	}
	if _, err := run.Open(log, c.now).Verify(nil); err != nil {
		t.Errorf("as it was kept: %v", err)
	}
}

// resumes goes through a history and, after each event, writes the state, reads
// it again and goes on from there with the next: nothing may be lost.
func resumes(t *testing.T, shell *run.Shell, name string) {
	t.Helper()
	var m *machine.Machine
	var state engine.State
	for e, err := range shell.Log(name, run.Now) {
		if err != nil {
			t.Fatal(err)
		}
		if m == nil {
			m, state = e.Machine, engine.New(e.Machine)
		}
		switch ev := e.Event.(type) {
		case nil: // the text, or a key
		case engine.Varied:
			state = carry.Over(m, e.Machine, state, ev.Text.Renamed, ev.On).State
			m = e.Machine
		default:
			if state, _, err = engine.Step(m, state, ev); err != nil {
				t.Fatal(err)
			}
		}
		text, err := state.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if state, err = engine.DecodeState(text); err != nil {
			t.Fatal(err)
		}
		if state.Digest != e.State.Digest {
			t.Fatalf("%s: from kept states, event %d comes to something else", name, e.Seq)
		}
		if again, err := state.Encode(); err != nil || string(again) != string(text) {
			t.Fatalf("%s: after event %d the state is written as\n%s\nand then as\n%s", name, e.Seq, text, again)
		}
	}
}

func TestStatesOfAnotherVersionAreRefused(t *testing.T) {
	if _, err := engine.DecodeState([]byte(`{"Layout":"0123456789abcdef"}`)); !errors.Is(err, engine.ErrLayout) {
		t.Errorf("another form gives %v", err)
	}
}

// BenchmarkOpen opens an agreement of 100 and one of 10,000 events.
func BenchmarkOpen(b *testing.B) {
	for _, events := range []uint64{100, 10_000} {
		b.Run(fmt.Sprint(events, "-events"), func(b *testing.B) {
			var c clock
			log, err := bolt.Create(filepath.Join(b.TempDir(), "s.db"))
			if err != nil {
				b.Fatal(err)
			}
			defer log.Close()
			longRun(b, log, &c, events)
			for b.Loop() {
				if _, err := run.Open(log, c.now).Load("grant"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
